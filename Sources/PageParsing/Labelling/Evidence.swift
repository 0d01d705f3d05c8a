import Newspaper

/// A fact in a table: its words and how much it speaks for each label.
struct Evidence<Feature: Sendable>: Sendable {
  let feature: Feature
  /// The fact as a person is told it.
  let words: Phrase
  /// Weights, as logarithms of odds: 1 makes a label some three times as likely.
  let weights: KeyValuePairs<LineLabel, Float>

  init(_ feature: Feature, _ words: Phrase, _ weights: KeyValuePairs<LineLabel, Float>) {
    (self.feature, self.words, self.weights) = (feature, words, weights)
  }
}

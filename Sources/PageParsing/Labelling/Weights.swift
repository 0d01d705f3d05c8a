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

/// The hand-set judgement: the weight of each fact for each label, and of each label behind another.
///
/// Weights are added up as logarithms of odds: 1 makes a label some three times as likely, and what is not listed says
/// nothing. Of the labels that begin an item only the others are weighed here; `ItemStarts` finds the beginnings.
struct Weights: Sendable {
  /// The weights of a line's own facts.
  var line = LineFeature.table.flatMap { row in
    row.weights.map { (evidence: row.feature, role: $0.key, weight: $0.value) }
  }

  /// The weights of what a line shows with the one before, after running text.
  var afterBody = JointFeature.afterText.flatMap { row in
    row.weights.map { (evidence: row.feature, role: $0.key, weight: $0.value) }
  }

  /// The same after a line of a headline stack, a byline or a pointer.
  var afterHead = JointFeature.afterHead.flatMap { row in
    row.weights.map { (evidence: row.feature, role: $0.key, weight: $0.value) }
  }

  /// Weights of one label behind another, where that is more or less usual than `rareTurn`.
  var turns: [(from: LineLabel, to: LineLabel, weight: Float)] = [
    (.head, .head, -0.3), (.head, .byline, 1), (.head, .start, 0), (.head, .caption, -2),
    (.head, .subhead, -3),
    (.byline, .byline, 0.3), (.byline, .start, 1), (.byline, .subhead, 0),
    (.start, .start, 0), (.start, .next, 0), (.start, .head, 0), (.start, .byline, -2), (.next, .start, 0),
    (.next, .next, 0), (.next, .head, 0), (.next, .byline, -2), (.item, .item, 0.8),
    (.item, .next, -3),
    (.subhead, .start, 0.5), (.caption, .start, 0), (.caption, .next, 1), (.caption, .head, 0),
  ]

  /// The weight of every other turn.
  var rareTurn: Float = -1.2

  /// Turns that cannot be: text goes on only with text.
  var impossibleTurns: [(from: LineLabel, to: LineLabel)] = [
    (.head, .next), (.byline, .next), (.pointer, .next), (.subhead, .next),
  ]

  /// Weights of a page's first label.
  var opening: [(role: LineLabel, weight: Float)] = [
    (.head, 1.5), (.start, -1), (.byline, -2), (.caption, -1), (.item, -2), (.subhead, -4), (.next, -8),
  ]

  /// The share of running text without any evidence: what a line costs that is a caption or furniture for no reason.
  var plain: [(role: LineLabel, weight: Float)] = [
    (.caption, -2), (.furniture, -4), (.byline, -3.5), (.pointer, -2), (.item, -1),
  ]
}

/// Counts that the scorer's figures are made of; counts of several pages add up.
struct ScoreCounts {
  var foundItems = 0
  var falseItems = 0
  var missedItems = 0
  var headlines = 0
  var rightHeadlines = 0
  var headed = 0
  var recalled = 0
  var lines = 0
  var rightLines = 0
  var joins = 0
  var falseJoins = 0
  var missedJoins = 0
  var starts = 0
  var rightStarts = 0
  var names = 0
  var falseNames = 0
  var missedNames = 0

  /// Articles, headline, lines, joins, breaks, names and recall, in percent.
  var figures: [Double] {
    [
      Self.harmonic(foundItems, falseItems, missedItems), Self.share(rightHeadlines, of: headlines),
      Self.share(rightLines, of: lines), Self.harmonic(joins, falseJoins, missedJoins),
      Self.share(rightStarts, of: starts), Self.harmonic(names, falseNames, missedNames),
      Self.share(recalled, of: headed),
    ]
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 100 : 100 * Double(part) / Double(whole)
  }

  /// F1 in percent; 100 where there was nothing and nothing was found.
  private static func harmonic(_ right: Int, _ wrong: Int, _ missed: Int) -> Double {
    right + wrong + missed == 0 ? 100 : 200 * Double(right) / Double(2 * right + wrong + missed)
  }

  static func += (left: inout ScoreCounts, right: ScoreCounts) {
    for field in fields { left[keyPath: field] += right[keyPath: field] }
  }

  private static var fields: [WritableKeyPath<ScoreCounts, Int>] {
    [
      \.foundItems, \.falseItems, \.missedItems, \.headlines, \.rightHeadlines, \.headed, \.recalled, \.lines,
      \.rightLines, \.joins, \.falseJoins, \.missedJoins, \.starts, \.rightStarts, \.names, \.falseNames, \.missedNames,
    ]
  }
}

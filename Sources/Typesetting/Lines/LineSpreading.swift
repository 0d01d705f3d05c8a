/// The visibility of a column that is put between two characters.
enum Gap: Sendable {
  /// After a mark that pauses, stops or closes, or before one that opens: there is white space in the mark already.
  case mark
  /// Between hanzi and Latin, and at the spaces between words.
  case word
  /// Between hanzi.
  case hanzi

  /// The gap between two characters; nil where none may be.
  init?(_ before: Cluster, _ after: Cluster) {
    switch (Side(before), Side(after)) {
    case (_, .closing), (.opening, _), (.joint, _), (_, .joint), (.latin, .latin), (_, .space): return nil
    case (.closing, _), (_, .opening):
      // f(x) and 12,000 are one piece.
      if before.isNarrow, after.isNarrow { return nil }
      self = .mark
    case (.space, _), (.latin, .hanzi), (.hanzi, .latin): self = .word
    case (.hanzi, .hanzi):
      // The halves of a dash or an ellipsis.
      if after.breakBefore == .forbidden { return nil }
      self = .hanzi
    }
  }

  private enum Side {
    case hanzi, latin, space, opening, closing
    /// A mark that connects: no white space goes before or after it.
    case joint

    init(_ cluster: Cluster) {
      switch cluster.kind {
      case .sp: self = .space
      case .op, .openingQuote, .openingSingle, .looseOpening: self = .opening
      case .cl, .cp, .pause, .closingQuote, .closingSingle, .ex, .is, .po, .looseMark: self = .closing
      case .interpunct, .hy, .ba, .sy, .ns, .gl, .qu: self = .joint
      case .id, .cj, .h2, .h3, .eb, .b2, .in, .leader: self = .hanzi
      default: self = .latin
      }
    }
  }
}

extension Cluster {
  /// True if it is as narrow as a letter. “ ” are marks of full width even where they take one column only.
  fileprivate var isNarrow: Bool { width < 2 && kind != .openingQuote && kind != .closingQuote }
}

extension LineFiller {
  /// The columns that fill up a line, before which characters they stand: one column in each gap, first where it shows
  /// least, within a kind of gap as evenly as can be. None if there are fewer gaps than columns.
  func spread(_ line: Range<Int>, over columns: Int) -> [TypesetLine.Spread] {
    guard columns > 0 else { return [] }
    var marks: [Int] = []
    var words: [Int] = []
    var hanzi: [Int] = []
    for index in line.dropFirst() {
      switch Gap(clusters[index - 1], clusters[index]) {
      case .mark: marks.append(index)
      case .word: words.append(index)
      case .hanzi: hanzi.append(index)
      case nil: break
      }
    }
    guard marks.count + words.count + hanzi.count >= columns else { return [] }
    var chosen: [Int] = []
    for gaps in [marks, words, hanzi] { chosen += evenly(columns - chosen.count, of: gaps) }
    return chosen.sorted().map { TypesetLine.Spread(offset: Int(clusters[$0].start), columns: 1) }
  }

  private func evenly(_ count: Int, of gaps: [Int]) -> [Int] {
    guard count < gaps.count else { return gaps }
    return (0..<count).map { gaps[(2 * $0 + 1) * gaps.count / (2 * count)] }
  }
}

/// A place where a query was found.
public struct Match: Sendable, Equatable {
  /// In what way it was found, best first; the raw values are those of the export.
  public enum Kind: String, Sendable, CaseIterable {
    /// As it was typed, but for folding.
    case literal
    /// Letters stand for the readings of hanzi.
    case pinyin
    /// Characters differ that scans take for each other.
    case lookalike
  }

  /// The part of a match that lies in one block.
  public struct Piece: Sendable, Equatable {
    /// Index in the article's `blocks`.
    public var block: Int
    /// UTF-8 offsets in the block's repaired text.
    public var range: Range<Int>

    /// A part of a match.
    public init(block: Int, range: Range<Int>) {
      self.block = block
      self.range = range
    }
  }

  /// Index in the issue's `articles`.
  public var article: Int
  /// Never empty; more than one where a paragraph that the scan broke was not joined.
  public var pieces: [Piece]
  /// In what way it was found.
  public var kind: Kind

  /// A match and where it lies.
  public init(article: Int, pieces: [Piece], kind: Kind = .literal) {
    self.article = article
    self.pieces = pieces
    self.kind = kind
  }
}

extension [Match] {
  /// The best first: what was found as it was typed, then by pinyin, then by look-alikes; else as they were.
  public var ranked: [Match] {
    Match.Kind.allCases.flatMap { kind in filter { $0.kind == kind } }
  }
}

extension Match {
  /// A place in an issue's repaired text.
  struct Place: Comparable {
    var article: Int
    var block: Int
    /// UTF-8 offset in the block's text.
    var offset: Int

    static func < (left: Place, right: Place) -> Bool {
      if left.article != right.article { return left.article < right.article }
      return left.block == right.block ? left.offset < right.offset : left.block < right.block
    }
  }

  var start: Place { Place(article: article, block: pieces[0].block, offset: pieces[0].range.lowerBound) }

  var end: Place {
    let last = pieces[pieces.count - 1]
    return Place(article: article, block: last.block, offset: last.range.upperBound)
  }
}

extension [[Match]] {
  /// Lists in reading order as one: of matches that overlap the better one, of equally good ones the one that starts
  /// first, of these the longest.
  var united: [Match] { filter { !$0.isEmpty }.reduce([]) { $0.isEmpty ? $1 : $0.united(with: $1) } }
}

extension [Match] {
  fileprivate func united(with others: [Match]) -> [Match] {
    var result: [Match] = []
    result.reserveCapacity(count + others.count)
    var (left, right) = (0, 0)
    while left < count || right < others.count {
      let isLeft = right == others.count || left < count && self[left].comes(before: others[right])
      let match = isLeft ? self[left] : others[right]
      if isLeft { left += 1 } else { right += 1 }
      if let last = result.last, match.start < last.end {
        if match.kind.rank < last.kind.rank { result[result.count - 1] = match }
      } else {
        result.append(match)
      }
    }
    return result
  }
}

extension Match {
  fileprivate func comes(before other: Match) -> Bool {
    if start != other.start { return start < other.start }
    return kind == other.kind ? end >= other.end : kind.rank < other.kind.rank
  }
}

extension Match.Kind {
  fileprivate var rank: Int {
    switch self {
    case .literal: 0
    case .pinyin: 1
    case .lookalike: 2
    }
  }
}

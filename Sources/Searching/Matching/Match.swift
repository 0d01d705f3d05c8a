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
  /// The piece that it starts in.
  public var first: Piece
  /// The other pieces of a match in a paragraph that the scan broke and parsing did not join.
  public var others: [Piece]
  /// In what way it was found.
  public var kind: Kind

  /// A match and where it lies.
  public init(article: Int, first: Piece, others: [Piece] = [], kind: Kind = .literal) {
    self.article = article
    self.first = first
    self.others = others
    self.kind = kind
  }

  /// All of it, in order. Thousands of matches are one piece each: where they are gone through, `first` needs no
  /// memory.
  public var pieces: [Piece] { [first] + others }
  /// The piece that it ends in.
  public var last: Piece { others.last ?? first }
}

extension Match: Occurrence {
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

  var start: Place { Place(article: article, block: first.block, offset: first.range.lowerBound) }
  var end: Place { Place(article: article, block: last.block, offset: last.range.upperBound) }
}

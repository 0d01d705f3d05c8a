/// A place where a query was found.
public struct Match: Sendable, Equatable {
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

  /// A match and where it lies.
  public init(article: Int, pieces: [Piece]) {
    self.article = article
    self.pieces = pieces
  }
}

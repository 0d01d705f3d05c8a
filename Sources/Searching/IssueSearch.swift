import Newspaper

/// What a person looks for, folded so that it is found through the scan's noise.
public struct Query: Sendable, Equatable {
  /// As it was typed.
  public let text: String

  /// Nil where nothing is left to look for: an empty text, or only spaces.
  public init?(_ text: String) {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    self.text = text
  }
}

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

/// An issue made ready for search: every block's text folded once, with the way back.
public struct IssueSearch: Sendable {
  /// Folds an issue's text.
  public init(_ issue: Issue) {
    // H2 writes this.
  }

  /// Every occurrence, in reading order; occurrences do not overlap.
  public func matches(_ query: Query) -> [Match] { [] }
}

import Newspaper

/// An issue and those of its articles that go into a document.
public struct ExportSelection: Sendable {
  /// The issue.
  public var issue: Issue
  /// The indices of the articles, in the order in which they are written.
  public var articles: [Int]
  /// A person's words to articles, by their indices.
  public var remarks: [Int: String] = [:]
  /// True if the whole issue is exported, with the text that belongs to no article.
  public var isWhole: Bool

  /// A selection.
  /// - Parameter articles: indices of articles; nil stands for the whole issue.
  public init(_ issue: Issue, articles: [Int]? = nil) {
    self.issue = issue
    self.articles = articles ?? Array(issue.articles.indices)
    isWhole = articles == nil
  }

  /// The articles themselves, with a person's words to them.
  var chosen: [(article: Article, remark: String?)] { articles.map { (issue.articles[$0], remarks[$0]) } }
}

/// A piece of a document, as a format makes it of a selection.
public struct ExportPiece: Sendable {
  /// The text in UTF-8.
  public var bytes: [UInt8]
  /// True if the piece begins an item of the document; false if it goes on with the item before.
  public var beginsItem: Bool
  /// The title of the issue that it is of.
  public var title: String

  /// A piece of text that is written already.
  init(_ bytes: [UInt8], beginsItem: Bool = true, title: String) {
    (self.bytes, self.beginsItem, self.title) = (bytes, beginsItem, title)
  }

  /// A piece of text.
  init(text: String, beginsItem: Bool = true, title: String) {
    self.init(Array(text.utf8), beginsItem: beginsItem, title: title)
  }

  /// The text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Puts pieces together to a document. A document may be written in pieces of any length, so that no more than one of
/// them is in memory.
public protocol ExportWriter {
  /// The bytes to write for the next piece.
  mutating func add(_ piece: ExportPiece) throws -> [UInt8]
  /// The bytes that end the document. Nothing may follow them.
  mutating func finish() throws -> [UInt8]
}

/// A document that cannot be written.
public struct ExportFailure: Error {
  /// The reason, in English.
  public var message: String
}

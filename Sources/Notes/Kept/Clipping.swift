import Newspaper

/// 剪报: a text that a person kept as it was read, with its place and what they wrote to it.
public struct Clipping: Sendable, Equatable {
  /// Its name in the store.
  public let id: String
  /// The issue that it was cut from.
  public var issue: IssueReference
  /// The headline of its article.
  public var headline: String
  /// The number of its page.
  public var page: Int
  /// The number of its article when it was cut, from 1; 0 for a whole issue.
  public var article: Int
  /// The text as it was read, a paragraph a line.
  public var text: String
  /// A person's words to it.
  public var note: String
  /// Words to find it by, without spaces and `#`.
  public var tags: [String]
  /// Its place; nil for a whole issue.
  public var anchor: Anchor?

  /// A new clipping.
  public init(
    id: String = KeptRecord.newID(), issue: IssueReference, headline: String, page: Int, article: Int, text: String,
    note: String = "", tags: [String] = [], anchor: Anchor?
  ) {
    (self.id, self.issue, self.headline, self.page, self.article) = (id, issue, headline, page, article)
    (self.text, self.note, self.tags, self.anchor) = (text, note, tags, anchor)
  }

  /// The clipping of a record.
  public init?(_ record: KeptRecord) {
    guard !record["text"].isEmpty || !record["headline"].isEmpty else { return nil }
    self.init(
      id: record.id, issue: record.issue, headline: record["headline"], page: Int(record["page"]) ?? 1,
      article: Int(record["article"]) ?? 0, text: record["text"], note: record["note"],
      tags: Self.tags(record["tags"]), anchor: record.anchor)
  }

  /// Its record.
  public var record: KeptRecord {
    KeptRecord(
      id: id,
      fields: KeptRecord.fields(
        issue,
        [
          .init("page", String(page)), .init("article", String(article)), .init("tags", tags.joined(separator: " ")),
          .init("headline", headline), .init("note", note), .init("text", text),
        ], anchor))
  }

  /// The words of a line as tags, each once.
  public static func tags(_ line: String) -> [String] {
    line.split { $0.isWhitespace || $0 == "#" || $0 == "＃" }.map(String.init)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// The clippings of a store, the oldest first; where there are very many, a shelf makes each when it is asked for.
public protocol ClippingShelf: Sendable {
  /// The number of clippings.
  var count: Int { get }
  /// A clipping by its place; nil where it cannot be read.
  subscript(index: Int) -> Clipping? { get }
  /// The place of the clipping with an id.
  func index(ofClipping id: String) -> Int?
  /// The places of the clippings of an issue, in order.
  func indices(ofIssue id: String) -> [Int]
}

extension [Clipping]: ClippingShelf {
  /// The clipping at a place.
  public subscript(index: Int) -> Clipping? { indices.contains(index) ? self[index...].first : nil }

  /// The place of the clipping with an id.
  public func index(ofClipping id: String) -> Int? { firstIndex { $0.id == id } }

  /// The places of the clippings of an issue.
  public func indices(ofIssue id: String) -> [Int] { indices.filter { self[$0...].first?.issue.id == id } }
}

import Newspaper

/// A place that a person gave a letter.
public struct Mark: Sendable, Equatable {
  /// The letter.
  public var name: String
  /// The issue that it is in.
  public var issue: IssueReference
  /// The headline of its article.
  public var headline: String
  /// The place.
  public var anchor: Anchor

  /// A mark at a place.
  public init(name: String, issue: IssueReference, headline: String, anchor: Anchor) {
    (self.name, self.issue, self.headline, self.anchor) = (name, issue, headline, anchor)
  }

  /// The mark of a record.
  public init?(_ record: KeptRecord) {
    guard let anchor = record.anchor, !record["mark"].isEmpty else { return nil }
    self.init(name: record["mark"], issue: record.issue, headline: record["headline"], anchor: anchor)
  }

  /// Its record.
  public var record: KeptRecord {
    // The letter is a field, since an id has no quotes.
    let id = name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
    let own = [KeptRecord.Field("mark", name), .init("headline", headline)]
    return KeptRecord(id: id, fields: KeptRecord.fields(issue, own, anchor))
  }
}

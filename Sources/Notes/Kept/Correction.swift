import Newspaper

/// A person's correction of what the scan or the reading of it got wrong. The scan stays as it is.
public struct Correction: Sendable, Equatable {
  /// The kinds of corrections.
  public enum Kind: String, Sendable, CaseIterable {
    /// Other text for a passage.
    case text
    /// Another role for lines.
    case role
    /// The lines go on with what stands before them.
    case join
    /// An item, or a paragraph, begins with the lines.
    case split
    /// The day of the issue.
    case date
    /// The name of the paper.
    case title
  }

  /// Its name in the store.
  public let id: String
  /// The issue.
  public var issue: IssueReference
  /// Its kind.
  public var kind: Kind
  /// The text as it was read.
  public var old: String
  /// The corrected text, the role, the day or the name; empty for a join or a split.
  public var new: String
  /// The lines that it is about; nil for the whole issue.
  public var anchor: Anchor?

  /// A new correction.
  public init(
    id: String = KeptRecord.newID(), issue: IssueReference, kind: Kind, old: String = "", new: String = "",
    anchor: Anchor?
  ) {
    (self.id, self.issue, self.kind, self.old, self.new, self.anchor) = (id, issue, kind, old, new, anchor)
  }

  /// The correction of a record.
  public init?(_ record: KeptRecord) {
    guard let kind = Kind(rawValue: record["kind"]) else { return nil }
    self.init(
      id: record.id, issue: record.issue, kind: kind, old: record["old"], new: record["new"], anchor: record.anchor)
  }

  /// Its record.
  public var record: KeptRecord {
    let own = [KeptRecord.Field("kind", kind.rawValue), .init("old", old), .init("new", new)]
    return KeptRecord(id: id, fields: KeptRecord.fields(issue, own, anchor))
  }
}

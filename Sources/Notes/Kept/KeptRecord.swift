import Newspaper

/// Something that a person made, as names and texts: the form in which it is stored.
public struct KeptRecord: Sendable, Equatable {
  /// A name and its text.
  public struct Field: Sendable, Equatable {
    /// The name: small letters.
    public var name: String
    /// The text.
    public var text: String

    /// A field.
    public init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
  }

  /// The name by which it is replaced and removed; it has no quotes, backslashes or line breaks.
  public var id: String
  /// The fields in order, each name once.
  public var fields: [Field]

  /// A record.
  public init(id: String, fields: [Field]) { (self.id, self.fields) = (id, fields) }

  /// The text of a field; empty if there is none.
  public subscript(name: String) -> String { fields.first { $0.name == name }?.text ?? "" }

  /// A name that nothing has: 16 hexadecimal digits, drawn by chance.
  public static func newID() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

// The parts that all records have.
extension KeptRecord {
  var issue: IssueReference {
    IssueReference(id: self["issue"], path: self["path"], paper: self["paper"], date: self["date"], lead: self["lead"])
  }

  /// Nil where no place is named.
  var anchor: Anchor? {
    guard let start = SourcePosition(text: self["start"]), let end = SourcePosition(text: self["end"]) else {
      return nil
    }
    return Anchor(
      start: start, end: end, before: self["before"], head: self["head"], tail: self["tail"], after: self["after"])
  }

  static func fields(_ issue: IssueReference, _ own: [Field], _ anchor: Anchor?) -> [Field] {
    // The issue comes first, so that records of an issue are found without reading the rest.
    let head = [
      Field("issue", issue.id), Field("path", issue.path), Field("paper", issue.paper), Field("date", issue.date),
      Field("lead", issue.lead),
    ]
    guard let anchor else { return head + own }
    return head + own + [
      Field("start", anchor.start.text), Field("end", anchor.end.text), Field("before", anchor.before),
      Field("head", anchor.head), Field("tail", anchor.tail), Field("after", anchor.after),
    ]
  }
}

/// A change of a record: what it was and what it is, nil where there is none.
public struct RecordChange: Sendable, Equatable {
  /// The record before.
  public var before: KeptRecord?
  /// The record after.
  public var after: KeptRecord?

  /// A change.
  public init(before: KeptRecord?, after: KeptRecord?) { (self.before, self.after) = (before, after) }

  /// The name of the record.
  public var id: String { after?.id ?? before?.id ?? "" }
}

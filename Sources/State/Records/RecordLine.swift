import Notes
import System

/// A record as a line of a log: a flat JSON object that begins with its id and ends with the version.
///
/// The end tells a whole line from one that broke off: within a text quotes are escaped.
enum RecordLine {
  static let start = Array(#"{"id": ""#.utf8)
  private static let issueStart = Array(#"", "issue": ""#.utf8)
  private static let removedStart = Array(#"", "removed": "#.utf8)
  private static let end = Array(#", "v": 1}"#.utf8)
  private static let versionStart = Array(#", "v": "#.utf8)

  /// The facts that are known of a line without reading it whole.
  enum Sight {
    /// A record; checksums of its id and of the id of its issue.
    case record(id: UInt64, issue: UInt64)
    case removal(id: UInt64)
    /// A record of a version that is not known here; it stays as it is.
    case foreign
    /// The beginning of a record whose rest was never written.
    case torn
    case damaged
  }

  static func look(_ line: UnsafeRawBufferPointer) -> Sight {
    guard line.starts(with: start) else {
      // A write that broke off early leaves a part of the beginning.
      return start.starts(with: line) ? .torn : .damaged
    }
    guard line.suffix(end.count).elementsEqual(end) else { return isForeign(line) ? .foreign : .torn }
    let rest = UnsafeRawBufferPointer(rebasing: line[start.count...])
    guard let idEnd = rest.firstIndex(of: UInt8(ascii: "\"")) else { return .damaged }
    let id = checksum(UnsafeRawBufferPointer(rebasing: rest[..<idEnd]))
    let tail = UnsafeRawBufferPointer(rebasing: rest[idEnd...])
    if tail.starts(with: removedStart) { return .removal(id: id) }
    guard tail.starts(with: issueStart) else { return .record(id: id, issue: 0) }
    let issue = UnsafeRawBufferPointer(rebasing: tail[issueStart.count...])
    // An escaped quote within an issue's id ends the checksum early, there as well as in `issueSum`.
    let issueEnd = issue.firstIndex(of: UInt8(ascii: "\"")) ?? 0
    return .record(id: id, issue: checksum(UnsafeRawBufferPointer(rebasing: issue[..<issueEnd])))
  }

  private static func isForeign(_ line: UnsafeRawBufferPointer) -> Bool {
    guard line.last == UInt8(ascii: "}") else { return false }
    let digits = line.dropLast().reversed().prefix { (0x30...0x39).contains($0) }
    return !digits.isEmpty && line.dropLast(1 + digits.count).suffix(versionStart.count).elementsEqual(versionStart)
  }

  static func idSum(_ id: String) -> UInt64 { checksum(Array(id.utf8)) }

  static func issueSum(_ issue: String) -> UInt64 {
    checksum(Array(JSONTree.string(issue).lineBytes.dropFirst().prefix { $0 != UInt8(ascii: "\"") }))
  }

  // MARK: Reading and writing

  /// The members of a record's line; nil where it is no JSON.
  static func members(_ line: UnsafeRawBufferPointer) -> [JSONTree.Member]? {
    (try? JSONTree(Array(line)))?.members
  }

  /// The record that members make.
  static func record(_ members: [JSONTree.Member]) -> KeptRecord? {
    guard let id = members.first(where: { $0.name == "id" })?.value.string else { return nil }
    return KeptRecord(
      id: id, fields: members.compactMap { member in member.value.string.map { .init(member.name, $0) } })
  }

  static func removal(of id: String) -> [UInt8] {
    line([JSONTree.Member(name: "id", value: .string(id)), JSONTree.Member(name: "removed", value: .bool(true))])
  }

  /// A change as a line, with the members that others wrote meanwhile.
  /// - Parameter now: the members of the record as the log has it; nil where it has none.
  static func line(_ change: RecordChange, over now: [JSONTree.Member]?) -> [UInt8]? {
    guard let after = change.after else { return now == nil ? nil : removal(of: change.id) }
    var members = now ?? [JSONTree.Member(name: "id", value: .string(after.id))]
    for field in after.fields where now == nil || change.before?[field.name] != field.text {
      if let index = members.firstIndex(where: { $0.name == field.name }) {
        members[index].value = .string(field.text)
      } else {
        members.append(JSONTree.Member(name: field.name, value: .string(field.text)))
      }
    }
    return line(members)
  }

  private static func line(_ members: [JSONTree.Member]) -> [UInt8] {
    let version = JSONTree.Member(name: "v", value: .number("1"))
    return JSONTree.object(members.filter { $0.name != "v" } + [version]).lineBytes + [UInt8(ascii: "\n")]
  }
}

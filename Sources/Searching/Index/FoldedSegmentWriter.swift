import Newspaper
import Text

/// Writes issues into a segment, one after the other.
public struct FoldedSegmentWriter: Sendable {
  private var text: [UInt8] = []
  private var names: [UInt8] = []
  private var issues: [SegmentIssue] = []
  private var articles: [SegmentArticle] = []
  private var entries: [SegmentEntry] = []
  private var people: [SegmentPerson] = []
  private var exceptions: [SegmentException] = []

  /// The least bytes of text for a signature, and the bytes of each of its groups.
  private let leastSigned: Int
  private let groupLength: Int

  /// No issue yet.
  public init() {
    self.init(leastSigned: SegmentSignature.leastLength, groupLength: SegmentSignature.groupLength)
  }

  init(leastSigned: Int, groupLength: Int) {
    (self.leastSigned, self.groupLength) = (leastSigned, groupLength)
  }

  /// The number of issues.
  public var count: Int { issues.count }

  /// Bytes of folded text so far. A segment of some 32 MB is searched best; it must stay below 1 GiB.
  public var textLength: Int { text.count }

  /// Folds an issue and appends it.
  public mutating func add(_ issue: Issue) { add(FoldedIssue(issue), of: issue) }

  mutating func add(_ folded: FoldedIssue, of issue: Issue) {
    if !text.isEmpty { text.append(FoldedText.separator) }
    let base = text.count
    issues.append(SegmentIssue(firstArticle: UInt32(articles.count), text: UInt32(base)))
    var next = 0
    for (index, article) in issue.articles.enumerated() {
      let start = next < folded.entries.count ? folded.entries[next].folded : folded.text.bytes.count
      articles.append(
        SegmentArticle(
          text: UInt32(base + start), firstEntry: UInt32(entries.count), firstPerson: UInt32(people.count),
          kind: UInt32(article.kind.code)))
      while next < folded.entries.count, folded.entries[next].article == index {
        add(folded.entries[next], base: base)
        next += 1
      }
      article.people.forEach { add($0) }
    }
    exceptions += folded.exceptions(base: base)
    text += folded.text.bytes
  }

  /// Appends an issue of another segment as it is.
  public mutating func add(_ issue: Int, of segment: FoldedSegment) {
    guard issue >= 0, issue < segment.issueCount else { return add(Issue(id: "", pages: [], articles: [])) }
    if !text.isEmpty { text.append(FoldedText.separator) }
    let base = text.count
    issues.append(SegmentIssue(firstArticle: UInt32(articles.count), text: UInt32(base)))
    var range = segment.text(ofIssues: issue..<issue + 1)
    // A separator stands before the next issue.
    if issue + 1 < segment.issueCount, !range.isEmpty { range = range.dropLast() }
    func moved(_ offset: Int) -> UInt32 { UInt32(base + min(max(0, offset - range.lowerBound), range.count)) }
    for article in segment.articles(ofIssue: issue) {
      articles.append(
        SegmentArticle(
          text: moved(Int(segment.arrays.articles[article].text)), firstEntry: UInt32(entries.count),
          firstPerson: UInt32(people.count), kind: segment.arrays.articles[article].kind))
      for entry in segment.entries(ofArticle: article) {
        var copy = segment.arrays.entries[entry]
        copy.text = moved(Int(copy.text))
        entries.append(copy)
      }
      for person in segment.people(ofArticle: article) { add(segment.person(person)) }
    }
    let first = segment.exceptions.partitioningIndex { Int($0.text) >= range.lowerBound }
    for exception in segment.exceptions[first...].prefix(while: { Int($0.text) <= range.upperBound }) {
      var copy = exception
      copy.text = moved(Int(copy.text))
      exceptions.append(copy)
    }
    text += segment.text[range]
  }

  private mutating func add(_ entry: FoldedIssue.Entry, base: Int) {
    entries.append(
      SegmentEntry(
        text: UInt32(base + entry.folded), page: UInt16(clamping: entry.page), role: entry.role.code,
        isEmpty: entry.text.isEmpty ? 1 : 0))
  }

  private mutating func add(_ person: Person) {
    let role = UInt32(names.count)
    names += person.role.utf8
    people.append(SegmentPerson(role: role, name: UInt32(names.count)))
    names += person.name.utf8
  }

  /// Reserves memory for the text of a whole segment, so that it is not copied as it grows.
  public mutating func reserve(textLength: Int) { text.reserveCapacity(textLength) }

  /// The segment; its length is a multiple of eight.
  public consuming func finish() -> [UInt8] {
    var bytes: [UInt8] = []
    finish(into: &bytes)
    return bytes
  }

  /// Replaces an array by the segment, whose length is a multiple of eight, and starts the next one. Both keep their
  /// memory: asking the system for new pages takes longer than filling them.
  public mutating func finish(into bytes: inout [UInt8]) {
    var head = SegmentHead()
    (head.issues, head.articles) = (UInt32(issues.count), UInt32(articles.count))
    (head.entries, head.people) = (UInt32(entries.count), UInt32(people.count))
    (head.exceptions, head.names, head.text) = (UInt32(exceptions.count), UInt32(names.count), UInt32(text.count))
    let signature = signature
    head.groups = UInt32(signature.groupCount)
    addEnds(head)
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(
      text.count + names.count + 8 * (signature.rows.count + signature.initials.count)
        + 8 * (entries.count + exceptions.count) + 16 * articles.count + 4096)
    withUnsafeBytes(of: head) { bytes += $0 }
    append(issues, to: &bytes)
    append(articles, to: &bytes)
    append(entries, to: &bytes)
    append(people, to: &bytes)
    append(exceptions, to: &bytes)
    append(names, to: &bytes)
    append(text, to: &bytes)
    append(signature.firstIssues, to: &bytes)
    append(signature.rows, to: &bytes)
    append(signature.initials, to: &bytes)
    startAnew()
  }

  /// Empty for a small segment.
  private var signature: SegmentSignature.Made {
    guard !issues.isEmpty, text.count >= leastSigned else { return SegmentSignature.Made() }
    return SegmentSignature.make(text, issues: issues, groupLength: groupLength)
  }

  /// Adds the last record of each array, which only ends the one before it.
  private mutating func addEnds(_ head: SegmentHead) {
    issues.append(SegmentIssue(firstArticle: head.articles, text: head.text))
    articles.append(SegmentArticle(text: head.text, firstEntry: head.entries, firstPerson: head.people, kind: 0))
    entries.append(SegmentEntry(text: head.text, page: 0, role: 0, isEmpty: 1))
    people.append(SegmentPerson(role: head.names, name: head.names))
  }

  private mutating func startAnew() {
    text.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    issues.removeAll(keepingCapacity: true)
    articles.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    people.removeAll(keepingCapacity: true)
    exceptions.removeAll(keepingCapacity: true)
  }

  /// Appends records as they are in memory.
  private func append<Record: BitwiseCopyable>(_ records: [Record], to bytes: inout [UInt8]) {
    records.withUnsafeBytes { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: repeatElement(0, count: -bytes.count & (SegmentHead.alignment - 1)))
  }
}

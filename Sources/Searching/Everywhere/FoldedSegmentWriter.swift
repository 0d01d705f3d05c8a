import Newspaper

/// Puts issues into a segment, one after the other.
public struct FoldedSegmentWriter: Sendable {
  private var text: [UInt8] = []
  private var names: [UInt8] = []
  private var issues: [SegmentIssue] = []
  private var articles: [SegmentArticle] = []
  private var entries: [SegmentEntry] = []
  private var people: [SegmentPerson] = []
  private var oddities: [SegmentOddity] = []

  /// From how many bytes of text on there is a signature, and how many a group of it has.
  private let leastSigned: Int
  private let groupLength: Int

  /// No issue yet.
  public init() {
    self.init(leastSigned: SegmentSignature.leastLength, groupLength: SegmentSignature.groupLength)
  }

  init(leastSigned: Int, groupLength: Int) {
    (self.leastSigned, self.groupLength) = (leastSigned, groupLength)
  }

  /// How many issues there are.
  public var count: Int { issues.count }

  /// Bytes of folded text so far. A segment of some 32 MB is searched best; it must stay below 1 GiB.
  public var textLength: Int { text.count }

  /// Folds an issue and puts it behind the others.
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
    oddities += folded.oddities(base: base)
    text += folded.text.bytes
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

  /// The segment; its length is a multiple of eight.
  public consuming func finish() -> [UInt8] {
    var head = SegmentHead()
    (head.issues, head.articles) = (UInt32(issues.count), UInt32(articles.count))
    (head.entries, head.people) = (UInt32(entries.count), UInt32(people.count))
    (head.oddities, head.names, head.text) = (UInt32(oddities.count), UInt32(names.count), UInt32(text.count))
    let isSigned = !issues.isEmpty && text.count >= leastSigned
    let signature =
      isSigned ? SegmentSignature.make(text, issues: issues, groupLength: groupLength) : (firstIssues: [], rows: [])
    head.groups = UInt32(max(0, signature.firstIssues.count - 1))
    let end = UInt32(text.count)
    issues.append(SegmentIssue(firstArticle: head.articles, text: end))
    articles.append(SegmentArticle(text: end, firstEntry: head.entries, firstPerson: head.people, kind: 0))
    entries.append(SegmentEntry(text: end, page: 0, role: 0, isEmpty: 1))
    people.append(SegmentPerson(role: head.names, name: head.names))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      text.count + names.count + 8 * signature.rows.count + 8 * (entries.count + oddities.count) + 16 * articles.count
        + 4096)
    withUnsafeBytes(of: head) { bytes += $0 }
    let arrays = [
      issues.bytes, articles.bytes, entries.bytes, people.bytes, oddities.bytes, names, text,
      signature.firstIssues.bytes,
      signature.rows.bytes,
    ]
    for array in arrays {
      bytes += array
      bytes += [UInt8](repeating: 0, count: -bytes.count & (SegmentHead.alignment - 1))
    }
    return bytes
  }
}

extension Array {
  /// The records as they lie in memory.
  fileprivate var bytes: [UInt8] { withUnsafeBytes { Array<UInt8>($0) } }
}

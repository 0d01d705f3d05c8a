/// The arrays of a segment, in place.
struct SegmentArrays {
  let issues: UnsafeBufferPointer<SegmentIssue>
  let articles: UnsafeBufferPointer<SegmentArticle>
  let entries: UnsafeBufferPointer<SegmentEntry>
  let people: UnsafeBufferPointer<SegmentPerson>
  let exceptions: UnsafeBufferPointer<SegmentException>
  let names: UnsafeBufferPointer<UInt8>
  let text: UnsafeBufferPointer<UInt8>
  /// Nil in a small segment.
  let signature: SegmentSignature?

  /// Nil if the bytes are no segment, or are truncated.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let headLength = MemoryLayout<SegmentHead>.size
    func rowWords(_ rows: Int, _ head: SegmentHead) -> UInt64 {
      UInt64(SegmentSignature.words(forGroups: Int(head.groups))) * UInt64(rows)
    }
    guard bytes.count >= headLength, let start = bytes.baseAddress, Int(bitPattern: start) % SegmentHead.alignment == 0
    else { return nil }
    let head = start.load(as: SegmentHead.self)
    var rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(headLength))
    guard head.mark == SegmentHead.mark,
      let issues = rest.takeArray(of: SegmentIssue.self, UInt64(head.issues) + 1),
      let articles = rest.takeArray(of: SegmentArticle.self, UInt64(head.articles) + 1),
      let entries = rest.takeArray(of: SegmentEntry.self, UInt64(head.entries) + 1),
      let people = rest.takeArray(of: SegmentPerson.self, UInt64(head.people) + 1),
      let exceptions = rest.takeArray(of: SegmentException.self, UInt64(head.exceptions)),
      let names = rest.takeArray(of: UInt8.self, UInt64(head.names)),
      let text = rest.takeArray(of: UInt8.self, UInt64(head.text)),
      let firstIssues = rest.takeArray(of: UInt32.self, head.groups == 0 ? 0 : UInt64(head.groups) + 1),
      let rows = rest.takeArray(of: UInt64.self, rowWords(1 << Int(SegmentSignature.log2Rows), head)),
      let initials = rest.takeArray(of: UInt64.self, rowWords(Initials.tripleCount, head))
    else { return nil }
    signature = head.groups == 0 ? nil : SegmentSignature(firstIssues: firstIssues, rows: rows, initials: initials)
    (self.issues, self.articles, self.entries, self.people) = (issues, articles, entries, people)
    (self.exceptions, self.names, self.text) = (exceptions, names, text)
  }
}

extension UnsafeRawBufferPointer {
  /// Removes an array from the front, with its padding to a multiple of eight bytes; nil if there are too few bytes.
  fileprivate mutating func takeArray<Record>(of type: Record.Type, _ count: UInt64) -> UnsafeBufferPointer<Record>? {
    let length = count * UInt64(MemoryLayout<Record>.stride)
    let padded = (length + UInt64(SegmentHead.alignment - 1)) & ~UInt64(SegmentHead.alignment - 1)
    guard padded <= UInt64(self.count) else { return nil }
    let array = UnsafeRawBufferPointer(rebasing: prefix(Int(length))).assumingMemoryBound(to: type)
    self = UnsafeRawBufferPointer(rebasing: dropFirst(Int(padded)))
    return array
  }
}

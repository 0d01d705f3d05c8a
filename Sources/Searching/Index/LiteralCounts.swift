import Text

extension FoldedSegment {
  /// The occurrences of a literal text by issue.
  struct LiteralCounts: Sendable {
    /// By issue.
    var counts: [UInt32]
    /// Issues with text that is no occurrence only because it starts or ends within the folding of a character.
    var nearly: Set<Int> = []
  }

  /// True if an index says where literal text stands, or if there is little text.
  var isQuicklyCounted: Bool { pairs != nil || text.count < SegmentSignature.leastLength }

  /// The occurrences of a literal text: by the index if it can say them, else by reading the text.
  func literalCounts(of needle: [UInt8]) -> LiteralCounts {
    var counting = IssueCounting(self)
    if let pairs, (try? pairs.count(needle, in: self, &counting)) ?? false { return counting.result }
    counting = IssueCounting(self)
    let base = text
    Needle.literal(needle).forEachOccurrence(in: base) { counting.take($0.lowerBound, needle.count) }
    return counting.result
  }
}

/// Assigns occurrences to the issues of a segment.
private struct IssueCounting {
  private let segment: FoldedSegment
  private(set) var result: FoldedSegment.LiteralCounts
  private var exception = 0
  private var issue = 0
  /// The range of text of that issue.
  private var range = 0..<0

  init(_ segment: FoldedSegment) {
    self.segment = segment
    result = FoldedSegment.LiteralCounts(counts: [UInt32](repeating: 0, count: segment.issueCount))
  }

  /// Counts an occurrence that is one of the repaired text, too. They come in order.
  /// - Returns: false if it is none there.
  mutating func take(_ place: Int, _ length: Int) -> Bool {
    guard segment.isWhole(place..<place + length, &exception) else {
      result.nearly.insert(segment.issue(at: place, from: 0))
      return false
    }
    count(place)
    return true
  }

  /// Counts what is at a place for sure. Places may come in any order.
  @inline(__always)
  mutating func count(_ place: Int) {
    if !range.contains(place) { move(to: place) }
    if issue < result.counts.count { result.counts[issue] += 1 }
  }

  private mutating func move(to place: Int) {
    issue = segment.issue(at: place, from: place < range.lowerBound ? 0 : issue)
    range = segment.text(ofIssues: issue..<issue + 1)
  }
}

extension PairIndex {
  /// Counts a literal text.
  /// - Returns: false if the index cannot say it.
  fileprivate func count(
    _ needle: [UInt8], in segment: FoldedSegment, _ counting: inout IssueCounting
  ) throws(Damage) -> Bool {
    let scalars = needle.withUnsafeBufferPointer { Self.characters(of: $0) }.scalars
    if scalars.count == 1, let first = scalars.first {
      // Within the folding of a character there may be letters and digits.
      guard first >= 0x800, first != 0xFFFD, head.hasInnerHanzi == 0 else { return false }
      for list in try lists(of: first) { try forEachPlace(of: list) { counting.count($0) } }
      return true
    }
    guard let places = try places(of: needle, in: segment.text) else { return false }
    var end = 0
    for place in places where place >= end {
      if counting.take(place, needle.count) { end = place + needle.count }
    }
    return true
  }

  private static func characters(of needle: UnsafeBufferPointer<UInt8>) -> (scalars: [UInt32], offsets: [Int]) {
    var (scalars, offsets) = ([UInt32](), [Int]())
    var cursor = ScalarCursor(needle)
    while let scalar = cursor.current {
      scalars.append(scalar)
      offsets.append(cursor.offset)
      cursor.advance()
    }
    return (scalars, offsets)
  }

  /// The places of several characters side by side, in order: those of the rarest two, as far as the others stand
  /// beside them. Where there are few of these the text itself is looked at.
  /// - Parameter limit: the most bytes of places that are read.
  /// - Returns: nil if the index cannot say it, or not within the limit.
  func places(
    of needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, limit: Int = .max
  ) throws(Damage) -> [Int]? {
    let (scalars, offsets) = needle.withUnsafeBufferPointer { Self.characters(of: $0) }
    // Places of the sign for a character that cannot be read are not kept.
    guard scalars.count > 1, !scalars.contains(0xFFFD) else { return nil }
    var pairs: [(list: PairList, index: Int)] = []
    for index in 0..<scalars.count - 1 {
      guard let list = try list(of: scalars[index], scalars[index + 1]) else { return [] }
      pairs.append((list, index))
    }
    pairs.sort { $0.list.length < $1.list.length }
    guard pairs[0].list.length <= limit else { return nil }
    var found: [Int] = []
    found.reserveCapacity(Int(pairs[0].list.length))
    let shift = offsets[pairs[0].index]
    try forEachPlace(of: pairs[0].list) { if $0 >= shift { found.append($0 - shift) } }
    var covered: Set = [pairs[0].index, pairs[0].index + 1]
    for (list, index) in pairs.dropFirst() where !covered.isSuperset(of: [index, index + 1]) {
      // To look at the text takes as long as to read some hundred places of a list.
      if found.count < Int(list.length) / 128 {
        return found.filter { place in
          place + needle.count <= text.count && needle.elementsEqual(text[place..<place + needle.count])
        }
      }
      var (next, kept) = (0, 0)
      try forEachPlace(of: list) { place in
        let start = place - offsets[index]
        while next < found.count, found[next] < start { next += 1 }
        guard next < found.count, found[next] == start else { return }
        (found[kept], next, kept) = (start, next + 1, kept + 1)
      }
      found.removeLast(found.count - kept)
      covered.formUnion([index, index + 1])
    }
    return found
  }
}

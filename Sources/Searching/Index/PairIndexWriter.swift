import Text

extension PairIndex {
  /// The bytes of the index of a segment.
  /// - Parameters:
  ///   - text: the checksum of the folded text.
  ///   - checksum: the function of checksums.
  /// - Complexity: O(text); some four bytes of memory for each byte of text.
  public static func bytes(
    of segment: FoldedSegment, text: UInt64, checksum: (UnsafeRawBufferPointer) -> UInt64
  ) -> [UInt8] {
    var writer = PairIndexWriter(segment.text)
    writer.addAll(checksum)
    return writer.finish(
      Head(
        text: text, listCount: UInt64(writer.lists.count), placesLength: UInt64(writer.places.count),
        hasInnerHanzi: segment.hasInnerHanzi ? 1 : 0), checksum)
  }
}

extension FoldedSegment {
  /// True if a character of three bytes or more stands with others in the folding of another one.
  fileprivate var hasInnerHanzi: Bool {
    exceptions.contains { exception in
      let end = min(text.count, Int(exception.text) + Int(exception.length))
      let folding = text[min(end, Int(exception.text))..<end]
      let isOne = folding.first.map { UTF8.width($0) >= folding.count } ?? true
      return !isOne && folding.contains { $0 >= 0xE0 && $0 < 0xFF }
    }
  }
}

private struct PairIndexWriter {
  private let text: UnsafeBufferPointer<UInt8>
  private(set) var lists: [PairList] = []
  private(set) var places: [UInt8] = []

  /// More than any scalar and the separator.
  private static let scalars = 0x11_0002

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    places.reserveCapacity(text.count)
  }

  /// Sorts all places by their first character, then those of each by the second one.
  mutating func addAll(_ checksum: (UnsafeRawBufferPointer) -> UInt64) {
    var starts = [UInt32](repeating: 0, count: Self.scalars)
    forEachCharacter { scalar, _ in starts[Int(scalar) + 1] += 1 }
    for scalar in 1..<starts.count { starts[scalar] += starts[scalar - 1] }
    let total = Int(starts[Self.scalars - 1])
    var ends = starts
    let sorted = [UInt32](unsafeUninitializedCapacity: total) { buffer, count in
      forEachCharacter { scalar, place in
        buffer[Int(ends[Int(scalar)])] = UInt32(place)
        ends[Int(scalar)] += 1
      }
      count = total
    }
    var groups = SecondCharacters(count: Self.scalars)
    for scalar in 0..<Self.scalars - 2 where ends[scalar] > starts[scalar] {
      let width = UTF8.length(of: UInt32(scalar))
      let group = sorted[Int(starts[scalar])..<Int(ends[scalar])]
      groups.sort(group) { [text] place in
        ScalarCursor(text, from: min(text.count, Int(place) + width)).current ?? ScalarCursor.separator
      }
      for (second, some) in groups.all { add(PairList.key(UInt32(scalar), second), groups.sorted[some], checksum) }
    }
  }

  /// All characters but separators, with their places.
  private func forEachCharacter(_ body: (UInt32, Int) -> Void) {
    var cursor = ScalarCursor(text)
    while let scalar = cursor.current {
      // A byte that is no UTF-8 has no width of its own.
      if scalar != ScalarCursor.separator, scalar != 0xFFFD { body(scalar, cursor.offset) }
      cursor.advance()
    }
  }

  private mutating func add(
    _ key: UInt64, _ some: ArraySlice<UInt32>, _ checksum: (UnsafeRawBufferPointer) -> UInt64
  ) {
    let start = places.count
    var last: UInt32 = 0
    for place in some {
      var delta = place &- last
      last = place
      while delta >= 0x80 {
        places.append(UInt8(truncatingIfNeeded: delta) | 0x80)
        delta >>= 7
      }
      places.append(UInt8(delta))
    }
    let sum = places.withUnsafeBytes { checksum(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    lists.append(
      PairList(
        keyAndSum: key << 22 | PairList.short(sum), offset: UInt32(start), length: UInt32(places.count - start)))
  }

  /// The whole file.
  consuming func finish(_ head: PairIndex.Head, _ checksum: (UnsafeRawBufferPointer) -> UInt64) -> [UInt8] {
    var head = head
    let starts = stride(from: 0, to: lists.count, by: PairIndex.Head.blockLength)
    let firstKeys = starts.map { lists[$0].key }
    let sums = starts.map { start in
      lists[start..<min(lists.count, start + PairIndex.Head.blockLength)].withUnsafeBytes(checksum)
    }
    let tables = (firstKeys + sums).withUnsafeBytes { Array($0) }
    let ownSum = withUnsafeBytes(of: head) { checksum(UnsafeRawBufferPointer(rebasing: $0.dropLast(8))) }
    head.checksum = ownSum ^ tables.withUnsafeBytes(checksum)
    var bytes = withUnsafeBytes(of: head) { Array($0) }
    bytes.reserveCapacity(bytes.count + tables.count + lists.count * 16 + places.count)
    bytes += tables
    lists.withUnsafeBytes { bytes += $0 }
    bytes += places
    return bytes
  }
}

/// Sorts places by the character that follows there; the places of each stay in order.
private struct SecondCharacters {
  /// By scalar: the number of places, later the end of those that are sorted.
  private var counts: [UInt32]
  private(set) var sorted: [UInt32] = []
  /// The characters, in order, and the range of each in `sorted`.
  private(set) var all: [(UInt32, Range<Int>)] = []

  init(count: Int) { counts = [UInt32](repeating: 0, count: count) }

  mutating func sort(_ places: ArraySlice<UInt32>, by second: (UInt32) -> UInt32) {
    let seconds = places.map(second)
    var found: [UInt32] = []
    for scalar in seconds {
      if counts[Int(scalar)] == 0 { found.append(scalar) }
      counts[Int(scalar)] += 1
    }
    found.sort()
    all.removeAll(keepingCapacity: true)
    var start = 0
    for scalar in found {
      let end = start + Int(counts[Int(scalar)])
      all.append((scalar, start..<end))
      counts[Int(scalar)] = UInt32(start)
      start = end
    }
    if sorted.count < start { sorted = [UInt32](repeating: 0, count: start) }
    for (place, scalar) in zip(places, seconds) {
      sorted[Int(counts[Int(scalar)])] = place
      counts[Int(scalar)] += 1
    }
    for scalar in found { counts[Int(scalar)] = 0 }
  }
}

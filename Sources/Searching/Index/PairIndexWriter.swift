import Text

extension PairIndex {
  /// The bytes of the index of a segment.
  /// - Parameters:
  ///   - text: the checksum of the folded text.
  ///   - most: characters that are sorted at once, if those that begin with one scalar are no more. They take eight
  ///     bytes each.
  ///   - checksum: the function of checksums.
  /// - Complexity: O(text); some two bytes of memory for each byte of text, and 64 MB.
  public static func bytes(
    of segment: FoldedSegment, text: UInt64, most: Int = 1 << 23, checksum: (UnsafeRawBufferPointer) -> UInt64
  ) -> [UInt8] {
    var writer = PairIndexWriter(segment.text, most: most)
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
  /// Room for the bytes of one list.
  private var list: [UInt8] = []

  /// More than any scalar and the separator.
  private static let scalars = 0x11_0002
  private let most: Int

  init(_ text: UnsafeBufferPointer<UInt8>, most: Int) {
    (self.text, self.most) = (text, most)
    places.reserveCapacity(text.count)
  }

  /// Sorts all places by their first character, then those of each by the second one: those of some characters at a
  /// time, so that memory for them is bounded.
  mutating func addAll(_ checksum: (UnsafeRawBufferPointer) -> UInt64) {
    var counts = [UInt32](repeating: 0, count: Self.scalars)
    counts.withUnsafeMutableBufferPointer { counts in
      forEachPair { first, _, _ in counts[Int(first)] &+= 1 }
    }
    var groups = SecondCharacters(count: Self.scalars)
    var first = 0
    while first < counts.count {
      var (end, total) = (first, 0)
      repeat {
        total += Int(counts[end])
        end += 1
      } while end < counts.count && total + Int(counts[end]) <= most
      if total > 0 { add(first..<end, total, &counts, &groups, checksum) }
      first = end
    }
  }

  /// Adds all pairs whose first character is among some.
  /// - Parameter counts: by scalar, the number of its places; of these characters they are lost.
  private mutating func add(
    _ firsts: Range<Int>, _ total: Int, _ counts: inout [UInt32], _ groups: inout SecondCharacters,
    _ checksum: (UnsafeRawBufferPointer) -> UInt64
  ) {
    // The number of places becomes where they start, and then their end.
    var sum: UInt32 = 0
    for scalar in firsts { (counts[scalar], sum) = (sum, sum + counts[scalar]) }
    let pairs = [SecondCharacters.Pair](unsafeUninitializedCapacity: total) { buffer, count in
      counts.withUnsafeMutableBufferPointer { ends in
        forEachPair { first, second, place in
          guard firsts.contains(Int(first)) else { return }
          buffer[Int(ends[Int(first)])] = SecondCharacters.Pair(second: second, place: place)
          ends[Int(first)] &+= 1
        }
      }
      count = total
    }
    var start = 0
    for scalar in firsts where counts[scalar] > start {
      let end = Int(counts[scalar])
      groups.sort(pairs[start..<end])
      for (second, some) in groups.all { add(PairList.key(UInt32(scalar), second), groups.sorted[some], checksum) }
      start = end
    }
  }

  /// All characters but separators, with those behind them and their places. A byte that is no UTF-8 has no width of
  /// its own: it is no first character.
  @inline(__always)
  private func forEachPair(_ body: (_ first: UInt32, _ second: UInt32, _ place: UInt32) -> Void) {
    let separator = ScalarCursor.separator
    var place = 0
    var (first, width) = character(at: 0)
    while place < text.count {
      let next = place + width
      let (second, nextWidth) = character(at: next)
      if first != separator, first != 0xFFFD { body(first, second, UInt32(truncatingIfNeeded: place)) }
      (place, first, width) = (next, second, nextWidth)
    }
  }

  /// The character at a place, the separator at the end, and its bytes. Most are hanzi or of ASCII, which are read at
  /// once.
  @inline(__always)
  private func character(at place: Int) -> (scalar: UInt32, width: Int) {
    guard place < text.count else { return (ScalarCursor.separator, 1) }
    let lead = text[place]
    if lead < 0x80 { return (UInt32(lead), 1) }
    guard place + 3 <= text.count, lead &- 0xE4 < 6 else {
      let scalar = ScalarCursor(text, from: place).current ?? 0xFFFD
      return (scalar <= ScalarCursor.separator ? scalar : 0xFFFD, UTF8.width(lead))
    }
    return (UInt32(lead & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6 | UInt32(text[place + 2] & 0x3F), 3)
  }

  private mutating func add(
    _ key: UInt64, _ some: ArraySlice<UInt32>, _ checksum: (UnsafeRawBufferPointer) -> UInt64
  ) {
    let start = places.count
    if list.count < 5 * some.count { list = [UInt8](repeating: 0, count: 10 * some.count) }
    let length = list.withUnsafeMutableBufferPointer { list in
      var (end, last): (Int, UInt32) = (0, 0)
      for place in some {
        var delta = place &- last
        last = place
        while delta >= 0x80 {
          list[end] = UInt8(truncatingIfNeeded: delta) | 0x80
          end += 1
          delta >>= 7
        }
        list[end] = UInt8(delta)
        end += 1
      }
      return end
    }
    places += list[..<length]
    let sum = list.withUnsafeBytes { checksum(UnsafeRawBufferPointer(rebasing: $0[..<length])) }
    lists.append(
      PairList(keyAndSum: key << 22 | PairList.short(sum), offset: UInt32(start), length: UInt32(length)))
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
  /// A place with the character behind the one that stands there: to look for it in the text once more took longer than
  /// all the rest.
  struct Pair: BitwiseCopyable {
    var second: UInt32
    var place: UInt32
  }

  /// By scalar: the number of places, later the end of those that are sorted.
  private var counts: [UInt32]
  private(set) var sorted: [UInt32] = []
  /// The characters, in order, and the range of each in `sorted`.
  private(set) var all: [(UInt32, Range<Int>)] = []

  init(count: Int) { counts = [UInt32](repeating: 0, count: count) }

  mutating func sort(_ pairs: ArraySlice<Pair>) {
    var found: [UInt32] = []
    for pair in pairs {
      if counts[Int(pair.second)] == 0 { found.append(pair.second) }
      counts[Int(pair.second)] += 1
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
    for pair in pairs {
      sorted[Int(counts[Int(pair.second)])] = pair.place
      counts[Int(pair.second)] += 1
    }
    for scalar in found { counts[Int(scalar)] = 0 }
  }
}

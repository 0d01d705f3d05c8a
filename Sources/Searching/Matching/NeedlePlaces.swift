import Text

/// The places of a segment at which matches of a query's needles may begin, where its index of neighbouring characters
/// says that they are few. All other text is left out.
struct NeedlePlaces: Sendable {
  private(set) var known: [(needle: Needle, places: [UInt32])] = []

  /// The index says nothing.
  init() {}

  /// - Parameter pinyin: what is known of the patterns from the segments before.
  fileprivate init(of needles: [Needle], in segment: FoldedSegment, _ pinyin: inout [PinyinPairs]) {
    guard let index = segment.pairs else { return }
    // To read all of the text takes no longer where there are more.
    let limit = max(1 << 12, segment.text.count / 512)
    for needle in needles {
      switch needle {
      case .literal(let text), .word(let text, _):
        if let places = try? index.places(of: text, in: segment.text, limit: limit) {
          known.append((needle, places.map { UInt32($0) }))
        }
      case .pinyin(let pattern):
        var place = pinyin.firstIndex { $0.pattern == pattern }
        if place == nil, let pairs = PinyinPairs(pattern) {
          place = pinyin.count
          pinyin.append(pairs)
        }
        if let place, let places = try? pinyin[place].beginnings(in: segment, index, limit: limit) {
          known.append((needle, places))
        }
      case .lookalike: break
      }
    }
  }

  /// The places for a query in each of some segments.
  /// - Parameter isWanted: asked before each segment; once false, nothing is said of the rest.
  static func inEach(
    of segments: [FoldedSegment], for query: Query, while isWanted: () -> Bool = { true }
  ) -> [NeedlePlaces] {
    let needles = query.clauses.flatMap(\.conditions).flatMap(\.terms).flatMap { term -> [Needle] in
      if case .text(let needles) = term.pattern { needles } else { [] }
    }
    var pinyin: [PinyinPairs] = []
    return segments.map { isWanted() ? NeedlePlaces(of: needles, in: $0, &pinyin) : NeedlePlaces() }
  }

  /// The places in a range of text, from its start on; nil where nothing is known of the needle.
  func beginnings(of needle: Needle, in range: Range<Int>) -> Beginnings? {
    guard let places = known.first(where: { $0.needle == needle })?.places else { return nil }
    let first = places.partitioningIndex { Int($0) >= range.lowerBound }
    let end = places.partitioningIndex { Int($0) >= range.upperBound }
    return Beginnings(at: places[first..<end].map { $0 - UInt32(range.lowerBound) })
  }
}

/// The pairs of characters that matches of a pattern of pinyin begin with, and those that they end with.
private struct PinyinPairs: Sendable {
  let pattern: PinyinPattern
  private let table = ReadingsTable()
  /// Every state that characters lead to from the beginning.
  private let reached: UInt64
  /// By the number of a character's readings, as far as it was asked for.
  private var known: [Steps?] = []

  /// The states that a character leads to.
  private struct Steps {
    /// As the first one of a match.
    var first: UInt64
    /// As any one.
    var inner: UInt64
    /// True if a match can end with it.
    var isLast: Bool
  }

  /// Nil for a pattern that one character may match.
  init?(_ pattern: PinyinPattern) {
    let (end, table) = (pattern.scalars.count, table)
    // Places of the sign for a character that cannot be read are not in the index.
    guard !pattern.scalars.contains(0xFFFD), !pattern.ends(from: 0, table).contains(end) else { return nil }
    var (reached, left): (UInt64, [Int]) = (1, [0])
    while let place = left.popLast() {
      for next in pattern.ends(from: place, table) where next < end && reached >> UInt64(next) & 1 == 0 {
        reached |= 1 << UInt64(next)
        left.append(next)
      }
    }
    (self.pattern, self.reached) = (pattern, reached)
  }

  /// The places where matches may begin, in order; nil if there are more than some.
  mutating func beginnings(
    in segment: FoldedSegment, _ index: PairIndex, limit: Int
  ) throws(PairIndex.Damage) -> [UInt32]? {
    var (first, last): ([PairList]?, [PairList]?) = ([], [])
    var (firstLength, lastLength) = (0, 0)
    try index.forEachList { list in
      let (one, other) = list.scalars
      let steps = steps(one)
      if first != nil, steps.first != 0, pattern.step(steps.first, other, table) != 0 {
        first?.append(list)
        firstLength += Int(list.length)
        if firstLength > limit { first = nil }
      }
      if last != nil, steps.inner != 0, self.steps(other).isLast,
        pattern.step(steps.inner, other, table) & pattern.whole != 0
      {
        last?.append(list)
        lastLength += Int(list.length)
        if lastLength > limit { last = nil }
      }
      return first != nil || last != nil
    }
    if let first, last == nil || firstLength <= lastLength {
      var places: [UInt32] = []
      for list in first { try index.forEachPlace(of: list) { places.append(UInt32($0)) } }
      return places.sorted()
    }
    guard let last else { return nil }
    var places: Set<UInt32> = []
    for list in last {
      try index.forEachPlace(of: list) { places.formUnion(beginnings(before: $0, in: segment.text)) }
    }
    return places.sorted()
  }

  /// The places where a match may begin whose last two characters stand at a place.
  private func beginnings(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var (place, found) = (end, [UInt32]())
    for _ in 1..<pattern.scalars.count {
      if let scalar = ScalarCursor(text, from: place).current, pattern.canBegin(scalar, table) {
        found.append(UInt32(place))
      }
      guard place > 0 else { break }
      repeat { place -= 1 } while place > 0 && text[place] & 0xC0 == 0x80
    }
    return found
  }

  private mutating func steps(_ scalar: UInt32) -> Steps {
    let number = Int(table.number(of: scalar))
    if number < known.count, let steps = known[number] { return steps }
    let inner = pattern.step(reached, scalar, table)
    // Behind the end of a match nothing more is passed.
    let steps = Steps(
      first: pattern.step(1, scalar, table) & ~pattern.whole, inner: inner & ~pattern.whole,
      isLast: inner & pattern.whole != 0)
    // A character of the pattern stands for itself, too, and so does one without readings.
    if number > 0, !pattern.scalars.contains(scalar) {
      if number >= known.count { known += [Steps?](repeating: nil, count: number + 1 - known.count) }
      known[number] = steps
    }
    return steps
  }
}

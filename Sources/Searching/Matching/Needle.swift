import CSystem
import Text

/// One way in which a text is looked for.
enum Needle: Sendable, Equatable {
  /// Folded UTF-8, never empty.
  case literal([UInt8])
  /// The same, but not within words.
  case word([UInt8], WordEdges)
  case pinyin(PinyinPattern)
  case lookalike(LookalikePattern, WordEdges)

  /// The kind of its matches.
  var kind: Match.Kind {
    switch self {
    case .literal, .word: .literal
    case .pinyin: .pinyin
    case .lookalike: .lookalike
    }
  }

  /// The beginnings of its occurrences; nil for a needle that is found without them.
  /// - Parameter length: how many bytes will be passed over.
  func beginnings(forTextOf length: Int) -> Beginnings? {
    switch self {
    case .literal, .word: return nil
    case .pinyin(let pattern):
      // To find out more costs as much as looking at some megabytes.
      if length > 1 << 22 { return Beginnings(of: pattern) }
      let table = ReadingsTable()
      return Beginnings(forTextOf: length) { pattern.canBegin($0, table) }
    case .lookalike(let pattern, _): return Beginnings(forTextOf: length, where: pattern.canBegin)
    }
  }

  /// The occurrences in folded text, in order.
  /// - Parameters:
  ///   - beginnings: where they can begin, if that is known from before.
  ///   - miss: learns where something starts that is none because it ends within a word.
  ///   - take: takes an occurrence; false where it is none after all, so that one may start within it.
  func forEachOccurrence(
    in bytes: UnsafeBufferPointer<UInt8>, beginnings: Beginnings? = nil, miss: (Int) -> Void = { _ in },
    _ take: (Range<Int>) -> Bool
  ) {
    let beginnings = beginnings ?? self.beginnings(forTextOf: bytes.count)
    switch self {
    case .literal(let wanted): Self.forEach(of: wanted, in: bytes, at: beginnings, take)
    case .word(let wanted, let edges):
      Self.forEach(of: wanted, in: bytes, at: beginnings) { range in
        if edges.hold(range, in: bytes) { return take(range) }
        miss(range.lowerBound)
        return false
      }
    case .pinyin(let pattern):
      let table = ReadingsTable()
      Self.forEach(from: beginnings, in: bytes, take) { start in
        var isCut = false
        let end = pattern.end(in: bytes, from: start, table, isCut: &isCut)
        if isCut { miss(start) }
        return end
      }
    case .lookalike(let pattern, let edges):
      Self.forEach(from: beginnings, in: bytes, take) { start in
        guard let end = pattern.end(in: bytes, from: start) else { return nil }
        if edges.hold(start..<end, in: bytes) { return end }
        miss(start)
        return nil
      }
    }
  }

  private static func forEach(
    from beginnings: Beginnings?, in bytes: UnsafeBufferPointer<UInt8>, _ take: (Range<Int>) -> Bool,
    end: (Int) -> Int?
  ) {
    var from = 0
    while let start = beginnings?.next(in: bytes, from: from) {
      from = start + UTF8.width(bytes[start])
      if let end = end(start), take(start..<end) { from = end }
    }
  }

  private static func forEach(
    of wanted: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at beginnings: Beginnings?, _ take: (Range<Int>) -> Bool
  ) {
    if let beginnings {
      return forEach(from: beginnings, in: bytes, take) { start in
        let end = start + wanted.count
        return end <= bytes.count && wanted.elementsEqual(bytes[start..<end]) ? end : nil
      }
    }
    // An occurrence that is refused hides another that starts within it only if the needle can overlap itself.
    let overlaps = wanted.overlapsItself
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: roomForPlaces) { places in
      var from = 0
      while from < bytes.count {
        let count = bl_find_all(
          bytes.baseAddress, bytes.count, from, wanted, wanted.count, places.baseAddress, places.count)
        from = count < places.count ? bytes.count : Int(places[count - 1]) + wanted.count
        for place in places[..<count].lazy.map(Int.init) where !take(place..<place + wanted.count) && overlaps {
          from = place + 1
          break
        }
      }
    }
  }

  /// The number of occurrences that are found before they are handed over.
  private static let roomForPlaces = 256
}

extension [UInt8] {
  /// True if an occurrence can start within another one: a beginning is also an end.
  fileprivate var overlapsItself: Bool {
    indices.dropFirst().contains { starts(with: self[$0...]) }
  }
}

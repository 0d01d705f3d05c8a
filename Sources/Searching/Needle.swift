import CSystem

/// One way in which a text is looked for.
enum Needle: Sendable, Equatable {
  /// Folded UTF-8, never empty.
  case literal([UInt8])
  case pinyin(PinyinPattern)
  case lookalike(LookalikePattern)

  /// What its matches are called.
  var kind: Match.Kind {
    switch self {
    case .literal: .literal
    case .pinyin: .pinyin
    case .lookalike: .lookalike
    }
  }

  /// The occurrences in folded text, in order.
  /// - Parameter take: takes an occurrence; false where it is none after all, so that one may start within it.
  func forEachOccurrence(in bytes: UnsafeBufferPointer<UInt8>, _ take: (Range<Int>) -> Bool) {
    switch self {
    case .literal(let wanted): Self.forEach(of: wanted, in: bytes, take)
    case .pinyin(let pattern):
      let table = ReadingsTable()
      let beginnings = Beginnings(forTextOf: bytes.count) { pattern.canBegin($0, table) }
      Self.forEach(from: beginnings, in: bytes, take) { pattern.end(in: bytes, from: $0, table) }
    case .lookalike(let pattern):
      let beginnings = Beginnings(forTextOf: bytes.count, where: pattern.canBegin)
      Self.forEach(from: beginnings, in: bytes, take) { pattern.end(in: bytes, from: $0) }
    }
  }

  private static func forEach(
    from beginnings: Beginnings, in bytes: UnsafeBufferPointer<UInt8>, _ take: (Range<Int>) -> Bool,
    end: (Int) -> Int?
  ) {
    var from = 0
    while let start = beginnings.next(in: bytes, from: from) {
      from = start + UTF8.width(bytes[start])
      if let end = end(start), take(start..<end) { from = end }
    }
  }

  private static func forEach(
    of wanted: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ take: (Range<Int>) -> Bool
  ) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    var from = 0
    while from < bytes.count,
      let found = bl_memmem(base + from, bytes.count - from, wanted, wanted.count)
    {
      let range = found - base..<found - base + wanted.count
      from = take(range) ? range.upperBound : range.lowerBound + 1
    }
  }
}

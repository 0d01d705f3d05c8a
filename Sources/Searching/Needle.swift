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

  /// The first occurrence in folded text from an offset on.
  func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    switch self {
    case .pinyin(let pattern): return pattern.next(in: bytes, from: start)
    case .lookalike(let pattern): return pattern.next(in: bytes, from: start)
    case .literal(let wanted):
      guard let base = UnsafeRawPointer(bytes.baseAddress), start < bytes.count else { return nil }
      guard let found = bl_memmem(base + start, bytes.count - start, wanted, wanted.count) else { return nil }
      let offset = found - base
      return offset..<offset + wanted.count
    }
  }
}

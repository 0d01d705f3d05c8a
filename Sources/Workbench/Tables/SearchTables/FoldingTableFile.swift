/// 32 bits: where the pool starts. The trie; its values are 0 and 1 for what stays as it is (1: stands in words),
/// 2 for space, 3 for nothing, and from 4 on the place in the pool, in steps of four bytes and four too many. There: a
/// byte with the length (bits 0–5) and whether the first (7) and the last scalar (6) stand in words, then the UTF-8.
func foldingTable(_ rules: FoldingRules) -> [UInt8] {
  var pool: [UInt8] = []
  var places: [[UInt32]: UInt16] = [:]
  var values: [UInt32: UInt16] = [:]
  for scalar in UInt32(0)..<0x40000 where !(0xD800..<0xE000).contains(scalar) {
    let folded = rules.folded(scalar)
    switch folded {
    case [scalar] where scalar != 0x20: values[scalar] = isWord(scalar) ? 1 : 0
    case [0x20]: values[scalar] = 2
    case []: values[scalar] = 3
    default:
      if places[folded] == nil {
        places[folded] = UInt16(pool.count / 4 + 4)
        pool += poolEntry(folded)
      }
      values[scalar] = places[folded]
    }
  }
  let blocks = trie(values)
  return littleEndian(UInt32(4 + blocks.count)) + blocks + pool
}

private func poolEntry(_ scalars: [UInt32]) -> [UInt8] {
  let text = String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
  // Marks belong to the letter that they stand on.
  let last = text.unicodeScalars.last { $0.properties.canonicalCombiningClass == .notReordered }?.value ?? scalars[0]
  let flags = (isWord(scalars[0]) ? 0x80 : 0) | (isWord(last) ? 0x40 : 0)
  precondition(text.utf8.count < 64)
  let entry = [UInt8(flags | text.utf8.count)] + text.utf8
  return entry + [UInt8](repeating: 0, count: -entry.count & 3)
}

/// True if a folded scalar stands in words that spaces separate: Latin letters and digits, not hanzi, kana or marks.
private func isWord(_ value: UInt32) -> Bool {
  switch value {
  case 0x30...0x39, 0x61...0x7A: return true
  case 0..<0x80, 0x2000..<0xAC00, 0xF900...0xFAFF, 0xFE30...0xFFFF, 0x20000...0x3FFFF: return false
  default:
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }
}

/// UTF-16 or UTF-32 if a file with zero bytes reads as text in it; nil if it does not.
///
/// Every order of the bytes gives characters; the right one gives those that newspapers use.
func wideEncoding(of file: [UInt8]) -> PageEncoding? {
  let sample = Array(file.prefix(64 << 10))
  func share(_ encoding: PageEncoding) -> Double {
    let length = encoding.unitLength
    let units = stride(from: 0, through: sample.count - length, by: length).map { place in
      (0..<length).reduce(UInt32(0)) {
        $0 << 8 | UInt32(sample[place + (encoding.isBigEndian ? $1 : length - 1 - $1)])
      }
    }
    return units.isEmpty ? 0 : Double(units.count(where: isUsual)) / Double(units.count)
  }
  let shares = [PageEncoding.utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian]
    .map { ($0, share($0)) }
  // In UTF-16 the halves of UTF-32 are NULs and letters, which are no text.
  return shares.filter { $0.1 > 0.95 }.max { $0.1 < $1.1 }?.0
}

/// Letters, hanzi and their marks.
private func isUsual(_ unit: UInt32) -> Bool {
  switch unit {
  case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0xA0..<0x180, 0x300..<0x700, 0xE00..<0xE60, 0x1E00..<0x2000, 0x2000..<0x2700,
    0x3000..<0x3100, 0x4E00..<0xA000, 0xAC00..<0xD7A4, 0xFE30..<0xFE70, 0xFF00..<0xFFF0, 0xFEFF, 0x20000..<0x32000:
    true
  default: false
  }
}

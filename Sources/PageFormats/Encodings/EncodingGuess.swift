/// UTF-16 if a file with zero bytes reads as text in it; nil if it does not.
///
/// Either order of the bytes gives characters; the right one gives those that newspapers use.
func utf16Encoding(of file: [UInt8]) -> PageEncoding? {
  let sample = file.prefix(64 << 10)
  func share(_ encoding: PageEncoding) -> Double {
    let bytes = Array(sample)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return encoding == .utf16BigEndian ? first << 8 | second : second << 8 | first
    }
    return units.isEmpty ? 0 : Double(units.reduce(0) { $0 + (isUsual($1) ? 1 : 0) }) / Double(units.count)
  }
  let shares = [PageEncoding.utf16LittleEndian, .utf16BigEndian].map { ($0, share($0)) }
  return shares.filter { $0.1 > 0.95 }.max { $0.1 < $1.1 }?.0
}

/// Latin letters, hanzi and the marks of both.
private func isUsual(_ unit: UInt16) -> Bool {
  switch unit {
  case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0xA0..<0x180, 0x2000..<0x2700, 0x3000..<0x3100, 0x4E00..<0xA000, 0xFE30..<0xFE70,
    0xFF00..<0xFFF0, 0xFEFF:
    true
  default: false
  }
}

/// GB18030 or Big5, whichever reads better as Chinese text; nil if neither does.
///
/// Both encode a hanzi in two bytes, and most pairs of bytes are a hanzi in either. But the first block of each holds
/// the characters in common use, nearly all of a page; in the wrong encoding half of them fall outside it. The most
/// frequent hanzi decide if a doubt is left.
func doubleByteEncoding(of file: [UInt8]) -> PageEncoding? {
  let start = file.firstIndex { $0 >= 0x80 } ?? file.endIndex
  let sample = Array(file[start...].prefix(64 << 10))
  let scores = [PageEncoding.gb18030, .big5].map { ($0, DoubleByteScore(sample, $0)) }
  let best = scores.filter { $0.1.blocks > 0.4 }.max { $0.1.blocks + $0.1.frequent < $1.1.blocks + $1.1.frequent }
  return best?.0
}

/// A measure of how Chinese some bytes look in an encoding.
private struct DoubleByteScore {
  /// 1 if every character is in common use; below 0 if most are no characters at all.
  private(set) var blocks = 0.0
  /// The share of the most frequent characters.
  private(set) var frequent = 0.0

  init(_ bytes: [UInt8], _ encoding: PageEncoding) {
    var characters = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else { index += 1; continue }
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0xFF
      // The sample may end inside a character.
      if index + 1 == bytes.count, characters > 0 { break }
      let (worth, length) = encoding == .big5 ? big5(bytes[index], second) : gb18030(bytes[index], second)
      blocks += worth
      characters += 1
      index += length
    }
    guard characters > 0 else { return }
    blocks /= Double(characters)
    let text = decoded(bytes, from: encoding)?.bytes ?? []
    let found = String(decoding: text, as: UTF8.self).unicodeScalars.reduce(0) { $0 + (isFrequent($1) ? 1 : 0) }
    frequent = Double(found) / Double(characters)
  }
}

/// The weight of a character as evidence for GB18030, and its length in bytes.
private func gb18030(_ first: UInt8, _ second: UInt8) -> (worth: Double, length: Int) {
  guard (0x81...0xFE).contains(first), second >= 0x30, second != 0x7F, second != 0xFF else { return (-2, 1) }
  if second < 0x40 { return second < 0x3A ? (0, 4) : (-2, 1) }
  guard second >= 0xA1 else { return (-0.3, 2) }
  switch first {
  case 0xA1...0xA3, 0xB0...0xD7: return (1, 2)
  case 0xD8...0xF7: return (0, 2)
  case 0xA4...0xA9: return (-0.5, 2)
  case 0x81...0xA0: return (-0.3, 2)
  default: return (-1, 2)
  }
}

/// The weight of a character as evidence for Big5, and its length in bytes.
private func big5(_ first: UInt8, _ second: UInt8) -> (worth: Double, length: Int) {
  guard (0x81...0xFE).contains(first), (0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second) else {
    return (-2, 1)
  }
  switch first {
  case 0xA1...0xA3, 0xA4...0xC6: return (1, 2)
  case 0xC9...0xF9: return (-0.5, 2)
  default: return (-1, 2)
  }
}

/// The most frequent hanzi of modern Chinese, in both scripts, and punctuation.
private func isFrequent(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x7F && frequentHanzi.contains(scalar) }

private let frequentHanzi = Set(
  """
  的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经
  十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形
  相全表间样与关各重新线内数正心反明看原又利比或但质气第向道命此变条只没结解问意建月公系军很情者最立代想已通并提直题党程展五果料
  市记者报讯本版省县区万元亿会议组织领导干部群众工作发展经济
  這為個國時來們對會發動過說產種麼後學經進著電裡現實體機當點從業應開還無與關線內數質氣變條沒結問軍題黨記報訊萬億議組織導幹眾濟
  ，。、；：？！“”‘’（）《》「」『』—…　
  """.unicodeScalars.filter { $0 != "\n" })

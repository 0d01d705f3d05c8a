/// Text in UTF-8, U+FFFD standing where the bytes were none of their encoding's.
struct ConvertedText {
  var bytes: [UInt8]
  /// The offset in `bytes` of the first U+FFFD that was put there.
  var firstFault: Int?
  /// Number of U+FFFD that were put.
  var faults = 0
}

/// Bytes in one of the encodings other than UTF-8 as UTF-8.
/// - Returns: nil for UTF-8, which is checked and not converted.
func decoded(_ bytes: [UInt8], from encoding: PageEncoding) -> ConvertedText? {
  switch encoding {
  case .utf8: nil
  case .utf16LittleEndian, .utf16BigEndian:
    converted(bytes, by: UTF16Decoder(isBigEndian: encoding == .utf16BigEndian))
  case .utf32LittleEndian, .utf32BigEndian:
    converted(bytes, by: UTF32Decoder(isBigEndian: encoding == .utf32BigEndian))
  case .gb18030: converted(bytes, by: GB18030Decoder())
  case .big5: converted(bytes, by: Big5Decoder())
  case .eucJP: converted(bytes, by: EUCJPDecoder())
  case .shiftJIS: converted(bytes, by: ShiftJISDecoder())
  case .iso2022JP: converted(bytes, by: ISO2022JPDecoder())
  case .eucKR: converted(bytes, by: EUCKRDecoder())
  default: converted(bytes, by: SingleByteDecoder(encoding))
  }
}

/// A decoder of a family of encodings, as the Encoding Standard describes it.
protocol CharacterDecoder {
  /// True if bytes below 0x80 are ASCII wherever a character may begin.
  static var keepsASCII: Bool { get }

  /// Writes a character of two bytes and 16 bits, as nearly all are, in the shortest way.
  /// - Returns: The length of the character; 0 if `read` is needed.
  func readHanzi(_ source: UnsafeBufferPointer<UInt8>, at place: Int, into text: inout ScalarWriter) -> Int

  /// Writes the character that begins at an index, or a fault, and moves the index behind it.
  mutating func read(_ source: UnsafeBufferPointer<UInt8>, at index: inout Int, into text: inout ScalarWriter)
}

extension CharacterDecoder {
  static var keepsASCII: Bool { true }

  @inline(__always)
  func readHanzi(_ source: UnsafeBufferPointer<UInt8>, at place: Int, into text: inout ScalarWriter) -> Int { 0 }
}

private func converted<Decoder: CharacterDecoder>(_ bytes: [UInt8], by decoder: Decoder) -> ConvertedText {
  var decoder = decoder
  var result = ConvertedText(bytes: [])
  // No byte becomes more than three. Room that is not used is never touched, and takes no memory.
  result.bytes = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 4) { room, count in
    guard let start = room.baseAddress else { return }
    var text = ScalarWriter(start)
    bytes.withUnsafeBufferPointer { source in
      var index = 0
      while index < source.count {
        if Decoder.keepsASCII, source[index] < 0x80 {
          text.append(ascii: source[index])
          index += 1
        } else {
          let length = decoder.readHanzi(source, at: index, into: &text)
          if length > 0 { index += length } else { decoder.read(source, at: &index, into: &text) }
        }
      }
    }
    count = text.count
    (result.firstFault, result.faults) = (text.firstFault, text.faults)
  }
  return result
}

/// Writes scalars as UTF-8 into memory that has room for all of them.
struct ScalarWriter {
  private let start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private(set) var firstFault: Int?
  private(set) var faults = 0

  init(_ start: UnsafeMutablePointer<UInt8>) { self.start = start }

  @inline(__always)
  mutating func append(ascii byte: UInt8) {
    start[count] = byte
    count &+= 1
  }

  /// Appends the scalar of a code point; a fault for 0 or `nil`, which are none of an index.
  mutating func append(_ code: UInt32?) {
    guard let code, code != 0 else { return appendFault() }
    switch code {
    case 0x800..<0x10000: append(hanzi: code)
    case ..<0x80: append(byte: code)
    case ..<0x800:
      append(byte: 0xC0 | code >> 6)
      append(byte: 0x80 | code & 0x3F)
    default:
      append(byte: 0xF0 | code >> 18)
      append(byte: 0x80 | code >> 12 & 0x3F)
      append(byte: 0x80 | code >> 6 & 0x3F)
      append(byte: 0x80 | code & 0x3F)
    }
  }

  /// Appends the scalar of a code point from 0x800 to 0xFFFF, as nearly all characters of East Asia are.
  @inline(__always)
  mutating func append(hanzi code: UInt32) {
    let place = start + count
    place[0] = UInt8(truncatingIfNeeded: 0xE0 | code >> 12)
    place[1] = UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3F)
    place[2] = UInt8(truncatingIfNeeded: 0x80 | code & 0x3F)
    count &+= 3
  }

  private mutating func append(byte: UInt32) { append(ascii: UInt8(truncatingIfNeeded: byte)) }

  mutating func appendFault() {
    firstFault = firstFault ?? count
    faults += 1
    append(0xFFFD)
  }
}

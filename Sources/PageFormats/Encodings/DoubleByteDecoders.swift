import Text

extension UnsafeBufferPointer<UInt8> {
  /// Reads the second byte of a character at an index, and moves the index behind the character.
  ///
  /// Of a character that is at fault an ASCII byte is kept, as the Standard has it: a lost byte must not take an angle
  /// bracket with it.
  /// - Parameter code: The code point of a second byte; nil or 0 if there is none.
  /// - Returns: The code point; nil for a fault.
  fileprivate func code(at index: inout Int, _ code: (Int) -> UInt32?) -> UInt32? {
    guard index + 1 < count else {
      index = count
      return nil
    }
    let second = self[index + 1]
    let found = code(Int(second)).flatMap { $0 == 0 ? nil : $0 }
    index += found == nil && second < 0x80 ? 1 : 2
    return found
  }
}

/// GB18030, and with it GBK and GB 2312.
struct GB18030Decoder: CharacterDecoder {
  private let index = EncodingIndex("gb18030")
  private let ranges = EncodingIndex("gb18030-ranges")

  @inline(__always)
  func readHanzi(_ source: UnsafeBufferPointer<UInt8>, at place: Int, into text: inout ScalarWriter) -> Int {
    guard place + 1 < source.count else { return 0 }
    let (first, second) = (Int(source[place]) &- 0x81, Int(source[place + 1]))
    guard UInt(bitPattern: first) < 126, second >= 0x80, second < 0xFF else { return 0 }
    let code = index.code(first &* 190 &+ second &- 0x41)
    guard code >= 0x800 else { return 0 }
    text.append(hanzi: code)
    return 2
  }

  func read(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter) {
    let first = Int(source[place])
    guard (0x81...0xFE).contains(first) else {
      place += 1
      return text.append(first == 0x80 ? 0x20AC : nil)
    }
    if place + 1 < source.count, (0x30...0x39).contains(source[place + 1]) {
      return text.append(codeOfFour(source, at: &place))
    }
    text.append(
      source.code(at: &place) { second in
        guard (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) else { return nil }
        return index[(first - 0x81) * 190 + second - (second < 0x7F ? 0x40 : 0x41)]
      })
  }

  private func codeOfFour(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int) -> UInt32? {
    let bytes = source[place..<min(place + 4, source.count)].map { Int($0) }
    let isSound = (bytes.count < 3 || (0x81...0xFE).contains(bytes[2])) && (bytes.count < 4 || 0x30...0x39 ~= bytes[3])
    guard isSound, bytes.count == 4 else {
      place += isSound ? bytes.count : 1
      return nil
    }
    place += 4
    let pointer = ((bytes[0] - 0x81) * 10 + bytes[1] - 0x30) * 1260 + (bytes[2] - 0x81) * 10 + bytes[3] - 0x30
    return code(ofPointer: pointer)
  }

  /// The code point of a pointer into the ranges, by which everything is written that two bytes have no place for.
  private func code(ofPointer pointer: Int) -> UInt32? {
    switch pointer {
    case 7457: return 0xE7C7
    case 39_420..<189_000, 1_237_576...: return nil
    case 189_000...: return 0x10000 + UInt32(pointer - 189_000)
    default: break
    }
    // The last range that begins at the pointer or before; the first begins at 0.
    let last = (1..<206).partitioningIndex { Int(ranges[$0 * 2]) > pointer } - 1
    return ranges[last * 2 + 1] + UInt32(pointer) - ranges[last * 2]
  }
}

/// Big5 with the characters of HKSCS.
struct Big5Decoder: CharacterDecoder {
  private let index = EncodingIndex("big5")

  @inline(__always)
  func readHanzi(_ source: UnsafeBufferPointer<UInt8>, at place: Int, into text: inout ScalarWriter) -> Int {
    guard place + 1 < source.count else { return 0 }
    let (first, second) = (Int(source[place]) &- 0x81, Int(source[place + 1]))
    // 1 from A1 on. Computed without a branch: bytes of both parts of a row follow each other at random.
    let high = (second &+ 0x5F) >> 8
    let column = second &- 0x40 &- high &* 0x22
    guard UInt(bitPattern: first) < 126, UInt(bitPattern: column) < 157, UInt(bitPattern: second &- 0x7F) >= 0x22 else {
      return 0
    }
    let pointer = first &* 157 &+ column
    let code = index.code(pointer)
    guard code >= 0x800, !isBeyond(pointer) else { return 0 }
    text.append(hanzi: code)
    return 2
  }

  func read(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter) {
    let first = Int(source[place])
    guard (0x81...0xFE).contains(first) else {
      place += 1
      return text.appendFault()
    }
    var mark: UInt32?
    let letter = source.code(at: &place) { second in
      guard (0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second) else { return nil }
      let pointer = (first - 0x81) * 157 + second - (second < 0x7F ? 0x40 : 0x62)
      // Four letters that Unicode has only with combining marks.
      switch pointer {
      case 1133, 1164: mark = 0x304
      case 1135, 1166: mark = 0x30C
      default: return code(ofPointer: pointer)
      }
      return pointer < 1150 ? 0xCA : 0xEA
    }
    text.append(letter)
    if let mark { text.append(mark) }
  }

  private func code(ofPointer pointer: Int) -> UInt32 { index[pointer] + (isBeyond(pointer) ? 0x20000 : 0) }

  /// True if the code point of a pointer has 0x20000 to be added.
  @inline(__always)
  private func isBeyond(_ pointer: Int) -> Bool {
    index.code(EncodingIndex.big5Length &+ pointer >> 4) >> UInt32(truncatingIfNeeded: pointer & 15) & 1 == 1
  }
}

/// EUC-KR with the syllables that Windows added (code page 949).
struct EUCKRDecoder: CharacterDecoder {
  private let index = EncodingIndex("euc-kr")

  func read(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter) {
    let first = Int(source[place])
    guard (0x81...0xFE).contains(first) else {
      place += 1
      return text.appendFault()
    }
    text.append(
      source.code(at: &place) { second in
        (0x41...0xFE).contains(second) ? index[(first - 0x81) * 190 + second - 0x41] : nil
      })
  }
}

/// Shift_JIS with the characters that NEC and IBM added (code page 932).
struct ShiftJISDecoder: CharacterDecoder {
  private let index = EncodingIndex("jis0208")

  func read(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter) {
    let first = Int(source[place])
    switch first {
    case 0x80, 0xA1...0xDF:
      place += 1
      text.append(first == 0x80 ? 0x80 : UInt32(0xFF61 - 0xA1 + first))
    case 0x81...0x9F, 0xE0...0xFC:
      text.append(
        source.code(at: &place) { second in
          guard (0x40...0x7E).contains(second) || (0x80...0xFC).contains(second) else { return nil }
          let row = first - (first < 0xA0 ? 0x81 : 0xC1)
          let pointer = row * 188 + second - (second < 0x7F ? 0x40 : 0x41)
          // Rows for characters of one's own.
          return 8836...10_715 ~= pointer ? UInt32(0xE000 - 8836 + pointer) : index[pointer]
        })
    default:
      place += 1
      text.appendFault()
    }
  }
}

/// EUC-JP with the characters of JIS X 0212.
struct EUCJPDecoder: CharacterDecoder {
  private let jis0208 = EncodingIndex("jis0208")
  private let jis0212 = EncodingIndex("jis0212")

  func read(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter) {
    let first = Int(source[place])
    switch first {
    case 0x8E:
      text.append(source.code(at: &place) { (0xA1...0xDF).contains($0) ? UInt32(0xFF61 - 0xA1 + $0) : nil })
    case 0x8F where place + 1 < source.count && (0xA1...0xFE).contains(source[place + 1]):
      place += 1
      text.append(code(in: jis0212, Int(source[place]), source, at: &place))
    case 0xA1...0xFE: text.append(code(in: jis0208, first, source, at: &place))
    default:
      place += 1
      text.appendFault()
    }
  }

  private func code(
    in index: EncodingIndex, _ first: Int, _ source: UnsafeBufferPointer<UInt8>, at place: inout Int
  ) -> UInt32? {
    source.code(at: &place) { second in
      (0xA1...0xFE).contains(second) ? index[(first - 0xA1) * 94 + second - 0xA1] : nil
    }
  }
}

import Glibc

// The C library's converter, not Foundation's: that one is ten times larger and slows the start of every run.

/// Text in UTF-8, with U+FFFD for bytes that do not belong to the encoding.
struct ConvertedText {
  var bytes: [UInt8]
  /// The place of the first U+FFFD that was inserted, in `bytes`.
  var firstFault: Int?
  /// The number of U+FFFD that were inserted.
  var faults = 0

  fileprivate mutating func appendFault() {
    firstFault = firstFault ?? bytes.count
    faults += 1
    bytes.append(contentsOf: "\u{FFFD}".utf8)
  }
}

/// Bytes in one of the encodings other than UTF-8 as UTF-8.
/// - Returns: nil if the machine's C library does not have the encoding.
func decoded(_ bytes: [UInt8], from encoding: PageEncoding) -> ConvertedText? {
  switch encoding {
  case .utf8: nil
  case .utf16LittleEndian, .utf16BigEndian: decodedUTF16(bytes, encoding)
  case .gb18030: converted(bytes, from: "GB18030")
  case .big5: converted(bytes, from: "BIG5-HKSCS")
  }
}

/// The code units of UTF-16; a last byte without its other half is left out.
func utf16Units(_ bytes: some RandomAccessCollection<UInt8>, _ encoding: PageEncoding) -> [UInt16] {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var waiting: UInt16?
  for byte in bytes.lazy.map(UInt16.init) {
    if let first = waiting {
      units.append(encoding == .utf16BigEndian ? first << 8 | byte : byte << 8 | first)
      waiting = nil
    } else {
      waiting = byte
    }
  }
  return units
}

private func decodedUTF16(_ bytes: [UInt8], _ encoding: PageEncoding) -> ConvertedText {
  var text = ConvertedText(bytes: [])
  var units = utf16Units(bytes, encoding).makeIterator()
  var parser = Unicode.UTF16.ForwardParser()
  while true {
    switch parser.parseScalar(from: &units) {
    case .valid(let scalar): text.bytes.append(contentsOf: String(decoding: scalar, as: UTF16.self).utf8)
    case .error: text.appendFault()
    case .emptyInput:
      if bytes.count % 2 == 1 { text.appendFault() }
      return text
    }
  }
}

private func converted(_ bytes: [UInt8], from name: String) -> ConvertedText? {
  guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
  defer { iconv_close(converter) }
  var text = ConvertedText(bytes: [])
  text.bytes.reserveCapacity(bytes.count * 3 / 2)
  bytes.withUnsafeBytes { source in
    // No byte becomes more than three.
    withUnsafeTemporaryAllocation(byteCount: 3 * pieceLength + 16, alignment: 1) { room in
      var start = 0
      while start < source.count {
        let piece = source[start..<min(source.count, start + pieceLength)]
        let (written, taken) = convert(UnsafeRawBufferPointer(rebasing: piece), room, converter)
        text.bytes.append(contentsOf: room[..<written])
        start += taken
        // A character that the piece cuts off is met again in the next one.
        if taken == 0 || taken < piece.count && piece.endIndex == source.count || taken + 4 <= piece.count {
          text.appendFault()
          start += 1
        }
      }
    }
  }
  return text
}

/// Bytes that are converted at a time.
private let pieceLength = 64 << 10

/// Converts up to the first byte that does not belong to the encoding, and counts the bytes written and taken.
private func convert(
  _ piece: UnsafeRawBufferPointer, _ room: UnsafeMutableRawBufferPointer, _ converter: iconv_t
) -> (written: Int, taken: Int) {
  var left = piece.count
  var space = room.count
  // The C library does not write to its input, though the type allows it.
  var place = UnsafeMutableRawPointer(mutating: piece.baseAddress)?.assumingMemoryBound(to: CChar.self)
  var next = room.baseAddress?.assumingMemoryBound(to: CChar.self)
  _ = iconv(converter, &place, &left, &next, &space)
  return (room.count - space, piece.count - left)
}

import Glibc
import PageFormats
import System

/// Divides a large file into parts that are read at once. A part ends with a line, or within a line that alone is
/// longer. Blank stretches between them belong to none.
struct FileDivision {
  /// The parts; their count is not yet set.
  private var parts: [FilePart] = []
  private let modified: Int64
  private let length: Int
  private var encoding: PageEncoding?

  /// The paths of a file's parts.
  /// - Parameters:
  ///   - encoding: the encoding of all pages; nil guesses it by the beginning.
  ///   - length: bytes of a part, at most: fifty printed pages.
  /// - Throws: the problem of a file that is no page of text.
  static func paths(of file: String, modified: Int64, encoding: PageEncoding?, length: Int = 1 << 20) throws(Problem)
    -> [String]
  {
    var division = FileDivision(modified: modified, encoding: encoding, length: length)
    try division.read(file)
    return division.parts.map { part in
      var part = part
      part.count = division.parts.count
      return part.path(of: file)
    }
  }

  private init(modified: Int64, encoding: PageEncoding?, length: Int) {
    (self.modified, self.encoding, self.length) = (modified, encoding, length)
  }

  private mutating func read(_ path: String) throws(Problem) {
    let descriptor = openFile(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Problem(path, systemMessage(errno)) }
    defer { close(descriptor) }
    var place = 0
    var line = 1
    while true {
      let bytes = try readPart(descriptor, place..<place + length, path: path)
      guard !bytes.isEmpty else { return }
      if place == 0, encoding == nil, !bytes.allSatisfy(isBlank) {
        encoding = try decodePage(bytes, path: path).encoding
      }
      let breaks = LineBreaks(bytes, encoding, isLast: bytes.count < length)
      if !bytes[..<breaks.end].allSatisfy(isBlank) {
        parts.append(
          FilePart(
            number: parts.count + 1, count: 0, bytes: place..<place + breaks.end, firstLine: line,
            encodingName: encoding?.rawValue, modified: modified))
      }
      line += breaks.count
      place += breaks.end
    }
  }
}

/// The end of a part, and the number of lines up to there.
private struct LineBreaks {
  private(set) var end: Int
  private(set) var count = 0

  /// - Parameter isLast: true if the file ends with it.
  init(_ bytes: [UInt8], _ encoding: PageEncoding?, isLast: Bool) {
    end = bytes.count
    let unit = encoding?.unitLength ?? 1
    let low = encoding?.isBigEndian == true ? unit - 1 : 0
    var lastBreak: Int?
    var place = 0
    bytes.withUnsafeBufferPointer { bytes in
      func sign(_ place: Int) -> UInt8 {
        guard unit > 1 else { return bytes[place] }
        let isASCII = (0..<unit).allSatisfy { $0 == low || bytes[place + $0] == 0 }
        return isASCII ? bytes[place + low] : 0xFF
      }
      // A carriage return at the very end may be half of a line break.
      while place + unit <= bytes.count {
        let byte = sign(place)
        let isPair = byte == 0x0D && place + 2 * unit <= bytes.count && sign(place + unit) == 0x0A
        if byte == 0x0A || byte == 0x0D && !isPair && (isLast || place + 2 * unit <= bytes.count) {
          count += 1
          lastBreak = place + unit
        }
        place += unit
      }
    }
    guard !isLast else { return }
    end = lastBreak ?? characterEnd(bytes.last == 0x0D ? bytes.dropLast() : bytes[...], encoding)
  }
}

/// The end of the last complete character.
private func characterEnd(_ bytes: ArraySlice<UInt8>, _ encoding: PageEncoding?) -> Int {
  switch encoding {
  case .utf16LittleEndian, .utf16BigEndian:
    let end = bytes.count & ~1
    let lead = bytes[encoding == .utf16BigEndian ? end - 2 : end - 1]
    return lead & 0xFC == 0xD8 ? end - 2 : end
  case .utf32LittleEndian, .utf32BigEndian: return bytes.count & ~3
  case .utf8, nil:
    let tail = bytes.suffix(4).reversed().prefix { $0 & 0xC0 == 0x80 }.count
    let lead = bytes.count - tail - 1
    guard tail < 4, lead > 0, bytes[lead] >= 0xC0 else { return bytes.count }
    let length = bytes[lead] < 0xE0 ? 2 : bytes[lead] < 0xF0 ? 3 : 4
    return tail + 1 < length ? lead : bytes.count
  case .some(let encoding):
    var end = 0
    while end < bytes.count {
      let second = end + 1 < bytes.count ? bytes[end + 1] : 0
      let next = end + encoding.characterLength(bytes[end], second)
      if next > bytes.count { return end }
      end = next
    }
    return end
  }
}

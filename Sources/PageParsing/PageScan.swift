import Newspaper

/// The first stage: a page's text as characters with their places, and its lines that are not blank.
///
/// A class, so that the stages can hand it on without counting references to each of its arrays.
final class PageScan: Sendable {
  /// A line that has something on it.
  struct Line: Sendable {
    /// Its number on the page, from 1.
    var number: Int
    /// Its characters, white space at both ends left out.
    var range: Range<Int>
    /// Where the line starts in the page's bytes.
    var byteStart: Int
    /// How many blank lines stand before it.
    var blankBefore: Int
    /// How far its first character is set in, in columns.
    var indent: Int
  }

  /// The number of the page.
  let page: Int
  /// Every character of the page.
  let scalars: [UInt32]
  /// What each is.
  let lettering: [Lettering]
  /// Where each starts in the page's bytes; one more at the end.
  let byteOffsets: [Int32]
  /// A hash of each hanzi and the hanzi behind it; 0 where there is no such pair.
  let pairs: [UInt16]
  /// The page's bytes.
  let bytes: [UInt8]
  /// The lines that are not blank.
  let lines: [Line]

  init(_ page: Page) {
    self.page = page.number
    let text = page.text
    var decoded = Decoded(capacity: text.bytes.count)
    var lines: [Line] = []
    var blank = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      for number in 0..<text.lineCount {
        let range = text.range(ofLine: number + 1)
        let characters = decoded.append(bytes, range)
        if characters.isEmpty {
          blank += 1
        } else {
          lines.append(
            Line(
              number: number + 1, range: characters, byteStart: range.lowerBound, blankBefore: blank,
              indent: decoded.indent))
          blank = 0
        }
      }
    }
    decoded.byteOffsets.append(Int32(text.bytes.count))
    pairs = decoded.pairs
    bytes = text.bytes
    scalars = decoded.scalars
    lettering = decoded.lettering
    byteOffsets = decoded.byteOffsets
    self.lines = lines
  }

}

/// How many bytes a character takes in UTF-8.
func utf8Length(_ scalar: UInt32) -> Int {
  scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
}

/// A hash of two neighbouring hanzi; never 0.
func pairHash(_ first: UInt32, _ second: UInt32) -> UInt16 {
  max(1, UInt16(truncatingIfNeeded: (first &* 0x9E37_79B1 &+ second &* 0x85EB_CA6B) >> 16))
}

private struct Decoded {
  var scalars: [UInt32] = []
  var lettering: [Lettering] = []
  var byteOffsets: [Int32] = []
  var pairs: [UInt16] = []
  /// Columns before the first character of the last line.
  var indent = 0

  init(capacity: Int) {
    scalars.reserveCapacity(capacity / 2)
    lettering.reserveCapacity(capacity / 2)
    byteOffsets.reserveCapacity(capacity / 2)
    pairs.reserveCapacity(capacity / 2)
  }

  /// Decodes a line; the bytes are valid UTF-8.
  /// - Returns: its characters without the white space at both ends.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var first = -1
    var end = 0
    var index = range.lowerBound
    var last: UInt32 = 0
    indent = 0
    while index < range.upperBound {
      let (scalar, length) = decode(bytes, index)
      let letter = Lettering(scalar)
      if letter != .space {
        if first < 0 { first = scalars.count }
        end = scalars.count + 1
      } else if first < 0 {
        indent += scalar < 0x250 ? 1 : 2
      }
      let hanzi = letter == .hanzi ? scalar : 0
      if last != 0 {
        pairs.append(hanzi == 0 ? 0 : pairHash(last, hanzi))
      } else if index > range.lowerBound {
        pairs.append(0)
      }
      last = hanzi
      scalars.append(scalar)
      lettering.append(letter)
      byteOffsets.append(Int32(index))
      index += length
    }
    if !range.isEmpty { pairs.append(0) }
    return first < 0 ? 0..<0 : first..<end
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(bytes[index + 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[index + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
  }
}

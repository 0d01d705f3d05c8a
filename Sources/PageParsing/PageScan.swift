import Newspaper

/// The first stage: a page's text as characters with their places, and its lines that are not blank.
struct PageScan {
  /// A line that has something on it.
  struct Line {
    /// Its number on the page, from 1.
    var number: Int
    /// Its characters, white space at both ends left out.
    var range: Range<Int>
    /// Where the line starts in the page's bytes.
    var byteStart: Int
    /// How many blank lines stand before it.
    var blankBefore: Int
  }

  /// The number of the page.
  let page: Int
  /// Every character of the page.
  let scalars: [UInt32]
  /// What each is.
  let lettering: [Lettering]
  /// Where each starts in the page's bytes; one more at the end.
  let byteOffsets: [Int32]
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
            Line(number: number + 1, range: characters, byteStart: range.lowerBound, blankBefore: blank))
          blank = 0
        }
      }
    }
    decoded.byteOffsets.append(Int32(text.bytes.count))
    scalars = decoded.scalars
    lettering = decoded.lettering
    byteOffsets = decoded.byteOffsets
    self.lines = lines
  }

  /// The bytes of a character within its line.
  func bytes(of index: Int, in line: Line) -> Range<Int> {
    let start = Int(byteOffsets[index])
    let end = start + utf8Length(scalars[index])
    return start - line.byteStart..<end - line.byteStart
  }
}

/// How many bytes a character takes in UTF-8.
func utf8Length(_ scalar: UInt32) -> Int {
  scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
}

private struct Decoded {
  var scalars: [UInt32] = []
  var lettering: [Lettering] = []
  var byteOffsets: [Int32] = []

  init(capacity: Int) {
    scalars.reserveCapacity(capacity / 2)
    lettering.reserveCapacity(capacity / 2)
    byteOffsets.reserveCapacity(capacity / 2)
  }

  /// Decodes a line; the bytes are valid UTF-8.
  /// - Returns: its characters without the white space at both ends.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var first = -1
    var end = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let lead = UInt32(bytes[index])
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var scalar = length == 1 ? lead : lead & (0xFF >> UInt32(length + 1))
      for next in index + 1..<max(index + 1, index + length) { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
      let letter = Lettering(scalar)
      if letter != .space {
        if first < 0 { first = scalars.count }
        end = scalars.count + 1
      }
      scalars.append(scalar)
      lettering.append(letter)
      byteOffsets.append(Int32(index))
      index += length
    }
    return first < 0 ? 0..<0 : first..<end
  }
}

/// Text of a document that may be of several lines.
enum MarkupLines {
  /// Appends decoded text with its line breaks.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    var start = range.lowerBound
    for place in range where bytes[place] == 0x0A {
      MarkupText.append(bytes, start..<place, to: &text)
      text.append(0x0A)
      start = place + 1
    }
    MarkupText.append(bytes, start..<range.upperBound, to: &text)
  }

  /// The same as one line: white space is one space, and none stands at its ends.
  static func oneLine(_ text: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(text.count)
    for byte in text {
      let isSpace = MarkupScanner.isSpace(byte)
      if !isSpace { line.append(byte) } else if let last = line.last, last != 0x20 { line.append(0x20) }
    }
    while line.last == 0x20 { line.removeLast() }
    return line
  }
}

/// A decoded page: its text as UTF-8 and where each of its lines lies in it.
///
/// Lines are numbered from 1, in a part of a larger file from the number of its first one, and end at LF, CR LF or CR;
/// their ranges leave the line break out. `bytes` is valid UTF-8: the file has been decoded.
public struct PageText: Sendable, Equatable {
  /// The whole text, valid UTF-8.
  public let bytes: [UInt8]
  /// The numbers of its lines.
  public let lines: Range<Int>
  /// The places of its lines on the scan; nil where the page's format gives no places, as plain text does not.
  public let layout: PageLayout?
  private let ranges: [Range<Int32>]

  /// Numbers the lines of a text.
  /// - Parameters:
  ///   - bytes: valid UTF-8, at most 2 GiB.
  ///   - firstLine: the number of its first line.
  ///   - layout: the places of its lines, one for each; of no use where there are more or fewer.
  public init(bytes: [UInt8], firstLine: Int = 1, layout: PageLayout? = nil) {
    self.bytes = bytes
    ranges = bytes.withUnsafeBufferPointer(Self.lineRanges)
    self.layout = layout?.lines.count == ranges.count ? layout : nil
    lines = firstLine..<firstLine + ranges.count
  }

  /// Numbers the lines of a string.
  public init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// The number of lines. A line break at the very end starts no further line.
  public var lineCount: Int { ranges.count }

  /// The range of a line in `bytes`, without its line break.
  /// - Parameter line: one of `lines`.
  public func range(ofLine line: Int) -> Range<Int> {
    let range = ranges[line - lines.lowerBound]
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  /// The text of a line as the file has it.
  /// - Parameter line: one of `lines`.
  public func line(_ line: Int) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }

  private static func lineRanges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int32>] {
    var ranges: [Range<Int32>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count, !Self.mayEndLine(bytes, at: index) {
        index += 8
        continue
      }
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        ranges.append(Int32(start)..<Int32(index))
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < bytes.count { ranges.append(Int32(start)..<Int32(bytes.count)) }
    return ranges
  }

  /// True if one of eight bytes is less than 0x10, as line breaks are.
  private static func mayEndLine(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return (word &- 0x1010_1010_1010_1010) & ~word & 0x8080_8080_8080_8080 != 0
  }
}

import CSystem
import Newspaper

extension PageText {
  /// The text with a line feed at every end of a line that Unicode names beside LF, CR LF and CR: vertical tab, form
  /// feed, NEL, U+2028 and U+2029 (Unicode Standard, 5.8).
  var withPlainLineEnds: PageText {
    guard layout == nil, bl_has_rare_line_ends(bytes, bytes.count) != 0 else { return self }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if let end = Self.others.first(where: { bytes[place...].starts(with: $0) }) {
        plain.append(0x0A)
        place += end.count
      } else {
        plain.append(bytes[place])
        place += 1
      }
    }
    return PageText(bytes: plain, firstLine: lines.lowerBound)
  }

  private static let others: [[UInt8]] = [[0x0B], [0x0C], [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]
}

import CSystem
import Newspaper
import System

/// A text of which some lines are UTF-8 and others are in an encoding of old, as where files were put together. In the
/// line at which they meet, where the first one had no line end, both may stand.
struct MixedText {
  private var text: [UInt8] = []
  private let encoding: PageEncoding
  /// Numbers of the first line in the other encoding and of the last.
  private var lines: ClosedRange<Int>?

  /// The share of faults that lines in the other encoding may have.
  private static let mostFaults = 0.02

  /// Nil for a text that is no such one.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var (sound, others): (Int, [UInt8]) = (0, [])
    let parts = lines.map { line -> Range<Int>? in
      guard line.contains(where: { $0 >= 0x80 }) else { return nil }
      let other = Self.otherPart(of: line)
      if other != line.indices { sound += 1 }
      if let other { others += line[other] + [0x0A] }
      return other
    }
    guard sound > 0, !others.isEmpty, !Self.isDamagedUTF8(others), let best = EncodingCosts.ranked(others).first,
      best.isPlausible(others), let trial = decoded(others, from: best.encoding),
      Double(trial.faults) <= Self.mostFaults * Double(others.count)
    else { return nil }
    encoding = best.encoding
    for (index, line) in lines.enumerated() {
      if let other = parts[index] {
        text += line[..<other.lowerBound]
        text += decoded(Array(line[other]), from: encoding)?.bytes ?? []
        text += line[other.upperBound...]
        self.lines = (self.lines?.lowerBound ?? index + 1)...index + 1
      } else {
        text += line
      }
      if index + 1 < lines.count { text.append(0x0A) }
    }
  }

  /// Characters of several bytes that are UTF-8 on end: text in other encodings has hardly so many by accident.
  private static let mostByAccident = 3
  /// Bytes of letters that make a part of a line; fewer are damage of the text around them.
  private static let fewestOfPart = 8

  /// The part of a line that is not UTF-8, behind the part at its start that is, and before the one at its end; nil for
  /// a line that is all UTF-8.
  private static func otherPart(of line: ArraySlice<UInt8>) -> Range<Int>? {
    let first = soundPrefix(of: line)
    guard first < line.endIndex else { return nil }
    let start = isMeant(line[..<first]) ? first : line.startIndex
    var (end, rest) = (line.endIndex, line[start...])
    while !rest.isEmpty {
      let soundEnd = soundPrefix(of: rest)
      if soundEnd == line.endIndex, isMeant(rest) { end = rest.startIndex }
      rest = rest[soundEnd...].dropFirst()
    }
    let isPart = line[start..<end].count { $0 >= 0x80 } >= fewestOfPart
    return isPart ? start..<end : line.indices
  }

  /// The end of the UTF-8 that a line begins with.
  private static func soundPrefix(of line: ArraySlice<UInt8>) -> Int {
    line.startIndex + line.withUnsafeBufferPointer { bl_utf8_prefix($0.baseAddress, $0.count) }
  }

  private static func isMeant(_ sound: ArraySlice<UInt8>) -> Bool { sound.count { $0 >= 0xC0 } > mostByAccident }

  /// True if bytes have as many sound sequences of UTF-8 as faults: text in other encodings has hardly any.
  private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    var (sound, faults) = (0, 0)
    var rest = bytes[...]
    while !rest.isEmpty {
      let prefix = rest.prefix(rest.withUnsafeBufferPointer { bl_utf8_prefix($0.baseAddress, $0.count) })
      sound += prefix.count { $0 >= 0xC0 }
      rest = rest[prefix.endIndex...].dropFirst()
      if prefix.endIndex < bytes.endIndex { faults += 1 }
    }
    return sound >= faults
  }

  /// The page, with what was found said of it.
  func page(path: String) -> DecodedPage {
    var page = DecodedPage(text: PageText(bytes: text), encoding: .utf8)
    page.encodingName = "UTF-8, \(encoding.rawValue)"
    let first = lines?.lowerBound ?? 1
    let last = lines?.upperBound ?? first
    page.problem = Problem(
      path, line: first,
      "in \(encoding.rawValue) from here\(last > first ? " to line \(last)" : ""), other lines in UTF-8; each is read as it is"
    )
    return page
  }
}

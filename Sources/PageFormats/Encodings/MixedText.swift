import CSystem
import Newspaper
import System

/// A text of which some lines are UTF-8 and others are in an encoding of old, as where files were put together.
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
    let isOther = lines.map { line in
      guard line.contains(where: { $0 >= 0x80 }) else { return false }
      if Self.isUTF8(line) {
        sound += 1
        return false
      }
      others += line + [0x0A]
      return true
    }
    guard sound > 0, !others.isEmpty, !Self.isDamagedUTF8(others), let best = EncodingCosts.ranked(others).first,
      best.isPlausible(others), let trial = decoded(others, from: best.encoding),
      Double(trial.faults) <= Self.mostFaults * Double(others.count)
    else { return nil }
    encoding = best.encoding
    for (index, line) in lines.enumerated() {
      if isOther[index] {
        text += decoded(Array(line), from: encoding)?.bytes ?? []
        self.lines = (self.lines?.lowerBound ?? index + 1)...index + 1
      } else {
        text += line
      }
      if index + 1 < lines.count { text.append(0x0A) }
    }
  }

  private static func isUTF8(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { bl_utf8_prefix($0.baseAddress, $0.count) == $0.count }
  }

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

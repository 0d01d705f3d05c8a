import Foundation
import Testing

@testable import Typesetting

/// Debian's `unicode-data`: what the table is made from, and the standard's own test.
private enum Unicode15 {
  static let folder = "/usr/share/unicode"
  static let missing: Comment = "needs the package unicode-data (Unicode 15.0) in /usr/share/unicode"

  static func has(_ file: String) -> Bool {
    guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else { return false }
    return text.prefix(40).contains("-15.0.0.txt")
  }

  static func lines(_ file: String) throws -> [Substring] {
    try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\n").map {
      $0.prefix { $0 != "#" }
    }.filter { !$0.allSatisfy(\.isWhitespace) }
  }
}

@Suite struct LineBreakTests {
  @Test(
    "Lines break where the standard's own test has them break, and nowhere else",
    .enabled(if: Unicode15.has("auxiliary/LineBreakTest.txt"), Unicode15.missing))
  func standardTest() throws {
    let cases = try Unicode15.lines("auxiliary/LineBreakTest.txt")
    #expect(cases.count > 7_000)
    for line in cases {
      let signs = line.split(whereSeparator: \.isWhitespace)
      let scalars = signs.compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      let expected = signs.filter { $0 == "÷" || $0 == "×" }.dropLast().map { $0 == "÷" }
      let breaks = standardBreaks(in: scalars).map { $0 != .prohibited }
      if breaks != expected { Issue.record("\(line): \(breaks)") }
    }
  }

  @Test(
    "The embedded table knows each character as Unicode's files do",
    .enabled(if: Unicode15.has("LineBreak.txt"), Unicode15.missing))
  func table() throws {
    for line in try Unicode15.lines("LineBreak.txt") {
      let fields = line.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      let codes = fields[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
      for code in [codes[0], codes[codes.count - 1]] {
        let name = "\(CharacterTable.embedded[code].lineBreak)".uppercased()
        // SA is resolved by the table: a mark is CM.
        #expect(name == fields[1] || (fields[1] == "SA" && name == "CM"), "U+\(String(code, radix: 16))")
      }
    }
  }

  @Test("Every code point has a record, also where Unicode has no character")
  func wholeRange() {
    #expect(CharacterTable.embedded[0x4E00].lineBreak == .id)
    #expect(CharacterTable.embedded[0x2014].width == .ambiguous)
    #expect(CharacterTable.embedded[0x0E31].lineBreak == .cm)
    #expect(CharacterTable.embedded[0x10FFFF].lineBreak == .xx)
    #expect(CharacterTable.embedded[0x1FAFF].isUnassignedPictograph)
  }
}

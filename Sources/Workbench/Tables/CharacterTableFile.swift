import Glibc
import System
import Typesetting

/// Makes `Resources/characters` from the files of the Unicode character database, as Debian's `unicode-data` has them.
func characterTable(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: [])
  let folder = UnicodeFolder(path: options.paths.first ?? "/usr/share/unicode")
  guard let file = CharacterTable.file(of: try folder.records()) else { throw Misuse("too many kinds of characters") }
  guard writeAll(file, to: STDOUT_FILENO) == nil else { throw Misuse("the table could not be written") }
  return 0
}

/// The folder with the files of the Unicode character database.
private struct UnicodeFolder {
  var path: String

  /// The records of all code points.
  func records() throws -> [CharacterRecord] {
    var classes = try property("LineBreak.txt", missing: LineBreakClass.xx) { LineBreakClass(alias: $0) }
    let widths = try property("EastAsianWidth.txt", missing: "N") { $0 }
    let categories = try property("extracted/DerivedGeneralCategory.txt", missing: "Cn") { $0 }
    let signs = try property("PropList.txt", missing: false) { $0 == "Prepended_Concatenation_Mark" ? true : nil }
    let pictographs = try property("emoji/emoji-data.txt", missing: false) {
      $0 == "Extended_Pictographic" ? true : nil
    }
    return classes.indices.map { code in
      let category = categories[code]
      if classes[code] == .sa, category == "Mn" || category == "Mc" { classes[code] = .cm }
      return CharacterRecord(
        lineBreak: classes[code], width: CharacterRecord.Width(alias: widths[code]),
        columns: signs[code] ? 1 : columns(of: code, category, widths[code], isPictograph: pictographs[code]),
        isUnassignedPictograph: pictographs[code] && category == "Cn")
    }
  }

  /// Columns in a terminal, by the rules that the GNU C library makes the table of its `wcwidth` by: marks and format
  /// characters have none (signs before numbers have one), nor have vowels and final consonants that complete
  /// a syllable of Hangul. The planes kept for hanzi and the blocks kept for emoji are wide, whatever will stand there.
  private func columns(of code: Int, _ category: Substring, _ width: Substring, isPictograph: Bool) -> Int {
    switch code {
    case 0, 0x1160...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: return 0
    case 0xAD: return 1
    // Circled numbers on black squares and the hexagrams, which all fonts of East Asia have wide.
    case 0x3248...0x324F, 0x4DC0...0x4DFF: return 2
    default: break
    }
    switch category {
    case "Cn" where (0x20000...0x3FFFF).contains(code) && code & 0xFFFE != 0xFFFE: return 2
    case "Cn" where isPictograph && ((0x1F6D0...0x1F6FF).contains(code) || (0x1FA70...0x1FAFF).contains(code)): return 2
    case "Cc", "Cn", "Cs", "Zl", "Zp": return -1
    case "Mn", "Me", "Cf": return 0
    default: return width == "W" || width == "F" ? 2 : 1
    }
  }

  /// The values of a property by code point. Lines that `value` knows nothing of are left out.
  private func property<Value>(
    _ file: String, missing: Value, value: (Substring) -> Value?
  ) throws -> [Value] {
    var values = Array(repeating: missing, count: 0x110000)
    for line in try lines(of: file) {
      let fields = (line.split(separator: "#", omittingEmptySubsequences: false).first ?? "").split(separator: ";")
      guard fields.count == 2, let range = codes(fields[0]), let value = value(trimmed(fields[1])) else { continue }
      for code in range { values[code] = value }
    }
    return values
  }

  private func codes(_ field: Substring) -> ClosedRange<Int>? {
    let ends = trimmed(field).split(separator: ".").compactMap { Int($0, radix: 16) }
    guard let first = ends.first, let last = ends.last, first <= last else { return nil }
    return first...last
  }

  private func trimmed(_ field: Substring) -> Substring {
    var field = field.drop { $0 == " " }
    while field.last == " " { field.removeLast() }
    return field
  }

  private func lines(of file: String) throws -> [Substring] {
    guard let stream = fopen(path + "/" + file, "r") else { throw Misuse("\(path)/\(file) cannot be read") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}

extension LineBreakClass {
  fileprivate init?(alias: Substring) {
    guard let found = Self.allCases.first(where: { "\($0)".uppercased() == alias }) else { return nil }
    self = found
  }
}

extension CharacterRecord.Width {
  fileprivate init(alias: Substring) {
    switch alias {
    case "F", "W", "H": self = .eastAsian
    case "A": self = .ambiguous
    default: self = .narrow
    }
  }
}

import CSystem
import Chance
import Glibc
import Screen
import Testing
import Typesetting

/// The letters of a script, and the marks that may stand with them.
private struct Script {
  let name: String
  let letters: [Unicode.Scalar]
  let marks: [Unicode.Scalar]

  init(_ name: String, _ ranges: ClosedRange<UInt32>..., marks: ClosedRange<UInt32>? = nil) {
    self.name = name
    let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
    letters = scalars.filter(\.properties.isAlphabetic).filter { !Self.isMark($0) }
    self.marks = (marks.map { $0.compactMap(Unicode.Scalar.init) } ?? scalars).filter(Self.isMark)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
  }

  /// Words of some letters, each with up to two marks.
  func word(_ chance: inout RandomSource) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0...(1 + chance.below(6)) {
      scalars.append(letters[chance.below(letters.count)])
      for _ in 0..<(marks.isEmpty ? 0 : chance.below(3)) { scalars.append(marks[chance.below(marks.count)]) }
    }
    return String(scalars)
  }

  static let all = [
    Script("Latin", 0x61...0x7A, 0xC0...0x17F, marks: 0x300...0x314),
    Script("Hanzi", 0x4E00...0x9FFF, 0x20000...0x2A6DF),
    Script("Hangul", 0xAC00...0xD7A3), Script("Devanagari", 0x900...0x97F), Script("Tamil", 0xB80...0xBFF),
    Script("Thai", 0xE00...0xE7F),
  ]
}

/// The C library's own function: that of the program, which the terminal library gets, has the same name.
private let libraryWidth: @Sendable (UInt32) -> Int = {
  setlocale(LC_CTYPE, "C.UTF-8")
  typealias Width = @convention(c) (wchar_t) -> Int32
  guard let library = dlopen("libc.so.6", RTLD_LAZY), let found = dlsym(library, "wcwidth") else { return { _ in -1 } }
  let width = unsafeBitCast(found, to: Width.self)
  return { Int(width(wchar_t(bitPattern: $0))) }
}()

@Suite("Words of six scripts, cell by cell") struct WordCellsTests {
  /// Columns of a character by the table of the C library. What it does not know takes those that the program says.
  private func columns(_ scalar: Unicode.Scalar) -> Int {
    let width = libraryWidth(scalar.value)
    return width >= 0 ? width : Int(bl_wcwidth(scalar.value))
  }

  @Test("Of 10,000 words every letter and mark is shown, in as many cells as it takes", arguments: 0..<6)
  func words(number: Int) {
    var chance = RandomSource(seed: UInt64(number))
    for _ in 0..<1667 {
      let word = Script.all[number].word(&chance)
      var surface = Surface(size: Size(columns: 60, rows: 1))
      let end = surface.write(word, column: 0, row: 0, style: .plain, clip: surface.bounds)
      let name = "\(word) \(word.unicodeScalars.map { String($0.value, radix: 16) })"
      #expect(end == word.unicodeScalars.reduce(0) { $0 + columns($1) }, "\(name)")
      for cell in surface.row(0).prefix(end) {
        let wanted = cell.glyph.unicodeScalars.reduce(0) { $0 + columns($1) }
        #expect(wanted == Int(cell.width), "\(cell.glyph) of \(name)")
      }
      let shown = surface.row(0).prefix(end).map(\.glyph).joined()
      #expect(Array(shown.unicodeScalars) == Array(word.unicodeScalars), "\(name)")
    }
  }

  @Test("The width of every character is the C library's, but for those that it does not know")
  func everyCharacter() {
    #expect(libraryWidth(0x4E00) == 2)
    for value in UInt32(0)..<0x110000 where Unicode.Scalar(value) != nil {
      let width = libraryWidth(value)
      if width >= 0, width != Int(bl_wcwidth(value)) {
        Issue.record("U+\(String(value, radix: 16)): \(width) in the C library, \(bl_wcwidth(value)) here")
      }
    }
  }
}

import Chance
import Testing

@testable import Screen

@Suite("What of a screen is drawn anew")
struct ChangeTests {
  private let size = Size(columns: 12, rows: 2)

  private func surface(_ text: String, style: Style = .plain) -> Surface {
    var surface = Surface(size: size)
    var column = 0
    for character in text {
      let width = character.isASCII ? 1 : 2
      surface.put(String(character), width: width, column: column, row: 0, style: style, clip: surface.bounds)
      column += width
    }
    return surface
  }

  private func changes(from old: Surface?, to new: Surface) -> [String] {
    var changes: [String] = []
    new.forEachChange(from: old, within: size) {
      changes.append("\($0.place.column),\($0.place.row) \($0.cell.glyph)" + ($0.count > 1 ? "×\($0.count)" : ""))
    }
    return changes
  }

  @Test("Nothing where nothing changed, and on a blank screen no blanks but a few between glyphs")
  func ends() {
    #expect(changes(from: surface("报栏 ab"), to: surface("报栏 ab")) == [])
    #expect(changes(from: nil, to: surface("  报 b")) == ["2,0 报", "4,0  ", "5,0 b"])
    #expect(changes(from: nil, to: surface("a        b")) == ["0,0 a", "9,0 b"])
  }

  @Test("One changed character is drawn alone; both ways of writing é are one change")
  func one() {
    #expect(changes(from: surface("abcdef"), to: surface("abXdef")) == ["2,0 X"])
    #expect(changes(from: surface("ab中ef"), to: surface("ab国ef")) == ["2,0 国"])
    #expect(changes(from: surface("a中ef"), to: surface("axyef")) == ["1,0 x", "2,0 y"])
    #expect(changes(from: surface("\u{E9}"), to: surface("e\u{301}")) == ["0,0 e\u{301}"])
  }

  @Test("Between two changes a few letters of the same look are sent again, as the place behind them takes as much")
  func between() {
    #expect(changes(from: surface("abcde"), to: surface("Xb dY")) == ["0,0 X", "1,0 b", "2,0  ", "3,0 d", "4,0 Y"])
    #expect(changes(from: surface("a中e"), to: surface("X中Y")) == ["0,0 X", "1,0 中", "3,0 Y"])
    #expect(changes(from: surface("a中国e"), to: surface("X中国Y")) == ["0,0 X", "5,0 Y"])
    #expect(
      changes(from: surface("abcdef"), to: surface("XbcdeY")) == ["0,0 X", "1,0 b", "2,0 c", "3,0 d", "4,0 e", "5,0 Y"])
    #expect(changes(from: surface("abcdefg"), to: surface("XbcdefY")) == ["0,0 X", "6,0 Y"])
  }

  @Test("Another look is a change, and blanks to the end of a row go together")
  func looks() {
    #expect(changes(from: surface("a"), to: surface("a", style: Style(.palette(1)))) == ["0,0 a"])
    #expect(changes(from: surface("abcdef"), to: surface("abc")) == ["3,0  ×9"])
    #expect(changes(from: surface("abcdef"), to: surface("a  def")) == ["1,0  ×2"])
  }

  @Test("A glyph that is too long for a cell is shown like others")
  func long() {
    let long = "กี" + String(repeating: "\u{301}", count: 6)
    let surface = surface(long)
    #expect(surface[0, 0].glyph == long)
    #expect(changes(from: surface, to: surface) == [])
    #expect(changes(from: self.surface("a"), to: surface) == ["0,0 \(long)"])
  }

  @Test("A screen on which the changes are drawn shows the new surface, and no half of a wide glyph stays")
  func whole() {
    var random = RandomSource(seed: 3)
    func text() -> String { String((0..<8).map { _ in Array("aab中国  ")[random.below(7)] }) }
    for _ in 0..<2000 {
      let (old, new) = (surface(text()), surface(text(), style: random.oneIn(2) ? .plain : Style(.palette(1))))
      #expect(new.drawn(over: old) == new)
    }
  }
}

extension Surface {
  /// A screen that shows one surface, with the changes to this one drawn on it.
  func drawn(over old: Surface) -> Surface {
    var screen = old
    forEachChange(from: old, within: size) { change in
      for offset in 0..<change.count {
        screen.put(
          change.cell.glyph, width: Int(change.cell.width), column: change.place.column + offset,
          row: change.place.row, style: change.cell.style, clip: screen.bounds)
      }
    }
    return screen
  }
}

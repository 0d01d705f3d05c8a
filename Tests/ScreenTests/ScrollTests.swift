import Chance
import Testing

@testable import Screen

@Suite("Rows that move on the screen")
struct ScrollTests {
  private let size = Size(columns: 30, rows: 10)
  private let wide = Size(columns: 58, rows: 10)

  private func surface(_ rows: [String], style: Style = .plain, columns: Int = 30) -> Surface {
    var surface = Surface(size: Size(columns: columns, rows: size.rows))
    for (number, row) in rows.enumerated() {
      var column = 0
      for character in row {
        let width = character.isASCII ? 1 : 2
        surface.put(String(character), width: width, column: column, row: number, style: style, clip: surface.bounds)
        column += width
      }
    }
    return surface
  }

  /// Lines of a text, each unlike the others, between a head and a foot.
  private func page(from first: Int, foot: String = "foot") -> Surface {
    let hanzi = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳")
    return surface(["head"] + (first..<first + 8).map { String(repeating: hanzi[$0], count: 12) } + [foot])
  }

  @Test("A text that goes on by a line moves up between head and foot, one that goes back moves down")
  func lines() {
    let shown = page(from: 10)
    #expect(page(from: 11).scroll(from: shown, within: size) == Scroll(rows: 1..<9, count: 1))
    #expect(page(from: 12).scroll(from: shown, within: size) == Scroll(rows: 1..<9, count: 2))
    #expect(page(from: 9, foot: "other").scroll(from: shown, within: size) == Scroll(rows: 1..<9, count: -1))
  }

  @Test("Nothing moves where nothing is the same, or little has changed")
  func nothing() {
    let shown = page(from: 10)
    #expect(page(from: 10).scroll(from: shown, within: size) == nil)
    #expect(page(from: 10, foot: "another foot").scroll(from: shown, within: size) == nil)
    #expect(page(from: 24).scroll(from: shown, within: size) == nil)
    #expect(Surface(size: Size(columns: 30, rows: 9)).scroll(from: shown, within: size) == nil)
  }

  @Test("Rows that come in are blank, and others stay")
  func moved() {
    let rows = page(from: 10).scrolled(Scroll(rows: 1..<9, count: 1)).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let lines = page(from: 10).text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows == lines[0...0] + lines[2...8] + [""] + lines[9...9])
  }

  @Test("A screen that is moved and then drawn on shows the new surface, whatever both are")
  func whole() {
    var random = RandomSource(seed: 5)
    var moves = 0
    for _ in 0..<500 {
      let lines = (0..<24).map { _ in String((0..<12).map { _ in Array("ab中国 ")[random.below(5)] }) }
      let (from, to) = (random.below(8), random.below(8))
      let style = random.oneIn(3) ? Style(.palette(1)) : .plain
      let old = surface(Array(lines[from..<from + 9]))
      let new = surface(Array(lines[to..<to + 8]) + ["foot"], style: style)
      var screen = old
      if let scroll = new.scroll(from: old, within: size) {
        screen = old.scrolled(scroll)
        moves += 1
      }
      #expect(new.drawn(over: screen) == new)
    }
    #expect(moves > 50)
  }

  /// Two texts side by side, the left one at rest.
  private func panes(_ left: Int, _ right: Int) -> Surface {
    let hanzi = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳")
    func line(_ index: Int) -> String { String(repeating: hanzi[index], count: 14) }
    let rows = (0..<8).map { line(left + $0) + "| " + line(right + $0) }
    var surface = surface(["head"] + rows + ["foot"], columns: 58)
    surface.parts = [0..<28, 29..<58]
    return surface
  }

  @Test("A part beside another moves by itself where the terminal has margins, and only there")
  func parts() {
    let shown = panes(0, 10)
    #expect(panes(0, 11).scroll(from: shown, within: wide) == nil)
    let scroll = panes(0, 11).scroll(from: shown, within: wide, hasMargins: true)
    #expect(scroll == Scroll(rows: 1..<9, count: 1, columns: 29..<58))
    let left = panes(1, 10).scroll(from: shown, within: wide, hasMargins: true)
    #expect(left == Scroll(rows: 1..<9, count: 1, columns: 0..<28))
    // Both at once are rows of the whole screen.
    #expect(panes(1, 11).scroll(from: shown, within: wide, hasMargins: true)?.columns == nil)
    // Columns that divide a glyph are none.
    var wrong = shown
    wrong.parts = [0..<27, 27..<58]
    var next = panes(1, 10)
    next.parts = wrong.parts
    #expect(next.scroll(from: wrong, within: wide, hasMargins: true) == nil)
  }

  @Test("A screen of which a part is moved and that is then drawn on shows the new surface, whatever both are")
  func wholeParts() {
    var random = RandomSource(seed: 6)
    var moves = 0
    for _ in 0..<500 {
      let old = panes(random.below(8), random.below(8))
      let new = panes(random.below(8), random.below(8))
      var screen = old
      if let scroll = new.scroll(from: old, within: wide, hasMargins: true) {
        screen = old.scrolled(scroll)
        moves += scroll.columns == nil ? 0 : 1
      }
      #expect(new.drawn(over: screen) == new)
    }
    #expect(moves > 50)
  }
}

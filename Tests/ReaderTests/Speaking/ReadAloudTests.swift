import Newspaper
import Screen
import Testing

@testable import Reader

private func desk(columns: Int = 80, rows: Int = 24) -> Desk {
  var settings = Settings(ambiguous: .narrow)
  settings.isReadAloud = true
  return Desk(Papers.all, columns: columns, rows: rows, language: .english, settings: settings)
}

extension Desk {
  /// The text that some keys write anew on the screen, row by row, as a program hears it that reads a terminal aloud.
  fileprivate mutating func heard(_ keys: String) -> [String] {
    let before = present().surface
    type(keys)
    let after = present().surface
    return (0..<after.size.rows).flatMap { row -> [String] in
      let (old, new) = (Array(before.row(row)), Array(after.row(row)))
      guard let first = new.indices.first(where: { old[$0] != new[$0] }),
        let last = new.indices.last(where: { old[$0] != new[$0] })
      else { return [] }
      let words = new[first...last].map(\.glyph).joined().split(separator: " ").joined(separator: " ")
      return words.isEmpty ? [] : [words]
    }
  }

  /// The line with the cursor, which such a program says when the cursor has moved.
  fileprivate var spokenLine: String {
    let (surface, cursor) = present()
    guard let cursor else { return "" }
    return surface.row(cursor.row).map(\.glyph).joined().split(separator: " ").joined(separator: " ")
  }
}

@Suite("The screen as it is read aloud") struct ReadAloudTests {
  @Test("A key down in a list writes no more than the place that changed; the cursor stands on the entry")
  func keyDown() {
    var desk = desk()
    #expect(desk.spokenLine.contains("南山小学") && desk.status.contains("issue 1 of 3, 0 of 4 articles read"))
    let words = desk.heard("j").flatMap { $0.split(separator: " ") }
    #expect(words.count <= 12 && !words.contains { $0.contains("冬储") }, "\(words)")
    #expect(desk.spokenLine.contains("冬储蔬菜") && desk.status.contains("issue 2 of 3, 0 of 2 articles read"))
    desk.type("<enter>")
    #expect(desk.status.contains("article 1 of 2, unread"))
    #expect(desk.heard("j").flatMap { $0.split(separator: " ") }.count <= 12)
    #expect(desk.spokenLine.contains("首条有轨电车"))
  }

  @Test(
    "No rules, boxes or colours are on any screen, and there is always a cursor",
    arguments: [(80, 24), (120, 40), (40, 10)])
  func plain(_ columns: Int, _ rows: Int) {
    for keys in [
      "", "<enter>", "<enter>j<enter>", "<enter>jw", "<enter>j<enter>V", "g/学校<enter>", "gd", "?", ":", "/学",
    ] {
      var desk = desk(columns: columns, rows: rows)
      desk.type(keys)
      let (surface, cursor) = desk.present()
      #expect(cursor != nil, "\(keys)")
      #expect(!surface.text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) }, "\(keys)")
      if !keys.hasSuffix(":"), !keys.hasSuffix("学") {
        #expect((0..<rows).allSatisfy { surface.row($0).allSatisfy { $0.style == .plain } }, "\(keys)")
      }
      expectWhole(desk, keys)
    }
  }

  @Test("One column has the whole screen, whatever view was chosen; a match is where the cursor is")
  func oneColumn() {
    var desk = desk(columns: 140, rows: 30)
    desk.type("<enter>j<enter>")
    #expect(!desk.screen.contains("2022-12-02"))
    desk.type("v")
    #expect(desk.status.contains("one column is read aloud"))
    desk.type("/教室<enter>")
    #expect(desk.spokenLine.contains("教室"))
  }

  @Test("The cursor goes along with what moves: the text's beginning, the end of a selection, a day")
  func cursors() {
    var desk = desk()
    desk.type("<enter>j<enter>")
    #expect(desk.spokenLine.contains("春风送暖"))
    desk.type("Vjj")
    #expect(desk.spokenLine.contains("李校长"))
    desk.type("<esc>gd")
    let first = desk.cursor
    desk.type("l")
    #expect(first != nil && desk.cursor == first.map { Point(column: $0.column + 3, row: $0.row) })
  }

  @Test("All that is heard from the start to the end, as a person read it")
  func transcript() {
    var desk = desk()
    var text = "start: \(desk.screen)\n"
    for keys in [
      "j", "k", "<enter>", "j", "<enter>", "<space>", "w", "q", "V", "j", "<esc>", "]", "q", "q", "g/学校<enter>", "j",
      "<enter>", "q", "q", "gd", "l", "j", "q", ":theme<space>dark<enter>", "?", "q",
    ] {
      let heard = desk.heard(keys)
      text += "\(keys)\n  heard: \(heard.joined(separator: " | "))\n  line: \(desk.spokenLine)\n"
    }
    expectGolden(text, "read-aloud")
  }
}

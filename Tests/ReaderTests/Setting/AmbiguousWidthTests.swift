import Newspaper
import Screen
import Testing
import Typesetting

@testable import Reader

@Suite("A terminal that draws “ ” — … over two columns")
struct AmbiguousWidthTests {
  private let sizes = [(20, 5), (37, 11), (80, 24), (120, 40), (200, 60)]
  private let walks = [
    "", "<enter>", "<enter>:article<space>6<enter>", ":view<space>columns<enter>", ":view<space>vertical<enter>",
    ":view<space>front<enter>", "?", "<esc>w", "<esc>/华侨", "<esc>:vi<tab>",
  ]

  @Test("Every cell is as wide as its character, on every screen: no column is crooked, rules are of ASCII")
  func cellsAreAsWide() {
    for (columns, rows) in sizes {
      var desk = Desk(Papers.seeds, columns: columns, rows: rows, settings: Settings(ambiguous: .wide))
      for walk in walks {
        desk.type(walk)
        let surface = desk.present().surface
        for row in 0..<rows {
          for cell in surface.row(row) where cell.width > 0 {
            let width = displayWidth(cell.glyph, ambiguous: .wide)
            if width != Int(cell.width) { Issue.record("\(columns)×\(rows) after \(walk): \(cell.glyph)") }
          }
        }
      }
    }
  }

  @Test("The terminal is asked, for its ground too, and its answer counts only where none was chosen")
  func asking() {
    var desk = Desk(Papers.seeds, settings: Settings())
    #expect(desk.questions == 1)
    #expect(desk.reader.environment.composition.ambiguous == .narrow)
    desk.send(.ambiguousColumns(2))
    #expect(desk.reader.environment.composition.ambiguous == .wide)
    desk.type(":ambiguous<space>narrow<enter>")
    #expect(desk.reader.environment.composition.ambiguous == .narrow)
    var other = Desk(Papers.seeds, settings: Settings(ambiguous: .narrow))
    #expect(other.questions == 1)
    other.send(.ambiguousColumns(2))
    #expect(other.reader.environment.composition.ambiguous == .narrow)
  }

  @Test("One who chooses auto later has what the terminal answered")
  func askingLater() {
    var desk = Desk(Papers.seeds, settings: Settings(ambiguous: .narrow))
    desk.send(.ambiguousColumns(2))
    desk.type(":ambiguous<space>auto<enter>")
    #expect(desk.reader.environment.composition.ambiguous == .wide)
  }

  @Test("When the answer comes the same sentence stays at the top")
  func answerKeepsThePlace() {
    var desk = Desk(Papers.seeds, columns: 60, rows: 20, settings: Settings())
    desk.type("<enter>:article<space>6<enter><space><space>")
    let anchor = desk.reader.place.anchor
    desk.send(.ambiguousColumns(2))
    #expect(anchor != nil && desk.reader.place.anchor == anchor)
    let top = desk.reader.place.top
    let line = desk.reader.galley.flatMap {
      $0.galley.line(at: anchor ?? .init(position: .init(page: 1, line: 1), above: 0))
    }
    #expect(line == top)
  }
}

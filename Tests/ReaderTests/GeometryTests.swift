import Screen
import Testing

@testable import Reader

/// A screen of every kind, by the keys that lead to it.
private let screens: [(name: String, keys: String)] = [
  ("the issue list", ""), ("the contents", "<enter>"), ("an article", "<enter>j<enter>"),
  ("an article's end", "<enter>j<enter>G"), ("the scan", "<enter>j<enter>r"), ("help", "?"), ("help's end", "?G"),
  ("why", "<enter>j<enter>4jw"), ("why's end", "<enter>j<enter>wG"), ("why in the scan", "<enter>j<enter>w9jr"),
  ("a search", "<enter>j<enter>/学校"), ("matches", "/学<enter>"), ("a command line", ":next<tab>"),
  ("columns", "<enter>j<enter>v"), ("the columns' end", "<enter>j<enter>vG"), ("the front page", "<enter>v"),
  ("the front page's end", "<enter>vG"), ("vertical", "<enter>jvv"), ("vertical's end", "<enter>jvvG"),
  ("a message", "n"), ("a count", "12"), ("no issue", ":issue 1900<enter>"),
  ("how to search all", "g/"), ("a search of all", "g/教室"), ("hits", "g/学校<enter>j"), ("hits by pinyin", "g/x<enter>G"),
  ("the chart", "g/的<enter><tab>h"), ("a narrowed chart", "g/的<enter><tab>h<enter>"), ("no hits", "g/XYZ<enter>"),
  ("a mistake", "g/学校<space>\"x"), ("a hit", "g/教室<enter>j<enter>"),
  ("kept queries", "g/x<enter>:save<space>x<enter>:queries<enter>"),
]

private let widths = [1, 2, 3, 7, 10, 19, 20, 21, 33, 47, 80, 99, 100, 118, 200, 300]
private let heights = [1, 2, 4, 5, 7, 11, 24, 60, 100]

@Test("Every view fits every screen: each row as wide as the screen, the cursor inside", arguments: screens)
func everyViewFitsEveryScreen(_ screen: (name: String, keys: String)) {
  for columns in widths {
    for rows in heights {
      var desk = Desk(Papers.all, columns: columns, rows: rows)
      desk.type(screen.keys)
      expectWhole(desk, "\(screen.name) at \(columns)×\(rows)")
    }
  }
}

@Test("Every view survives a walk through all sizes", arguments: screens)
func everyViewSurvivesResizing(_ screen: (name: String, keys: String)) {
  var desk = Desk(Papers.all)
  desk.type(screen.keys)
  for columns in widths {
    for rows in [3, 60, 12, 5] {
      desk.resize(columns: columns, rows: rows)
      expectWhole(desk, "\(screen.name) at \(columns)×\(rows)")
    }
  }
}

@Test("Below 20 × 5 a line says that it is too small")
func tooSmallIsSaid() {
  #expect(Desk(Papers.all, columns: 60, rows: 4).screen.contains("窗口太小：至少 20×5"))
  #expect(Desk(Papers.all, columns: 19, rows: 40).screen.hasPrefix("窗口太小"))
  #expect(Desk(Papers.all, columns: 60, rows: 4, language: .english).screen.contains("too small: 20×5 needed"))
  #expect(Desk(Papers.all, columns: 3, rows: 2).screen == "20×\n")
}

@Test("At 20 × 5 one can open, read, search and leave")
func smallestScreenWorks() {
  var desk = Desk(Papers.all, columns: 20, rows: 5)
  #expect(desk.screen.contains("2023-04-12"))
  desk.type("<enter>j<enter>")
  #expect(desk.screen.contains("南山小学新校舍落"))
  desk.type("/赵一")
  #expect(desk.status.hasPrefix("/赵一"))
  #expect(desk.cursor == Point(column: 5, row: 4))
  desk.type("<esc>qqq")
  #expect(desk.effects == [.quit])
}

@Test("The panes stand side by side from 100 columns on, one at a time below")
func panesBySize() {
  var desk = Desk(Papers.all, columns: 100, rows: 24)
  #expect(desk.screen.contains("│"))
  #expect(desk.line(2).contains("2023-04-12"))
  desk.resize(columns: 99, rows: 24)
  #expect(!desk.screen.contains("│"))
  #expect(desk.screen.contains("让读书声更响亮"), "the contents stand below a short list")
  desk.resize(columns: 99, rows: 8)
  #expect(!desk.screen.contains("让读书声更响亮"))
  desk.type("<enter>")
  #expect(desk.screen.contains("让读书声更响亮"))
  #expect(!desk.screen.contains("????-03-04"))
}

/// Checks what holds for every screen.
func expectWhole(_ desk: Desk, _ what: @autoclosure () -> String, at location: SourceLocation = #_sourceLocation) {
  let (surface, cursor) = desk.present()
  for row in 0..<surface.size.rows {
    let width = surface.row(row).reduce(0) { $0 + Int($1.width) }
    if width != surface.size.columns {
      Issue.record("\(what()): row \(row) takes \(width) columns", sourceLocation: location)
    }
  }
  if let cursor {
    let isInside = (0..<surface.size.columns).contains(cursor.column) && (0..<surface.size.rows).contains(cursor.row)
    if !isInside { Issue.record("\(what()): cursor at \(cursor)", sourceLocation: location) }
  }
}

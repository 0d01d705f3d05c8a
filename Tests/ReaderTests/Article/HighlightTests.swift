import Newspaper
import Screen
import Testing

@testable import Reader
@testable import Typesetting
@testable import Searching

/// Tests that the screen highlights the text that was found: each hit over the given pages, in every view.
@Suite struct HighlightTests {
  private static let queries = [
    "衡阳", "习近平", "重大项目", "2021年", "记者", "408", "1", "\"（记者\"", "环保督察", "xjpzsj", "hengyang", "~纳入", "/第.{1,6}次/",
    "市委 -环保", "caption:年 | by:记者",
  ]

  private struct Way: CustomStringConvertible {
    var keys: String
    var columns: Int
    var rows: Int
    var description: String { "\(keys) \(columns)×\(rows)" }
  }

  private static let ways: [Way] = ["", ":view<space>columns<enter>", ":view<space>vertical<enter>", "r"].flatMap {
    keys in
    [(40, 10), (80, 24), (120, 40)].map { Way(keys: keys, columns: $0.0, rows: $0.1) }
  }

  @Test(
    "The cells that stand out are the characters of the match that one is at, all of them and no others",
    arguments: ways.indices)
  func currentMatch(_ index: Int) {
    let way = Self.ways[index]
    var count = 0
    for issue in Papers.seeds {
      var desk = Desk([issue], columns: way.columns, rows: way.rows)
      desk.type("<enter><enter>" + way.keys)
      // Each way has a third of the queries, so that the test does not take minutes.
      for query in Self.queries.enumerated().filter({ ($0.offset + index) % 3 == 0 }).map(\.element) {
        desk.type("<alt-u>gg:search<space>" + query.map { $0 == " " ? "<space>" : String($0) }.joined() + "<enter>")
        for _ in 0..<min(6, desk.reader.found?.matches.count ?? 0) {
          check(&desk, "\(query) in \(issue.id), \(way)")
          count += 1
          desk.type("n")
        }
      }
    }
    #expect(count > 30)
  }

  private func check(_ desk: inout Desk, _ context: String) {
    guard let found = desk.reader.found, let current = found.current else { return }
    let match = found.matches[current]
    guard let expected = characters(of: match, desk) else { return }
    var shown = marked(desk)
    // A match can go on on the next page.
    if shown.count < expected.count, desk.reader.galley?.pages.flow != nil {
      desk.type("<space>")
      shown += marked(desk)
      desk.type("b")
    }
    #expect(shown.sorted() == expected.sorted(), "\(context), \(found.count)")
  }

  /// The text on the cells of the article that look like the match that one is at, as search folds it.
  private func marked(_ desk: Desk) -> [String] {
    guard let rect = desk.reader.layout.rect(of: .article) else { return [] }
    let surface = desk.present().surface
    var glyphs: [String] = []
    for row in rect.row..<rect.endRow {
      for column in rect.column..<rect.endColumn {
        let cell = surface[column, row]
        if cell.style.attributes.isSuperset(of: [.bold, .reverse]) { glyphs.append(cell.glyph) }
      }
    }
    return glyphs.flatMap(folded)
  }

  /// The characters of a match as its view has them; nil where they are folded away.
  private func characters(of match: Match, _ desk: Desk) -> [String]? {
    guard let issue = desk.reader.issue else { return nil }
    var text = ""
    for piece in match.pieces {
      let block = issue.articles[match.article].blocks[piece.block]
      if desk.reader.isRaw {
        for range in block.passage.sourceRanges(of: piece.range) {
          text += issue.page(block.passage.page)?.text.line(range.line).slice(range.range) ?? ""
        }
      } else {
        if block.role == .repeated { return nil }
        text += block.passage.text.slice(piece.range)
      }
    }
    return text.flatMap { folded(String($0)) }
  }

  private func folded(_ text: String) -> [String] {
    String(decoding: FoldedText(text).bytes, as: UTF8.self).map(String.init)
  }

  @Test(
    "On the printed page the occurrences in what is shown stand out, and nothing else",
    arguments: [(80, 24), (120, 40)])
  func frontPage(_ columns: Int, _ rows: Int) {
    for issue in Papers.seeds {
      for query in ["衡阳", "记者", "项目", "市"] {
        var desk = Desk([issue], columns: columns, rows: rows)
        desk.type("<enter>:view<space>front<enter>/\(query)<enter><esc>")
        #expect(desk.reader.isFront)
        #expect(highlighted(desk) == occurrences(of: query, desk), "\(query) in \(issue.id)")
      }
    }
  }

  private func highlighted(_ desk: Desk) -> Int {
    let surface = desk.present().surface
    let panes = desk.reader.layout.panes
    let (match, current) = (desk.reader.environment.theme[.match], Style.Attributes([.bold, .reverse]))
    return (panes.row..<panes.endRow).reduce(0) { sum, row in
      sum
        + surface.row(row).count { cell in
          !cell.glyph.isEmpty
            && (cell.style.background == match.background || cell.style.attributes.isSuperset(of: current))
        }
    }
  }

  /// The number of characters of occurrences on the lines that the boxes of the sheet show.
  private func occurrences(of query: String, _ desk: Desk) -> Int {
    guard let front = desk.reader.front else { return 0 }
    let boxes = front.sheets[front.sheet(ofArticle: desk.reader.visit.article)].boxes
    return boxes.reduce(0) { sum, box in
      let galley = box.pages.galley
      let lines = (box.page?.slots ?? []).map { galley.lines[$0.line] }
      return sum + lines.reduce(0) { $0 + shown(query, on: $1, of: galley) }
    }
  }

  private func shown(_ query: String, on line: Galley.Line, of galley: Galley) -> Int {
    guard let block = line.block, line.text == block else { return 0 }
    // Spaces within a word are the scan's.
    let characters = Array(galley.texts[block])
    var ends = [0]
    for character in characters { ends.append(ends[ends.count - 1] + character.utf8.count) }
    let inked = characters.indices.filter { !characters[$0].isWhitespace }
    var count = 0
    var index = 0
    while index + query.count <= inked.count {
      let part = inked[index..<index + query.count]
      if part.map({ characters[$0] }) == Array(query) {
        count += part.count { line.typeset.range.contains(ends[$0]) }
        index += query.count
      } else {
        index += 1
      }
    }
    return count
  }
}

@Suite struct MatchStripTests {
  /// The right edge of the article.
  private func strip(_ desk: Desk) -> String {
    let surface = desk.present().surface
    let panes = desk.reader.layout.panes
    return (panes.row..<panes.endRow).map { surface[panes.endColumn - 1, $0].glyph }.joined()
  }

  private func desk(columns: Int = 60, rows: Int = 12) -> Desk {
    Desk(typing: "<enter>j<enter>", columns: columns, rows: rows, language: .chinese)
  }

  @Test("A strip at the edge shows where in the article the matches are, and what is in sight")
  func ticks() {
    var desk = desk()
    #expect(strip(desk).allSatisfy { $0 == " " })
    desk.type("/教室<enter>gg")
    let atTop = strip(desk)
    #expect(atTop.hasPrefix("│") && atTop.contains { "┤┫".contains($0) } && atTop.contains("─"))
    desk.type("G")
    let atEnd = strip(desk)
    #expect(atEnd.hasSuffix("│") && !atEnd.hasPrefix("│"))
    #expect(atTop.count { "┤┫─━".contains($0) } == atEnd.count { "┤┫─━".contains($0) })
  }

  @Test("Where all of the article is in sight the ticks stand beside its lines")
  func whole() {
    var desk = desk(rows: 60)
    desk.type("/教室<enter>")
    let surface = desk.present().surface
    for row in 2..<58 {
      let isMarked =
        surface.row(row).contains {
          $0.style.background == desk.reader.environment.theme[.match].background
            && $0.style.attributes.contains(.underline)
            && !$0.glyph.isEmpty
        }
        || surface.row(row).contains { $0.style.attributes.isSuperset(of: [.bold, .reverse]) }
      #expect((surface[59, row].glyph != " ") == isMarked, "row \(row)")
    }
  }

  @Test("There is no strip where no column is free, and none in an article without matches")
  func hidden() {
    var narrow = desk(columns: 20)
    narrow.type("/教室<enter>")
    #expect(!strip(narrow).contains { "│┤┫─━".contains($0) })
    var other = desk()
    other.type("/教室<enter>]]")
    #expect(!strip(other).contains { "│┤┫─━".contains($0) })
  }

  @Test("In columns and in vertical lines the strip stands at the edge, too", arguments: ["columns", "vertical"])
  func pages(_ view: String) {
    var desk = Desk(Papers.seeds, columns: 80, rows: 24)
    desk.type("<enter>:article<space>6<enter>:view<space>\(view)<enter>/项目<enter>")
    #expect(strip(desk).contains { "┫━".contains($0) })
  }

  @Test("The list of issues says how much was found in the one that is open")
  func issueCount() {
    var desk = Desk(Papers.all, columns: 118, rows: 30)
    desk.type("<enter>j<enter>/学校<enter>")
    #expect(desk.line(2).contains("4 1/4"))
    #expect(desk.marked(.matchCount).contains("4"))
    desk.type("<alt-u>")
    #expect(!desk.line(2).contains("4 1/4"))
  }
}

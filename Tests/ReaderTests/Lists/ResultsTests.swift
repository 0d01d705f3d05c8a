import Chance
import Newspaper
import Screen
import Searching
import Strings
import Testing
import Typesetting

@testable import Reader

/// The hits of a query in the given pages.
private func results(
  _ query: String, columns: Int = 100, rows: Int = 30, language: Language = .chinese, then keys: String = "<enter>"
) -> Desk {
  var desk = Desk(Papers.seeds, columns: columns, rows: rows, language: language)
  desk.type("g/" + query + keys)
  return desk
}

private let scenes = [
  Scene(name: "results-typing", columns: 100, rows: 30, keys: "g/衡阳"),
  Scene(name: "results-how", columns: 60, rows: 20, keys: "g/"),
  Scene(name: "results-how-english", columns: 80, rows: 20, keys: "g/", language: .english),
  Scene(name: "results-80", columns: 80, rows: 24, keys: "g/衡阳<enter>5j"),
  Scene(name: "results-40", columns: 40, rows: 10, keys: "g/衡阳<enter>j"),
  Scene(name: "results-smallest", columns: 20, rows: 5, keys: "g/衡阳<enter>j"),
  Scene(name: "results-chart-smallest", columns: 20, rows: 5, keys: "g/衡阳<enter><tab>"),
  Scene(name: "results-120-english", columns: 120, rows: 40, keys: "g/hy<enter>}", language: .english),
  Scene(name: "results-200", columns: 200, rows: 60, keys: "g/会议<enter>10j"),
  Scene(name: "results-chart", columns: 80, rows: 24, keys: "g/衡阳<enter><tab>h"),
  Scene(name: "results-narrowed", columns: 80, rows: 24, keys: "g/衡阳<enter><tab>h<enter>", language: .english),
  Scene(name: "results-mistake", columns: 80, rows: 24, keys: "g/衡阳<space>|<space>|"),
  Scene(name: "results-none", columns: 60, rows: 16, keys: "g/XYZ"),
  Scene(name: "results-none-english", columns: 60, rows: 16, keys: "g/没有此词<enter>", language: .english),
  Scene(name: "results-best", columns: 80, rows: 24, keys: "g/~hengyang<space>|<space>己经<enter>o"),
  Scene(
    name: "queries", columns: 60, rows: 12,
    keys: "g/衡阳<enter>:save<space>家乡<enter>g/hy<enter>:save<space>hy<enter>:queries<enter>j"),
]

@Test("The hits of the whole corpus look as they did when a person last read them", arguments: scenes)
func resultViews(_ scene: Scene) {
  var desk = Desk(Papers.seeds, columns: scene.columns, rows: scene.rows, language: scene.language)
  desk.type(scene.keys)
  expectGolden(desk, scene.name)
}

@Suite("The hits of the whole corpus") struct ResultsTests {
  @Test("The matches start in one column on all lines, at every width", arguments: [20, 33, 40, 61, 80, 100, 133, 200])
  func alignedColumn(_ columns: Int) {
    for query in ["衡阳", "hy", "会议", "1", "的"] {
      let desk = results(query, columns: columns, rows: 40, then: "<enter>G")
      let surface = desk.present().surface
      let rect = desk.reader.resultsLayout.listRect
      let column = HitLine(environment: desk.reader.environment, rect: rect, hasFocus: true).matchColumn
      let starts = (rect.row..<rect.endRow).compactMap {
        firstMatch(in: surface.row($0), desk.reader.environment.theme)
      }
      #expect(!starts.isEmpty && starts.allSatisfy { $0 == column }, "\(query) at \(columns): \(starts), not \(column)")
    }
  }

  @Test("What is marked on a line is the match and nothing else, as far as it has room", arguments: [40, 80, 120, 200])
  func markedIsMatch(_ columns: Int) {
    for query in ["衡阳", "~hyang", "\"2021年\"", "date:2021", "高新区 | 会议"] {
      let desk = results(query, columns: columns, rows: 50)
      let surface = desk.present().surface
      let marked = (0..<surface.size.rows).compactMap { markedText(in: surface.row($0), desk.reader.environment.theme) }
      let shown = desk.reader.results?.shown?.hits.prefix(marked.count).map(\.context.repaired) ?? []
      #expect(!marked.isEmpty)
      for (mark, match) in zip(marked, shown) {
        let isWhole = mark == legible(match)
        #expect(isWhole || match.hasPrefix(mark.prefix(1)) && mark.count < match.count, "\(mark) for \(match)")
      }
    }
  }

  @Test("enter opens the issue at the hit, with its other matches marked; q comes back to the same place")
  func thereAndBack() {
    var desk = results("衡阳", columns: 80, rows: 24, then: "<enter>20j")
    let before = desk.present().surface
    let hit = desk.reader.results?.hit
    desk.type("<enter>")
    #expect(desk.reader.pane == .article)
    #expect(desk.reader.selectedID == hit?.issue)
    #expect(desk.reader.found?.current.map { desk.reader.found?.matches[$0] } == hit?.match)
    #expect(desk.marked(.currentMatch).contains { $0.hasPrefix("衡阳") })
    desk.type("q")
    #expect(desk.present().surface == before)
  }

  @Test("The cursor of the hits comes back to the hit that one read to")
  func readOn() {
    var desk = results("衡阳", columns: 80, rows: 24, then: "<enter>20j")
    let before = desk.reader.results?.selected
    desk.type("<enter>nnNq")
    #expect(desk.reader.results?.selected == before.map { $0 + 1 })
  }

  @Test("h and esc come back, too, in a wide screen as in a narrow one", arguments: ["h", "<esc>", "q"], [60, 120])
  func waysBack(_ key: String, _ columns: Int) {
    var desk = results("会议", columns: columns, rows: 24, then: "<enter>}")
    let before = desk.screen
    desk.type("<enter>j" + key)
    #expect(desk.screen == before)
  }

  @Test("Leaving the hits puts everything back as it was before the search")
  func leaving() {
    var desk = Desk(Papers.seeds, columns: 80, rows: 24)
    desk.type("j<enter>j<enter>3j/年<enter>")
    let before = desk.present().surface
    desk.type("g/会议<enter>5j<enter>nnqq")
    #expect(desk.present().surface == before)
  }

  @Test("esc while typing leaves the view, and a mistake leaves the last hits")
  func escapeAndMistakes() {
    var desk = Desk(Papers.seeds, columns: 80, rows: 24)
    let before = desk.present().surface
    desk.type("g/会议")
    let found = desk.line(6)
    desk.send(.paste(" date:99"))
    #expect(desk.line(6) == found)
    #expect(desk.line(-2).contains("不是日期"))
    desk.type("<enter>")
    #expect(desk.reader.context == .prompt)
    desk.type("<esc>")
    #expect(desk.present().surface == before)
  }

  @Test("Moving along the chart takes the list along; enter narrows to a month, to a day; esc widens again")
  func chart() {
    var desk = results("衡阳", columns: 80, rows: 24, language: .english, then: "<enter><tab>G")
    #expect(desk.reader.results?.hit?.date?.year == nil)
    desk.type("hh")
    #expect(desk.reader.results?.hit?.date?.value == "2021-01-01")
    desk.type("<enter>")
    #expect(desk.line(0).contains("2021-01: 21 hits"))
    desk.type("<enter>")
    #expect(desk.line(0).contains("2021-01-01: 21 hits"))
    desk.type("<esc>")
    #expect(desk.line(0).contains("2021-01: 21 hits"))
    desk.type("<esc>")
    #expect(desk.line(0).contains("81 hits"))
    #expect(desk.reader.context == .chart)
    desk.type("<esc>")
    #expect(desk.reader.context == .results)
  }

  @Test("Where the best come first, moving along the chart takes the list to the best hit of these days")
  func chartOfBest() throws {
    var desk = results("~hengyang | 己经", columns: 80, rows: 24, language: .english, then: "<enter>o<tab>G")
    for key in ["", "h", "h", "h", "l"] {
      desk.type(key)
      let results = try #require(desk.reader.results)
      let day = try #require(results.chartDay)
      let bar = try #require(desk.reader.chart.flatMap { chart in chart.index(of: day).map { chart.bars[$0] } })
      let hit = try #require(results.hit)
      #expect(bar.days.contains(DayNumber(hit.date)))
    }
  }

  @Test("While the corpus is read for the first time the hits say so, and how far that is")
  func whileReading() {
    var desk = Desk(Papers.seeds, columns: 80, rows: 24, language: .english)
    desk.engine = nil
    desk.reader.receive(progress: 43, of: 100)
    desk.type("g/衡阳<enter>")
    #expect(desk.screen.contains("reading the corpus: 43 %; it is searched as soon as that is done"))
    desk.reader.receive(progress: 100, of: 100)
    #expect(!desk.screen.contains("reading the corpus"))
  }

  @Test("While what has changed is read, what was found before stays, and the title says how far that is")
  func whileReadingMore() {
    var desk = results("衡阳", columns: 120, rows: 24, language: .english)
    desk.reader.receive(progress: 43, of: 100)
    #expect(desk.line(0).contains("81 hits") && desk.line(0).contains("reading what is new: 43 %"))
  }

  @Test("A chart has each hit in one bar, whatever the span and the width")
  func chartCountsEachHitOnce() {
    var dice = RandomSource(seed: 5)
    for _ in 0..<400 {
      let counts = Set((0..<Int.random(in: 1...40, using: &dice)).map { _ in randomDay(&dice) }).sorted()
        .map { CorpusAnswer.DayCount(day: $0, hits: Int.random(in: 1...99, using: &dice)) }
      let slots = Int.random(in: 1...150, using: &dice)
      let chart = HitChart(counts, span: nil, slots: slots)
      #expect(chart.bars.reduce(0) { $0 + $1.hits } == counts.reduce(0) { $0 + $1.hits })
      for count in counts {
        #expect(chart.index(of: count.day).map { chart.bars[$0].days.contains(count.day) } == true)
      }
      #expect((chart.bars.last?.slot ?? 0) < max(4, slots))
    }
  }

  @Test("Queries are kept under names, listed, completed, asked again and forgotten")
  func keptQueries() {
    var desk = results("会议", columns: 80, rows: 24, then: "<enter>:save<space>meetings<enter>")
    #expect(desk.status.contains("meetings"))
    desk.type("q:query<space>me<tab><enter>")
    #expect(desk.line(0).contains("31 处"))
    desk.type(":queries<enter>d")
    #expect(desk.reader.savedQueries.isEmpty)
    desk.type(":query<space>meetings<enter>")
    #expect(desk.status.contains(":save"))
  }

  @Test("A resize keeps the hit that one is at in sight")
  func resizing() {
    var desk = results("的", columns: 120, rows: 40, then: "<enter>50j")
    let hit = desk.reader.results?.hit
    for (columns, rows) in [(20, 5), (200, 60), (40, 7), (3, 2), (80, 24)] {
      desk.resize(columns: columns, rows: rows)
      #expect(desk.reader.results?.hit == hit)
      if rows >= 5 { #expect(desk.screen.contains("▸")) }
    }
  }

  @Test("Only hits around what is on the screen are asked for, however many there are")
  func asksForFew() {
    var desk = Desk(Papers.seeds, columns: 80, rows: 24)
    desk.engine = nil
    desk.type("g/的<enter>")
    guard case .searchCorpus(let question) = desk.effects.last else {
      Testing.Issue.record("nothing was asked")
      return
    }
    let answer = CorpusAnswer(
      number: question.number, total: 1_000_000, issues: 9000,
      days: [.init(day: DayNumber(20_210_622), hits: 1_000_000)],
      progress: 1, isComplete: true)
    desk.carryOut(desk.reader.receive(answer))
    guard case .hits(question.number, let range) = desk.effects.last else {
      Testing.Issue.record("no hits were asked for")
      return
    }
    #expect(range.lowerBound == 0 && range.count < 200)
    desk.carryOut(desk.reader.receive(hits: [], question: question.number, from: 0))
    desk.type("G")
    guard case .hits(_, let end) = desk.effects.last else { return }
    #expect(end.upperBound == 1_000_000 && end.count < 200)
  }
}

/// The first column of a row that looks like a match.
private func firstMatch(in row: [Cell], _ theme: Theme) -> Int? {
  row.indices.first { isMatch(row[$0], in: row, theme) }.map { $0 - row.startIndex }
}

/// The text on the cells of a row that look like a match.
private func markedText(in row: [Cell], _ theme: Theme) -> String? {
  let cells = row.filter { isMatch($0, in: row, theme) }
  return cells.isEmpty ? nil : cells.map(\.glyph).joined()
}

private func isMatch(_ cell: Cell, in row: [Cell], _ theme: Theme) -> Bool {
  if row.first?.glyph == "▸" { return cell.style == theme[.currentMatch].over(theme[.selected]) }
  let roles: [Theme.Role] = [.match, .pinyinMatch, .lookalikeMatch]
  return roles.contains { cell.style == theme[$0] || cell.style == theme[$0].over(theme[.headline]) }
}

private func randomDay(_ dice: inout RandomSource) -> DayNumber {
  if Int.random(in: 0..<12, using: &dice) == 0 { return DayNumber(0) }
  let year = 1900 + Int.random(in: 0..<[1, 3, 30, 130][Int.random(in: 0..<4, using: &dice)], using: &dice)
  return DayNumber(year * 10_000 + Int.random(in: 1...12, using: &dice) * 100 + Int.random(in: 1...28, using: &dice))
}

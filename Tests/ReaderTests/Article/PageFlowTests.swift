import CSystem
import Newspaper
import Screen
import Strings
import Testing

@testable import Reader
@testable import Typesetting

private let sizes = stride(from: 12, through: 120, by: 9).map { Size(columns: $0, rows: 5 + $0 * 7 % 57) }
private let views: [PageView] = [.one, .columns, .vertical]

private func geometry(_ view: PageView, _ room: Size) -> PageGeometry {
  switch view {
  case .one, .front: .one(measure: room.columns, rows: room.rows)
  case .columns: .columns(in: room)
  case .vertical: .vertical(in: room)
  }
}

private func forEverySetting(_ body: (ArticlePages, Size, Newspaper.Article, String) -> Void) {
  for issue in Papers.seeds + [Papers.spring] {
    for article in issue.articles {
      for view in views {
        for room in sizes {
          let pages = ArticlePages(
            article, issue: issue, geometry: geometry(view, room), raw: false, language: .chinese)
          body(pages, room, article, "\(issue.id)/\(article.number), \(view), \(room.columns)×\(room.rows)")
        }
      }
    }
  }
}

private func letters(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }

/// The letters of an article that its galley must have: a repeat that is folded stands elsewhere.
private func letters(of article: Newspaper.Article) -> String {
  letters(article.blocks.filter { $0.role != .repeated }.map(\.passage.text).joined())
}

@Test("Turning the pages one reads every letter of an article once and in order, in every view at every size")
func everyLetterIsOnAPage() {
  var (kept, all) = (0, 0)
  forEverySetting { pages, _, article, what in
    let order = pages.flow?.pages.flatMap { $0.slots.map(\.line) } ?? Array(pages.galley.lines.indices)
    let shown = order.map { pages.galley.lines[$0] }.filter { $0.part != .mark && $0.part != .air }
    let read = letters(shown.map { pages.galley.texts[$0.text].slice($0.typeset.range) }.joined())
    let wanted = letters(of: article)
    if read != wanted { Testing.Issue.record("\(what): \(read.count) of \(wanted.count) letters") }
    kept += read.count
    all += wanted.count
  }
  #expect(kept == all)
}

@Test("No line is longer than its measure, and every line stands on its page")
func linesFitTheirPages() {
  forEverySetting { pages, room, _, what in
    let form = pages.geometry.form
    for (index, line) in pages.galley.lines.enumerated() {
      let measure = index < pages.galley.stackCount ? form.stackMeasure : form.measure
      let isOne = pages.galley.texts[line.text].slice(line.typeset.range).count <= 1
      if line.typeset.indent + line.typeset.width > measure, !isOne { Testing.Issue.record("\(what): line \(index)") }
    }
    guard let flow = pages.flow else { return }
    for slot in flow.pages.flatMap(\.slots) {
      if slot.depth >= pages.geometry.depth { Testing.Issue.record("\(what): below the page") }
      if (slot.column ?? 0) >= pages.geometry.columns { Testing.Issue.record("\(what): beside the page") }
    }
    let size = pages.geometry.size
    if room.columns >= 4, size.columns > room.columns || size.rows > max(room.rows, 1) {
      Testing.Issue.record("\(what): the text takes \(size)")
    }
  }
}

@Test("The columns of the last page are about equally long, and a short article takes fewer")
func columnsAreBalanced() {
  for issue in Papers.seeds {
    for article in issue.articles {
      let room = Size(columns: 160, rows: 40)
      let pages = ArticlePages(article, issue: issue, geometry: .columns(in: room), raw: false, language: .chinese)
      guard let last = pages.flow?.pages.last else { continue }
      let lengths = Dictionary(grouping: last.slots.filter { $0.column != nil }) { $0.column }.map(\.value.count)
      guard lengths.count > 1 else { continue }
      #expect((lengths.min() ?? 0) >= 1 && lengths.count <= pages.geometry.columns)
      let whole = lengths.reduce(0, +)
      #expect((lengths.max() ?? 0) <= whole / lengths.count + 4, "\(issue.id)/\(article.number): \(lengths)")
    }
  }
}

@Test("The columns of the last page differ by a line")
func columnsAreEven() {
  let line = Galley.Line(part: .paragraph, text: 0, typeset: TypesetLine(range: 0..<3, indent: 0, width: 2))
  for (count, lengths) in [(71, [15, 14, 14, 14, 14]), (10, [2, 2, 2, 2, 2]), (7, [2, 2, 1, 1, 1])] {
    let lines = Array(repeating: line, count: count)
    let flow = PageFlow(lines, stackCount: 0, columns: 5, depth: 40)
    #expect((0..<5).map { column in flow.pages[0].slots.count { $0.column == column } } == lengths)
  }
}

@Test("A page that has just room for all lines keeps the air between its heads")
func airStaysWhereAllFits() {
  let lines = [Galley.Part.headline, .air, .headline, .air, .pointer].map {
    Galley.Line(part: $0, text: 0, typeset: TypesetLine(range: 0..<3, indent: 0, width: 2))
  }
  let flow = PageFlow(lines, stackCount: 4, columns: 1, depth: 5)
  #expect(flow.pages.map { $0.slots.map(\.line) } == [[0, 1, 2, 3, 4]])
}

@Test("No column ends with a subhead, and none begins with air")
func columnsBeginAndEndWell() {
  forEverySetting { pages, _, _, what in
    guard let flow = pages.flow, pages.geometry.depth > 2 else { return }
    for (number, page) in flow.pages.enumerated() {
      for (_, slots) in Dictionary(grouping: page.slots.filter { $0.column != nil }, by: \.column) {
        let parts = slots.map { pages.galley.lines[$0.line].part }
        if parts.first == .air { Testing.Issue.record("\(what): page \(number) begins with air") }
        let isEnd = slots.last?.line == pages.galley.lines.indices.last
        if parts.last == .subhead, !isEnd { Testing.Issue.record("\(what): page \(number) ends with a subhead") }
      }
    }
  }
}

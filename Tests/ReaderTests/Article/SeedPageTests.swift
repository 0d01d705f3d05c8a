import Newspaper
import Screen
import Testing

@testable import Reader
@testable import Typesetting

/// A given page in a view, at a size.
struct SeedScene: Sendable, CustomTestStringConvertible {
  var seed: Int
  var view: PageView
  var columns: Int
  var rows: Int

  var testDescription: String { "\(Papers.seeds[seed].id.prefix(3))-\(view.rawValue)-\(columns)x\(rows)" }

  /// Each page in each view, at three sizes.
  static let all = Papers.seeds.indices.flatMap { seed in
    PageView.allCases.flatMap { view in
      [(80, 24), (120, 40), (200, 60)].map { SeedScene(seed: seed, view: view, columns: $0.0, rows: $0.1) }
    }
  }

  /// Those that a person has read: each view twice, and each page.
  static let read = all.filter { scene in
    [
      "000-front-120x40", "003-front-200x60", "001-columns-120x40", "004-columns-80x24", "002-vertical-80x24",
      "004-vertical-120x40", "003-one-80x24", "002-one-120x40",
    ].contains(scene.testDescription)
  }

  /// The page's longest article, in the view.
  func desk() -> Desk {
    let issue = Papers.seeds[seed]
    let longest = issue.articles.indices.max { issue.articles[$0].length < issue.articles[$1].length } ?? 0
    var desk = Desk([issue], columns: columns, rows: rows)
    desk.type(":article<space>\(longest + 1)<enter>:view<space>\(view.rawValue)<enter><ctrl-l>")
    return desk
  }
}

@Test("The views look as they did when a person last read them", arguments: SeedScene.read)
func seedPages(_ scene: SeedScene) {
  #expect(SeedScene.read.count == 8)
  expectGolden(scene.desk(), "pages/" + scene.testDescription)
}

@Test("Each line that a view of a given page shows stands whole on the screen", arguments: SeedScene.all)
func linesAreWhole(_ scene: SeedScene) {
  let desk = scene.desk()
  let surface = desk.present().surface
  // Vertical lines are read down the screen.
  let rows =
    scene.view == .vertical
    ? (0..<surface.size.columns).map { column in (0..<surface.size.rows).map { surface[column, $0].glyph }.joined() }
    : (0..<surface.size.rows).map { surface.row($0).map(\.glyph).joined() }
  let screen = rows.map { letters($0) }
  let shown = desk.shownLines
  #expect(!shown.isEmpty)
  for line in shown.map(letters) where !line.isEmpty && !screen.contains(where: { $0.contains(line) }) {
    Issue.record("\(line) is not there as a whole")
  }
}

/// Letters of a text. Marks have other forms in vertical lines, and digits stand side by side there.
private func letters(_ text: String) -> String { String(text.filter(\.isLetter)) }

extension Desk {
  /// Texts of the lines that the pages in sight are made of.
  fileprivate var shownLines: [String] {
    if reader.isFront {
      return (reader.frontSheet?.boxes ?? []).flatMap { box in
        let texts = box.pages.texts(onPage: box.page)
        // The sign that a text goes on may stand over the end of its last line.
        return box.goesOn ? texts.dropLast() + texts.suffix(1).map { String($0.dropLast(3)) } : texts
      }
    }
    guard let pages = reader.galley?.pages else { return [] }
    guard let flow = pages.flow else { return pages.galley.lines.indices.prefix(10).map { pages.text(ofLine: $0) } }
    return pages.texts(onPage: flow.pages.indices.contains(reader.place.top) ? flow.pages[reader.place.top] : nil)
  }
}

extension ArticlePages {
  fileprivate func texts(onPage page: PageFlow.Page?) -> [String] {
    (page?.slots ?? []).map { text(ofLine: $0.line) }
  }

  fileprivate func text(ofLine index: Int) -> String {
    let line = galley.lines[index]
    return String(galley.texts[line.text].slice(line.typeset.range))
  }
}

extension Article {
  fileprivate var length: Int { blocks.reduce(0) { $0 + $1.passage.text.count } }
}

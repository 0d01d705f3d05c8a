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

  static let all = Papers.seeds.indices.flatMap { seed in
    PageView.allCases.flatMap { view in
      [(80, 24), (120, 40), (200, 60)].map { SeedScene(seed: seed, view: view, columns: $0.0, rows: $0.1) }
    }
  }
}

@Test("Each view of each given page looks as it did when a person last read it", arguments: SeedScene.all)
func seedPages(_ scene: SeedScene) {
  let issue = Papers.seeds[scene.seed]
  let longest = issue.articles.indices.max { issue.articles[$0].length < issue.articles[$1].length } ?? 0
  var desk = Desk([issue], columns: scene.columns, rows: scene.rows)
  desk.type(":article<space>\(longest + 1)<enter>:view<space>\(scene.view.rawValue)<enter><ctrl-l>")
  expectGolden(desk, "pages/" + scene.testDescription)
}

extension Article {
  fileprivate var length: Int { blocks.reduce(0) { $0 + $1.passage.text.count } }
}

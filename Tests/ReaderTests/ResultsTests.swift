import Newspaper
import Screen
import Searching
import Testing

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
  Scene(name: "results-mistake", columns: 80, rows: 24, keys: "g/衡阳<space>\"日"),
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

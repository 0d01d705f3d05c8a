import Newspaper
import Testing

@testable import Reader

@Test("The given pages open, every article of them at every width")
func seedsOpen() {
  #expect(Papers.seeds.count == 5)
  for columns in [20, 47, 80, 118] {
    var desk = Desk(Papers.seeds, columns: columns, rows: 24)
    for issue in Papers.seeds {
      for number in issue.articles.indices {
        desk.type(":article<space>\(number + 1)<enter>Grgg")
        expectWhole(desk, "\(issue.id)/\(number + 1) at \(columns)")
      }
      desk.type("}")
    }
  }
}

@Test("A name that a column edge breaks in two is found and marked")
func nameAcrossColumnEdge() {
  var desk = Desk(Papers.seeds, columns: 60, rows: 40)
  desk.type(":issue<space>2017-04-25<enter>/习近平总书记<enter>")
  let matches = desk.reader.found?.matches.filter { $0.article == 0 } ?? []
  #expect(matches.count >= 2)
  for _ in matches {
    #expect(desk.marked(.currentMatch).joined() == "习近平总书记")
    desk.type("n")
  }
}

@Test("The turn to another page is quiet at the end of its paragraph, and in the contents")
func turnIsQuiet() {
  var desk = Desk(Papers.seeds, columns: 118, rows: 30)
  desk.type("<enter>G")
  #expect(desk.screen.contains("↴二版"))
  #expect(desk.marked(.jump).contains { $0.contains("下转第二版") })
}

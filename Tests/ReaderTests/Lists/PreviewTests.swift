import Newspaper
import Screen
import Strings
import Testing

@testable import Reader

@Suite("The room below a short list") struct PreviewTests {
  @Test(
    "It has the articles of the selected issue, and the beginning of the selected one",
    arguments: [(80, 24), (90, 50), (40, 30)])
  func screens(_ columns: Int, _ rows: Int) {
    var desk = Desk(Papers.seeds, columns: columns, rows: rows, language: .english)
    desk.type("jj")
    expectWhole(desk, "\(columns)×\(rows)")
    expectGolden(desk, "preview/\(columns)x\(rows)")
  }

  @Test("The first screen does not wait for it")
  func start() {
    let reader = Reader(
      corpusName: "seeds", issues: Papers.seeds.map(\.summary), keymap: .standard, language: .english,
      settings: Settings(ambiguous: .narrow), size: Size(columns: 80, rows: 24))
    var first = reader
    #expect(first.start() == [.askAmbiguousWidth])
    #expect(first.beginPreview() == [.open(issue: Papers.seeds[0].id)])
  }

  @Test(
    "Where there is no room, or a list that is read aloud, nothing is read for it",
    arguments: [(80, 9), (40, 10), (20, 5)])
  func tight(_ columns: Int, _ rows: Int) {
    var settings = Settings(ambiguous: .narrow)
    settings.isReadAloud = columns == 80
    let desk = Desk(Papers.seeds, columns: columns, rows: rows, settings: settings)
    #expect(desk.reader.issue == nil)
  }
}

import Newspaper
import Testing

@testable import Reader

@Test("Parts of a large file are told apart in the list though they bear one date", arguments: [40, 60, 118])
func partsOfAFile(_ columns: Int) {
  let parts = ["archive.part09", "archive.part10"].map {
    makeIssue($0, date: day(2021, 6, 22), Story(head("大桥通车"), text("通车。")))
  }
  let screen = Desk(parts, columns: columns, rows: 20).screen
  #expect(screen.contains("2021-06-22 ≈ #9") && screen.contains("2021-06-22 ≈ #10"))
}

@Test("What is no part has no number", arguments: ["archive", "part", "a.part", "a.parts3", "3"])
func noPart(_ id: String) {
  let issue = makeIssue(id, date: day(2021, 6, 22), Story(head("大桥通车"), text("通车。")))
  #expect(!Desk([issue], columns: 60, rows: 20).screen.contains("#"))
}

import Newspaper
import PageParsing
import Screen
import Testing
import Typesetting

@testable import Reader

@Suite("A word that a line or a column divides, on the screen")
struct DividedWordTests {
  /// Two columns of one article; words go on over lines and from one column to the next.
  private let issue: Newspaper.Issue = {
    let lines: [(text: String, block: Int32, end: PageLayout.LineEnd)] = [
      ("THE FOG AT SEA", 0, .whole), ("The fog came down at noon upon the har-", 1, .divided(hyphenLength: 1)),
      ("bour and the ships lay still; a light-", 1, .divided(hyphenLength: 0)),
      ("ship rang its bell until the mor¬", 1, .divided(hyphenLength: 2)),
      ("ning, when the wind rose from the west.", 2, .whole),
    ]
    let layout = PageLayout(lines: lines.map { PageLayout.Line(block: $0.block, end: $0.end) })
    let text = PageText(bytes: Array(lines.map { $0.text + "\n" }.joined().utf8), layout: layout)
    let parts = [
      StatedZoning.Part(role: .heading, page: 1, lines: [1]),
      StatedZoning.Part(role: .body, page: 1, lines: [2, 3, 4, 5]),
    ]
    let zoning = StatedZoning(zones: [StatedZoning.Zone(id: "a", type: "article", parts: parts)])
    return parseIssue(id: "fog", pages: [Page(number: 1, path: "fog.xml", text: text)], zoning: zoning)
  }()

  private func open(_ keys: String) -> Desk {
    var desk = Desk([issue], columns: 60, rows: 24, language: .english)
    desk.type("<enter><enter>" + keys)
    return desk
  }

  @Test("It is found as a whole word, once, and stands out whole", arguments: ["harbour", "light-ship", "morning"])
  func found(word: String) {
    let desk = open("/\(word)<enter>")
    #expect(desk.reader.found?.matches.count == 1)
    #expect(desk.marked(.currentMatch).joined() == word)
    #expect(open("/\(word.dropLast(2))x<enter>").reader.found?.matches.isEmpty ?? true)
  }

  @Test("The scan's own lines keep its halves and its hyphen, and show the match on both")
  func raw() {
    let desk = open("/harbour<enter>r")
    #expect(desk.screen.contains("upon the har-") && desk.screen.contains("bour and the ships"))
    #expect(desk.marked(.currentMatch) == ["har-", "bour"] || desk.marked(.currentMatch) == ["har", "bour"])
  }

  @Test("Why? names the lines of both halves")
  func why() {
    var desk = open("w")
    desk.type("j")
    #expect(desk.screen.contains("2 The fog came down at noon upon the har-"))
    #expect(desk.screen.contains("3 bour and the ships lay still; a light-"))
  }
}

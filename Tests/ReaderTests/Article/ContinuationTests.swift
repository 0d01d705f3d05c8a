import CSystem
import Newspaper
import Strings
import Testing

@testable import Reader
@testable import Typesetting

private let paper = Papers.turning

private func whole(measure: Int = 40, raw: Bool = false, language: Language = .chinese) -> Galley {
  return Galley(
    paper.articles[1], continuations: [paper.articles[4]], issue: paper, form: GalleyForm(measure: measure),
    raw: raw, language: language)
}

private func open(columns: Int = 60, rows: Int = 40) -> Desk {
  var desk = Desk([paper, Papers.winter], columns: columns, rows: rows)
  desk.type("<enter>j<enter>")
  return desk
}

@Test(
  "A continued article reads as one: behind a quiet line that marks the turn the text goes on, also inside a sentence")
func readsAsOne() {
  let lines = whole().text.filter { !$0.isEmpty }
  let turn = lines.firstIndex { $0.contains("↴") } ?? 0
  #expect(lines[turn - 1] == "道岭，(下转第二版)")
  #expect(
    Array(lines[turn...].prefix(4)) == [
      "              ↴ 下转第二版", "               清水绕村过", "(上接第一版)才把水引到村口。", "    如今渠边建起了水碓坊，游人来看水、听",
    ])
  #expect(lines.last == "                                （周一）")
  #expect(whole(language: .english).text.contains { $0.hasSuffix("↴ 下转第二版 · page 2") })
}

@Test("Every letter of both parts is set, and every line leads to its place on its page and back")
func wholeIsWhole() {
  for measure in 2...90 {
    let galley = whole(measure: measure)
    let shown = galley.lines.filter { $0.block != nil && $0.part != .mark }
      .map { galley.texts[$0.text].slice($0.typeset.range) }.joined().filter { !$0.isWhitespace }
    let wanted = [1, 4].flatMap { paper.articles[$0].blocks }.map(\.passage.text).joined()
    #expect(shown == wanted.filter { !$0.isWhitespace })
    for raw in [false, true] { expectAnchorsLeadBack(whole(measure: measure, raw: raw)) }
  }
}

private func expectAnchorsLeadBack(_ galley: Galley) {
  for line in galley.lines.indices {
    guard let anchor = galley.anchor(ofLine: line) else { continue }
    if galley.line(at: anchor) != line { Issue.record("line \(line) at \(galley.measure), raw \(galley.isRaw)") }
  }
}

@Test("The scan of a continued article says where the other page begins")
func scanOfBoth() {
  let lines = whole(measure: 60, raw: true).text
  #expect(
    lines.suffix(12) == [
      "13 修渠那年，全村出动，一锤一钎凿开了三道岭，(下转第二版)", "", "                          ↴ 第二版", "", " 5 清水绕村过", "",
      " 7 (上接第一版)才把水引到村口。", "", " 9 如今渠边建起了水碓坊，游人来看水、听水。老支书每天沿渠走", "   一趟。", "", "11 （周一）",
    ])
}

@Test("A continued article looks as it did when a person last read it", arguments: [false, true])
func continuedViews(raw: Bool) {
  var desk = open(columns: 118, rows: 30)
  if raw { desk.type("r") }
  expectGolden(desk, raw ? "continued-scan" : "continued")
}

@Test("The continuation keeps its place in the contents, behind a sign, and its own text")
func continuationInContents() {
  var desk = open(columns: 60, rows: 20)
  desk.type("q")
  #expect(desk.screen.contains("5 ↳ 清水绕村过 ↰一版"))
  #expect(desk.screen.contains("2 清水绕村过 ↴二版"))
  desk.type("G<enter>")
  #expect(!desk.screen.contains("挑水要走五里地"))
  #expect(desk.screen.contains("才把水引到村口"))
}

@Test("Whoever has read the whole has read the continuation")
func bothAreRead() {
  var desk = Desk([paper], columns: 60, rows: 12)
  #expect(desk.line(2).contains("0/5"))
  desk.type("<enter>j<enter>qq")
  #expect(desk.line(2).contains("2/5"))
}

@Test("A match in a continuation counts once, in the article where its text stands, and is met behind the turn")
func matchesInContinuation() {
  var desk = open(columns: 118, rows: 40)
  desk.type("/老支书<enter>")
  #expect(desk.reader.found?.count == "1/2")
  #expect(desk.reader.found?.count(inArticle: 1) == 1)
  #expect(desk.reader.found?.count(inArticle: 4) == 1)
  desk.type("n")
  #expect(desk.reader.found?.count == "2/2")
  #expect(desk.reader.visit.article == 1)
  #expect(desk.marked(.currentMatch).contains("老支书"))
}

@Test("n goes on behind the turn before it goes to the next article, and stays with a continuation that is read alone")
func readingOrder() {
  var desk = open(columns: 40, rows: 10)
  desk.type("/全<enter>")
  #expect(desk.reader.found?.matches.map(\.article) == [1, 2, 3])
  desk.type(":1<enter>/水<enter>")
  #expect(desk.reader.found?.matches.map(\.article) == [1, 1, 1, 4, 4, 4, 4, 4])
  desk.type("3n")
  #expect(desk.status.contains("水 4/8"))
  #expect(desk.reader.visit.article == 1)
  #expect(desk.marked(.currentMatch) == ["水"])
  desk.type(":article<space>5<enter>2n")
  #expect(desk.status.contains("水 6/8"))
  #expect(desk.reader.visit.article == 4)
  desk.type("3N")
  #expect(desk.reader.visit.article == 1)
}

@Test("The same sentence stays first through resizes and the scan, behind a turn, too")
func placeBehindTurn() {
  var desk = open(columns: 40, rows: 8)
  desk.type("/每天沿渠<enter>/<enter>")
  for _ in 0..<8 { desk.type("k") }
  for _ in 0..<6 {
    let before = desk.screen
    desk.resize(columns: 118, rows: 9)
    desk.resize(columns: 40, rows: 8)
    desk.type("rr")
    desk.type("xx")
    #expect(desk.screen.split(separator: "\n").dropLast() == before.split(separator: "\n").dropLast())
    desk.type("j")
  }
}

@Test("A byline behind the text stands at the right, where the paper has it")
func signature() {
  let issue = makeIssue(
    "signed", Story(head("短评"), text("好。"), byline("（赵一）"), subhead("又"), text("再好。")),
    Story(caption("桥上", credit: ""), byline("钱二"), kind: .photo), Story(head("标题"), byline("孙三"), text("文。")))
  let parts = issue.articles.map { article in
    Galley(article, issue: issue, form: GalleyForm(measure: 40), raw: false, language: .chinese).lines.map(\.part)
  }
  #expect(parts[0].filter { $0 == .signature }.count == 1 && !parts[0].contains(.byline))
  #expect(parts[1].contains(.signature))
  #expect(parts[2].contains(.byline) && !parts[2].contains(.signature))
}

import Chance
import Newspaper
import PageParsing
import Testing

@testable import Reader

@Suite("Places kept while the file changes above them")
struct PlaceKeptTests {
  private func issue(_ lines: [String]) -> Newspaper.Issue {
    let text = PageText(lines.joined(separator: "\n") + "\n")
    return parseIssue(id: "x", pages: [Page(number: 1, path: "x", text: text)])
  }

  private let lines = [
    "东门渡口恢复通航", "", "本报讯 昨天清晨，东门渡口恢复通航，乡亲们站满了码头。", "渡工说新船下月就到，请大家放心。", "", "小学举行歌咏比赛", "",
    "本报讯 前天傍晚，镇小学举行歌咏比赛，二年级得了第一名。", "校长给得奖的孩子发了铅笔和本子。",
  ]

  @Test("A place is found again by the text of its line over random edits", arguments: 0..<200)
  func edits(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let before = LineTexts(issue(lines))
    let place = SourcePosition(page: 1, line: 8)
    let key = try #require(before.key(at: place))
    var edited = lines
    for _ in 0...random.below(6) {
      let target = try #require(edited.firstIndex(of: lines[7]))
      let at = random.below(target + 1)
      switch random.below(3) {
      case 0: edited.insert("今天下午，粮站第\(random.below(90))次开仓。", at: at)
      case 1 where at < target: edited.remove(at: at)
      default: edited.insert("", at: at)
      }
    }
    let now = try #require(edited.firstIndex(of: lines[7]))
    #expect(LineTexts(issue(edited)).position(of: key, last: place) == SourcePosition(page: 1, line: now + 1))
  }

  @Test("Of lines that are the same the one between the same neighbours is meant, and one read anew is found by them")
  func neighbours() throws {
    let twice = ["甲", "本启事登报三日。", "乙", "丙", "本启事登报三日。", "丁"]
    let key = try #require(LineTexts(issue(twice)).key(at: SourcePosition(page: 1, line: 5)))
    let moved = ["新", "甲", "本启事登报三日。", "乙", "丙", "本启事登报三日。", "丁"]
    #expect(LineTexts(issue(moved)).position(of: key, last: SourcePosition(page: 1, line: 5)).line == 6)
    let misread = ["新", "甲", "本启事登报三日。", "乙", "丙", "本启亊登报三目。", "丁"]
    #expect(LineTexts(issue(misread)).position(of: key, last: SourcePosition(page: 1, line: 5)).line == 6)
    #expect(LineTexts.Key(text: key.text) == key)
    let once = try #require(LineTexts(issue(twice)).key(at: SourcePosition(page: 1, line: 4)))
    let replaced = ["甲", "丙", "本启事登报三日。", "今天下午粮站开仓。", "本启事登报三日。", "丁"]
    #expect(LineTexts(issue(replaced)).position(of: once, last: SourcePosition(page: 1, line: 4)).line == 2)
    #expect(LineTexts.Key(text: once.text) == once)
    #expect(LineTexts.Key(text: "1-2") == nil)
  }

  @Test("Marks saved before a change mean the same lines after it")
  func marks() {
    let start = SourcePosition(page: 1, line: 6)
    let place = IssueMarks.Place(SourcePosition(page: 1, line: 9, offset: 3))
    let saved = IssueMarks(article: start, read: [start], places: [start: place]).keyed(by: LineTexts(issue(lines)))
    let now = saved.moved(to: LineTexts(issue(["今天下午，粮站开仓。", ""] + lines)))
    let moved = SourcePosition(page: 1, line: 8)
    #expect(now.article == moved && now.read == [moved])
    #expect(now.places == [moved: IssueMarks.Place(SourcePosition(page: 1, line: 11, offset: 3))])
  }
}

import CSystem
import Newspaper
import Strings
import Testing

@testable import Reader
@testable import Typesetting

private func galley(_ issue: Newspaper.Issue, _ number: Int, measure: Int, raw: Bool = false) -> Galley {
  return Galley(
    issue.articles[number - 1], issue: issue, form: GalleyForm(measure: measure), raw: raw, language: .chinese)
}

@Test("Every letter of an article is set, at every width")
func nothingIsLost() {
  for measure in 1...90 {
    for (index, article) in Papers.spring.articles.enumerated() {
      let galley = galley(Papers.spring, index + 1, measure: measure)
      let letters = galley.lines.filter { $0.part != .mark && $0.part != .air }
        .map { galley.texts[$0.text].slice($0.typeset.range) }.joined().filter { !$0.isWhitespace }
      let wanted = article.blocks.filter { $0.role != .repeated }.map(\.passage.text).joined().filter {
        !$0.isWhitespace
      }
      #expect(letters == wanted)
    }
  }
}

/// The parts of an article of paragraphs after a headline, in one column.
private func parts(_ paragraphs: String...) -> [Galley.Part] {
  var story = Story(head("题"))
  story.pieces += paragraphs.map { text($0) }
  return galley(makeIssue("lines", story), 1, measure: 40).lines.map(\.part)
}

@Test("Lines that the page keeps apart, of a list or a verse, stand together; paragraphs, however short, stand apart")
func listsAndVerses() {
  let head: [Galley.Part] = [.air, .headline, .air]
  let list = parts("合格的有：", "甲厂奶粉", "乙厂一号奶粉", "丙厂（甘肃）奶粉", "今后还将再查。")
  #expect(list == head + [.paragraph, .paragraph, .paragraph, .paragraph, .air, .paragraph])
  let verse = parts("春眠不觉晓，", "处处闻啼鸟。", "夜来风雨声，", "花落知多少？")
  #expect(verse == head + [.paragraph, .paragraph, .paragraph, .paragraph])
  let song = parts("The wheel goes round,", "Oh, sing the song,", "The lamp is bright,", "Oh, sing the song.")
  #expect(song == head + [.paragraph, .paragraph, .paragraph, .paragraph])
  let numbered = parts("共有三项：", "（一）修路；", "（二）种树。", "1.路宽十米。", "2.树高五米。")
  #expect(numbered == head + [.paragraph, .paragraph, .paragraph, .paragraph, .paragraph])
  let talk = parts("他来了。", "“什么时候？”", "“昨天晚上。”")
  #expect(talk == head + [.paragraph, .air, .paragraph, .air, .paragraph])
}

@Test("A line of a list that turns over is set in below its start")
func turnedOverItem() {
  let item = "第三机床厂在上海市郊区的分厂生产的新式磨床"
  let issue = makeIssue("list", Story(head("题"), text(item), text("甲厂车床"), text("乙厂刨床")))
  let lines = galley(issue, 1, measure: 30).lines.filter { $0.text == 1 }
  #expect(lines.map(\.typeset.indent) == [4, 6])
}

@Test("No line is wider than its measure", arguments: [false, true])
func noLineIsTooWide(raw: Bool) {
  for measure in 12...90 {
    for number in 1...4 {
      for line in galley(Papers.spring, number, measure: measure, raw: raw).text {
        #expect(displayWidth(line) <= measure)
      }
    }
  }
}

@Test("The scan's lines stand as they were scanned, with their numbers")
func scanLines() {
  let lines = galley(Papers.spring, 3, measure: 60, raw: true).text
  #expect(
    lines == [
      "33 让读书声更响亮", "", "35 本报评论员", "", "37 一所学校的新校舍，是一座城市写给未来的信。", "", "39 办好学校，贵在长久。(下转第二版)",
    ])
}

@Test("Every line leads to a place in the scan and back")
func anchorsLeadBack() {
  for raw in [false, true] {
    let galley = galley(Papers.spring, 2, measure: 40, raw: raw)
    for line in galley.lines.indices {
      guard let anchor = galley.anchor(ofLine: line) else { continue }
      #expect(galley.line(at: anchor) == line, "line \(line), raw \(raw)")
    }
  }
}

@Test("A narrow measure has a smaller indent and no air between paragraphs")
func narrowMeasure() {
  let wide = galley(Papers.spring, 3, measure: 40).text
  let narrow = galley(Papers.spring, 3, measure: 20).text
  #expect(wide.contains { $0.hasPrefix("    一所") })
  #expect(narrow.contains { $0.hasPrefix("  一所") })
  #expect(narrow.filter(\.isEmpty).count == 1)
}

@Test(
  "The words of a turn are found at a paragraph's edges, whatever brackets a repair gave them",
  arguments: [
    ("贵在长久。（下转第二版）", "（下转第二版）"), ("贵在长久。(下转第二版)", "(下转第二版)"), ("贵在长久。下转第二版", "下转第二版"),
    ("（下转第二版）", "（下转第二版）"), ("(下转第二版) 贵在长久。", "(下转第二版)"), ("下转第二版的稿件很长。见下", "下转第二版"),
    ("文中说（下转第二版）的稿件", nil), ("", nil),
  ])
func turnWords(_ text: String, _ words: String?) {
  let range = JumpWords("(下转第二版)").range(in: text)
  #expect(range.map { String(text.slice($0)) } == words)
}

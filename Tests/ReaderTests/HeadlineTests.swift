import CSystem
import Newspaper
import Strings
import Testing

@testable import Reader
@testable import Typesetting

private func galley(_ story: Story, _ form: GalleyForm) -> Galley {
  let issue = makeIssue("heads", story)
  return Galley(issue.articles[0], issue: issue, form: form, raw: false, language: .chinese)
}

/// The lines of the headline, without what stands before them.
private func headline(_ text: String, _ form: GalleyForm) -> [String] {
  let galley = galley(Story(head(text), someText), form)
  return galley.lines.filter { $0.part == .headline }.map { String(galley.texts[$0.text].slice($0.typeset.range)) }
}

private let someText = text("本报讯 渠水正满。")

@Test("A headline whose parts fit the full measure is not broken inside them", arguments: [40, 44, 52])
func partsStayWhole(measure: Int) {
  let parts = ["全面深入学习春耕备耕的知识和办法上下", "深入推进南山水渠的整修和四条道路建设"]
  #expect(headline(parts.joined(separator: " "), GalleyForm(measure: measure)) == parts)
}

@Test("A headline of short parts is still narrower than the text below it")
func shortPartsStandBelowEachOther() {
  #expect(headline("春风送暖入南山 书声琅琅满校园", GalleyForm(measure: 36)) == ["春风送暖入南山", "书声琅琅满校园"])
}

@Test("Between a pointer's heads, which lead to different articles, there is air, however narrow it is")
func pointersHaveAir() {
  for measure in [20, 26, 40] {
    for (second, part) in [(head("河道整治开工"), Galley.Part.headline), (deck("河道整治开工"), .deck)] {
      let story = Story(head("植树活动启动"), second, pointer("详见第七版"), kind: .pointer, pointsTo: 7)
      let parts = galley(story, GalleyForm(measure: measure, isTight: true)).lines.map(\.part)
      #expect(parts == [.headline, .air, part, .air, .pointer])
    }
  }
}

@Test("A vertical headline breaks at its own spaces, though that takes a line more")
func verticalHeadsBreakAtSpaces() {
  let form = GalleyForm(measure: 2 * 12, isTight: true, isVertical: true)
  let parts = ["老支书主持", "校长出席并讲话", "村民出席分会场会议"]
  #expect(headline(parts.joined(separator: " "), form) == parts)
}

@Test("In a headline that is set wide all its own spaces are equally wide")
func wideSpaces() {
  let galley = galley(Story(head("第二季度 120个项目 全部开工")), GalleyForm(measure: 70, isTight: true, isLead: true))
  let line = galley.lines[0]
  let glyphs = line.typeset.glyphs(in: galley.texts[line.text], ambiguous: .narrow).filter { $0.glyph.text != " " }
  let gaps = zip(glyphs, glyphs.dropFirst()).map { $1.column - $0.column - $0.glyph.width }
  #expect(gaps.filter { $0 > 1 } == [3, 3])
}

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

@Suite("Headlines in lists") struct ListedHeadlineTests {
  private func lines(_ text: String, width: Int, tail: Int = 0) -> [String] {
    let list = ListText(text, width: width, tail: tail)
    return list.lines.map { String(list.text.slice($0.range)) + ($0.isCut ? "…" : "") }
  }

  @Test("Without a space two lines are about equally long, and leave room for what is appended")
  func even() {
    #expect(lines("湖边步道开放市民争相前往", width: 20) == ["湖边步道开放", "市民争相前往"])
    #expect(lines("湖边步道开放市民争相前往", width: 20, tail: 14)[0] != "湖边步道开放")
    #expect(lines("湖边步道开放", width: 20) == ["湖边步道开放"])
    // At a mark, or before a quotation, where both fit.
    #expect(lines("今日起，沿岸各村镇竞相“修桥铺路”", width: 24) == ["今日起，沿岸各村镇竞相", "“修桥铺路”"])
    #expect(lines("沿岸各村镇开工！今日起竞相修路", width: 24) == ["沿岸各村镇开工！", "今日起竞相修路"])
  }

  @Test("A headline that is cut has its first line end with a mark or a space, unless much would stay free")
  func clauses() {
    let text = "市长走访（城南）步道、河堤和沿岸工地并听取各方面的意见和建议"
    #expect(lines(text, width: 18) == ["市长走访（城南）", "步道、河堤和沿岸…"])
    let late = "市长走访、沿岸工地并听取各方面的意见和建议以及其他各种各样的事情"
    #expect(lines(late, width: 24)[0] == "市长走访、沿岸工地并听取")
    #expect(lines("The Mayor goes along the river and hears what people have to say", width: 17)[0] == "The Mayor goes")
  }

  @Test("No word stands on two lines, where the first one need not be much shorter for that")
  func words() {
    #expect(lines("镇村文化市场综合行政执法队伍揭牌", width: 24) == ["镇村文化市场综合", "行政执法队伍揭牌"])
    #expect(lines("鎮村文化市場綜合行政執法隊伍揭牌", width: 24) == ["鎮村文化市場綜合", "行政執法隊伍揭牌"])
    #expect(lines("沿岸学习领会和贯彻生态文明思想并且推进整改", width: 21) == ["沿岸学习领会和贯彻", "生态文明思想并且推进…"])
    #expect(lines("春耕在智能农机和水利等领域 深化合作", width: 25)[0] == "春耕在智能农机和水利等")
  }

  @Test("No dots stand behind a space or a bracket that opens")
  func dots() {
    for width in 6...40 {
      for line in lines("甲乙（丙丁）戊己 “庚辛”壬癸 子丑（寅卯）辰巳午未（申酉）戌亥", width: width) where line.hasSuffix("…") {
        #expect(!"（“ ".contains(line.dropLast().last ?? "x"))
      }
    }
  }
}

import Newspaper
import Screen
import Searching
import Strings
import Testing

@testable import Reader

private func article(columns: Int = 60, rows: Int = 24, language: Language = .english) -> Desk {
  var desk = Desk(Papers.all, columns: columns, rows: rows, language: language)
  desk.type("<enter>j<enter>")
  return desk
}

/// The text that is underlined in the last line.
private func underlined(_ desk: Desk) -> String {
  let row = desk.present().surface.row(desk.reader.size.rows - 1)
  return row.filter { $0.style.attributes.contains(.underline) }.map(\.glyph).joined()
}

@Test("The prompt takes the language of queries: words that are ANDed, phrases, fields, choices")
func queryLanguage() {
  var desk = article()
  desk.type("/title:落成<enter>")
  #expect(desk.reader.found?.count == "1/1")
  #expect(desk.marked(.currentMatch) == ["落成"])
  desk.type("/白鹭<space>|<space>校长<enter>")
  #expect(Set(desk.reader.found?.matches.map(\.article) ?? []).count == 2)
}

@Test("A mistake is told above its place, its text is underlined, and what was found before stays")
func mistakes() {
  var desk = article()
  desk.type("/新校舍<space>|<space>titel")
  let found = desk.reader.found
  desk.type(":x")
  #expect(desk.reader.found == found && found?.matches.isEmpty == false)
  #expect(underlined(desk) == "titel")
  #expect(desk.line(-2).contains("▾") || desk.line(-2).contains("no field `titel`"))
  desk.type("<backspace><backspace><backspace><backspace><backspace><backspace><backspace>")
  #expect(underlined(desk).isEmpty)
  #expect(!desk.line(-2).contains("field"))
}

@Test("The words of a mistake stand behind a mark at its place, or before it")
func placeOfMistakes() {
  var desk = article(columns: 60)
  desk.type("/page:x")
  #expect(desk.line(-2).hasPrefix(" ▾ `x` is no page"))
  desk.type("<ctrl-u>一二三四五六七八九十一二三四五六七八九十<space>page:x")
  #expect(desk.line(-2).hasSuffix("2..4 ▾"))
  #expect(desk.line(-2).prefix { $0 != "▾" }.count + 1 == 43)
}

@Test("What is half typed is not scolded, but enter does not take it")
func unfinished() {
  var desk = article()
  desk.type("/教室<space>|")
  #expect(desk.reader.found?.matches.count == 5)
  #expect(underlined(desk).isEmpty)
  #expect(desk.present().surface[6, 22].style == desk.reader.environment.theme[.quiet])
  #expect(desk.line(-2).contains("`|` needs something on both sides"))
  desk.type("<enter>")
  #expect(underlined(desk) == "|")
  #expect(desk.reader.promptLine?.text == "教室 |")
  desk.type("校长<enter>")
  #expect(desk.reader.layers.isEmpty && desk.reader.found?.query.text == "教室 |校长")
}

@Test("A quotation is searched for while it is typed, and enter closes it")
func openQuotation() {
  var desk = article()
  desk.type("/\"教室")
  #expect(desk.status.hasSuffix("1/5"))
  #expect(desk.line(-2).allSatisfy { $0 == "─" })
  desk.type("<enter>")
  #expect(desk.reader.found?.query.text == "\"教室\"")
}

@Test("Matches by pinyin and by look-alikes are counted apart and look otherwise, with and without colours")
func kinds() {
  let issue = makeIssue("kinds", date: day(2024, 1, 2), Story(head("标题"), text("衡阳 HY，纳人与纳入。")))
  var desk = Desk([issue], columns: 60, rows: 16, language: .english)
  desk.type("/hy")
  #expect(desk.status.hasSuffix("2/2 pinyin 1"))
  #expect(desk.marked(.currentMatch) == ["HY"])
  #expect(desk.marked(.pinyinMatch) == ["衡阳"])
  desk.type("<ctrl-u>~纳入")
  #expect(desk.status.hasSuffix("2/2 ~1"))
  #expect(desk.marked(.lookalikeMatch) == ["纳人"])
  let roles: [Theme.Role] = [.plain, .match, .pinyinMatch, .lookalikeMatch, .currentMatch]
  for base in [Theme.Role.plain, .headline, .caption] {
    #expect(Set(roles.map { Theme.standard[$0].over(Theme.standard[base]).attributes.rawValue }).count == roles.count)
  }
}

@Test("The search begins with a literal match where there is one, and n goes on in reading order")
func literalFirst() {
  let issue = makeIssue("rank", date: day(2024, 1, 2), Story(head("标题"), text("会议，衡阳，HY，会议。")))
  var desk = Desk([issue], columns: 60, rows: 16)
  desk.type("/hy<enter>")
  #expect(desk.marked(.currentMatch) == ["HY"])
  desk.type("n")
  #expect(desk.reader.found?.count == "4/4")
  desk.type("N")
  desk.type("N")
  #expect(desk.marked(.currentMatch) == ["衡阳"])
}

@Test(":pinyin off takes letters for letters, and looks again for what is searched for")
func pinyinOff() {
  let issue = makeIssue("off", date: day(2024, 1, 2), Story(head("标题"), text("衡阳 HY。重庆。")))
  var desk = Desk([issue], columns: 60, rows: 16)
  desk.type("/hy<enter>")
  #expect(desk.reader.found?.matches.count == 2)
  desk.type(":pinyin<space>off<enter>")
  #expect(desk.reader.found?.matches.count == 1)
  #expect(desk.reader.settings.pinyin == .off)
  desk.type("/tongqing<enter>")
  #expect(desk.status.contains("本期没有"))
  desk.type(":pinyin<space>all<enter>/tongqing<enter>")
  #expect(desk.marked(.currentMatch) == ["重庆"])
  desk.type(":pinyin<space>some<enter>")
  #expect(desk.status.contains("off, common, all"))
}

@Test("enter on an empty line goes on with the search before; alt-u forgets it")
func emptyLineRepeats() {
  var desk = article()
  desk.type("/教室<enter>")
  #expect(desk.reader.found?.current == 0)
  desk.type("/<enter>")
  #expect(desk.reader.found?.current == 1)
  desk.type("<alt-u>")
  #expect(desk.reader.found == nil && desk.marked(.match).isEmpty)
  desk.type("/<enter>")
  #expect(desk.reader.found?.query.text == "教室")
}

@Test("enter on an empty line before any search says that there was none")
func emptyLineWithoutSearch() {
  var desk = article()
  desk.type("/<enter>")
  #expect(desk.status.contains("nothing has been searched for"))
}

@Test("A search of a whole query at once tells its mistake in the prompt")
func wholeQuery() {
  var desk = article()
  desk.type(":search<space>教室<space>|<enter>")
  #expect(desk.reader.promptLine?.text == "教室 |")
  #expect(underlined(desk) == "|")
}

@Test("A mistake stays within the screen at every size", arguments: [20, 24, 40, 80, 120])
func mistakesFit(_ columns: Int) {
  for rows in [5, 10, 24] {
    var desk = article(columns: columns, rows: rows, language: columns % 3 == 0 ? .english : .chinese)
    for key in [
      "/", "t", "i", "t", "e", "l", ":", "x", "<space>", "市", "|", "|", "<enter>", "<left>", "<home>", "<end>",
    ] {
      desk.type(key)
      expectWhole(desk, "a mistake at \(columns)×\(rows)")
      #expect(desk.cursor != nil)
    }
  }
}

import Foundation
import Goldens
import Newspaper
import Testing

@testable import Searching

@Suite struct SearchTests {
  @Test("A word is found through spaces that the scan put into it")
  func spacesInside() {
    #expect(found("重庆", in: issue("在 重 庆　市 举行")) == ["重 庆"])
    #expect(found("重 庆", in: issue("在重庆市举行")) == ["重庆"])
    #expect(found("3万吨", in: issue("近 3 万吨")) == ["3 万吨"])
  }

  @Test("A word that the column's edge broke is found in both paragraphs")
  func columnEdge() {
    let page = issue("他强调,要深入学习贯彻习", "近平总书记的讲话", "习近平总书记")
    #expect(found("习近平总书记", in: page) == ["习|近平总书记", "习近平总书记"])
  }

  @Test("On the first given page 习近平总书记 is found where the column's edge divides it, and shown with its two lines")
  func firstPage() throws {
    let lines = try Repository.text("seeds/000_9f6aa4191c97ac11.txt").split(separator: "\n").map(String.init)
    let page = issue(lines.map { ($0, $0) })
    #expect(found("习近平总书记", in: page) == ["习近平总书记", "习|近平总书记"])
    #expect(found("周农出席衡阳分会场会议", in: page) == ["周农 出席衡阳分会场会议"])
    #expect(found("256.96亿", in: page) == ["256.96 亿", "256.96亿"])
  }

  @Test("A closing mark ends a sentence: nothing is found across it, nor across a headline")
  func noCrossing() {
    #expect(found("会议", in: issue("召开大会。", "议程如下")) == [])
    #expect(found("。议", in: issue("召开大会。", "议程如下")) == [])
    var page = issue("召开大会", "议程如下")
    page.articles[0].blocks[0].role = .headline
    #expect(found("会议", in: page) == [])
  }

  @Test("Words of two broken paragraphs stay two words")
  func wordsAcross() {
    #expect(found("big city", in: issue("in the big", "city of")) == ["big|city"])
    #expect(found("bigcity", in: issue("in the big", "city of")) == [])
  }

  @Test("A match can go across more than two paragraphs")
  func threeParagraphs() {
    #expect(found("一二三", in: issue("零一", "二", "三四")) == ["一|二|三"])
    #expect(found("一二", in: issue("零一", "\u{200B}", "二")) == ["一|二"])
  }

  @Test("Full and half width, capitals, quotation marks and dashes make no difference")
  func forms() {
    #expect(found("1985", in: issue("生于１９８５年")) == ["１９８５"])
    #expect(found("１９８５", in: issue("生于1985年")) == ["1985"])
    #expect(found("hs90h", in: issue("钢级ＨＳ90H套管")) == ["ＨＳ90H"])
    #expect(found("\"四比一创\"", in: issue("角逐“四比一创”", "角逐「四比一创」")) == ["“四比一创”", "「四比一创」"])
    #expect(found("A-B", in: issue("从A——B,从a–b")) == ["A——B", "a–b"])
    #expect(found("等…", in: issue("等等......", "等等……")) == ["等......", "等……"])
    #expect(found("会议,并", in: issue("会议，并")) == ["会议，并"])
    #expect(found("ΟΔΟΣ", in: issue("οδος")) == ["οδος"])
  }

  @Test("Traditional, simplified and variant characters are found by each other")
  func traditional() {
    let page = issue("發展與頭髮，皇后之後，裏裡里，臺灣颱風", "发展与头发，皇后之后，里里里，台湾台风")
    for query in ["发展与头发", "發展與頭髮", "皇后之後", "皇后之后", "里裏裡", "台灣台風", "臺湾颱风"] {
      #expect(found(query, in: page).count == 2, "\(query)")
    }
    #expect(found("羣眾", in: issue("群众，羣眾，群衆")) == ["群众", "羣眾", "群衆"])
    #expect(found("佔領", in: issue("占领")) == ["占领"])
  }

  @Test("What simplified writing has one form for is found by either, though both are in use")
  func sharedForms() {
    #expect(found("干燥", in: issue("乾燥，干燥，幹燥")) == ["乾燥", "干燥", "幹燥"])
    #expect(found("乾隆", in: issue("乾隆")) == ["乾隆"])
    #expect(found("乾燥", in: issue("干燥")) == ["干燥"])
  }

  @Test("Words that simplified writing tells apart stay apart")
  func differentWords() {
    #expect(found("己", in: issue("已巳")) == [])
    #expect(found("他", in: issue("她它")) == [])
  }

  @Test("Forms for compatibility are found by what they stand for, as a whole")
  func compatibility() {
    let page = issue("①约３０㎡，㈠室温２５℃，㍿，ﬁn，Ⅷ，①")
    #expect(found("30m2", in: page) == ["３０㎡"])
    #expect(found("25°C", in: page) == ["２５℃"])
    #expect(found("(一)", in: page) == ["㈠"])
    #expect(found("一", in: page) == [])
    #expect(found("①", in: page) == ["①", "①"])
    #expect(found("viii", in: page) == ["Ⅷ"])
    #expect(found("株式会社", in: page) == ["㍿"])
    #expect(found("金", in: issue("\u{F90A}")) == ["\u{F90A}"])
    #expect(found("虎", in: issue("⻁")) == ["⻁"])
  }

  @Test("Composed letters and letters with marks are the same, in whatever order the marks stand")
  func canonical() {
    #expect(found("caf\u{E9}", in: issue("cafe\u{301}")) == ["cafe\u{301}"])
    #expect(found("cafe\u{301}", in: issue("CAF\u{C9}")) == ["CAF\u{C9}"])
    #expect(found("q\u{307}\u{323}", in: issue("q\u{323}\u{307}")) == ["q\u{323}\u{307}"])
    #expect(found("한국", in: issue("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}")).count == 1)
    #expect(found("がぱ", in: issue("か\u{3099}は\u{309A}")).count == 1)
    #expect(found("STRASSE", in: issue("straße")) == ["straße"])
  }

  @Test("Letters are found anywhere in a word; words need the space between them")
  func latin() {
    #expect(found("phone", in: issue("用iPhone拍")) == ["Phone"])
    #expect(found("new  york", in: issue("in New\u{A0} York")) == ["New\u{A0} York"])
    #expect(found("newyork", in: issue("in New York")) == [])
  }

  @Test("No match lies inside another character")
  func wholeCharacters() {
    // Accents are folded: the letter is found together with its mark, as one character.
    #expect(found("e", in: issue("caf\u{65}\u{301}")) == ["e\u{301}"])
    #expect(found("и", in: issue("и\u{306}, й")) == [])
    #expect(found("👩", in: issue("👩‍👩‍👧")) == [])
    #expect(found("i", in: issue("İ")) == ["İ"])
    #expect(found("a", in: issue("Æ")) == [])
    #expect(found(".", in: issue("等...")) == [])
  }

  @Test("Matches are in reading order and do not overlap")
  func order() {
    #expect(found("天天", in: issue("天天天天天", "好天天")) == ["天天", "天天", "天天"])
  }

  @Test("There is nothing to look for in an empty query")
  func emptyQuery() {
    #expect(Query("") == nil)
    #expect(Query(" 　\t") == nil)
    #expect(Query("\u{200B}") == nil)
    #expect(Query(" 重 ")?.text == " 重 ")
  }

  @Test("An issue without text finds nothing")
  func emptyIssue() {
    #expect(found("重", in: Newspaper.Issue(id: "none", pages: [], articles: [])) == [])
    #expect(found("重", in: issue("", " ", "")) == [])
  }
}

@Suite struct MatchContextTests {
  private func contexts(_ query: String, in issue: Newspaper.Issue, characters: Int = 20) -> [MatchContext] {
    guard let query = Query(query) else { return [] }
    return IssueSearch(issue).matches(query).map { context(of: $0, in: issue, characters: characters) }
  }

  @Test("The context shows the source's own characters, and repaired text around them")
  func repaired() {
    let page = issue([("他 在重 庆市 举行", "他在重庆市举行")])
    #expect(
      contexts("重庆", in: page) == [
        MatchContext(
          before: "他在", match: "重 庆", repaired: "重庆", after: "市举行", page: 1, lines: [1], role: .paragraph,
          path: "test.txt", lineCount: page.pages[0].text.lineCount)
      ])
  }

  @Test("A match on two lines of the scan shows what both have")
  func twoLines() {
    let page = issue("贯彻习", "近平总书记的讲话")
    #expect(
      contexts("习近平总书记", in: page, characters: 1) == [
        MatchContext(
          before: "彻", match: "习\n近平总书记", repaired: "习近平总书记", after: "的", page: 1, lines: [1, 2],
          role: .paragraph, path: "test.txt", lineCount: page.pages[0].text.lineCount)
      ])
  }

  @Test("At the edges of a text there is nothing around a match")
  func edges() {
    #expect(contexts("重庆", in: issue("重庆")).map { $0.before + $0.after } == [""])
  }

  @Test("What a repair put in is shown as repaired, and so is all text of a page that is missing")
  func noSource() {
    var page = issue("在重庆市")
    page.pages = []
    #expect(contexts("重庆", in: page).map(\.match) == ["重庆"])
    #expect(contexts("重庆", in: page).map(\.lines) == [[1]])
  }
}

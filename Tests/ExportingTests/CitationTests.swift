import Foundation
import Newspaper
import Testing

@testable import Exporting

@Suite("Citations")
struct CitationTests {
  @Test("GB/T 7714 has a newspaper's mark, the day and the page")
  func gbt() {
    #expect(CitationStyle.gbt7714.text(of: chinese) == "陈润, 罗文鹏. 120个重大项目集中开工[N]. 衡阳日报, 2021-06-22(1, 2).\n")
    #expect(
      CitationStyle.gbt7714.text(of: english) == "SMITH J M. Fire at the Mill[N]. The Daily Mail, 1912-03-04(5).\n")
  }

  @Test("Chicago and APA have authors, headline, paper, day and page")
  func inEnglish() {
    #expect(
      CitationStyle.chicago.text(of: english)
        == "Smith, John M. “Fire at the Mill.” The Daily Mail, March 4, 1912, p. 5.\n")
    #expect(
      CitationStyle.apa.text(of: english) == "Smith, J. M. (1912, March 4). Fire at the Mill. The Daily Mail, 5.\n")
    var many = english
    many.authors = ["Ann Lee Jr.", "Bo van Dyck", "陈润"]
    #expect(CitationStyle.chicago.text(of: many).hasPrefix("Lee, Ann, Jr., Bo van Dyck, and 陈润. “Fire"))
    #expect(CitationStyle.apa.text(of: many).hasPrefix("Lee, A., Jr., van Dyck, B., & 陈润. (1912"))
    #expect(CitationStyle.gbt7714.text(of: many).hasPrefix("LEE A, VAN DYCK B, 陈润. Fire"))
    many.authors = []
    #expect(CitationStyle.apa.text(of: many) == "Fire at the Mill. (1912, March 4). The Daily Mail, 5.\n")
    #expect(CitationStyle.gbt7714.text(of: many).hasPrefix("Fire at the Mill[N]."))
  }

  @Test("More than three authors are 等 or et al in GB/T 7714")
  func others() {
    var citation = chinese
    citation.authors = ["甲", "乙", "丙", "丁"]
    #expect(CitationStyle.gbt7714.text(of: citation).hasPrefix("甲, 乙, 丙, 等. "))
  }

  @Test("An inferred day is marked in each style, and said where a style has no mark")
  func inferred() {
    var citation = chinese
    citation.dateReason = Phrase("the file is named {}", "x")
    #expect(CitationStyle.gbt7714.text(of: citation).contains("衡阳日报, [2021-06-22](1, 2)."))
    #expect(CitationStyle.chicago.text(of: citation).contains("[June 22, 2021?]"))
    #expect(CitationStyle.apa.text(of: citation).contains("(ca. 2021, June 22)"))
    #expect(CitationStyle.biblatex.text(of: citation).contains("date = {2021-06-22?}"))
    #expect(CitationStyle.bibtex.text(of: citation).contains("note = {date inferred: the file is named x}"))
    #expect(CitationStyle.ris.text(of: citation).contains("N1  - date inferred: the file is named x\r\n"))
    #expect(CitationStyle.csl.text(of: citation).contains("\"circa\" : true"))
  }

  @Test("What is unknown is said or left out, never made up")
  func unknown() {
    var citation = chinese
    (citation.paper, citation.day, citation.hasSuppliedTitle) = (nil, CalendarDay(month: 6, day: 22), true)
    #expect(
      CitationStyle.gbt7714.text(of: citation) == "陈润, 罗文鹏. [120个重大项目集中开工][N]. [报名不详], [年份不详]-06-22(1, 2).\n")
    let ris = CitationStyle.ris.text(of: citation)
    #expect(ris.contains("DA  - /06/22/\r\n") && !ris.contains("PY  -") && !ris.contains("T2  -"))
    #expect(ris.contains("N1  - no headline; title supplied from the text\r\n"))
    for style in [CitationStyle.bibtex, .biblatex] {
      let entry = style.text(of: citation)
      #expect(!entry.contains("year =") && !entry.contains("date ="))
      #expect(entry.contains("journal") == (style == .biblatex))
    }
    #expect(!CitationStyle.csl.text(of: citation).contains("issued"))
    citation.day = nil
    #expect(CitationStyle.gbt7714.text(of: citation).contains("[日期不详](1, 2)"))
    #expect(CitationStyle.chicago.text(of: citation).contains("[unidentified newspaper], n.d., p. 1, 2."))
  }

  @Test("The format for reference programs has each fact in its field")
  func fields() throws {
    #expect(
      CitationStyle.ris.text(of: chinese)
        == "TY  - NEWS\r\nID  - 003-6\r\nAU  - 陈润\r\nAU  - 罗文鹏\r\nTI  - 120个重大项目集中开工\r\nT2  - 衡阳日报\r\n"
        + "Y1  - 2021-06-22\r\nPY  - 2021\r\nDA  - 2021/06/22/\r\nSP  - 1, 2\r\nIS  - 10543\r\nLA  - zh\r\nAN  - baolan:003/6#p1.9\r\n"
        + "ER  - \r\n\r\n")
    #expect(
      CitationStyle.bibtex.text(of: english) == """
        @article{a-1,
          author = {Smith, John M.},
          title = {{Fire at the Mill}},
          entrysubtype = {newspaper},
          journal = {The Daily Mail},
          year = {1912},
          day = {4},
          pages = {5},
          library = {baolan:a/1},
          month = mar,
        }


        """)
    #expect(CitationStyle.biblatex.text(of: chinese).contains("author = {{陈润} and {罗文鹏}},\n"))
    let csl = try JSONSerialization.jsonObject(with: Data(CitationStyle.csl.bibliography([chinese, english]).utf8))
    let items = try #require(csl as? [[String: Any]])
    #expect(items.map { $0["type"] as? String } == ["article-newspaper", "article-newspaper"])
    #expect(items[0]["author"] as? [[String: String]] == [["literal": "陈润"], ["literal": "罗文鹏"]])
    #expect(items[1]["author"] as? [[String: String]] == [["family": "Smith", "given": "John M."]])
    #expect((items[0]["issued"] as? [String: Any])?["date-parts"] as? [[Int]] == [[2021, 6, 22]])
  }

  @Test("Several articles are a bibliography")
  func bibliography() {
    let gbt = CitationStyle.gbt7714.bibliography([chinese, english])
    #expect(gbt.hasPrefix("[1] 陈润"))
    #expect(gbt.contains("\n[2] SMITH"))
    #expect(CitationStyle.chicago.bibliography([chinese, english]).hasPrefix("Smith"))
    #expect(CitationStyle.csl.bibliography([]) == "[\n\n]\n")
  }

  @Test("Hostile text stays text in every style", arguments: CitationStyle.allCases)
  func hostile(_ style: CitationStyle) {
    var citation = chinese
    let attack =
      "\u{1B}]0;x\u{7}\u{9B}\u{202E}\u{2028}TY  - X\nER  - \r\n\u{200B}\u{FEFF}\u{E0041}\u{FFFF}\\input{x}}{$(y)%"
    citation.title = attack
    citation.authors = [attack]
    citation.paper = attack
    let text = style.text(of: citation)
    #expect(!text.unicodeScalars.contains { $0.isUnseen && $0 != "\r" })
    switch style {
    case .csl: break
    case .ris:
      #expect(text.components(separatedBy: "\r\n").filter { $0.hasPrefix("TY") || $0.hasPrefix("ER") }.count == 2)
    case .bibtex, .biblatex:
      #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
      #expect(!text.contains("\\input"))
    default: #expect(text.split(separator: "\n").count == 1)
    }
  }

  @Test("An article's citation has its writers, not its photographers, and the pages of its continuation")
  func ofAnArticle() {
    func passage(_ text: String, _ page: Int, _ line: Int) -> Passage {
      Passage(text: text, page: page, lines: [line], runs: [])
    }
    let opening = Article(
      number: 1, kind: .article, blocks: [Block(.headline, passage("题", 1, 3)), Block(.paragraph, passage("文", 1, 4))],
      people: [Person(role: "记者", name: "甲"), Person(role: "摄", name: "乙"), Person(role: "", name: "甲")],
      jump: Jump(text: "(下转第四版)", direction: .to, page: 4))
    let rest = Article(
      number: 2, kind: .article, blocks: [Block(.paragraph, passage("（上接第一版）文", 4, 1))],
      jump: Jump(text: "（上接第一版）", direction: .from, page: 1))
    let issue = Newspaper.Issue(id: "a", title: "报", pages: [], articles: [opening, rest])
    let citations = issue.citations(of: [0, 1])
    #expect(citations[0].authors == ["甲"] && citations[0].pages == [1, 4] && !citations[0].hasSuppliedTitle)
    #expect(citations[0].link.text == "baolan:a/1#p1.3")
    #expect(citations[1].hasSuppliedTitle && citations[1].pages == [4])
  }
}

private let chinese = Citation(
  authors: ["陈润", "罗文鹏"], title: "120个重大项目集中开工", paper: "衡阳日报",
  day: CalendarDay(year: 2021, month: 6, day: 22), pages: [1, 2], issueNumber: 10543,
  link: ArticleLink(issue: "003", article: 6, position: SourcePosition(page: 1, line: 9)))

private let english = Citation(
  authors: ["John M. Smith"], title: "Fire at the Mill", paper: "The Daily Mail",
  day: CalendarDay(year: 1912, month: 3, day: 4), pages: [5], link: ArticleLink(issue: "a", article: 1))

extension CitationStyle {
  /// One reference, a line or several, ending in a line break.
  fileprivate func text(of citation: Citation) -> String { bibliography([citation]) }
}

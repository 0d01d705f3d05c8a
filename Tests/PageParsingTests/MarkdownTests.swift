import Newspaper
import Testing

@testable import PageParsing

@Suite("Markdown, as engines write it")
struct MarkdownTests {
  private func parsed(_ page: String, path: String = "page.md") -> Newspaper.Issue {
    parseIssue(id: "page", pages: [Page(number: 1, path: path, text: PageText(page))])
  }

  private func texts(_ page: String) -> [String] { parsed(page).articles.flatMap { $0.blocks.map(\.passage.text) } }

  @Test("Headings of any level are heads")
  func headings() {
    let page = """
      ### 渡口恢复通航

      本报讯（记者 何田）昨天清晨，东门渡口恢复通航。乡亲们站满了码头，等着坐第一班船。

      ### 小学举行歌咏比赛

      本报讯（记者 林月）前天傍晚，镇小学举行歌咏比赛。二年级得了第一名。
      """
    #expect(parsed(page).articles.map(\.title) == ["渡口恢复通航", "小学举行歌咏比赛"])
  }

  /// Examples of CommonMark 0.31, as text: emphasis, code, links, escapes.
  @Test(
    "Marks within text are no text",
    arguments: [
      ("*foo bar*", "foo bar"), ("a * foo bar*", "a * foo bar*"), ("foo*bar*", "foobar"), ("_foo bar_", "foo bar"),
      ("foo_bar_", "foo_bar_"), ("пристаням_стремятся_", "пристаням_стремятся_"), ("**foo bar**", "foo bar"),
      ("** foo bar**", "** foo bar**"), ("foo**bar**", "foobar"), ("__foo bar__", "foo bar"), ("5*6*78", "5678"),
      ("*foo**bar**baz*", "foobarbaz"), ("***foo** bar*", "foo bar"), ("*foo [bar](/url)*", "foo bar"),
      ("[link](/uri \"title\")", "link"), ("`foo`", "foo"), ("`` foo ` bar ``", "foo ` bar"),
      ("\\*not emphasized\\*", "*not emphasized*"), ("**昨天正式**动工", "昨天正式动工"), ("**“新船”**来了", "“新船”来了"),
      ("see <https://example.org/a>", "see https://example.org/a"), ("a <b>bold</b> word", "a bold word"),
      ("the first ferry\\\nleft at noon", "the first ferry left at noon"),
      ("bread &amp; wine &lt;b&gt; &#38;&#x26;", "bread & wine <b> &&"), ("R&D; &x; &", "R&D; &x; &"),
    ])
  func inline(source: String, text: String) {
    #expect(
      texts("# Head\n\nSome text first, and then \(source) behind it.\n").last
        == "Some text first, and then \(text) behind it.")
  }

  @Test("A table of bars is rows and columns, without its rule")
  func tables() {
    let page = "# 歌咏比赛成绩\n\n本报讯 昨天，比赛结束，成绩如下。\n\n| 班级 | 分数 |\n|:---|---:|\n| 二年级一班 | 96 |\n| **三年级** | 88 |\n"
    let rows = texts(page).suffix(3)
    #expect(Array(rows) == ["班级        分数", "二年级一班  96", "三年级      88"])
    #expect(parsed(page).unplaced.map(\.text) == ["|:---|---:|"])
  }

  @Test("Pictures are captions, front matter and fences are no text")
  func others() {
    let page = """
      ---
      title: 晚报
      page: 3
      ---

      # 渡口恢复通航

      本报讯（记者 何田）昨天清晨，东门渡口恢复通航。乡亲们站满了码头，等着坐第一班船。

      ![渡工老何在码头上](img/3.jpg)

      ![img-0.jpeg](img-0.jpeg)
      """
    let issue = parsed(page)
    #expect(issue.articles.map(\.title) == ["渡口恢复通航"])
    #expect(issue.articles.first?.blocks(.caption).map(\.passage.text) == ["渡工老何在码头上"])
    #expect(issue.unplaced.count == 5)
  }

  @Test("A rule parts stories and is no item of a list", arguments: ["* * *", "- - -", "***", "___"])
  func thematicBreaks(rule: String) {
    let page = """
      # The Ferry

      The ferry at the lower landing ran upon a bar in the fog on Monday.

      \(rule)

      # The Fair

      The fair on the common drew a large crowd on Thursday.
      """
    let issue = parsed(page)
    #expect(issue.articles.map(\.title) == ["The Ferry", "The Fair"])
    #expect(texts(page).allSatisfy { !$0.contains("*") && !$0.contains("•") && !$0.contains("-") })
  }

  @Test("Headings of a lower level are those of stories, unless they are short or counted")
  func lowerLevels() {
    let page = """
      # The Ferry

      The ferry at the lower landing ran upon a bar in the fog on Monday.

      ### The Fair on the Common

      The fair on the common drew a large crowd on Thursday.
      """
    #expect(parsed(page).articles.map(\.title) == ["The Ferry", "The Fair on the Common"])
    let part = "# 渡口恢复通航\n\n记者 何田\n\n东门渡口昨日恢复通航，首班船早上开出。\n\n## 三期工程\n\n渡口分三期建设，二期明年动工。\n"
    #expect(parsed(part).articles.map(\.title) == ["渡口恢复通航"])
    let report = "# 渡口通航的通知\n\n东门渡口恢复通航。\n\n## 一、开船的时间和班次安排\n\n每天八点。\n\n## 二、船票的价格和购买办法\n\n每人两元。\n"
    #expect(parsed(report).articles.map(\.title) == ["渡口通航的通知"])
  }

  @Test("Notes at the foot are text")
  func footnotes() {
    #expect(texts("# The Ferry\n\nIt is old[^1].\n\n[^1]: Begun in 1801.\n").contains { $0.contains("Begun in 1801.") })
  }

  @Test("A heading by itself above several of the next level is the paper's title")
  func paperTitle() {
    let page = """
      # LE COURRIER DU BAC

      ## Le bac échoué

      Le bac a échoué hier dans le brouillard.

      ## La foire

      La foire a attiré beaucoup de monde jeudi.
      """
    #expect(parsed(page).articles.map(\.title) == ["Le bac échoué", "La foire"])
  }

  @Test("Text with a lone sign is no Markdown")
  func plain() {
    let page = "渡口恢复通航\n\n本报讯 昨天清晨，渡口恢复通航*，票价2*3元，编号A_1_B。\n"
    #expect(
      parsed(page, path: "page.txt").articles.first?.blocks(.paragraph).first?.passage.text.contains("票价2*3元，编号A_1_B")
        == true)
  }
}

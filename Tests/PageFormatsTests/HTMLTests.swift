import Chance
import TestFolders
import Testing

@testable import Library
@testable import PageFormats

@Suite("A page in HTML")
struct HTMLTests {
  private func lines(_ html: String) -> [String]? {
    textOfHTML(Array(html.utf8)).map { bytes in
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  @Test("Paragraphs and <br> end lines, headings are marked, tags and entities are gone")
  func page() {
    let html = """
      <!DOCTYPE html>
      <html><head><title>甲</title><style>p { color: red }</style>
      <script>if (a < b) { document.write("<p>丙</p>") }</script></head>
      <body class="a > b">
      <h1>大桥<b>通车</b></h1><!-- <p>丁</p> -->
      <p class=x>本报讯（记者&nbsp;王小明）一月三日，
        大桥&ldquo;通车&rdquo;。&#x5E86;&#36154;&unknown;</p><p>第二段<br/>第三行</p>
      <H2>小标题</H2>
      <ul><li>一</li><li>二</li></ul>
      </body></html>
      """
    #expect(
      lines(html) == [
        "# 大桥通车", "本报讯（记者 王小明）一月三日，大桥“通车”。庆贺&unknown;", "第二段", "第三行", "## 小标题", "- 一", "- 二",
      ])
  }

  @Test("A heading in an item of a list is a heading, and an empty item marks no text behind its list")
  func headingInItem() {
    #expect(lines("<ul><li><h3>甲</h3><p>乙</p></li><li><p>丙</p></li></ul>") == ["### 甲", "乙", "- 丙"])
    #expect(lines("<ul><li></ul><p>甲</p>") == ["甲"])
  }

  @Test("What HTML says of a reference is none of Markdown")
  func references() {
    #expect(
      lines("<html><body><p>write &amp;lt; for &lt;, says Hale &amp; Co.</p></body></html>") == [
        "write \\&lt; for <, says Hale & Co."
      ])
  }

  @Test("A cell over several columns or rows leaves their places in the table empty")
  func spans() {
    let html = """
      <table><tr><td colspan="2">甲<td>乙</tr><tr><td rowspan="2">丙<td>丁<td>戊</tr><tr><td>己<td>庚</tr></table>
      """
    #expect(lines(html) == ["| 甲 | | 乙 |", "| 丙 | 丁 | 戊 |", "|  | 己 | 庚 |"])
  }

  @Test("A bar in a cell stays a bar, and parts no cell")
  func bars() {
    #expect(lines("<table><tr><td>甲|乙<td>丙</tr></table>") == ["| 甲\\|乙 | 丙 |"])
  }

  @Test("A line break between words is a space")
  func words() {
    #expect(lines("<p>The bridge\n  was opened.</p><p>It is\nlong.</p>") == ["The bridge was opened.", "It is long."])
  }

  @Test("Paragraphs that are not closed, and text outside of any, keep their lines")
  func openParagraphs() {
    #expect(lines("<p>甲\n乙<p>丙<p>丁<br>戊") == ["甲", "乙", "丙", "丁", "戊"])
    #expect(lines("<div>甲\n乙</div><div>丙</div>") == ["甲", "乙", "丙"])
  }

  @Test(
    "Text with a few signs of HTML is text",
    arguments: ["甲 < 乙 > 丙", "<b>甲</b>", "《甲》<乙><丙><丁>\n", "a<p", "<p>甲</p>", "&lt;p&gt;", "<", ""])
  func text(page: String) {
    #expect(lines(page) == nil)
  }

  @Test("What is no tag stays, also in a page that has tags")
  func angles() {
    #expect(lines("<p>甲 < 乙</p><p><丙></p><p>a<b, c</p>") == ["甲 < 乙", "<丙>", "a<b, c"])
  }

  @Test("Files that end in .html and .htm are pages of a folder, and their lines are the text's")
  func files() throws {
    let scratch = try Scratch()
    try scratch.write("<html><p>甲</p>\n\n\n<p>乙</p></html>", to: "a.html")
    try scratch.write("<html><p>甲</p></html>", to: "b.HTM")
    var corpus = scratch.open()
    #expect(corpus.ids == ["a", "b"])
    #expect(try corpus.lines(of: "a") == ["甲", "", "乙"])
  }

  @Test("A page of tags without text is empty")
  func empty() throws {
    let scratch = try Scratch()
    try scratch.write("<html><body><p></p></body></html>", to: "a.html")
    #expect(scratch.problems(of: scratch.open()) == ["a.html: is empty; left out"])
  }

  @Test("Any soup of tags gives valid text, and no letter outside of tags is lost", arguments: 0..<300)
  func soup(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let pool = [
      "<p>", "</p>", "<br>", "<b", ">", "<", "甲", "乙\n", "&lt;", "&#1;", "&", "\"", "<!--", "-->", "<h1 a='", "/>",
    ]
    let html = "<html>" + (0..<20).compactMap { _ in pool.randomElement(using: &random) }.joined()
    let text = textOfHTML(Array(html.utf8)) ?? []
    #expect(String(validating: text, as: UTF8.self) != nil)
    if !html.contains("<!--"), !html.contains("<h1"), !html.contains("<b") {
      #expect(String(decoding: text, as: UTF8.self).filter { "甲乙".contains($0) } == html.filter { "甲乙".contains($0) })
    }
  }
}

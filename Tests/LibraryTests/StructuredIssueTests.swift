import Newspaper
import TestFolders
import Testing

@testable import Library

@Suite("Issues that a library has zoned")
struct StructuredIssueTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A page of blocks with one line each: `a: text`.
  private func alto(_ blocks: [(String, String)]) -> String {
    let blocks = blocks.map { name, text in
      let words = text.split(separator: " ").enumerated().map { "<String ID='\(name)s\($0)' CONTENT='\($1)'/>" }
      return
        "<TextBlock ID='\(name)'><TextLine ID='\(name)l'>\(words.joined(separator: "<SP/>"))</TextLine></TextBlock>"
    }
    return "<alto><Layout><Page WIDTH='100'><PrintSpace>\(blocks.joined())</PrintSpace></Page></Layout></alto>"
  }

  private static func area(_ file: String, _ begin: String) -> String {
    "<fptr><area FILEID='\(file)' BEGIN='\(begin)' BETYPE='IDREF'/></fptr>"
  }

  private static let files = """
    <fileSec><fileGrp><file ID='F1'><FLocat href='file://./ALTO/1.xml'/></file>
    <file ID='F2'><FLocat href='../elsewhere/2.xml'/></file><file ID='F3'><FLocat
    href='ALTO/3.xml'/></file></fileGrp></fileSec>
    <structMap TYPE='PHYSICAL'><div TYPE='Newspaper'><div TYPE='PAGE' ORDER='1'><fptr FILEID='F1'/></div>
    <div TYPE='PAGE' ORDER='2'><fptr FILEID='F2'/></div><div TYPE='PAGE' ORDER='3'><fptr
    FILEID='F3'/></div></div></structMap>
    """

  private func write(_ logical: String, to name: String = "paper/x-METS.xml") throws {
    try scratch.write(
      """
      <mets:mets xmlns:mets="http://www.loc.gov/METS/"><dmdSec ID='D'><mods><titleInfo><title>The
      Sentinel</title></titleInfo>
      <dateIssued>1855-09-22</dateIssued></mods></dmdSec>\(Self.files)<structMap TYPE='LOGICAL'><div TYPE='ISSUE'
      DMDID='D'
       LABEL='DOCUMENT_TITLE_PLACEHOLDER'>\(logical)</div></structMap></mets:mets>
      """, to: name)
    try scratch.write(
      alto([("m", "THE SENTINEL"), ("t", "FOG AT SEA"), ("a", "The fog came down"), ("s", "Sold a cow")]),
      to: "paper/ALTO/1.xml")
    try scratch.write(alto([("b", "and stayed all day."), ("c", "A stray line")]), to: "paper/ALTO/2.xml")
  }

  /// An issue's articles: their kinds, and their blocks with pages.
  private func articles(_ issue: Newspaper.Issue) -> [String] {
    issue.articles.map { article in
      "\(article.kind): "
        + article.blocks.map { "\($0.role) \($0.passage.page) \($0.passage.text)" }.joined(separator: " | ")
    }
  }

  @Test("An article over pages, an advertisement, title and day; what is missing is told, and the rest opens")
  func zoned() throws {
    try write(
      """
      <div TYPE='TITLE_SECTION'><div TYPE='HEADLINE'>\(Self.area("F1", "m"))</div></div><div TYPE='CONTENT'>
      <div TYPE='ARTICLE' LABEL='Untitled Article'><div TYPE='HEADING'><div TYPE='TITLE'>\(Self.area("F1",
      "t"))</div></div>
      <div TYPE='BODY'><div TYPE='PARAGRAPH'>\(Self.area("F1", "a"))</div><div TYPE='PARAGRAPH'>\(Self.area("F2",
      "b"))</div>
      <div TYPE='PARAGRAPH'>\(Self.area("F2", "none"))</div></div></div>
      <div TYPE='ADVERTISEMENT'>\(Self.area("F1", "s"))</div></div>
      """)
    var corpus = scratch.open()
    #expect(corpus.ids == ["paper"])
    let issue = try #require(try corpus.issue("paper"))
    #expect(
      articles(issue) == [
        "article: headline 1 FOG AT SEA | paragraph 1 The fog came down | paragraph 2 and stayed all day.",
        "notice: paragraph 1 Sold a cow",
      ])
    #expect(issue.unplaced.map(\.text) == ["THE SENTINEL", "A stray line"])
    #expect(issue.title == "The Sentinel")
    #expect(issue.date?.value == "1855-09-22")
    #expect(issue.articles.map(\.zoning) == [.stated(type: "article"), .stated(type: "advertisement")])
    #expect(
      scratch.problems(of: corpus) == [
        "paper/x-METS.xml: names a page that is not here (ALTO/3.xml); the rest was read",
        "paper/x-METS.xml: no block is called none on its pages; what is there was read",
      ])
  }

  @Test("An address means the file where it says, though others of its name stand as near")
  func exactAddress() throws {
    try scratch.write(alto([("a", "THE FERRY"), ("t", "It sails no more")]), to: "paper/ABBYY/1.xml")
    try scratch.write(alto([("a", "THE BRIDGE"), ("t", "It stands no more")]), to: "other/ALTO/1.xml")
    try write(
      """
      <div TYPE='CONTENT'><div TYPE='ARTICLE'><div TYPE='HEADING'><div TYPE='TITLE'>\(Self.area("F1", "t"))</div></div>
      <div TYPE='BODY'><div TYPE='PARAGRAPH'>\(Self.area("F1", "a"))</div></div></div></div>
      """)
    var corpus = scratch.open()
    let issue = try #require(try corpus.issue("paper"))
    #expect(articles(issue) == ["article: headline 1 FOG AT SEA | paragraph 1 The fog came down"])
  }

  @Test("Areas that are tied to articles by links, told by their first and last word")
  func linked() throws {
    let physical = """
      <structMap TYPE='PHYSICAL'><div TYPE='page' ORDER='1'><fptr FILEID='F1'/><div ID='p1' TYPE='pagearea'><fptr>
      <area FILEID='F1' BEGIN='ts0' END='as3'/></fptr></div></div></structMap>
      <structLink><smLinkGrp><smLocatorLink href='#art'/><smLocatorLink href='#p1'/></smLinkGrp></structLink>
      """
    try write("<div ID='art' TYPE='ARTICLE' LABEL='Fog at sea'/></div></structMap>\(physical)<structMap><div>")
    var corpus = scratch.open()
    let issue = try #require(try corpus.issue("paper"))
    #expect(articles(issue).first == "article: headline 1 FOG AT SEA | paragraph 1 The fog came down")
  }

  @Test("DIDL: areas of a page, and the head that the title says")
  func didl() throws {
    try scratch.write(
      """
      <didl:DIDL xmlns:didl="x"><didl:Item><Resource><title>Het Blad</title><date>1813-11-16</date></Resource>
      <didl:Item><Resource filename="p1_alto.xml"/><didl:Item article_id="a1"><Resource><title>Te koop</title>
      <subject>advertentie</subject><area hpos="0" vpos="0" width="50" height="100"/></Resource></didl:Item></didl:Item>
      </didl:Item></didl:DIDL>
      """, to: "blad/didl.xml")
    let lines = [("TE KOOP", 0, 10), ("een koe", 0, 30), ("elders", 60, 10)].map { text, x, y in
      "<TextLine HPOS='\(x)' VPOS='\(y)' WIDTH='40' HEIGHT='10'><String CONTENT='\(text)'/></TextLine>"
    }
    try scratch.write("<alto><Page WIDTH='100'>\(lines.joined())</Page></alto>", to: "blad/p1_alto.xml")
    var corpus = scratch.open()
    let issue = try #require(try corpus.issue("blad"))
    #expect(articles(issue) == ["notice: headline 1 TE KOOP | paragraph 1 een koe"])
    #expect(issue.title == "Het Blad")
  }

  @Test("Several forms of one page are one page, the richest; XML and JSON of other kinds are none")
  func forms() throws {
    let line = "<TextLine><String CONTENT='from ALTO'/></TextLine>"
    try scratch.write("<alto><Page>\(line)</Page></alto>", to: "x.xml")
    try scratch.write("<div class='ocr_page'><span class='ocr_line'>from hOCR</span></div>", to: "x.hocr")
    for name in ["x.txt", "y.txt"] { try scratch.write("from text", to: name) }
    try scratch.write("{\"name\": \"no page\"}", to: "package.json")
    try scratch.write("<?xml version='1.0'?><project/>", to: "pom.xml")
    var corpus = scratch.open()
    #expect(corpus.ids == ["x", "y"])
    #expect(try corpus.lines(of: "x") == ["from ALTO"])
    #expect(corpus.problems.isEmpty)
  }

  @Test("A packed page is unpacked, and one that is cut off is read as far as it goes")
  func packed() throws {
    // `<alto><TextLine><String CONTENT="packed"/></TextLine></alto>` by gzip.
    let packed: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 179, 73, 204, 41, 201, 183, 179, 9, 73, 173, 40, 241, 201, 204, 75, 181, 179,
      9, 46, 41, 202, 204, 75, 87, 112, 246, 247, 11, 113, 245, 11, 177, 85, 42, 72, 76, 206, 78, 77, 81, 210, 183,
      179, 209, 71, 40, 210, 7, 235, 2, 0, 100, 202, 105, 239, 60, 0, 0, 0,
    ]
    try scratch.write(packed, to: "a.xml.gz")
    try scratch.write(Array(packed.dropLast(12)), to: "b.xml.gz")
    var corpus = scratch.open()
    #expect(try corpus.lines(of: "a") == ["packed"])
    #expect(corpus.ids.contains("a"))
    #expect(scratch.problems(of: corpus).allSatisfy { $0.hasPrefix("b.xml.gz") })
  }

  @Test("A page by itself in a ZIP archive is unpacked, an archive of several files is named")
  func zipped() throws {
    // The same, by zip.
    let packed: [UInt8] = [
      80, 75, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 33, 40, 100, 202, 105, 239, 51, 0, 0, 0, 60, 0, 0, 0, 5, 0, 0, 0, 97, 46,
      120, 109, 108, 179, 73, 204, 41, 201, 183, 179, 9, 73, 173, 40, 241, 201, 204, 75, 181, 179, 9, 46, 41, 202, 204,
      75, 87, 112, 246, 247, 11, 113, 245, 11, 177, 85, 42, 72, 76, 206, 78, 77, 81, 210, 183, 179, 209, 71, 40, 210, 7,
      235, 2, 0, 80, 75, 1, 2, 20, 3, 20, 0, 0, 0, 8, 0, 0, 0, 33, 40, 100, 202, 105, 239, 51, 0, 0, 0, 60, 0, 0, 0, 5,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 1, 0, 0, 0, 0, 97, 46, 120, 109, 108, 80, 75, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0,
      51, 0, 0, 0, 86, 0, 0, 0, 0, 0,
    ]
    // The record at the end says how many files there are.
    var several = packed
    several[packed.count - 12] = 2
    var corpus = Corpus.open(paths: [try scratch.write(packed, to: "a.zip")])
    let id = try #require(corpus.ids.first)
    #expect(try corpus.lines(of: id) == ["packed"])
    var other = Corpus.open(paths: [try scratch.write(several, to: "b.zip")])
    for id in other.ids { _ = try? other.lines(of: id) }
    #expect(
      scratch.problems(of: other) == ["b.zip: is an archive of several files; unpack it into a folder and open that"])
  }
}

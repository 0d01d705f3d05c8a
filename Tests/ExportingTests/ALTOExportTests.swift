import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Exporting
@testable import Library

@Suite("An issue exported as ALTO")
struct ALTOExportTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The articles of an issue, block by block, and what belongs to none.
  private func articles(_ issue: Newspaper.Issue) -> [String] {
    issue.articles.map { article in
      ([article.kind.rawValue]
        + article.blocks.filter { !$0.passage.lines.isEmpty }.map { "\($0.role) \($0.passage.page) \($0.passage.text)" })
        .joined(separator: "\n")
    } + issue.unplaced.map(\.text)
  }

  /// The issue that is read back from its export.
  private func readBack(_ issue: Newspaper.Issue) throws -> Newspaper.Issue {
    try scratch.write(try ExportFormat.alto.document([issue]), to: "back/\(issue.id).xml")
    var corpus = Corpus.open(paths: [scratch.path + "/back/\(issue.id).xml"])
    #expect(corpus.problems.isEmpty)
    return try #require(try corpus.issue(issue.id))
  }

  @Test("The articles of the five seeds are the same when they are read back")
  func seedsAgain() throws {
    var corpus = Corpus.open(paths: [seeds])
    for source in corpus.sources {
      let issue = try #require(try corpus.issue(source.id))
      #expect(articles(try readBack(issue)) == articles(issue), "\(issue.id)")
    }
  }

  @Test("Places, divided words and pages are the same when they are read back")
  func places() throws {
    try scratch.write(
      """
      <alto><Layout><Page WIDTH="1000" HEIGHT="1500"><PrintSpace>
      <TextBlock HPOS="100" VPOS="100" WIDTH="400" HEIGHT="40"><TextLine HPOS="100" VPOS="100" WIDTH="400" HEIGHT="40">
      <String CONTENT="FOG" HPOS="100" VPOS="100" WIDTH="150" HEIGHT="40"/><SP/>
      <String CONTENT="AT &quot;SEA&quot;" HPOS="300" VPOS="100" WIDTH="200" HEIGHT="40"/></TextLine></TextBlock>
      <TextBlock HPOS="100" VPOS="200" WIDTH="300" HEIGHT="50">
      <TextLine HPOS="100" VPOS="200" WIDTH="300" HEIGHT="20">
      <String CONTENT="The" HPOS="100" VPOS="200" WIDTH="50" HEIGHT="20"/><SP/>
      <String CONTENT="har" HPOS="200" VPOS="200" WIDTH="50" HEIGHT="20"/><HYP CONTENT="-"/></TextLine>
      <TextLine HPOS="100" VPOS="230" WIDTH="300" HEIGHT="20">
      <String CONTENT="bour" HPOS="100" VPOS="230" WIDTH="50" HEIGHT="20"/><SP/>
      <String CONTENT="closed." HPOS="200" VPOS="230" WIDTH="90" HEIGHT="20"/></TextLine></TextBlock>
      </PrintSpace></Page></Layout></alto>
      """, to: "fog.xml")
    var corpus = Corpus.open(paths: [scratch.path + "/fog.xml"])
    let issue = try #require(try corpus.issue("fog"))
    let again = try readBack(issue)
    #expect(articles(again) == articles(issue))
    #expect(articles(again).joined().contains("harbour closed."))
    let (before, after) = (issue.pages[0].text, again.pages[0].text)
    #expect(after.lines.map(after.line) == before.lines.map(before.line))
    let words = (before.layout?.words ?? [], after.layout?.words ?? [])
    #expect(words.1.count == words.0.count)
    for (one, other) in zip(words.0, words.1) {
      #expect(abs(one.box.x - other.box.x) < 0.001 && abs(one.box.y - other.box.y) < 0.001)
      #expect((one.offset, one.length) == (other.offset, other.length))
    }
  }

  @Test("Every letter of every line is in it, and hostile ones are escaped")
  func wellFormed() throws {
    try scratch.write("标题<&>\"\n\u{1B}[31m正文\u{202E}里的字。\n", to: "odd.txt")
    var corpus = Corpus.open(paths: [scratch.path + "/odd.txt"])
    let document = try ExportFormat.alto.document([try #require(try corpus.issue("odd"))])
    #expect(document.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnseen })
    #expect(document.contains("标题&lt;&amp;&gt;&quot;"))
    #expect(XMLWellFormed.check(document))
  }
}

/// Tags that close in the order in which they open; attributes in quotes.
private enum XMLWellFormed {
  static func check(_ text: String) -> Bool {
    var open: [Substring] = []
    for piece in text.split(separator: "<").dropFirst() {
      guard let end = piece.firstIndex(of: ">"), !piece.hasPrefix("?") else { continue }
      let tag = piece[..<end]
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
      if tag.count(where: { $0 == "\"" }) % 2 == 1 { return false }
    }
    return open.isEmpty
  }
}

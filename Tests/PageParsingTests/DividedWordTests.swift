import Newspaper
import Testing

@testable import PageParsing

@Suite("Words that a line divides")
struct DividedWordTests {
  /// The paragraphs of a page whose lines end as the format says.
  private func paragraphs(_ lines: [(String, PageLayout.LineEnd)]) -> [String] {
    let boxes = lines.indices.map { PageBox(x: 0.1, y: Float($0) * 0.02, width: 0.4, height: 0.015) }
    let layout = PageLayout(
      lines: zip(lines, boxes).map { PageLayout.Line(box: $1, block: 0, end: $0.1) },
      blocks: [PageLayout.Block()])
    let text = lines.map(\.0).joined(separator: "\n") + "\n"
    let page = Page(number: 1, path: "x", text: PageText(bytes: Array(text.utf8), layout: layout))
    let part = StatedZoning.Part(role: .body, page: 1, lines: Array(1...lines.count))
    let zoning = StatedZoning(zones: [StatedZoning.Zone(id: "a", type: "article", parts: [part])])
    return parseIssue(id: "x", pages: [page], zoning: zoning).articles.flatMap { $0.blocks.map(\.passage.text) }
  }

  @Test("A hyphen that only divides is left out, one that belongs to its word stays, whatever it looks like")
  func joined() {
    #expect(
      paragraphs([
        ("the prin-", .divided(hyphenLength: 1)), ("cipe of ge¬", .divided(hyphenLength: 2)),
        ("gangen ex-", .divided(hyphenLength: 0)), ("Minister Bar", .divided(hyphenLength: 0)), ("row came", .whole),
        ("home", .whole),
      ]) == ["the principe of gegangen ex-Minister Barrow came home"])
  }

  @Test(
    "French keeps its hyphen between a verb and its pronoun, and in ranks",
    arguments: [
      ("êtes-", "vous", "êtes-vous"), ("voulez-", "vous", "voulez-vous"), ("irons-", "nous", "irons-nous"),
      ("répond-", "il", "répond-il"), ("sous-", "préfet", "sous-préfet"), ("contre-", "amiral", "contre-amiral"),
      ("ex-", "ministre", "ex-ministre"), ("ren-", "dez", "rendez"), ("sous-", "cription", "souscription"),
      ("contre-", "dire", "contredire"), ("den-", "telle", "dentelle"), ("ex-", "cellent", "excellent"),
      ("nou-", "velle", "nouvelle"), ("mi-", "nistre", "ministre"), ("mi-", "carême", "mi-carême"),
    ])
  func french(_ first: String, _ second: String, _ whole: String) {
    let lines = [
      "Les eaux du village étaient claires, et le maire de la commune",
      "disait que les pluies de la semaine avaient fait \(first)",
      "\(second) et les gens de la ville pour la fête des moissons.",
    ]
    let text = lines.joined(separator: "\n") + "\n"
    let issue = parseIssue(id: "x", pages: [Page(number: 1, path: "x", text: PageText(text))])
    let found = issue.articles.flatMap { $0.blocks.map(\.passage.text) }.joined(separator: " ")
    #expect(found.contains("fait \(whole) et"), "\(found)")
  }

  @Test("What a passage shows of a divided word leads back to both lines")
  func wayBack() throws {
    let layout = PageLayout(
      lines: [PageLayout.Line(block: 0, end: .divided(hyphenLength: 1)), PageLayout.Line(block: 0)],
      blocks: [PageLayout.Block()])
    let page = Page(number: 1, path: "x", text: PageText(bytes: Array("the prin-\ncipe\n".utf8), layout: layout))
    let part = StatedZoning.Part(role: .body, page: 1, lines: [1, 2])
    let zoning = StatedZoning(zones: [StatedZoning.Zone(id: "a", type: "article", parts: [part])])
    let passage = try #require(parseIssue(id: "x", pages: [page], zoning: zoning).articles.first?.blocks.first?.passage)
    #expect(passage.text == "the principe")
    let ranges = passage.sourceRanges(of: 4..<12)
    #expect(ranges.map(\.line) == [1, 2])
    #expect(ranges.map(\.range) == [4..<8, 0..<4])
  }
}

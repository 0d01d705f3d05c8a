import Newspaper
import TestFolders
import Testing

@testable import Library

@Suite("A file with several pages")
struct SeveralPagesTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func hocr(_ pages: [[String]]) -> String {
    let pages = pages.map { lines in
      let lines = lines.enumerated().map { place, line in
        "<span class='ocr_line' title='bbox 10 \(place * 20 + 10) 90 \(place * 20 + 25)'>\(line)</span>"
      }
      return "<div class='ocr_page' title='bbox 0 0 100 200'>\(lines.joined())</div>"
    }
    return "<html><body>\(pages.joined(separator: "\n"))</body></html>"
  }

  @Test("Each is a page of the issue; one without text keeps its number and is left out")
  func pages() throws {
    try scratch.write(hocr([["一版头条新闻"], [], ["三版的一条新闻"]]), to: "paper.hocr")
    var corpus = scratch.open()
    let issue = try #require(try corpus.issue("paper"))
    #expect(issue.pages.map(\.number) == [1, 3])
    #expect(issue.pages.map { $0.text.line(1) } == ["一版头条新闻", "三版的一条新闻"])
    #expect(issue.pages.allSatisfy { $0.path.hasSuffix("paper.hocr") })
    #expect(issue.pages[1].text.layout?.lines.first?.box?.y ?? 1 < 0.2, "no page stands below another")
  }

  @Test("The files behind it go on with the next numbers")
  func numbers() throws {
    try scratch.write(hocr([["一版"], ["二版"]]), to: "2021-03-04/01.hocr")
    try scratch.write(hocr([["三版"]]), to: "2021-03-04/02.hocr")
    var corpus = scratch.open()
    let issue = try #require(try corpus.issue("2021-03-04"))
    #expect(issue.pages.map(\.number) == [1, 2, 3])
    #expect(issue.pages.map { $0.text.line(1) } == ["一版", "二版", "三版"])
  }

  @Test("Files with places that a scanner numbered are pages of the folder's issue; text and loose pages are not")
  func runs() throws {
    for number in 7...9 { try scratch.write(hocr([["第\(number)版的新闻"]]), to: "paper/X000000\(number).hocr") }
    try scratch.write("一则消息。\n", to: "paper/note001.txt")
    try scratch.write("又一则消息。\n", to: "paper/note002.txt")
    for number in [1, 5] { try scratch.write(hocr([["散页"]]), to: "loose/X000000\(number).hocr") }
    #expect(
      scratch.issues(of: scratch.open()).sorted() == [
        "X0000001: 1 X0000001.hocr", "X0000005: 1 X0000005.hocr", "note001: 1 note001.txt", "note002: 1 note002.txt",
        "paper: 1 X0000007.hocr, 2 X0000008.hocr, 3 X0000009.hocr",
      ])
  }

  @Test("A catalogue holds all of them")
  func catalogue() throws {
    try scratch.write(hocr([["一版头条新闻"], ["二版的一条新闻"]]), to: "paper.hocr")
    for number in 1...70 { try scratch.write("第\(number)条消息。\n", to: "other\(number).txt") }
    let cache = try Scratch()
    for _ in 1...2 {
      var corpus = CorpusRequest(paths: [scratch.path], folder: CatalogueFolder(cache.path)).open { _, _ in }
      #expect(corpus.catalogue != nil)
      #expect(try corpus.issue("paper")?.pages.map(\.number) == [1, 2])
    }
  }
}

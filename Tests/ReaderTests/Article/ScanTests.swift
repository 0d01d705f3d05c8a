import Newspaper
import Screen
import Strings
import Testing

@testable import Reader

@Suite("The scan beside the text")
struct ScanTests {
  private func open(_ keys: String) -> Desk {
    var desk = Desk(Papers.all, columns: 118, rows: 40, language: .chinese)
    desk.type("<enter>j<enter>" + keys)
    return desk
  }

  private func requests(_ desk: Desk) -> [ScanRequest] {
    desk.effects.compactMap { if case .showScan(let request) = $0 { request } else { nil } }
  }

  @Test("i asks for the cut with the lines of the passage, once; i again for the whole page")
  func asks() throws {
    var desk = open("i")
    var request = try #require(requests(desk).first)
    #expect(requests(desk).count == 1)
    #expect(request.lines == [7] && request.page == 1 && !request.isWhole)
    #expect(request.rect.rows > 30 && request.rect.endRow < 40)
    desk.type("i")
    request.isWhole = true
    #expect(requests(desk).last == request)
    desk.type("ij")
    #expect(requests(desk).last?.lines != [7], "the next passage")
  }

  @Test("The picture lies over the cells of the answer, and is gone with the screen")
  func picture() throws {
    var desk = open("i")
    let request = try #require(requests(desk).last)
    let picture = Picture(number: 1, rect: Rect(column: 4, row: 3, columns: 20, rows: 9))
    desk.carryOut(desk.reader.receive(.shown(picture), to: request))
    #expect(desk.present().surface.picture == picture)
    desk.type("j")
    #expect(desk.present().surface.picture == nil, "that of the passage before")
    desk.carryOut(desk.reader.receive(.shown(picture), to: request))
    #expect(desk.present().surface.picture == nil, "an answer that comes too late")
    desk.type("q")
    #expect(desk.present().surface.picture == nil && desk.screen.contains("南山"))
  }

  @Test("What is missing is said in as many lines as it takes")
  func missingAtLength() throws {
    var desk = open("i")
    desk.resize(columns: 40, rows: 12)
    let request = try #require(requests(desk).last)
    let phrase = Phrase("this terminal shows no pictures, and chafa is not installed; the image can be opened")
    desk.carryOut(desk.reader.receive(.missing(phrase), to: request))
    let words = phrase.words(in: .chinese).filter { !$0.isWhitespace }
    #expect(desk.screen.filter { !$0.isWhitespace }.contains(words))
  }

  @Test("What is missing is said in a line")
  func missing() throws {
    var desk = open("i")
    let request = try #require(requests(desk).last)
    desk.carryOut(desk.reader.receive(.missing(Phrase("no image of this page is beside its text")), to: request))
    #expect(desk.screen.contains("文字旁边没有本版的图像"))
  }

  @Test("Another size asks for another picture")
  func resize() throws {
    var desk = open("i")
    desk.resize(columns: 60, rows: 20)
    let rect = try #require(requests(desk).last?.rect)
    #expect(rect.endColumn <= 60 && rect.endRow < 20)
  }

  @Test("O opens the image of the page")
  func image() {
    #expect(open("O").effects.contains(.openImage(issue: Papers.all[0].id, page: 1)))
    #expect(open("iO").effects.contains(.openImage(issue: Papers.all[0].id, page: 1)))
  }
}

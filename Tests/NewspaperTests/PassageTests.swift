import Testing

@testable import Newspaper

/// `习,` on line 3 and ` 近平` on line 5 of page 2, repaired to `习，近平`.
private let passage = Passage(
  text: "习，近平", page: 2, lines: [3, 5],
  runs: [
    .init(offset: 0, length: 3, line: 3, sourceOffset: 0, sourceLength: 3),
    .init(offset: 3, length: 3, line: 3, sourceOffset: 3, sourceLength: 1),
    .init(offset: 6, length: 6, line: 5, sourceOffset: 1, sourceLength: 6),
  ])

@Suite("From repaired text to the scan and back")
struct PassageTests {
  @Test("Each character leads to its own place in the scan")
  func toSource() {
    let places = [0, 3, 6, 9].map(passage.sourcePosition)
    #expect(places.map(\.line) == [3, 3, 5, 5])
    #expect(places.map(\.offset) == [0, 3, 1, 4])
    #expect(places.allSatisfy { $0.page == 2 })
  }

  @Test("Past its end a passage leads to the end of its last line's text")
  func pastEnd() {
    #expect(passage.sourcePosition(at: 99) == SourcePosition(page: 2, line: 5, offset: 7))
  }

  @Test("A place of the scan leads back to its character")
  func toText() {
    #expect(passage.offset(of: SourcePosition(page: 2, line: 3, offset: 3)) == 3)
    #expect(passage.offset(of: SourcePosition(page: 2, line: 5, offset: 4)) == 9)
  }

  @Test("What a repair took out leads to what stands behind it")
  func removed() {
    #expect(passage.offset(of: SourcePosition(page: 2, line: 5, offset: 0)) == 6)
  }

  @Test("A place on another page or line has no character here")
  func elsewhere() {
    #expect(passage.offset(of: SourcePosition(page: 1, line: 3)) == nil)
    #expect(passage.offset(of: SourcePosition(page: 2, line: 4)) == nil)
  }

  @Test("A stretch across a column edge is a range on each of its lines")
  func stretches() {
    let ranges = passage.sourceRanges(of: 0..<9)
    #expect(ranges.map(\.line) == [3, 5])
    #expect(ranges.map(\.range) == [0..<4, 1..<4])
  }
}

import Testing

@testable import Searching

@Suite("Queries of any size")
struct QueryLimitTests {
  @Test("near/ takes any number, or says that it is none")
  func near() throws {
    let issue = issue("大桥今日通车")
    let zeros = String(repeating: "0", count: 300)
    for number in ["0", "3", "144115188075855872", "9223372036854775807", "9223372036854775808", "1" + zeros] {
      let found = try answer("大桥 near/\(number) 通车", in: issue)
      #expect(found == (number == "0" ? [] : ["大桥", "通车"]))
    }
    for text in ["near/", "near/-1", "near/x", "near/1x"] {
      #expect(throws: QueryMistake(.nearWithoutNumber, at: 7..<7 + text.utf8.count)) {
        try answer("大桥 \(text) 通车", in: issue)
      }
    }
    var writer = FoldedSegmentWriter()
    writer.add(issue)
    let all = SearchedIssues(
      segments: [FoldedSegment(writer)], places: [SearchedIssues.Place(segment: 0, index: 0, date: nil)])
    let query = try Query.parse("大桥 near/144115188075855872 通车")
    #expect(CorpusPass(CorpusQuestion(number: 1, query: query), in: all).counts(inBatch: 0).counts.first?.total == 2)
  }

  @Test("What is too long or has too many parts is said to be so, with its place")
  func limits() throws {
    let long = String(repeating: "桥", count: 2001)
    #expect(throws: QueryMistake(.tooLong(most: 2000), at: 6000..<6003)) { try Query.parse(long) }
    _ = try Query.parse(String(long.dropLast()))
    let many = Array(repeating: "~桥", count: 65).joined(separator: " | ")
    #expect(throws: QueryMistake(.tooManyParts(most: 64), at: 448..<452)) { try Query.parse(many) }
    _ = try Query.parse(String(many.dropLast(5)))
  }
}

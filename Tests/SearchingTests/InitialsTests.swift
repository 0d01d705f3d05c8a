import Chance
import Newspaper
import Testing
import Text

@testable import Searching

@Suite("What is left out when pinyin is looked for in much text")
struct InitialsTests {
  @Test("Groups of issues that cannot be read so are left out")
  func groups() throws {
    let segment = segment(["重庆市", "北京市", "在重庆市", "行乐园", "5gjs", "五個技術"], groupLength: 1)
    func groups(_ text: String) throws -> [Int] {
      let groups = segment.groups(for: try Query.parse(text))
      return (0..<segment.issueCount).filter(groups.contains)
    }
    #expect(try groups("cqs") == [0, 2])
    #expect(try groups("zqs") == [0, 2])
    #expect(try groups("bjs") == [1])
    #expect(try groups("zcqs") == [2])
    #expect(try groups("xyy") == [3] && groups("hly") == [3])
    #expect(try groups("gjs") == [4, 5])
    #expect(try groups("xyz") == [])
    #expect(try groups("cqs -zq") == [0, 2])
  }

  @Test("Where two characters may be enough, or more than letters is asked for, nothing is left out")
  func undecided() throws {
    let segment = segment(["重庆市", "北京市"], groupLength: 1)
    for text in ["hengyang", "hy", "shs", "5gjs", "~北京市", "xvz"] {
      #expect(segment.groups(for: try Query.parse(text)).isAll, "\(text)")
    }
    #expect(segment.groups(for: try Query.parse("xyz", pinyin: .all)).isAll)
  }

  @Test("Whatever is typed, as much is found as in all of the text", arguments: 0..<6)
  func sameFound(_ seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let characters = ["重", "庆", "市", "行", "乐", "安", "額", "a", "h", "q", "1", "，", "𠮷"]
    let texts = (0..<40).map { _ in random.text(of: characters, length: 12) }
    let (signed, unsigned) = (segment(texts, groupLength: 60), segment(texts, groupLength: nil))
    for _ in 0..<120 {
      let typed = random.text(of: ["c", "z", "q", "s", "h", "x", "l", "y", "a", "e", "qing", "1", "zh"], length: 5)
      let query = try Query.parse(typed)
      #expect(counts(query, signed) == counts(query, unsigned), "\(typed)")
    }
  }

  @Test("The hanzi that are passed over at once are those that folding keeps")
  func keptHanzi() {
    let table = FoldingTable()
    for scalar in UInt32(0x4000)..<0xA000 {
      let bytes = Array(String(Unicode.Scalar(scalar)!).utf8)
      let end = bytes.withUnsafeBufferPointer { UnfoldedHanzi.all.end(in: $0, from: 0) }
      if case .itself(isWord: false) = table[scalar] { #expect(end == 3) } else { #expect(end == 0) }
    }
  }

  private func segment(_ texts: [String], groupLength: Int?) -> FoldedSegment {
    var writer = FoldedSegmentWriter(leastSigned: groupLength == nil ? .max : 0, groupLength: groupLength ?? 1)
    for (index, text) in texts.enumerated() {
      let block = Block(.paragraph, Passage(text: text, page: 1, lines: [1], runs: []))
      let article = Article(number: 1, kind: .article, blocks: [block])
      writer.add(Newspaper.Issue(id: "\(index)", pages: [], articles: [article]))
    }
    return FoldedSegment(writer)
  }

  private func counts(_ query: Query, _ segment: FoldedSegment) -> CorpusPass.BatchCounts {
    let places = (0..<segment.issueCount).map { SearchedIssues.Place(segment: 0, index: $0, date: nil) }
    let issues = SearchedIssues(segments: [segment], places: places)
    return CorpusPass(CorpusQuestion(number: 1, query: query), in: issues).counts(inBatch: 0)
  }
}

extension RandomSource {
  /// Some of the pieces, one behind the other.
  fileprivate mutating func text(of pieces: [String], length: Int) -> String {
    (0..<Int.random(in: 1...length, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}

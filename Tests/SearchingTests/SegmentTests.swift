import Chance
import Foundation
import Goldens
import Newspaper
import PageParsing
import Synchronization
import Testing

@testable import Searching

@Suite struct SegmentTests {
  /// Queries of every form that folded text can be asked.
  private static let queries = [
    "重庆", "重", "庆重", "市a", "a", "b", "1", "...", "…", "-", "é", "e", "发", "發", "(一)", "一", "℃", "c", "~重庆", "~人", "zq",
    "chongqing",
    "c", "zhongqing", "a 重", "重庆 -市", "重|庆", "重 near/0 庆", "重 near/1 庆", "a near/2 市", "b near/5 1", "\"重 庆\"",
    "title:重",
    "caption:重", "by:重", "by:a", "kind:photo", "kind:photo | 市", "page:2", "page:2 重", "date:2021 重", "--06 | b",
    "-重 a",
    "date:--06-22 a", "kind:article -page:2", "~市a1 | zq",
  ]

  @Test("A segment of many issues has in each what the issue has by itself", arguments: 0..<8)
  func sameAsIssue(_ seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let issues = (0..<40).map { random.issue(number: $0) }
    let all = searched(issues)
    for text in Self.queries {
      let query = try Query.parse(text)
      for number in issues.indices { try check(query, issues[number], all, number) }
    }
  }

  @Test("So it is with the given pages")
  func seeds() throws {
    let issues = try Repository.seeds.map { file in
      let text = PageText(bytes: Array(try Data(contentsOf: file)))
      return parseIssue(id: file.lastPathComponent, pages: [Page(number: 1, path: file.path, text: text)])
    }
    let all = searched(issues)
    let queries = [
      "习近平", "衡阳", "2020年", "的", "hengyang", "hy", "~纳入", "市委 near/20 书记", "by:陈润", "title:项目", "高质量 -重大", "date:2021",
    ]
    for text in queries {
      for number in issues.indices { try check(try Query.parse(text), issues[number], all, number) }
    }
  }

  @Test("An answer counts every issue's hits, by day and in both orders", arguments: CorpusQuestion.Order.allCases)
  func counts(_ order: CorpusQuestion.Order) throws {
    var random = RandomSource(seed: 77)
    let issues = (0..<150).map { random.issue(number: $0) }
    for text in ["重", "zq", "a | ~重庆", "kind:photo"] {
      let question = CorpusQuestion(number: 1, query: try Query.parse(text), order: order)
      let tally = tally(question, issues)
      let matches = issues.map { IssueSearch($0).matches(question.query) }
      #expect(tally.answer.total == matches.joined().count)
      #expect(tally.answer.issues == matches.count { !$0.isEmpty })
      #expect(tally.answer.isComplete && tally.answer.progress == 1)
      #expect(tally.answer.days.reduce(0) { $0 + $1.hits } == tally.answer.total)
      #expect(tally.answer.days.map(\.day) == tally.answer.days.map(\.day).sorted())
    }
  }

  @Test("Hits come in order, whatever part of them is asked for", arguments: CorpusQuestion.Order.allCases)
  func hits(_ order: CorpusQuestion.Order) throws {
    var random = RandomSource(seed: 78)
    let issues = (0..<90).map { random.issue(number: $0) }
    let question = CorpusQuestion(number: 1, query: try Query.parse("zq | ~市a | 1"), order: order)
    let tally = tally(question, issues)
    func hits(_ range: Range<Int>) -> [CorpusHit] {
      tally.groups(of: range).flatMap { $0.hits(in: issues[$0.issue], IssueSearch(issues[$0.issue]), question) }
    }
    let all = hits(0..<Int.max)
    #expect(all.count == tally.total)
    for _ in 0..<20 {
      let start = Int.random(in: 0..<all.count, using: &random)
      let range = start..<min(all.count, start + Int.random(in: 0...60, using: &random))
      #expect(hits(range) == Array(all[range]))
    }
    let kinds = all.map(\.match.kind)
    #expect(order == .newest || kinds == Match.Kind.allCases.flatMap { kind in kinds.filter { $0 == kind } })
    let numbers = all.compactMap { Int($0.issue) }
    #expect(order == .best || numbers == numbers.sorted())
  }

  @Test("Days that are asked for narrow the hits, and the counts by day stay")
  func days() throws {
    var random = RandomSource(seed: 79)
    let issues = (0..<90).map { random.issue(number: $0) }
    var question = CorpusQuestion(number: 1, query: try Query.parse("重"))
    let all = tally(question, issues).answer
    let day = try #require(all.days.last)
    question.days = day.day...day.day
    let some = tally(question, issues).answer
    #expect(some.days == all.days)
    #expect(some.total == day.hits)
  }

  @Test("With a signature everything is found as without")
  func signed() throws {
    var random = RandomSource(seed: 81)
    let issues = (0..<120).map { random.issue(number: $0) }
    for text in Self.queries + ["庆重市", "1a", "髮", "é庆", "重庆 | 髮a", "金"] {
      let question = CorpusQuestion(number: 1, query: try Query.parse(text, pinyin: .off))
      #expect(tally(question, issues, groupLength: 300).answer == tally(question, issues).answer, "\(text)")
    }
  }

  @Test("A signature leaves out the groups of issues that cannot have a text")
  func groups() throws {
    var writer = FoldedSegmentWriter(leastSigned: 0, groupLength: 1)
    for text in ["重庆市", "北京市", "在重庆"] { writer.add(issue(text)) }
    let segment = FoldedSegment(writer)
    func groups(_ text: String) throws -> [Int] {
      let groups = segment.groups(for: try Query.parse(text))
      return (0..<3).filter(groups.contains)
    }
    #expect(try groups("重庆") == [0, 2])
    #expect(try groups("京") == [1])
    #expect(try groups("重庆 | 北京") == [0, 1, 2])
    #expect(try groups("重庆 市 -北京") == [0])
    #expect(try groups("天津") == [])
    #expect(try groups("chongqing") == [0, 1, 2])
  }

  @Test("Damaged segments are searched without harm", arguments: [0, Int.max])
  func damaged(_ leastSigned: Int) throws {
    var random = RandomSource(seed: 80)
    var writer = FoldedSegmentWriter(leastSigned: leastSigned, groupLength: 100)
    for number in 0..<12 { writer.add(random.issue(number: number)) }
    let bytes = writer.finish()
    let queries = try Self.queries.map { try Query.parse($0) }
    for _ in 0..<(leastSigned == 0 ? 40 : 400) {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        damaged[Int.random(in: 8..<min(damaged.count, 20_000), using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random)) }
      guard let segment = FoldedSegment(damaged) else { continue }
      let places = (0..<min(segment.issueCount, 20)).map { SearchedIssues.Place(segment: 0, index: $0, date: nil) }
      let all = SearchedIssues(segments: [segment], places: places)
      for query in queries {
        let found = CorpusPass(CorpusQuestion(number: 1, query: query), in: all).counts(inBatch: 0)
        let issues = found.counts.map(\.issue)
        #expect(issues == issues.sorted() && issues.allSatisfy(places.indices.contains), "\(query)")
        #expect(found.nearly.allSatisfy(places.indices.contains), "\(query)")
        // No issue has more occurrences than the segment has bytes of text and articles.
        let most = segment.text.count + segment.articleCount
        #expect(found.counts.allSatisfy { (1...max(1, most)).contains($0.total) }, "\(query)")
      }
    }
  }

  @Test("A writer that starts anew writes what a new one does, into the same memory")
  func writerAnew() {
    var random = RandomSource(seed: 82)
    let issues = (0..<9).map { random.issue(number: $0) }
    var writer = FoldedSegmentWriter(leastSigned: 0, groupLength: 100)
    var bytes = [UInt8](repeating: 7, count: 100)
    for part in [issues[..<5], issues[5...], issues[...2]] {
      var other = FoldedSegmentWriter(leastSigned: 0, groupLength: 100)
      for issue in part {
        writer.add(issue)
        other.add(issue)
      }
      writer.finish(into: &bytes)
      #expect(bytes == other.finish())
      #expect(writer.count == 0 && writer.textLength == 0)
    }
  }

  @Test("What is no segment is none")
  func foreign() {
    #expect(FoldedSegment([]) == nil)
    #expect(FoldedSegment([UInt8](repeating: 0, count: 200)) == nil)
    #expect(FoldedSegment(Array(FoldedSegmentWriter().finish().dropLast())) == nil)
    #expect(FoldedSegment(FoldedSegmentWriter().finish())?.issueCount == 0)
  }
}

extension SegmentTests {
  /// Compares what a segment has of an issue with what the issue has.
  @Test("A batch is given up between its issues once it is not wanted")
  func batchEnded() throws {
    let issues = (0..<8).map { issue("山高水长第\($0)条。") }
    let all = searched(issues)
    let read = Atomic(0)
    let pass = CorpusPass(CorpusQuestion(number: 1, query: try Query.parse("/山./")), in: all) { number in
      read.add(1, ordering: .relaxed)
      return issues[number]
    }
    #expect(pass.counts(inBatch: 0) { read.load(ordering: .relaxed) < 3 } == nil)
    #expect(read.load(ordering: .relaxed) == 3)
    #expect(pass.counts(inBatch: 0).counts.count == 8)
  }

  private func check(_ query: Query, _ issue: Newspaper.Issue, _ all: SearchedIssues, _ number: Int) throws {
    let place = all.places[number]
    let segment = all.segments[Int(place.segment)]
    let index = Int(place.index)
    let slice = FoldedSlice(of: segment, index..<index + 1, days: { _ in place.day })
    let (found, matches) = (slice.answer(query), IssueSearch(issue).matches(query))
    let first = slice.articles.lowerBound
    #expect(found.map { $0.article - first } == matches.map(\.article), "\(query.text)")
    #expect(found.map(\.kind) == matches.map(\.kind), "\(query.text)")
    for (found, match) in zip(found, matches) where match.pieces.count == 1 {
      let folded = Array(segment.text[found.range]).filter { $0 != FoldedText.separator }
      #expect(folded == FoldedText(text(of: match, in: issue)).bytes, "\(query.text)")
    }
  }

  /// In segments of some issues each, newest first as they are.
  private func searched(_ issues: [Newspaper.Issue], groupLength: Int? = nil) -> SearchedIssues {
    var (segments, places) = ([FoldedSegment](), [SearchedIssues.Place]())
    for start in stride(from: 0, to: issues.count, by: 17) {
      var writer = FoldedSegmentWriter(leastSigned: groupLength == nil ? .max : 0, groupLength: groupLength ?? 1)
      let some = issues[start..<min(issues.count, start + 17)]
      for (index, issue) in some.enumerated() {
        places.append(SearchedIssues.Place(segment: segments.count, index: index, date: issue.date))
        writer.add(issue)
      }
      segments.append(FoldedSegment(writer))
    }
    return SearchedIssues(segments: segments, places: places)
  }

  private func tally(
    _ question: CorpusQuestion, _ issues: [Newspaper.Issue], groupLength: Int? = nil
  ) -> CorpusTally {
    let all = searched(issues, groupLength: groupLength)
    let pass = CorpusPass(question, in: all)
    var tally = CorpusTally(question, in: all)
    for batch in 0..<all.batchCount { tally.add(pass.counts(inBatch: batch)) }
    return tally
  }
}

extension RandomSource {
  /// An issue of a few articles of all kinds.
  mutating func issue(number: Int) -> Newspaper.Issue {
    let articles = (0..<Int.random(in: 0...4, using: &self)).map { article(number: $0 + 1) }
    var issue = Newspaper.Issue(id: "\(number)", pages: [], articles: articles)
    if number % 5 != 0 {
      issue.date = IssueDate(
        year: number % 7 == 0 ? nil : 2021, month: 6, day: 22 - number / 10, certainty: .stated, source: .sideFile)
    }
    return issue
  }

  private mutating func article(number: Int) -> Article {
    let blocks = (0..<Int.random(in: 0...6, using: &self)).map { _ in
      let role = Bool.random(using: &self) ? Block.Role.paragraph : Block.Role.allCases.randomElement(using: &self)
      let page = Int.random(in: 1...3, using: &self)
      return Block(role ?? .paragraph, Passage(text: text(upTo: 14), page: page, lines: [1], runs: []))
    }
    let names = ["重", "a", "重庆", "b 1"].filter { _ in Bool.random(using: &self) }
    let people = names.map { Person(role: Bool.random(using: &self) ? "市" : "", name: $0) }
    let kind = Article.Kind.allCases.randomElement(using: &self) ?? .article
    return Article(number: number, kind: kind, blocks: blocks, people: people)
  }
}

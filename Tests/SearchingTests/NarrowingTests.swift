import Chance
import Newspaper
import Testing

@testable import Searching

@Suite struct NarrowingTests {
  @Test(
    "What is typed on is found as if it had been typed at once, wherever the search before was cut off",
    arguments: 0..<8)
  func typing(_ seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let typing = Typing(issues: (0..<200).map { random.shortIssue(number: $0) })
    var known = KnownCandidates()
    var narrowed = 0
    for _ in 0..<20 {
      for text in random.keystrokes() {
        guard let query = TypedQuery(text).query else { continue }
        let question = CorpusQuestion(number: 1, query: query, order: Bool.random(using: &random) ? .newest : .best)
        let pass = CorpusPass(question, in: typing.all, known: known, read: typing.read)
        let fresh = CorpusPass(question, in: typing.all, read: typing.read)
        if let candidates = pass.candidates, candidates.count < 200 { narrowed += 1 }
        let (narrow, whole) = (typing.tally(pass), typing.tally(fresh))
        #expect(narrow.answer == whole.answer, "\(text)")
        #expect(narrow.groups(of: 0..<Int.max) == whole.groups(of: 0..<Int.max), "\(text)")
        known.add(query, typing.candidates(pass, batches: Int.random(in: 0...4, using: &random), &random))
      }
    }
    #expect(narrowed > 40)
  }

  @Test(
    "Of two queries it is known whether the second can only be found where the first is",
    arguments: [
      ("重", "重庆", true), ("重庆", "重", false), ("重庆", "在重庆市", true), ("重", "重 市", true), ("重 市", "市", false),
      ("重", "重 -市", true), ("重 -市", "重 -市庆", false), ("重 -市", "重 -市 庆", true), ("重", "重|庆", false), ("重|庆", "庆", true),
      ("重|庆", "重庆", true), ("重", "title:重", true), ("title:重", "重", false), ("title:重", "title:重庆", true),
      ("by:重", "by:重庆", false), ("by:重庆", "by:重庆 市区", true), ("重", "重 near/3 市", true),
      ("重 near/3 市", "重 near/2 市", true),
      ("重 near/3 市", "重 near/30 市", false), ("重 date:2021", "重 date:2021-06", true),
      ("重 date:2021-06", "重 date:2021", false),
      ("重 page:2..4", "重 page:3", true), ("kind:photo", "kind:photo 重", true), ("kind:photo | 重", "kind:photo", false),
      ("/重./", "/重./ 市", true), ("/重./", "/重../", false), ("~重庆市区", "~重庆市区区", true), ("~重庆市", "~重庆市重庆市重庆", false),
      ("h", "he", true), ("he", "hen", false), ("h", "hen", true), ("hen", "heng", false), ("heng", "hengy", true),
      ("hy", "hyr", true), ("z", "zh", true), ("zh", "zhong", true), ("zho", "zhong", false), ("xi", "xian", false),
      ("xi", "xi'an", true), ("xi'an", "xian", false), ("xian", "xi'an", false), ("hy", "hy2", true),
      ("Hy", "Hyr", true),
      ("hy", "Hyr", true), ("lu", "lue", false), ("l", "lue", true),
    ])
  func implication(_ former: String, _ later: String, _ isImplied: Bool) throws {
    #expect(try Query.parse(later).implies(try Query.parse(former)) == isImplied)
  }

  @Test("A text that stood within one character before is still found when it is typed on")
  func withinCharacters() throws {
    let typing = Typing(issues: [issue("三㈠四"), issue("25℃"), issue("衡yr"), issue("别的")])
    var known = KnownCandidates()
    // Of each pair the first is found nowhere: it would end within a character, or within a word.
    for (former, later) in [("(一", "(一)"), ("°", "°c"), ("hy", "hyr")] {
      var found: [CorpusTally] = []
      for text in [former, later] {
        let question = CorpusQuestion(number: 1, query: try Query.parse(text))
        let pass = CorpusPass(question, in: typing.all, known: known)
        found.append(typing.tally(pass))
        var candidates = pass.candidates ?? IssueSet(all: typing.all)
        candidates.keep(pass.counts(inBatch: 0).candidates, ofBatch: 0)
        known.add(question.query, candidates)
      }
      #expect(found.map(\.total) == [0, 1], "\(former) \(later)")
    }
  }

  @Test(
    "A corpus finds for an expression what its issues find, though it reads only those with the hanzi of all matches",
    arguments: [
      "/重./", "/重庆.?/ 市", "/(重庆)+/ | 市", "-/重庆/ 市", "/庆./ near/3 市", "title:/重庆/", "/[重庆]市/", "/\\w/", "/豈/",
      "kind:photo | /重/",
    ])
  func expressions(_ text: String) throws {
    var random = RandomSource(seed: 3)
    let typing = Typing(issues: (0..<200).map { random.shortIssue(number: $0) } + [issue("\u{F900}有此理")])
    let question = CorpusQuestion(number: 1, query: try Query.parse(text))
    let found = typing.tally(CorpusPass(question, in: typing.all, read: typing.read))
    #expect(found.total == typing.issues.reduce(0) { $0 + IssueSearch($1).matches(question.query).count })
  }

  @Test("Only what can still match is looked at")
  func narrow() throws {
    let typing = Typing(issues: [issue("重庆"), issue("北京"), issue("重要"), issue("北京")])
    var known = KnownCandidates()
    let pass = CorpusPass(CorpusQuestion(number: 1, query: try Query.parse("重")), in: typing.all)
    var candidates = IssueSet(all: typing.all)
    candidates.keep(pass.counts(inBatch: 0).candidates, ofBatch: 0)
    known.add(pass.question.query, candidates)
    func numbers(_ text: String) throws -> [Int] {
      CorpusPass(CorpusQuestion(number: 2, query: try Query.parse(text)), in: typing.all, known: known)
        .runs(ofBatch: 0).flatMap(\.numbers)
    }
    #expect(try numbers("重庆") == [0, 2])
    #expect(try numbers("北京") == [0, 1, 2, 3])
  }
}

/// Issues that are searched, and what a search comes to.
private struct Typing {
  let issues: [Newspaper.Issue]
  let all: SearchedIssues

  init(issues: [Newspaper.Issue]) {
    self.issues = issues
    var (segments, places) = ([FoldedSegment](), [SearchedIssues.Place]())
    for start in stride(from: 0, to: issues.count, by: 70) {
      var writer = FoldedSegmentWriter(leastSigned: 0, groupLength: 400)
      for (index, issue) in issues[start..<min(issues.count, start + 70)].enumerated() {
        places.append(SearchedIssues.Place(segment: segments.count, index: index, date: issue.date))
        writer.add(issue)
      }
      segments.append(FoldedSegment(writer))
    }
    all = SearchedIssues(segments: segments, places: places)
  }

  var read: @Sendable (Int) -> Newspaper.Issue? { { [issues] in issues[$0] } }

  func tally(_ pass: CorpusPass) -> CorpusTally {
    var tally = CorpusTally(pass.question, in: all)
    for batch in 0..<all.batchCount { tally.add(pass.counts(inBatch: batch)) }
    return tally
  }

  /// Answer of a search that is cut off after some batches.
  func candidates(_ pass: CorpusPass, batches: Int, _ random: inout RandomSource) -> IssueSet {
    var candidates = pass.candidates ?? IssueSet(all: all)
    for batch in (0..<all.batchCount).shuffled(using: &random).prefix(batches) {
      candidates.keep(pass.counts(inBatch: batch).candidates, ofBatch: batch)
    }
    return candidates
  }
}

extension RandomSource {
  /// The query after each key: of all forms, typed on, with a letter taken back now and then.
  fileprivate mutating func keystrokes() -> [String] {
    var lines: [String] = []
    var line = ""
    for _ in 0..<Int.random(in: 1...5, using: &self) {
      for character in Self.pieces.randomElement(using: &self) ?? "" {
        line.append(character)
        lines.append(line)
        if Int.random(in: 0..<12, using: &self) == 0 {
          line.removeLast()
          lines.append(line)
        }
      }
    }
    return lines
  }

  private static let pieces = [
    "重庆", "市", "重", "衡阳", "很", "a", "b1", "ab", "zhongqing", "cqs", "qings", "hengy", "heny", "hy", "hyr", "shi", "5g",
    "xi'an", "aa", " ", " ", " ", " -", " | ", " title:", " caption:", " by:", " near/1 ", " near/12 ", " \"", "\"",
    " ~",
    " date:2021-06-2", " date:..2021", " page:2", " page:1..2", " kind:photo", "(一)", "°c", "...", "e", " /[a市]+/ ",
    " /重.?/ ",
  ]

  /// An issue of few different characters, some of which become several.
  fileprivate mutating func shortIssue(number: Int) -> Newspaper.Issue {
    let articles = (0..<Int.random(in: 0...2, using: &self)).map { shortArticle(number: $0 + 1) }
    var issue = Newspaper.Issue(id: "\(number)", pages: [], articles: articles)
    issue.date = IssueDate(
      year: number % 7 == 0 ? nil : 2021, month: 6, day: 29 - number / 10, certainty: .stated, source: .sideFile)
    return issue
  }

  private mutating func shortArticle(number: Int) -> Article {
    let characters = [
      "重", "庆", "市", "衡", "阳", "很", "西", "安", "日", "5", "g", "a", "b", "1", " ", ".", "㈠", "℃", "…", "未",
    ]
    let roles: [Block.Role] = [.headline, .caption, .byline, .paragraph, .paragraph, .paragraph]
    let blocks = (0..<Int.random(in: 1...3, using: &self)).map { _ in
      let text = (0..<Int.random(in: 0...7, using: &self)).map { _ in characters.randomElement(using: &self) ?? "" }
      let page = Int.random(in: 1...3, using: &self)
      return Block(
        roles.randomElement(using: &self) ?? .paragraph,
        Passage(text: text.joined(), page: page, lines: [1], runs: []))
    }
    let people = ["重", "a", "庆重"].filter { _ in Bool.random(using: &self) }.map { Person(role: "", name: $0) }
    let kind = Article.Kind.allCases.randomElement(using: &self) ?? .article
    return Article(number: number, kind: kind, blocks: blocks, people: people)
  }
}

import Foundation
import Newspaper
import Searching
import Synchronization
import TestFolders
import Testing

@testable import Library

@Suite struct CorpusSearchTests {
  /// Answers as they come, and the moment when the last one has.
  private final class Answers: Sendable {
    private let list = Mutex<[CorpusAnswer]>([])
    private let done = DispatchSemaphore(value: 0)

    func take(_ answer: CorpusAnswer) {
      list.withLock { $0.append(answer) }
      if answer.isComplete { done.signal() }
    }

    func all() -> [CorpusAnswer] {
      done.wait()
      return list.withLock { $0 }
    }
  }

  private func corpus() -> Corpus {
    Corpus.open(paths: [seeds])
  }

  @Test("The whole corpus answers what its issues answer one by one")
  func answers() throws {
    var corpus = corpus()
    let search = corpus.search()
    for (number, text) in ["衡阳", "~纳入", "市委 near/20 书记", "kind:photo", "/[0-9]+年/ 衡阳", "没有这样的话"].enumerated() {
      let question = CorpusQuestion(number: number, query: try Query.parse(text))
      let answers = Answers()
      search.ask(question, answers.take)
      let all = answers.all()
      let matches = try corpus.summaries.map {
        try corpus.issue($0.id).map { IssueSearch($0).matches(question.query) } ?? []
      }
      #expect(all.last?.total == matches.joined().count, "\(text)")
      #expect(all.last?.issues == matches.count { !$0.isEmpty })
      #expect(all.allSatisfy { $0.number == number } && all.filter(\.isComplete).count == 1)
      let hits = search.hits(0..<1000, of: number)
      #expect(hits.map(\.match) == Array(matches.joined().prefix(1000)))
      #expect(search.hits(0..<10, of: number - 1) == [])
    }
  }

  @Test("A corpus without issues answers at once")
  func empty() throws {
    let answers = Answers()
    let search = CorpusSearch(SearchedIssues(), threads: .all) { _ in nil }
    search.ask(CorpusQuestion(number: 3, query: try Query.parse("重")), answers.take)
    // One that nobody holds any more searches no more.
    defer { withExtendedLifetime(search) {} }
    #expect(answers.all() == [CorpusAnswer(number: 3, total: 0, issues: 0, days: [], progress: 1, isComplete: true)])
  }

  @Test("Once another question is asked no answer comes to the one before")
  func cancelled() throws {
    let search = corpus().search()
    defer { withExtendedLifetime(search) {} }
    let last = Mutex(0)
    for number in 1...200 {
      last.withLock { $0 = number }
      search.ask(CorpusQuestion(number: number, query: try Query.parse("的"))) { answer in
        #expect(answer.number >= last.withLock { $0 } - 1)
      }
    }
    let answers = Answers()
    search.ask(CorpusQuestion(number: 201, query: try Query.parse("的")), answers.take)
    #expect(answers.all().last?.number == 201)
  }

  @Test("However fast a query is typed, it finds what it finds alone, also after the corpus has changed")
  func typed() throws {
    let scratch = try Scratch()
    for number in 1...300 {
      let words = ["衡阳日报", "很好", "重庆衡阳", "横山县"][number % 4]
      try scratch.write("\(words)\n　　本报讯 \(words)第\(number)天。\n", to: "2021/\(number)/01.txt")
    }
    let lines = ["衡阳日报", "hengyangrb", "重庆 衡", "横山 -重"]
    try check(lines, in: scratch.open())
    for number in 1...40 { try scratch.write("横阳\n　　本报讯 重庆横山。\n", to: "2021/\(number * 7)/01.txt") }
    try check(lines, in: scratch.open())
  }

  /// Types lines in one search, some keys before the last one is answered, and compares each answer with that of a
  /// search that nothing was typed into before.
  private func check(_ lines: [String], in corpus: Corpus) throws {
    let search = corpus.search()
    var number = 0
    for line in lines {
      for length in 1...line.count {
        guard let query = TypedQuery(String(line.prefix(length))).query else { continue }
        number += 1
        let question = CorpusQuestion(number: number, query: query)
        if number % 3 != 0 { search.ask(question) { _ in } }
        guard number % 2 == 0 else { continue }
        #expect(search.answer(to: question) == corpus.search().answer(to: question), "\(query.text)")
      }
    }
  }

  @Test("The first hit of some days is found in both orders", arguments: CorpusQuestion.Order.allCases)
  func firstHits(_ order: CorpusQuestion.Order) throws {
    let search = corpus().search()
    let answer = search.answer(to: CorpusQuestion(number: 7, query: try Query.parse("~hengyang | 会议"), order: order))
    let hits = search.hits(0..<answer.total, of: 7)
    for day in answer.days.map(\.day) + [DayNumber(19_000_101)] {
      #expect(search.firstHit(in: day...day, of: 7) == hits.firstIndex { DayNumber($0.date) == day })
      #expect(search.firstHit(in: day...day, of: 6) == nil)
    }
  }

  @Test("Hits are counted by issue and by the people of their articles")
  func tables() throws {
    var corpus = corpus()
    let search = corpus.search()
    for text in ["衡阳", "/[0-9]+年/ 衡阳"] {
      let query = try Query.parse(text)
      let answer = search.answer(to: CorpusQuestion(number: 1, query: query))
      #expect(search.issueCounts().reduce(0) { $0 + $1.hits } == answer.total)
      var people: [String: Int] = [:]
      for (place, hits) in search.issueCounts() {
        let issue = try #require(try corpus.issue(corpus.summaries[place].id))
        let matches = IssueSearch(issue).matches(query)
        #expect(matches.count == hits)
        for match in matches {
          let names = Set(issue.articles[match.article].people.map(\.name))
          for name in names.isEmpty ? [""] : names { people[name, default: 0] += 1 }
        }
      }
      #expect(search.bylineCounts(query) == people)
    }
  }
}

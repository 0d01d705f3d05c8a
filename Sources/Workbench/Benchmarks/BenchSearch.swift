import Chance
import Newspaper
import PageParsing
import Reader
import Screen
import Searching
import Strings

/// Times of folding an issue and of a keystroke's search, over the given pages repeated to 200,000 hanzi.
func benchSearch(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--hanzi"])
  let issue = try longIssue(options.pages(), hanzi: options.number("--hanzi", default: 200_000))
  let clock = ContinuousClock()
  var search = IssueSearch(issue)
  let folding = (0..<21).map { _ in clock.measure { search = IssueSearch(issue) } }
  let bytes = issue.articles.flatMap(\.blocks).reduce(0) { $0 + $1.passage.text.utf8.count }
  print("\(issue.hanziCount) hanzi, \(bytes) bytes; folded in \(summary(folding))")
  for (name, typed) in typedQueries { try bench(name, typed, search) }
  for (name, typed) in typedQueries { try benchPrompt(name, typed, issue) }
  return 0
}

/// Queries that are typed, character after character.
private let typedQueries: [(name: String, typed: [String])] = [
  ("literal", ["的", "重大项目", "高质量发展", "１９８５", "生态环境问题"]),
  ("pinyin", ["hengyangribao", "zgzy", "shengtaihuanjing", "dqcqd", "y", "xian", "sszs"]),
  ("look-alikes", ["~纳入", "~生态环境问题", "~的", "~日报"]),
  ("language", ["高质量发展 -重大", "title:项目 | 市委", "市委 near/20 书记", "\"高质量\" date:2021"]),
  ("expressions", ["/20[0-9]+年/", "/[^，。]{2,8}市/", "/(.*)*项/", "/\\d+(亿|万)元/", "/\\w+/"]),
]

/// Searches for what stands on the line after each key, some times over; a text that is a mistake is not looked for.
private func bench(_ name: String, _ typed: [String], _ search: IssueSearch) throws {
  var times: [Duration] = []
  var slowest = (time: Duration.zero, text: "", count: 0)
  for text in typed.flatMap({ text in (1...text.count).map { String(text.prefix($0)) } }) {
    for _ in 0..<20 {
      var count = 0
      let start = processorTime()
      count = (try? Query.parse(text)).map { search.matches($0).count } ?? 0
      let time = processorTime() - start
      times.append(time)
      if time > slowest.time { slowest = (time, text, count) }
    }
  }
  print("\(name): \(summary(times)); slowest `\(slowest.text)` with \(slowest.count) matches")
}

/// Types at the prompt of a reader of the issue, and draws the screen after each key; processor time.
private func benchPrompt(_ name: String, _ typed: [String], _ issue: Issue) throws {
  let size = Size(columns: 120, rows: 40)
  var reader = Reader(
    corpusName: "bench", issues: [issue.summary], keymap: defaultKeymap, language: .chinese, size: size)
  _ = reader.start()
  reader.receive(andSet: issue)
  reader.take(.key(Key(.enter)))
  reader.take(.key(Key(.enter)))
  var surface = Surface(size: size)
  var times: [Duration] = []
  var slowest = (time: Duration.zero, text: "")
  for text in typed {
    for _ in 0..<5 {
      reader.take(.key(Key("/")))
      for (index, character) in text.enumerated() {
        let start = processorTime()
        reader.take(.key(Key(character)))
        _ = reader.draw(on: &surface)
        let time = processorTime() - start
        times.append(time)
        if time > slowest.time { slowest = (time, String(text.prefix(index + 1))) }
      }
      reader.take(.key(Key(.escape)))
    }
  }
  print("prompt, \(name): \(summary(times)); slowest `\(slowest.text)`")
}

private func summary(_ times: [Duration]) -> String {
  let sorted = times.sorted()
  func milliseconds(_ share: Int) -> String {
    let micros = Int(sorted[min(sorted.count - 1, sorted.count * share / 100)] / .microseconds(1))
    return "\(micros / 1000).\(String(micros % 1000 + 1000).dropFirst())"
  }
  return "median \(milliseconds(50)) ms, p99 \(milliseconds(99)) ms"
}

/// An issue of the articles of some pages, as often as it takes.
private func longIssue(_ pages: [Page], hanzi: Int) throws -> Issue {
  let issues = pages.map { parseIssue(id: "bench", pages: [$0]) }
  var long = Issue(id: "bench", pages: [], articles: [])
  long.date = issues.first?.date
  let some = issues.flatMap(\.articles)
  guard issues.contains(where: { $0.hanziCount > 0 }) else { throw Misuse("the pages have no hanzi") }
  let count = issues.reduce(0) { $0 + $1.hanziCount }
  for _ in 0..<(hanzi + count - 1) / count { long.articles += some }
  for index in long.articles.indices { long.articles[index].number = index + 1 }
  return long
}

extension Issue {
  fileprivate var hanziCount: Int {
    articles.reduce(0) { sum, article in
      sum + article.blocks.reduce(0) { $0 + $1.passage.text.unicodeScalars.count(where: \.properties.isIdeographic) }
    }
  }
}

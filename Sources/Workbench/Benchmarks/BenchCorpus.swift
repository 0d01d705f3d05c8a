import Chance
import Dispatch
import Glibc
import Library
import Newspaper
import Searching
import Synchronization
import System

/// Times of the search of a whole corpus: to the full count, beside `rg -c` over the same files where that is
/// installed; and to the first screen of hits, key by key.
func benchCorpus(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--rounds", "--words"])
  let rounds = options.number("--rounds", default: 11)
  let clock = ContinuousClock()
  let paths = options.paths.isEmpty ? ["seeds"] : options.paths
  let start = clock.now
  let folder = CatalogueFolder(environment: { getenv($0).map { String(cString: $0) } })
  var corpus = CorpusRequest(paths: paths, folder: folder).open()
  let opened = clock.now
  let desk = SearchDesk(issues: corpus.searchedIssues(), corpus: corpus)
  print(
    "\(corpus.shelf.count) issues; opened in \(seconds(start, opened)), searchable in \(seconds(opened, clock.now))"
  )
  var random = RandomSource(seed: 5)
  let rare = try corpus.someWords(options.number("--words", default: 40), &random)
  counts(commonWords + rare.prefix(5), desk, paths, rounds)
  keys("typed letter by letter", (commonWords + rare).map(\.beginnings), desk)
  keys("the same, each as if nothing were known", (commonWords + rare).flatMap(\.beginnings).map { [$0] }, desk)
  keys("initials of three syllables", initials.map { [$0] }, desk)
  let pinyin = ["hengyang", "shengtai", "zhonghuarenmin", "gzlfz", "oue"]
  keys("pinyin letter by letter", pinyin.map(\.beginnings), desk)
  keys("the same, each as if nothing were known", pinyin.flatMap(\.beginnings).map { [$0] }, desk)
  return 0
}

private let commonWords = ["的", "中国", "重大项目", "高质量发展", "2020年", "没有这样的话"]
private let initials = ["hyr", "zgr", "gzl", "rmr", "xsd", "oaz", "pnq", "bjs", "shs", "efe"]

/// Makes searches of a corpus to which nothing is known yet.
private struct SearchDesk {
  let issues: SearchedIssues
  let corpus: Corpus

  func search() -> CorpusSearch {
    CorpusSearch(issues, threads: .all) { [corpus] place in
      var corpus = corpus
      return try? corpus.issue(corpus.shelf[place].id)
    }
  }
}

/// A query, and the time until an answer that satisfied.
private struct Asked {
  var time: Duration
  var answer: CorpusAnswer
}

/// Asks, and waits for an answer of which something is true, or for the last one.
private func ask(_ text: String, _ search: CorpusSearch, until isEnough: @escaping @Sendable (CorpusAnswer) -> Bool)
  -> Asked?
{
  guard let query = try? Query.parse(text) else { return nil }
  let number = text.hashValue
  let done = DispatchSemaphore(value: 0)
  let found = Mutex<CorpusAnswer?>(nil)
  let clock = ContinuousClock()
  let start = clock.now
  search.ask(CorpusQuestion(number: number, query: query)) { answer in
    let isFirst = found.withLock { found in
      guard found == nil, answer.isComplete || isEnough(answer) else { return false }
      found = answer
      return true
    }
    if isFirst { done.signal() }
  }
  done.wait()
  let isScreen = found.withLock { $0.map { !$0.isComplete || isEnough($0) } ?? false }
  if isScreen { _ = search.hits(0..<60, of: number) }
  let time = start.duration(to: clock.now)
  return found.withLock { $0.map { Asked(time: time, answer: $0) } }
}

private func counts(_ words: [String], _ desk: SearchDesk, _ paths: [String], _ rounds: Int) {
  for word in words {
    var answer: CorpusAnswer?
    let times = (0..<rounds).compactMap { _ in
      ask(word, desk.search(), until: { _ in false }).map { asked in
        answer = asked.answer
        return asked.time
      }
    }.sorted()
    guard let answer, !times.isEmpty else { continue }
    let median = times[times.count / 2]
    let rg = (0..<3).compactMap { _ in ripgrep(word, paths) }.min()
    let ratio = rg.map { ", rg -c \(milliseconds($0)), of that \(Int((median / $0 * 100).rounded())) %" } ?? ""
    print("\(word): \(answer.total) in \(answer.issues) issues, full count \(milliseconds(median))\(ratio)")
  }
}

/// - Parameter lines: The query after each key, one line after the other.
private func keys(_ name: String, _ lines: [[String]], _ desk: SearchDesk) {
  var slowest = (time: Duration.zero, text: "")
  let before = clock()
  let count = max(1, lines.joined().count)
  defer { print("  \((clock() - before) / 1000 / count) ms of processor time each") }
  var times: [Duration] = []
  for line in lines {
    let search = desk.search()
    for text in line {
      guard let asked = ask(text, search, until: { $0.total >= 60 }) else { continue }
      if asked.time > slowest.time { slowest = (asked.time, text) }
      times.append(asked.time)
    }
  }
  times.sort()
  guard !times.isEmpty else { return }
  let (half, most) = (times[times.count / 2], times[times.count * 95 / 100])
  print(
    "\(name), first screen of hits: median \(milliseconds(half)), p95 \(milliseconds(most)); slowest `\(slowest.text)`",
    milliseconds(slowest.time))
}

/// Time of `rg -c`; nil if it is not installed.
private func ripgrep(_ word: String, _ paths: [String]) -> Duration? {
  var files = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&files)
  defer { posix_spawn_file_actions_destroy(&files) }
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
  let words = (["rg", "-c", "--fixed-strings", "--", word] + paths).map { strdup($0) } + [nil]
  defer { words.forEach { free($0) } }
  var process: pid_t = 0
  let clock = ContinuousClock()
  let start = clock.now
  guard posix_spawnp(&process, "rg", &files, nil, words, environ) == 0 else { return nil }
  var status: Int32 = 0
  waitpid(process, &status, 0)
  return status & 0x7F00 == 0x7F00 ? nil : start.duration(to: clock.now)
}

extension Corpus {
  /// Words of two to four characters that stand somewhere.
  fileprivate mutating func someWords(_ count: Int, _ random: inout RandomSource) throws -> [String] {
    var words: [String] = []
    for _ in 0..<count * 4 where words.count < count {
      let issue = try issue(shelf[random.below(shelf.count)].id)
      let blocks = issue?.articles.flatMap(\.blocks) ?? []
      guard !blocks.isEmpty else { continue }
      let text = blocks[random.below(blocks.count)].passage.text.filter {
        $0.unicodeScalars.allSatisfy(\.properties.isIdeographic)
      }
      let word = String(text.dropFirst(random.below(max(1, text.count - 4))).prefix(2 + random.below(3)))
      if word.count > 1 { words.append(word) }
    }
    return words
  }
}

extension String {
  /// The query after each key.
  fileprivate var beginnings: [String] { (1...max(1, count)).map { String(prefix($0)) } }
}

private func seconds(_ from: ContinuousClock.Instant, _ to: ContinuousClock.Instant) -> String {
  milliseconds(from.duration(to: to))
}

private func milliseconds(_ time: Duration) -> String { tenths(time / .milliseconds(1)) + " ms" }

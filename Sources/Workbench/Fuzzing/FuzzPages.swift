import Chance
import Glibc
import Library
import Newspaper
import PageFormats
import PageParsing

/// Parses damaged pages and checks each against the promises. The same seed and number give the same page again.
func fuzzPages(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--count", "--seed", "--first"], flags: ["--verbose"])
  let given = try options.pages()
  let pages = given.map { page in page.text.lines.map(page.text.line) }
  let limit = WorkLimit(of: given)
  let seed = options.number("--seed", default: 1)
  let first = options.number("--first", default: 0)
  let numbers = first..<first + options.number("--count", default: 1000)
  say("fuzz-pages --seed \(seed) --first \(first) --count \(numbers.count)")
  var failures = 0
  for number in numbers {
    // A crash says nothing: its page is among the hundred that were announced last.
    if options.has("--verbose") || number % 100 == 0 && number > first { say("page \(number)") }
    let faults = faults(ofPage: number, seed: seed, from: pages, limit)
    failures += faults.isEmpty ? 0 : 1
    for fault in faults.prefix(5) { say("page \(number) of seed \(seed): \(fault)") }
  }
  say("\(numbers.count) pages, \(failures) of them break a promise")
  return failures == 0 ? 0 : 1
}

private func faults(ofPage number: Int, seed: Int, from pages: [[String]], _ limit: WorkLimit) -> [String] {
  let seed = UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ number)
  let (lines, damage) = damagedPage(from: pages, seed: seed)
  var random = RandomSource(seed: ~seed)
  // Half of the pages come as text, half as files.
  let file = random.oneIn(2) ? FuzzedFile(lines, &random) : nil
  let (page, lost) = page(file, lines)
  guard let page else { return [] }
  let (issue, excess) = limit.parse(page)
  let faults = brokenPromises(of: issue) + [lost, excess].compactMap { $0 }
  return faults.map { "\($0) (\(damage.map { "\($0)" }.joined(separator: ", ")), \(file?.shape, default: "text"))" }
}

/// The page that a file is read as, and what decoding lost; none where the file is said to be no page.
private func page(_ file: FuzzedFile?, _ lines: [String]) -> (page: Page?, lost: String?) {
  guard let file else { return (Page(number: 1, path: "fuzz", text: PageText(lines.joined(separator: "\n"))), nil) }
  guard let page = try? Page(path: "fuzz", file: file.bytes, encoding: file.encoding) else { return (nil, nil) }
  let text = String(decoding: page.text.bytes, as: UTF8.self)
  let isWhole = file.letters.map { $0 == FuzzedFile.letters(text) } ?? true
  return (page, isWhole ? nil : "the decoder lost letters")
}

/// Most work that a damaged page may take, in terms of pages as they were given.
private struct WorkLimit {
  /// The work of all given pages, which have so many bytes.
  private let unit: WorkUnit
  private let bytes: Double

  init(of pages: [Page]) {
    unit = WorkUnit { for page in pages { _ = parseIssue(id: "given", pages: [page]) } }
    bytes = Double(max(1, pages.reduce(0) { $0 + $1.text.bytes.count }))
  }

  /// Parses a page; a fault if that takes more than ten times the work of given pages of its length and 10,000 bytes.
  func parse(_ page: Page) -> (issue: Issue, excess: String?) {
    let share = (Double(page.text.bytes.count) + 10_000) / bytes
    var issue = Issue(id: "fuzz", pages: [], articles: [])
    let count = unit.count(limit: share * 10) { issue = parseIssue(id: "fuzz", pages: [page]) }
    return (issue, count > share * 10 ? "took \(Int(count / share)) times the work of a page of its length" : nil)
  }
}

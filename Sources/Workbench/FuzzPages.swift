import Corpus
import Glibc
import Newspaper
import PageParsing

/// Parses damaged pages and holds each against the promises. The same seed and number give the same page again.
func fuzzPages(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--count", "--seed", "--first"], flags: ["--verbose"])
  let pages = try options.pages().map { page in
    (1...page.text.lineCount).map(page.text.line)
  }
  let seed = options.number("--seed", default: 1)
  let first = options.number("--first", default: 0)
  let numbers = first..<first + options.number("--count", default: 1000)
  say("fuzz-pages --seed \(seed) --first \(first) --count \(numbers.count)")
  var failures = 0
  for number in numbers {
    // A crash says nothing: its page is among the hundred that were announced last.
    if options.has("--verbose") || number % 100 == 0 && number > first { say("page \(number)") }
    let faults = faults(ofPage: number, seed: seed, from: pages)
    failures += faults.isEmpty ? 0 : 1
    for fault in faults.prefix(5) { say("page \(number) of seed \(seed): \(fault)") }
  }
  say("\(numbers.count) pages, \(failures) of them break a promise")
  return failures == 0 ? 0 : 1
}

private func faults(ofPage number: Int, seed: Int, from pages: [[String]]) -> [String] {
  let (lines, damage) = damagedPage(from: pages, seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ number))
  let page = Page(number: 1, path: "fuzz", text: PageText(lines.joined(separator: "\n")))
  let clock = ContinuousClock()
  var issue: Issue?
  let time = clock.measure { issue = parseIssue(id: "fuzz", pages: [page]) }
  var faults = issue.map(brokenPromises) ?? []
  if time > slowest { faults.append("took \(time) for \(page.text.bytes.count) bytes") }
  return faults.map { "\($0) (\(damage.map { "\($0)" }.joined(separator: ", ")))" }
}

/// How long a page may take.
private var slowest: Duration {
  #if DEBUG
    // Unoptimized code is some 50 times slower.
    .seconds(2)
  #else
    .milliseconds(50)
  #endif
}

/// A line that is out at once: what `print` holds back is lost in a crash.
private func say(_ line: String) {
  _ = writeAll(Array((line + "\n").utf8), to: STDOUT_FILENO)
}

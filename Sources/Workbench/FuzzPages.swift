import Chance
import Glibc
import Library
import Newspaper
import PageFormats
import PageParsing

/// Parses damaged pages and holds each against the promises. The same seed and number give the same page again.
func fuzzPages(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--count", "--seed", "--first"], flags: ["--verbose"])
  let pages = try options.pages().map { page in
    page.text.lines.map(page.text.line)
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
  let seed = UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ number)
  let (lines, damage) = damagedPage(from: pages, seed: seed)
  var random = RandomSource(seed: ~seed)
  // Half of the pages come as text, half as files.
  let file = random.oneIn(2) ? FuzzedFile(lines, &random) : nil
  let start = processorSeconds()
  let (page, lost) = page(file, lines)
  guard let page else { return [] }
  let issue = parseIssue(id: "fuzz", pages: [page])
  let time = processorSeconds() - start
  var faults = brokenPromises(of: issue)
  if let lost { faults.append(lost) }
  if time > mostSeconds(forBytes: page.text.bytes.count) {
    faults.append("took \(time) s for \(page.text.bytes.count) bytes")
  }
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

/// Of this thread: another program that is busy makes no page slow.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// How many seconds a page may take: 20 times what one like it takes.
private func mostSeconds(forBytes count: Int) -> Double {
  #if DEBUG
    // Unoptimized code is some 50 times slower.
    2 + Double(count) * 4e-5
  #else
    0.05 + Double(count) * 1e-6
  #endif
}

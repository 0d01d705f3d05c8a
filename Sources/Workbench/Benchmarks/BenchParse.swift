import Newspaper
import PageParsing

/// Megabytes of pages a second over the parser, one core, the text already in memory.
func benchParse(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--seconds"])
  let pages = try options.pages()
  let runs = 21
  let budget = Duration.seconds(options.number("--seconds", default: 3)) / runs
  _ = rate(of: pages, for: budget)
  let rates = (0..<runs).map { _ in rate(of: pages, for: budget) }.sorted()
  let bytes = pages.reduce(0) { $0 + $1.text.bytes.count }
  print(
    "\(pages.count) pages, \(bytes) bytes: median \(tenths(rates[runs / 2])) MB/s of \(runs) runs",
    "(\(tenths(rates[0])) to \(tenths(rates[runs - 1])))")
  return 0
}

/// Megabytes (10⁶ bytes) a second, parsing all pages again and again for a while.
private func rate(of pages: [Page], for budget: Duration) -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  var bytes = 0
  var articles = 0
  repeat {
    for page in pages {
      articles += parseIssue(id: "bench", pages: [page]).articles.count
      bytes += page.text.bytes.count
    }
  } while start.duration(to: clock.now) < budget
  // The count is used, so that the work cannot be left out.
  precondition(articles >= 0)
  return Double(bytes) / 1e6 / (start.duration(to: clock.now) / .seconds(1))
}

func tenths(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

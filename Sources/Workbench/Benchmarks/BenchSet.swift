import Chance
import Newspaper
import Typesetting

/// Megabytes of text a second over line setting, one core: the bodies of pages as one long article.
func benchSet(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--seconds", "--measure"])
  let paragraphs = try options.pages().flatMap { page in
    page.text.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }
  let measure = options.number("--measure", default: 40)
  let seconds = options.number("--seconds", default: 2)
  for justification in LineSetting.Justification.allCases {
    let setting = LineSetting(measure: measure, firstIndent: 4, justification: justification, hasMargin: true)
    let (speed, lines) = rate(of: paragraphs, setting, for: .seconds(seconds))
    print("\(justification): \(Int(speed.rounded())) MB/s at \(measure) columns, \(lines) lines")
  }
  return 0
}

/// The median of several runs, and how many lines there are.
private func rate(of paragraphs: [String], _ setting: LineSetting, for budget: Duration) -> (Double, lines: Int) {
  let runs = 11
  var lines = 0
  let rates = (0..<runs).map { _ in
    let start = processorTime()
    var bytes = 0
    repeat {
      lines = 0
      for text in paragraphs {
        lines += setLines(text, setting).count
        bytes += text.utf8.count
      }
    } while processorTime() - start < budget / runs
    return Double(bytes) / 1e6 / ((processorTime() - start) / .seconds(1))
  }
  return (rates.sorted()[runs / 2], lines)
}

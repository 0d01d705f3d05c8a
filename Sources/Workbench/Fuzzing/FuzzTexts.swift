import Chance
import Library
import Newspaper
import PageParsing
import Reader
import Resources
import Searching
import Strings

/// Reads spoilt keymaps, themes, side files, queries and records: none may crash or take long, and a mistake has a
/// place in the text.
/// The same seed and number give the same text again.
func fuzzTexts(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--count", "--seed", "--first"], flags: ["--verbose"])
  let seed = options.number("--seed", default: 1)
  let first = options.number("--first", default: 0)
  let numbers = first..<first + options.number("--count", default: 10_000)
  say("fuzz-texts --seed \(seed) --first \(first) --count \(numbers.count)")
  let issue = parseIssue(id: "fuzz", pages: Array(try options.pages().prefix(1)))
  let search = IssueSearch(issue)
  let unit = WorkUnit { _ = FuzzedText.query.faults(of: "/[^，]+报/", issue, search) }
  var failures = 0
  for number in numbers {
    var random = RandomSource(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ number))
    let kind = FuzzedText.allCases[random.below(FuzzedText.allCases.count)]
    let text = kind.text(&random)
    if options.has("--verbose") { say("text \(number), a \(kind): \(text.debugDescription)") }
    var faults: [String] = []
    let work = unit.count(limit: mostWork) { faults = kind.faults(of: text, issue, search) }
    if work > mostWork { faults.append("took the work of \(Int(work)) plain searches") }
    failures += faults.isEmpty ? 0 : 1
    for fault in faults.prefix(3) {
      say("text \(number) of seed \(seed), a \(kind): \(fault): \(text.debugDescription)")
    }
  }
  say("\(numbers.count) texts, \(failures) of them at fault")
  return failures == 0 ? 0 : 1
}

/// Most work for one text, in plain searches of the page: ten times the most that 10,000 texts took.
private let mostWork = 1_000.0

/// The texts that people write for Baolan.
private enum FuzzedText: CaseIterable {
  case keymap, theme, sideFile, query, record

  /// Pieces that such a text is made of.
  private var pieces: [String] {
    switch self {
    case .keymap:
      Self.words(of: Self.keymapText) + [
        "any", "reading,help", "<ctrl-x>", "<hash>", "g g", "unbound", "quit", "z", "<f13>",
      ]
    case .theme:
      Theme.Role.allCases.map { "\($0)" }
        + [
          "current-match", "selected-unfocused", "-", "red", "bright-blue", "255", "256", "bold", "reverse", "#",
          "dark",
        ]
    case .sideFile:
      [
        "{", "}", "[", "]", ":", ",", "\"title\"", "\"issues\"", "\"pages\"", "\"date\"", "\"2021-06-22\"", "\"page\"",
        "1", "-0",
      ]
        + [
          "1e9999", "\"\\ud800\"", "\"\\u0000\"", "\"\\", "true", "nul", "\u{FEFF}", "\"a.txt\"", "9223372036854775808",
        ]
    case .record: []
    case .query:
      [
        "\"", "-", "|", "near/", "20", "~", "title:", "by:", "caption:", "date:", "2021-06", "..", "page:",
        "kind:photo", "衡阳",
      ]
        + [
          "hengyang", "hy", "/", "(", ")", "[", "]", "*", "+", "?", "{2,3}", "\\", "\\p{Han}", "(?i)", "(?<a>", "a",
          "的", "^", "$", "(?=", "(?!", "(?>", ".?", ".*", "{30}", "\\1", "|",
        ]
    }
  }

  private static let odd = [
    "\u{0}", "\u{1B}", "\u{202E}", "\u{FEFF}", "e\u{301}", "👨‍👩‍👧", "\r", "\u{2028}", "\u{85}", "　", "９",
  ]
  /// Numbers at every edge of every integer type, and far beyond.
  private static let edges: [String] = {
    func edges<Number: FixedWidthInteger>(_ type: Number.Type) -> [String] {
      ["\(Number.min)", "\(Number.max)", "\(Number.max - 1)", "\(Number.max.magnitude &+ 1)"]
    }
    let types: [any FixedWidthInteger.Type] = [
      Int8.self, UInt8.self, Int16.self, UInt16.self, Int32.self, UInt32.self, Int64.self, UInt64.self,
    ]
    return types.flatMap { edges($0) } + ["-1", "00", String(repeating: "9", count: 300), "1e308"]
  }()
  private static let gaps = ["", "", " ", " ", "\n", "\t", ", "]

  static let keymapText = String(
    decoding: UnsafeBufferPointer(start: bl_default_keymap(), count: bl_default_keymap_length), as: UTF8.self)

  private static func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).filter { !$0.hasPrefix("#") }.map(String.init)
  }

  func text(_ random: inout RandomSource) -> String {
    if self == .record { return FuzzedRecord.text(numbers: Self.edges, &random) }
    let pieces = pieces
    var text = ""
    for _ in 0..<random.below(random.oneIn(10) ? 400 : 30) {
      var piece = random.oneIn(8) ? Self.odd[random.below(Self.odd.count)] : pieces[random.below(pieces.count)]
      if random.oneIn(10) { piece += Self.edges[random.below(Self.edges.count)] }
      text += random.oneIn(60) ? String(repeating: piece, count: random.below(3000)) : piece
      text += Self.gaps[random.below(Self.gaps.count)]
    }
    return text
  }

  func faults(of text: String, _ issue: Issue, _ search: IssueSearch) -> [String] {
    let lineCount = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
    switch self {
    case .keymap:
      let problems = Keymap.read([(Self.keymapText, "the default keymap"), (text, "own")]).problems
      return lineFaults(problems.map { ($0.line, $0.words(in: .english) + $0.words(in: .chinese)) }, lineCount)
    case .theme:
      let problems = ThemeCatalog([("own", text, "own")]).theme(named: "own")?.problems ?? []
      return lineFaults(problems.map { ($0.line, $0.words(in: .english) + $0.words(in: .chinese)) }, lineCount)
    case .sideFile:
      let problems = problemsOfSideFile(Array(text.utf8), path: "baolan.json")
      return lineFaults(problems.map { ($0.line ?? 0, "\($0)") }, text.utf8.count { $0 == 0x0A } + 1)
    case .query: return queryFaults(text, search)
    case .record: return FuzzedRecord.faults(of: text, issue)
    }
  }

  private func lineFaults(_ mistakes: [(line: Int, words: String)], _ lineCount: Int) -> [String] {
    mistakes.compactMap { line, words in
      (1...lineCount).contains(line) && !words.isEmpty ? nil : "a mistake in line \(line) of \(lineCount): \(words)"
    }
  }

  private func queryFaults(_ text: String, _ search: IssueSearch) -> [String] {
    do throws(QueryMistake) {
      _ = search.matches(try Query.parse(text))
      return []
    } catch {
      let bytes = Array(text.utf8)
      let ends = [error.range.lowerBound, error.range.upperBound]
      let areSound = ends.allSatisfy {
        (0...bytes.count).contains($0) && ($0 == bytes.count || bytes[$0] & 0xC0 != 0x80)
      }
      return areSound && !error.words(in: .english).isEmpty && !error.words(in: .chinese).isEmpty
        ? [] : ["a mistake at \(error.range) of \(bytes.count) bytes"]
    }
  }
}

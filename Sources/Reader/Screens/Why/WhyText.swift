import Newspaper
import Typesetting

/// The reasons for what a passage is, set into lines: its source lines as scanned, the evidence for the role of each,
/// the repairs.
struct WhyText {
  /// A line and the sign before it.
  struct Line {
    var words: String
    var role: Theme.Role
    /// Columns before the words.
    var indent: Int
    /// Ends one column before the words.
    var lead = ""
  }

  private let columns: Int
  private let ambiguous: AmbiguousWidth
  private let phrases: Phrases
  private(set) var lines: [Line] = []

  /// Rows of the scan's text that are shown of a line; the middle of a longer one is left out.
  private static let scanRows = 4
  /// Source lines that are explained, and repairs that are told, of a passage; nobody reads more, and keys would wait.
  static let most = 100

  /// The source lines of a passage that are explained.
  static func lines(of passage: Passage) -> ArraySlice<Int> { passage.sourceLines.prefix(most) }

  /// - Parameters:
  ///   - explanations: nil where they are awaited.
  ///   - columns: of a line.
  init(
    _ block: Block, of issue: Issue, _ explanations: [Explanation]?, columns: Int, _ phrases: Phrases,
    _ ambiguous: AmbiguousWidth = .narrow
  ) {
    self.columns = columns
    self.ambiguous = ambiguous
    self.phrases = phrases
    let passage = block.passage
    let sourceLines = passage.sourceLines
    let told = sourceLines.prefix(Self.most)
    let gutter = min(columns / 4, String(told.max() ?? 0).count + 1)
    add(phrases.passage(block.role, page: passage.page, lines: Array(told)), .heading)
    let isZoned = issue.articles.contains { $0.isZonedByLibrary && $0.blocks.contains(block) }
    if isZoned { add("→ " + phrases.zonedByLibrary, .subhead) }
    if issue.articles.contains(where: { $0.isDoubtful && $0.blocks.first == block }) {
      add("≈ " + phrases.doubtfulBeginning, .subhead)
    }
    for line in told {
      if columns >= 30 || line != told.first { addAir() }
      addScan(issue.page(passage.page)?.text, line, gutter)
      if let explanations, !isZoned { addEvidence(explanations.first { $0.line == line }, gutter) }
    }
    addRest(of: sourceLines.count, indent: gutter)
    if explanations == nil, !isZoned { add(phrases.awaitingExplanation, .quiet, indent: gutter) }
    addAir()
    addRepairs(passage.repairs)
  }

  private mutating func add(_ words: String, _ role: Theme.Role, indent: Int = 0, lead: String = "") {
    lines += set(words, role, indent: indent, lead: lead)
  }

  private func set(_ words: String, _ role: Theme.Role, indent: Int, lead: String) -> [Line] {
    let set = setLines(words, LineSetting(measure: max(2, columns - indent), ambiguous: ambiguous))
    return set.enumerated().map { number, line in
      Line(words: String(words.slice(line.range)), role: role, indent: indent, lead: number == 0 ? lead : "")
    }
  }

  private mutating func addRest(of count: Int, indent: Int) {
    if count > Self.most { add(phrases.more(count - Self.most), .quiet, indent: indent) }
  }

  private mutating func addAir() { lines.append(Line(words: "", role: .plain, indent: 0)) }

  private mutating func addScan(_ text: PageText?, _ line: Int, _ gutter: Int) {
    guard let text, text.lines.contains(line) else { return }
    let ends = Ends(of: text.line(line), columns: columns, rows: Self.scanRows)
    let head = set(ends.head, .plain, indent: gutter, lead: String(line))
    if ends.tail == nil, head.count <= Self.scanRows { return lines += head }
    let tail = ends.tail.map { set($0, .plain, indent: gutter, lead: "") } ?? head
    lines += head.prefix(2) + [Line(words: "⋯", role: .quiet, indent: gutter)] + tail.suffix(Self.scanRows - 3)
  }

  /// The parts of a line that can be in sight, so that a long one is not set for a few rows of it.
  struct Ends {
    /// Its beginning, or all of it.
    var head: String
    /// Its end; nil where `head` is all.
    var tail: String?

    init(of text: String, columns: Int, rows: Int) {
      // Twice as many characters as narrow ones fill the rows.
      let count = 2 * rows * max(2, columns)
      let isLong = text.utf8.count > 8 * count
      head = isLong ? String(text.unicodeScalars.prefix(count)) : text
      tail = isLong ? String(text.unicodeScalars.suffix(count)) : nil
    }
  }

  private mutating func addEvidence(_ explanation: Explanation?, _ gutter: Int) {
    guard let explanation else { return add(phrases.noExplanation, .quiet, indent: gutter) }
    add("→ " + phrases.verdict(explanation), .subhead, indent: gutter)
    if explanation.facts.isEmpty { add(phrases.onlyNeighbours, .quiet, indent: gutter + 4) }
    let facts = explanation.facts.filter { $0.weight >= 0 } + explanation.facts.filter { $0.weight < 0 }
    for fact in facts {
      add(fact.phrase.words(in: phrases.language), .plain, indent: gutter + 4, lead: Self.strength(fact.weight))
    }
  }

  /// A weight as a reader sees it: signs for it or against it, three at most.
  static func strength(_ weight: Double) -> String {
    guard weight != 0 else { return "·" }
    let grade = abs(weight) < 1.2 ? 1 : (abs(weight) < 3 ? 2 : 3)
    return String(repeating: weight > 0 ? "+" : "−", count: grade)
  }

  private mutating func addRepairs(_ repairs: [Repair]) {
    add(repairs.isEmpty ? phrases.noRepairs : phrases.repairs, repairs.isEmpty ? .quiet : .heading)
    for repair in repairs.prefix(Self.most) { add(phrases.repair(repair), .plain, indent: 2) }
    addRest(of: repairs.count, indent: 2)
  }
}

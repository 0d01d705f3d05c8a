import Newspaper
import Typesetting

/// What is said of a passage, set into lines: its source lines as scanned, the evidence for the role of each, the
/// repairs.
struct WhyText {
  /// A line and what stands before it.
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
    let gutter = min(columns / 4, String(passage.sourceLines.max() ?? 0).count + 1)
    add(phrases.passage(block.role, page: passage.page, lines: passage.sourceLines), .heading)
    for line in passage.sourceLines {
      if columns >= 30 || line != passage.sourceLines.first { addAir() }
      addScan(issue.page(passage.page)?.text, line, gutter)
      if let explanations { addEvidence(explanations.first { $0.line == line }, gutter) }
    }
    if explanations == nil { add(phrases.awaitingExplanation, .quiet, indent: gutter) }
    addAir()
    addRepairs(passage.repairs)
  }

  private mutating func add(_ words: String, _ role: Theme.Role, indent: Int = 0, lead: String = "") {
    let set = setLines(words, LineSetting(measure: max(2, columns - indent), ambiguous: ambiguous))
    for (number, line) in set.enumerated() {
      lines.append(
        Line(words: String(words.slice(line.range)), role: role, indent: indent, lead: number == 0 ? lead : ""))
    }
  }

  private mutating func addAir() { lines.append(Line(words: "", role: .plain, indent: 0)) }

  private mutating func addScan(_ text: PageText?, _ line: Int, _ gutter: Int) {
    guard let text, text.lines.contains(line) else { return }
    let start = lines.count
    add(text.line(line), .plain, indent: gutter, lead: String(line))
    let surplus = lines.count - start - Self.scanRows
    guard surplus > 0 else { return }
    let gap = Line(words: "⋯", role: .quiet, indent: gutter)
    lines.replaceSubrange(start + 2...start + 2 + surplus, with: [gap])
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
    for repair in repairs { add(phrases.repair(repair), .plain, indent: 2) }
  }
}

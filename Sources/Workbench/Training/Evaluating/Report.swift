import Newspaper
import PageParsing

/// The figures of pages by families, and what is wrong on them by kind.
struct Report {
  private var counts: [String: ScoreCounts] = [:]
  private var mistakes: [String: [String: [String]]] = [:]
  private var missed: [String: [String]] = [:]
  private var heads: [String: [String]] = [:]
  private var names: [String: [String]] = [:]

  /// Adds a page as it is read with some labels.
  mutating func add(_ lesson: Lesson, _ labels: [LineLabel]) {
    let scorer = Scorer(lesson.page.gold, parsePage(lesson.page.page, labels: labels))
    counts[lesson.page.family, default: ScoreCounts()] += scorer.counts
    for (place, label) in labels.enumerated() where !lesson.allowed[place].contains(label) {
      let kind = "\(lesson.allowed[place].words) as \(label)"
      let line = lesson.words(of: lesson.problem.lines[place])
      mistakes[lesson.page.family, default: [:]][kind, default: []].append(line)
    }
    for (item, lost, alien) in scorer.missed {
      guard let first = item.roles.keys.min() else { continue }
      let lines = "lacks \(lost.prefix(8)), has \(alien.prefix(8)) of others"
      missed[lesson.page.family, default: []].append("\(lesson.words(of: first)): \(lines)")
    }
    for (item, read) in scorer.wrongHeads {
      let words = "heads \(item.heads.map(lesson.words)): \(read) for \(item.headline)"
      heads[lesson.page.family, default: []].append(words)
    }
    for (item, wrong, missed) in scorer.wrongNames {
      guard let first = item.roles.keys.min() else { continue }
      names[lesson.page.family, default: []].append("\(lesson.words(of: first)): \(wrong) for \(missed)")
    }
  }

  /// One row a family: articles, headline, lines, joins, breaks, names, recall.
  var table: String {
    let rows = counts.sorted { $0.key < $1.key }.map { family, counts in
      family.padded(to: 20) + counts.figures.map { Self.tenths($0).padded(before: 9) }.joined()
    }
    return (["family               articles headline    lines    joins   breaks    names   recall"] + rows)
      .joined(separator: "\n")
  }

  /// The commonest wrong labels of each family and the items that were not found, with places.
  /// - Parameter most: kinds and items of a family that are told at most.
  func mistakes(most: Int) -> String {
    counts.keys.sorted().map { family in
      let kinds = (mistakes[family] ?? [:]).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      let told = kinds.prefix(most).flatMap { kind, lines in
        ["  \(lines.count) \(kind)"] + Self.some(3, of: lines).map { "      \($0)" }
      }
      let items = Self.some(most, of: missed[family] ?? []).map { "  missed \($0)" }
      let names = Self.some(most, of: names[family] ?? []).map { "  names \($0)" }
      let heads = Self.some(most, of: heads[family] ?? []).map { "  \($0)" }
      return ([family] + told + items + heads + names).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func some(_ most: Int, of lines: [String]) -> [String] {
    stride(from: 0, to: lines.count, by: max(1, lines.count / max(1, most))).prefix(most).map { lines[$0] }
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded(.toNearestOrEven))
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Lesson {
  /// The place of a line and its beginning.
  fileprivate func words(of line: Int) -> String { "\(page.name):\(line) \(page.page.text.line(line).prefix(40))" }
}

extension LabelSet {
  fileprivate var words: String {
    self == .all ? "any" : LineLabel.allCases.filter(contains).map { "\($0)" }.joined(separator: "/")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  fileprivate func padded(before width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

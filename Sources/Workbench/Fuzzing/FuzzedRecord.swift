import Chance
import Newspaper
import Notes

/// A record of something that a person keeps, spoilt: fields as `NAME=VALUE`, a line each.
enum FuzzedRecord {
  private static let words = ["", "衡阳", "的", "1", "text", "2021-06-22", "1998", "paragraph", "\u{202E}", "e\u{301}"]
  private static let texts = ["new", "old", "head", "tail", "before", "after", "note", "headline", "text", "page", "v"]

  /// A record whose places are numbers of a page, or any of some others.
  static func text(numbers: [String], _ random: inout RandomSource) -> String {
    func number() -> String {
      random.oneIn(3) ? numbers[random.below(numbers.count)] : "\(random.below(90))"
    }
    func place() -> String { "1:\(number())" + (random.oneIn(2) ? ":\(number())" : "") }
    let kinds = Correction.Kind.allCases
    var lines = [
      "issue=fuzz", "kind=\(kinds[random.below(kinds.count)].rawValue)", "start=\(place())", "end=\(place())",
    ]
    lines += texts.map { "\($0)=\(random.oneIn(8) ? number() : words[random.below(words.count)])" }
    return lines.filter { _ in !random.oneIn(12) }.joined(separator: "\n")
  }

  /// The faults of an issue that was corrected by such a record: lines that its pages do not have.
  static func faults(of text: String, _ issue: Issue) -> [String] {
    let fields = text.split(separator: "\n").compactMap { line -> KeptRecord.Field? in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? KeptRecord.Field(String(parts[0]), String(parts[1])) : nil
    }
    let record = KeptRecord(id: "fuzz", fields: fields)
    _ = (Clipping(record), Mark(record), Macro(record))
    guard let correction = Correction(record) else { return [] }
    let corrected = CorrectedIssue(issue, [correction]).issue
    let lineCounts = Dictionary(uniqueKeysWithValues: issue.pages.map { ($0.number, $0.text.lineCount) })
    let passages = corrected.articles.flatMap { $0.blocks.map(\.passage) } + corrected.unplaced
    return passages.filter { passage in
      !passage.sourceLines.allSatisfy { (1...max(1, lineCounts[passage.page] ?? 0)).contains($0) }
    }.map { "a passage of lines that page \($0.page) does not have" }
  }
}

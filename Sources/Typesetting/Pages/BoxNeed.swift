import Newspaper
import Screen

/// The room that an article needs on a printed page, estimated: typesetting it at every width tried would take too
/// long.
struct BoxNeed {
  /// Index of the article in the issue.
  let article: Int
  /// Of each head, the columns of the parts between its spaces.
  private let heads: [[Int]]
  /// True if air parts its heads however narrow it is: a pointer's belong to different articles.
  private let hasAir: Bool
  private let paragraphs: [(width: Int, hasAir: Bool)]

  /// Lines of text that a box shows at least, if there are so many.
  private static let fewestLines = 3

  init(_ article: Article, index: Int, _ ambiguous: AmbiguousWidth = .narrow) {
    self.article = index
    heads = article.blocks.prefix { Self.headRoles.contains($0.role) }.map { head in
      head.passage.text.split(whereSeparator: \.isWhitespace).map {
        displayWidth($0, ambiguous: ambiguous)
      }
    }
    hasAir = article.kind == .pointer
    let rest = article.blocks.dropFirst(heads.count)
    let texts = rest.filter { $0.role != .repeated }
      .map { (width: Self.width($0.passage.text, ambiguous), hasAir: $0.role == .subhead) }
    // Repeats are folded to a short line, which a pointer does without.
    let hasFold = texts.count < rest.count && article.kind != .pointer
    paragraphs = hasFold ? texts + [(width: 28, hasAir: false)] : texts
  }

  /// Columns of a text; of one that fills any box about so many.
  private static func width(_ text: String, _ ambiguous: AmbiguousWidth) -> Int {
    text.utf8.count > 1 << 15 ? text.utf8.count * 2 / 3 : displayWidth(text, ambiguous: ambiguous)
  }

  private static let headRoles: Set<Block.Role> = [.kicker, .headline, .deck, .byline]

  /// Rows of all of it in a box for so many columns of text.
  func rows(in columns: Int, isLead: Bool) -> Int { stack(in: columns, isLead) + body(in: columns) }

  /// Rows of the least that a box may show.
  func fewestRows(in columns: Int, isLead: Bool) -> Int {
    stack(in: columns, isLead) + min(body(in: columns), Self.fewestLines + 1)
  }

  private func stack(in columns: Int, _ isLead: Bool) -> Int {
    let lines = heads.reduce(0) { $0 + Self.lines($1, measure: isLead ? columns * 2 / 3 : columns) }
    let air = hasAir || columns >= 32 ? max(0, heads.count - 1) : 0
    return lines + air + (heads.isEmpty || paragraphs.isEmpty ? 0 : 1)
  }

  /// Lines of a head: broken at its spaces where that costs no more than a line.
  private static func lines(_ parts: [Int], measure: Int) -> Int {
    let measure = max(1, measure)
    let whole = parts.reduce(0) { $0 + $1 + 1 } - 1
    if whole <= measure * 3 / 4 { return 1 }
    let filled = (whole + measure - 1) / measure
    let apart = parts.reduce(0) { $0 + ($1 + measure - 1) / measure }
    return apart <= filled + 1 ? max(apart, filled) : filled
  }

  private func body(in columns: Int) -> Int {
    let geometry = PageGeometry.box(in: Size(columns: columns, rows: 1), isLead: false)
    let measure = geometry.form.measure
    let lines = paragraphs.reduce(0) { $0 + ($1.width + 4 + measure - 2) / max(1, measure - 1) + ($1.hasAir ? 1 : 0) }
    return (lines + geometry.columns - 1) / geometry.columns
  }
}

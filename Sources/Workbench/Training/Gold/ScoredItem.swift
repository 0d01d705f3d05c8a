import Newspaper

/// An article as the scorer sees it: the lines of its export.
struct ScoredItem {
  private(set) var roles: [Int: ScoredRole] = [:]
  private(set) var paragraphs: [[Int]] = []
  private(set) var headline: [Int] = []
  private(set) var names: [String] = []

  /// Nothing.
  init() {}

  init(_ article: Article) {
    let opening = article.blocks.prefix { $0.role != .paragraph && $0.role != .subhead }
    let body = article.blocks[opening.endIndex...].filter { [.paragraph, .subhead, .byline].contains($0.role) }
    put(article.blocks.filter { [.kicker, .headline, .deck].contains($0.role) }, .head)
    put(opening.filter { $0.role == .byline }, .byline)
    put(body, .body)
    put(article.blocks(.caption), .caption)
    put(article.blocks(.pointer), .pointer)
    put(article.blocks(.repeated), .drop)
    paragraphs = body.map(\.passage.lines)
    headline = article.blocks(.headline).flatMap(\.passage.lines)
    names = article.people.map(\.name)
  }

  /// Leaves out lines that count for nothing.
  mutating func remove(_ lines: Set<Int>) {
    for line in lines { roles[line] = nil }
  }

  private mutating func put(_ blocks: [Block], _ role: ScoredRole) {
    for line in blocks.flatMap(\.passage.lines) where roles[line] == nil { roles[line] = role }
  }
}

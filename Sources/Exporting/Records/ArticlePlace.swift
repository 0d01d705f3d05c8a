import Newspaper

/// The place of an article: its link, its files and its lines in them.
struct ArticlePlace {
  let link: ArticleLink
  /// The lines on each page, in the order of the article.
  private(set) var lines: [(page: Int, ranges: String)] = []
  /// The file of each of these pages, each once.
  private(set) var files: [String] = []

  init(_ article: Article, in issue: Issue) {
    link = ArticleLink(article, ofIssue: issue.id)
    var pages: [Int] = []
    var byPage: [Int: [Int]] = [:]
    for block in article.blocks {
      if byPage[block.passage.page] == nil { pages.append(block.passage.page) }
      byPage[block.passage.page, default: []] += block.passage.lines
    }
    for page in pages {
      lines.append((page, lineRanges(byPage[page] ?? [])))
      if let path = issue.page(page)?.path, !files.contains(path) { files.append(path) }
    }
  }

  /// The numbers of the pages.
  var pages: [Int] { lines.map(\.page) }

  /// `9-17,19`, and with several pages `1:9-17;4:2-8`.
  var lineText: String {
    lines.count == 1 ? lines[0].ranges : lines.map { "\($0.page):\($0.ranges)" }.joined(separator: ";")
  }
}

/// Numbers of lines, neighbours together: `9-17,19`.
private func lineRanges(_ lines: [Int]) -> String {
  var ranges: [ClosedRange<Int>] = []
  for line in lines.sorted() {
    if let last = ranges.last, line <= last.upperBound + 1 {
      ranges[ranges.count - 1] = last.lowerBound...max(line, last.upperBound)
    } else {
      ranges.append(line...line)
    }
  }
  return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
}

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
    var places: [(page: Int, lines: [Int])] = []
    for block in article.blocks {
      let passage = block.passage
      if let place = places.lastIndex(where: { $0.page == passage.page }) {
        places[place].lines += passage.lines
      } else {
        places.append((passage.page, passage.lines))
      }
    }
    for (page, numbers) in places {
      lines.append((page, lineRanges(numbers)))
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
  var text = ""
  var open: ClosedRange<Int>?
  func close() {
    guard let open else { return }
    if !text.isEmpty { text += "," }
    text += String(open.lowerBound)
    if open.count > 1 { text += "-" + String(open.upperBound) }
  }
  for line in lines.sorted() {
    if let range = open, line <= range.upperBound + 1 {
      open = range.lowerBound...max(line, range.upperBound)
    } else {
      close()
      open = line...line
    }
  }
  close()
  return text
}

import Newspaper

// The scan as it is.
extension GalleyMaker {
  /// Sets the source lines of the article as they are, in the order of the file, with their numbers.
  mutating func setScan(of issue: Issue) {
    let passages = blocks.map(\.content.passage)
    let places = Set(passages.flatMap { passage in passage.lines.map { [passage.page, $0] } })
    let sorted = places.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    let gutter = String(sorted.map { $0[1] }.max() ?? 0).count + 1
    for place in sorted {
      guard let text = issue.page(place[0])?.text, text.lines.contains(place[1]) || text.lines.isEmpty else { continue }
      if let last = scan.last, last.page != place[0] { addPage(place[0]) }
      if let last = scan.last, last.line + 1 != place[1] || last.line == 0 { addAir() }
      scan.append(Galley.ScanLine(page: place[0], line: place[1]))
      texts.append(text.lineCount == 0 ? "" : text.line(place[1]))
      setScanLine(number: place[1], gutter: min(gutter, max(0, measure - 8)))
    }
  }

  /// Parts the scan of a page from that of the page before.
  private mutating func addPage(_ page: Int) {
    scan.append(Galley.ScanLine(page: page, line: 0))
    addJumpLine(say("↴ page {}", PageNumber(page)))
  }

  private mutating func setScanLine(number: Int, gutter: Int) {
    let text = texts.count - 1
    for var line in form.scanLines(texts[text], LineSetting(measure: measure - gutter)) {
      line.indent += gutter
      let lead = line.range.lowerBound == 0 && gutter > 0 ? String(number) : nil
      lines.append(Galley.Line(part: .scan, block: nil, text: text, typeset: line, lead: lead))
    }
  }
}

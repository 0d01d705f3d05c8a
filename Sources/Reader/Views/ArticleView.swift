import Newspaper
import Screen

/// The article pane: the lines of the galley that are in sight, with what is marked laid over them.
struct ArticleView {
  let reader: Reader
  let rect: Rect
  /// Where the text stands in the pane.
  let column: Rect

  func draw(on surface: inout Surface) {
    guard let galley = reader.galley?.galley, reader.article != nil else { return }
    let top = reader.place.top
    let marks = galley.isRaw ? rawMarks(galley) : []
    for (number, line) in galley.lines.dropFirst(top).prefix(rect.rows).enumerated() where line.part != .air {
      let spans = galley.isRaw ? marks[line.text] : spans(of: line, in: galley)
      draw(line, of: galley, row: rect.row + number, spans: spans, on: &surface)
    }
  }

  private func draw(_ line: Galley.Line, of galley: Galley, row: Int, spans: [Span], on surface: inout Surface) {
    let start = column.column + line.set.indent
    if let lead = line.lead {
      surface.write(lead, endingAt: start - 1, row: row, style: reader.theme[.quiet], clip: rect)
    }
    surface.write(
      galley.texts[line.text], line.set.range, column: start, row: row, style: reader.theme[line.part.role],
      spans: spans, clip: rect)
  }

  private func spans(of line: Galley.Line, in galley: Galley) -> [Span] {
    guard let block = line.block else { return [] }
    let marks = reader.found?.marks(article: reader.visit.article, block: block) ?? []
    // A mark of the reader's own shows that something was found in what it stands for.
    guard line.text == block else {
      let isFold = galley.article.blocks[block].role == .repeated
      return marks.first.map { isFold ? [Span(range: line.set.range, style: style(of: $0))] : [] } ?? []
    }
    let aside = galley.asides[block].map { [Span(range: $0, style: reader.theme[.jump])] } ?? []
    return aside
      + marks.lazy.filter { $0.range.overlaps(line.set.range) }.map { Span(range: $0.range, style: style(of: $0)) }
  }

  /// What is marked on each of the scan's lines.
  private func rawMarks(_ galley: Galley) -> [[Span]] {
    var spans = Array(repeating: [Span](), count: galley.scan.count)
    guard let found = reader.found else { return spans }
    for (index, block) in galley.article.blocks.enumerated() {
      for mark in found.marks(article: reader.visit.article, block: index) {
        for piece in block.passage.sourceRanges(of: mark.range) {
          let place = Galley.ScanLine(page: block.passage.page, line: piece.line)
          guard let text = galley.scan.firstIndex(of: place) else { continue }
          spans[text].append(Span(range: piece.range, style: style(of: mark)))
        }
      }
    }
    return spans
  }

  private func style(of mark: Found.Mark) -> Style {
    reader.theme[mark.match == reader.found?.current ? .currentMatch : .match]
  }
}

extension Galley.Part {
  /// How it looks.
  var role: Theme.Role {
    switch self {
    case .air, .paragraph, .scan: .plain
    case .kicker: .kicker
    case .headline: .headline
    case .deck: .deck
    case .byline: .byline
    case .subhead: .subhead
    case .caption: .caption
    case .pointer: .pointer
    case .jump: .jump
    case .mark: .mark
    }
  }
}

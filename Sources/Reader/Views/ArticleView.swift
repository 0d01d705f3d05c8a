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
    let top = top
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
    guard line.text == block else { return foldSpans(line, from: block, in: galley) }
    let aside = galley.asides[block].map { [Span(range: $0, style: reader.theme[.jump])] } ?? []
    return aside + marks(galley.blocks[block]).filter { $0.range.overlaps(line.set.range) }.map(span)
  }

  /// A folded repeat shows that something was found in what it stands for.
  private func foldSpans(_ line: Galley.Line, from block: Int, in galley: Galley) -> [Span] {
    let folded = galley.blocks.dropFirst(block).prefix { $0.content.role == .repeated }
    let marks = folded.flatMap(marks)
    let shown = marks.first { $0.match == reader.found?.current } ?? marks.first
    return shown.map { [Span(range: line.set.range, style: span($0).style)] } ?? []
  }

  private func marks(_ block: Galley.PlacedBlock) -> ArraySlice<Found.Mark> {
    reader.found?.marks(article: block.article, block: block.index) ?? []
  }

  /// What is marked on each of the scan's lines.
  private func rawMarks(_ galley: Galley) -> [[Span]] {
    var spans = Array(repeating: [Span](), count: galley.scan.count)
    guard reader.found != nil else { return spans }
    for block in galley.blocks {
      let passage = block.content.passage
      for mark in marks(block) {
        for piece in passage.sourceRanges(of: mark.range) {
          let place = Galley.ScanLine(page: passage.page, line: piece.line)
          guard let text = galley.scan.firstIndex(of: place) else { continue }
          spans[text].append(Span(range: piece.range, style: span(mark).style))
        }
      }
    }
    return spans
  }

  private func span(_ mark: Found.Mark) -> Span {
    Span(range: mark.range, style: reader.theme[mark.match == reader.found?.current ? .currentMatch : .match])
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
    case .signature: .quiet
    case .subhead: .subhead
    case .caption: .caption
    case .pointer: .pointer
    case .jump: .jump
    case .mark: .mark
    }
  }
}

import Newspaper
import Screen
import Searching
import Typesetting

/// The article pane: the lines of the galley that are in sight, with what is marked laid over them.
struct ArticleView {
  let reader: Reader
  let rect: Rect
  /// Where the text stands in the pane.
  let column: Rect

  func draw(on surface: inout Surface) {
    guard let galley = reader.galley?.galley, reader.article != nil else { return }
    let painter = LinePainter(reader: reader, galley: galley, clip: rect)
    let top = top
    for (number, line) in galley.lines.dropFirst(top).prefix(rect.rows).enumerated() {
      painter.draw(line, column: column.column, row: rect.row + number, on: &surface)
    }
  }
}

/// Draws lines of a galley, with what is marked laid over them.
struct LinePainter {
  let reader: Reader
  let galley: Galley
  /// The part of the surface that may be changed.
  let clip: Rect
  /// What is marked on each of the scan's lines, of a raw galley.
  private let scanSpans: [[Span]]

  init(reader: Reader, galley: Galley, clip: Rect) {
    self.reader = reader
    self.galley = galley
    self.clip = clip
    scanSpans = galley.isRaw ? reader.scanSpans(galley) : []
  }

  /// Draws a line from left to right.
  /// - Parameter column: where the measure starts.
  func draw(_ line: Galley.Line, column: Int, row: Int, on surface: inout Surface) {
    guard line.part != .air else { return }
    if let lead = line.lead {
      surface.write(lead, endingAt: column + line.set.indent - 1, row: row, style: reader.theme[.quiet], clip: clip)
    }
    let look = look(of: line)
    for placed in line.set.glyphs(in: galley.texts[line.text], ambiguous: galley.ambiguous) {
      surface.put(
        placed.glyph.text, width: placed.glyph.width, column: column + placed.column, row: row,
        style: look(placed.range.lowerBound), clip: clip)
    }
  }

  /// Draws a line from top to bottom, in two columns of the screen.
  /// - Parameter row: where the measure starts.
  func drawVertically(_ line: Galley.Line, column: Int, row: Int, on surface: inout Surface) {
    guard line.part != .air else { return }
    var row = row + line.set.indent / 2
    if let lead = line.lead {
      surface.write(lead, column: column, row: row - 1, style: reader.theme[.quiet], clip: clip)
    }
    let look = look(of: line)
    let text = String(galley.texts[line.text].slice(line.set.range))
    for cell in verticalCells(text, ambiguous: galley.ambiguous) {
      let style = look(line.set.range.lowerBound + cell.range.lowerBound)
      surface.write(cell.text, column: column, row: row, style: style, clip: clip)
      row += 1
    }
  }

  /// The look of a line's characters, by their offsets.
  private func look(of line: Galley.Line) -> (Int) -> Style {
    let style = reader.theme[line.part.role]
    let spans = galley.isRaw ? scanSpans[line.text] : spans(of: line, in: galley)
    let touching = spans.filter { $0.range.overlaps(line.set.range) }
    return { offset in touching.reduce(style) { $1.range.contains(offset) ? $1.style.over($0) : $0 } }
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

  private func marks(_ block: Galley.PlacedBlock) -> ArraySlice<Found.Mark> { reader.marks(block) }

  private func span(_ mark: Found.Mark) -> Span { reader.span(mark) }
}

extension Reader {
  /// What was found in a block.
  fileprivate func marks(_ block: Galley.PlacedBlock) -> ArraySlice<Found.Mark> {
    found?.marks(article: block.article, block: block.index) ?? []
  }

  /// How a mark looks: the match that one is at stands out, the others by the way in which they were found.
  func role(of mark: Found.Mark) -> Theme.Role {
    guard let found, mark.match != found.current else { return .currentMatch }
    return found.matches[mark.match].kind.role
  }

  /// A mark as it looks.
  fileprivate func span(_ mark: Found.Mark) -> Span {
    Span(range: mark.range, style: theme[role(of: mark)])
  }

  /// What is marked on each of the scan's lines.
  fileprivate func scanSpans(_ galley: Galley) -> [[Span]] {
    var spans = Array(repeating: [Span](), count: galley.scan.count)
    guard found != nil else { return spans }
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
}

extension Match.Kind {
  /// How a match that was found in this way looks.
  var role: Theme.Role {
    switch self {
    case .literal: .match
    case .pinyin: .pinyinMatch
    case .lookalike: .lookalikeMatch
    }
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

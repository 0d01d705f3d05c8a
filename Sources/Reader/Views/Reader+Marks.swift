import Newspaper
import Searching
import Typesetting

// What was found, as it lies over a galley.
extension Reader {
  /// What was found in a block, or in a part of its text.
  func marks(_ block: Galley.PlacedBlock, in range: Range<Int>? = nil) -> ArraySlice<Found.Mark> {
    guard let found else { return [] }
    return range.map { found.marks(article: block.article, block: block.index, in: $0) }
      ?? found.marks(article: block.article, block: block.index)
  }

  /// What was found in the repeats that are folded away from a block on.
  func foldedMarks(_ galley: Galley, from block: Int) -> [Found.Mark] {
    galley.blocks.dropFirst(block).prefix { $0.content.role == .repeated }.flatMap { marks($0) }
  }

  /// How a mark looks: the match that one is at stands out, the others by the way in which they were found.
  func role(of mark: Found.Mark) -> Theme.Role {
    guard let found, mark.match != found.current else { return .currentMatch }
    return found.matches[mark.match].kind.role
  }

  /// A mark as it looks.
  func span(_ mark: Found.Mark) -> Span { Span(range: mark.range, style: theme[role(of: mark)]) }

  /// What is marked on the scan's lines that some lines of a raw galley show, by their texts.
  func scanSpans(_ galley: Galley, onLines lines: Range<Int>) -> [Int: [Span]] {
    guard found != nil else { return [:] }
    var spans: [Int: [Span]] = [:]
    let texts = Dictionary(
      galley.lines[lines].filter { $0.part == .scan }.map { (galley.scan[$0.text], $0.text) }, uniquingKeysWith: { $1 })
    for block in galley.blocks {
      let passage = block.content.passage
      let isShown = passage.runs.contains {
        texts[Galley.ScanLine(page: passage.page, line: Int($0.line))] != nil
      }
      for mark in isShown ? marks(block) : [] {
        for piece in passage.sourceRanges(of: mark.range) {
          guard let text = texts[Galley.ScanLine(page: passage.page, line: piece.line)] else { continue }
          spans[text, default: []].append(Span(range: piece.range, style: span(mark).style))
        }
      }
    }
    return spans
  }

  /// The lines of a galley on which something was found, and whether it is the match that one is at.
  func markedLines(_ galley: Galley) -> [(line: Int, isCurrent: Bool)] {
    guard found != nil else { return [] }
    if galley.isRaw { return markedScanLines(galley) }
    return galley.lines.enumerated().compactMap { number, line in
      guard line.part != .air, let block = line.block else { return nil }
      let isOwn = line.text == block
      let marks = isOwn ? marks(galley.blocks[block], in: line.typeset.range) : foldedMarks(galley, from: block)[...]
      return marks.isEmpty ? nil : (number, marks.contains { $0.match == found?.current })
    }
  }

  private func markedScanLines(_ galley: Galley) -> [(line: Int, isCurrent: Bool)] {
    let scanned = galley.lines.enumerated().filter { $0.element.part == .scan }
    let byPlace = Dictionary(grouping: scanned) { galley.scan[$0.element.text] }
    return galley.blocks.flatMap { block in
      marks(block).compactMap { mark in
        let place = block.content.passage.sourcePosition(at: mark.range.lowerBound)
        let lines = byPlace[Galley.ScanLine(page: place.page, line: place.line)] ?? []
        let line = lines.last { $0.element.typeset.range.lowerBound <= place.offset } ?? lines.first
        return line.map { ($0.offset, mark.match == found?.current) }
      }
    }
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

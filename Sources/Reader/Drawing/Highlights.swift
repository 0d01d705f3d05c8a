import Newspaper
import Screen
import Searching
import Typesetting

/// The matches of a search as they lie over galleys and titles.
struct Highlights {
  let found: Found?
  let theme: Theme

  /// The looks of typeset text in the theme, with the matches laid over it.
  /// - Parameters:
  ///   - scan: a galley of the scan's own lines.
  ///   - lines: the lines of it that will be drawn.
  func looks(ofScan scan: Galley? = nil, lines: Range<Int> = 0..<0) -> TextLooks {
    let scanSpans = scan.map { $0.isRaw ? self.scanSpans($0, onLines: lines) : [:] } ?? [:]
    var looks = TextLooks()
    looks.part = { theme[$0.role] }
    looks.quiet = theme[.quiet]
    looks.rule = theme[.rule]
    looks.spans = { line, galley in galley.isRaw ? scanSpans[line.text] ?? [] : spans(of: line, in: galley) }
    return looks
  }

  private func spans(of line: Galley.Line, in galley: Galley) -> [Span] {
    guard let block = line.block else { return [] }
    guard line.text == block else { return foldSpans(line, from: block, in: galley) }
    let aside = galley.asides[block].map { [Span(range: $0, style: theme[.jump])] } ?? []
    return aside + marks(galley.blocks[block], in: line.typeset.range).map(span)
  }

  /// The line that stands for folded repeats is highlighted as a whole if one of them has a match.
  private func foldSpans(_ line: Galley.Line, from block: Int, in galley: Galley) -> [Span] {
    let marks = foldedMarks(galley, from: block)
    let shown = marks.first { $0.match == found?.current } ?? marks.first
    return shown.map { [Span(range: line.typeset.range, style: span($0).style)] } ?? []
  }

  /// The marks in a block of a galley, or in a part of its text.
  func marks(_ block: Galley.PlacedBlock, in range: Range<Int>? = nil) -> ArraySlice<Found.Mark> {
    guard let found else { return [] }
    return range.map { found.marks(article: block.article, block: block.index, in: $0) }
      ?? found.marks(article: block.article, block: block.index)
  }

  /// The marks in the repeats that are folded away from a block on.
  func foldedMarks(_ galley: Galley, from block: Int) -> [Found.Mark] {
    galley.blocks.dropFirst(block).prefix { $0.content.role == .repeated }.flatMap { marks($0) }
  }

  /// A mark as it looks: the current match stands out, the others look like the way in which they were found.
  func span(_ mark: Found.Mark) -> Span { Span(range: mark.range, style: theme[role(of: mark)]) }

  private func role(of mark: Found.Mark) -> Theme.Role {
    guard let found, mark.match != found.current else { return .currentMatch }
    return found.matches[mark.match].kind.role
  }

  /// Highlights in an article's title, which is its headlines with a space between them.
  /// - Parameter index: of the article in its issue.
  func titleSpans(of article: Article, at index: Int) -> [Span] {
    guard let found else { return [] }
    let heads = article.blocks.indices.filter { article.blocks[$0].role == .headline }
    var start = 0
    var spans: [Span] = []
    for block in heads.isEmpty ? Array(article.blocks.indices.prefix(1)) : heads {
      for mark in found.marks(article: index, block: block) {
        let range = start + mark.range.lowerBound..<start + mark.range.upperBound
        spans.append(Span(range: range, style: theme[role(of: mark)]))
      }
      start += article.blocks[block].passage.text.utf8.count + 1
    }
    return spans
  }

  /// Highlights on the scan's lines that some lines of a raw galley show, by their texts.
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

  /// The lines of a galley with marks; true for the current match.
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

extension Galley.Part {
  fileprivate var role: Theme.Role {
    switch self {
    case .air, .paragraph, .scan: .plain
    case .kicker: .kicker
    case .headline: .headline
    case .deck: .deck
    case .byline: .byline
    case .signature, .ruby: .quiet
    case .subhead: .subhead
    case .caption: .caption
    case .pointer: .pointer
    case .jump: .jump
    case .mark: .mark
    }
  }
}

extension Match.Kind {
  /// The look of a match that was found in this way.
  var role: Theme.Role {
    switch self {
    case .literal: .match
    case .pinyin: .pinyinMatch
    case .lookalike: .lookalikeMatch
    }
  }
}

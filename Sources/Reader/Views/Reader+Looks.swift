import Screen
import Typesetting

extension Reader {
  /// The looks of typeset text in the theme, with what is marked laid over it.
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

  /// A folded repeat shows that something was found in what it stands for.
  private func foldSpans(_ line: Galley.Line, from block: Int, in galley: Galley) -> [Span] {
    let marks = foldedMarks(galley, from: block)
    let shown = marks.first { $0.match == found?.current } ?? marks.first
    return shown.map { [Span(range: line.typeset.range, style: span($0).style)] } ?? []
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
    case .signature: .quiet
    case .subhead: .subhead
    case .caption: .caption
    case .pointer: .pointer
    case .jump: .jump
    case .mark: .mark
    }
  }
}

import Newspaper

/// An article typeset in lines of a measure, as the article pane shows it and `baolan show` prints it.
///
/// A galley knows no screen row. Matches and the like are laid over it when it is drawn.
public struct Galley: Sendable {
  /// The kinds of lines.
  public enum Part: Sendable, Equatable {
    /// An empty line.
    case air
    case kicker, headline, deck, byline, paragraph, subhead, caption, pointer
    /// A byline within or below the text.
    case signature
    /// A jump to or from another page that has a line of its own, and the head that is printed again behind it.
    case jump
    /// Words of the reader's own: text missing, a repeat folded.
    case mark
    /// Pinyin over the hanzi of the line below.
    case ruby
    /// A line of the scan as it is.
    case scan
  }

  /// A line.
  public struct Line: Sendable, Equatable {
    /// Its kind.
    public var part: Part
    /// The block that it shows or stands beside: index in the galley's `blocks`. Nil for the scan's lines and for
    /// those that part an article from its continuation.
    public var block: Int?
    /// Which of `texts` it shows.
    public var text: Int
    /// Which part of the text and where; `indent` counts from the galley's left edge.
    public var typeset: TypesetLine
    /// A mark before the line, ending one column before its indent: a caption's triangle, a line's number.
    public var lead: String?
  }

  /// A line of the scan: where it stands.
  public struct ScanLine: Sendable, Hashable {
    /// The number of the page.
    package var page: Int
    /// The number of the line on it, from 1; 0 for the jump to a page.
    package var line: Int

    /// A place.
    package init(page: Int, line: Int) {
      self.page = page
      self.line = line
    }
  }

  /// A block and where the issue has it.
  public struct PlacedBlock: Sendable, Equatable {
    /// The block.
    public var content: Block
    /// Index of its article in the issue.
    public var article: Int
    /// Its index there.
    public var index: Int
  }

  /// The blocks of the article and its continuations, in reading order.
  public let blocks: [PlacedBlock]
  /// The width of a line in columns.
  public let measure: Int
  /// The width of ambiguous characters in it.
  package let ambiguous: AmbiguousWidth
  /// The lines, from the top.
  public let lines: [Line]
  /// The texts that the lines show. Of a repaired article the first ones are those of `blocks`, in their order.
  public let texts: [String]
  /// Places of `texts` in the scan, for a raw galley; empty for a repaired one. Line 0 stands for the jump to a page.
  public let scan: [ScanLine]
  /// Words inside a paragraph that are quieter than it: a jump to another page. By block, in UTF-8 offsets of its text.
  package let asides: [Int: Range<Int>]

  /// Sets an article in a shape.
  /// - Parameters:
  ///   - continuations: the articles on other pages that it goes on with.
  ///   - issue: the article's; its pages give the scan's lines.
  ///   - raw: the scan's own lines with their numbers instead of the repaired text.
  ///   - language: of the reader's own words in it.
  public init(
    _ article: Article, continuations: [Article] = [], issue: Issue, form: GalleyForm, raw: Bool, language: Language
  ) {
    var maker = GalleyMaker([article] + continuations, of: issue, form: form, language: language)
    if raw { maker.setScan(of: issue) } else { maker.setBlocks() }
    blocks = maker.blocks
    measure = form.measure
    ambiguous = form.composition.ambiguous
    lines = maker.lines
    texts = maker.texts
    scan = maker.scan
    asides = maker.asides
  }

  /// True if it shows the scan's own lines.
  public var isRaw: Bool { !scan.isEmpty }

  /// The lines as text, through the gate, without blanks at their ends.
  public var text: [String] {
    lines.map { line in
      let words = line.typeset.legibleText(in: texts[line.text])
      guard !words.isEmpty || line.lead != nil else { return "" }
      let lead = line.lead ?? ""
      let space = line.typeset.indent - (lead.isEmpty ? 0 : displayWidth(lead, ambiguous: ambiguous) + 1)
      return String(repeating: " ", count: max(0, space)) + lead + (lead.isEmpty ? "" : " ") + words
    }
  }
}

extension Galley {
  /// A line as a place in the scan that outlives the galley.
  public struct Anchor: Sendable, Equatable {
    /// The place that the first line with text of its own shows.
    public var position: SourcePosition
    /// The number of lines without such text before it.
    public var above: Int

    /// A line by the place that it shows, or that the line shows which stands so many lines below.
    public init(position: SourcePosition, above: Int) {
      self.position = position
      self.above = above
    }
  }

  /// A line as a place in the scan; nil where nothing of the scan stands there or below.
  public func anchor(ofLine index: Int) -> Anchor? {
    for (line, text) in lines.enumerated().dropFirst(max(0, index)) where !isAside(text) {
      return position(of: text).map { Anchor(position: $0, above: line - max(0, index)) }
    }
    return nil
  }

  /// The line that an anchor means.
  public func line(at anchor: Anchor) -> Int {
    var line = line(at: anchor.position)
    var above = anchor.above
    while above > 0, line > 0, isAside(lines[line - 1]) {
      line -= 1
      above -= 1
    }
    return line
  }

  /// True if a line shows nothing of the scan and stands for nothing of it.
  private func isAside(_ line: Line) -> Bool {
    if line.part == .air || line.part == .ruby || (line.part != .scan && line.block == nil) { return true }
    return line.part == .mark && line.block.map { blocks[$0].content.role == .repeated } != true
  }

  private func position(of line: Line) -> SourcePosition? {
    if isRaw { return rawPosition(line) }
    return line.block.map { block in
      blocks[block].content.passage.sourcePosition(at: line.text == block ? line.typeset.range.lowerBound : 0)
    }
  }

  /// The line that shows a place in the scan, or the one nearest before it.
  public func line(at position: SourcePosition) -> Int {
    if isRaw { return rawLine(at: position) }
    if let place = place(of: position) { return line(ofBlock: place.block, offset: place.offset) }
    return blockBefore(position).map { line(ofBlock: $0, offset: 0) } ?? 0
  }

  /// The block that stands last before a place that none has: the page has changed since.
  private func blockBefore(_ position: SourcePosition) -> Int? {
    let starts = blocks.map { $0.content.passage.sourcePosition(at: 0) }
    return starts.indices.filter { starts[$0] <= position }.max { starts[$0] < starts[$1] }
  }

  /// A place in the scan as one in the repaired text: a block's index in `blocks`, and UTF-8 bytes in its text.
  package func place(of position: SourcePosition) -> (block: Int, offset: Int)? {
    for (index, block) in blocks.enumerated() {
      if let offset = block.content.passage.offset(of: position) { return (index, offset) }
    }
    return nil
  }

  /// The index in `blocks` of an article's block; nil where the galley does not show the article.
  /// - Parameters:
  ///   - article: its index in the issue.
  ///   - index: the block's index there.
  package func block(ofArticle article: Int, index: Int) -> Int? {
    blocks.firstIndex { $0.article == article && $0.index == index }
  }

  /// The line that shows a place in a block's repaired text.
  /// - Parameters:
  ///   - block: index in `blocks`.
  ///   - offset: in UTF-8 bytes.
  public func line(ofBlock block: Int, offset: Int) -> Int {
    if isRaw { return rawLine(at: blocks[block].content.passage.sourcePosition(at: offset)) }
    var found: Int?
    for (index, line) in lines.enumerated()
    where line.part != .air && line.part != .ruby && (line.block ?? .max) <= block {
      let isBefore = line.text == block && line.typeset.range.lowerBound > offset
      let isMark = line.part == .mark && line.block == block && found.map { lines[$0].text == block } == true
      if !isBefore && !isMark { found = index }
    }
    return found ?? 0
  }

  private func rawPosition(_ line: Line) -> SourcePosition {
    SourcePosition(page: scan[line.text].page, line: scan[line.text].line, offset: line.typeset.range.lowerBound)
  }

  private func rawLine(at position: SourcePosition) -> Int {
    lines.lastIndex { $0.part == .scan && rawPosition($0) <= position } ?? 0
  }
}

extension String {
  /// The part between two UTF-8 offsets, which must lie at character boundaries; bytes past the end are left out.
  package func slice(_ range: Range<Int>) -> Substring {
    let bytes = utf8
    let start = bytes.index(startIndex, offsetBy: range.lowerBound, limitedBy: endIndex) ?? endIndex
    let end = bytes.index(startIndex, offsetBy: range.upperBound, limitedBy: endIndex) ?? endIndex
    return self[start..<end]
  }
}

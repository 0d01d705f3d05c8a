/// A person's marks in an issue: articles read, and reading places. Everything is known by its place in the
/// scan, so that it outlives a resize, a change of the reader's settings and most changes of the page.
public struct IssueMarks: Sendable, Equatable {
  /// The first place on the screen.
  public struct Place: Sendable, Equatable {
    /// The first text there.
    public var position: SourcePosition
    /// The number of lines above it without text of the scan.
    public var above: Int

    /// A place on the screen, as one in the scan.
    public init(_ position: SourcePosition, above: Int = 0) {
      self.position = position
      self.above = above
    }
  }

  /// The start of the selected article.
  public var article: SourcePosition?
  /// The starts of the articles that have been read.
  public var read: Set<SourcePosition>
  /// The reading place in an article, by the article's start; none for those that stand at their start.
  public var places: [SourcePosition: Place]
  /// The texts of the lines that these are on, by the starts of the lines: places are found again by them when the file
  /// changes.
  public var keys: [SourcePosition: LineTexts.Key] = [:]

  /// Marks; none, if nothing is said.
  public init(
    article: SourcePosition? = nil, read: Set<SourcePosition> = [], places: [SourcePosition: Place] = [:],
    keys: [SourcePosition: LineTexts.Key] = [:]
  ) {
    self.keys = keys
    self.article = article
    self.read = read
    self.places = places
  }

  /// The same with earlier marks that are not known by now.
  public func adding(_ earlier: IssueMarks) -> IssueMarks {
    IssueMarks(
      article: article ?? earlier.article, read: read.union(earlier.read),
      places: places.merging(earlier.places) { now, _ in now }, keys: keys.merging(earlier.keys) { now, _ in now })
  }
}

extension SourcePosition {
  /// `PAGE:LINE`, and `:OFFSET` where that is not 0.
  public var text: String { "\(page):\(line)" + (offset == 0 ? "" : ":\(offset)") }

  /// Reads the form that `text` writes. No page has a line or an offset beyond 32 bits, and places are kept in as many.
  public init?(text: some StringProtocol) {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { Int32($0).map(Int.init) }
    guard (2...3).contains(numbers.count), let page = numbers[0], let line = numbers[1], page > 0, line > 0,
      let offset = numbers.count == 3 ? numbers[2] : 0, offset >= 0
    else { return nil }
    self.init(page: page, line: line, offset: offset)
  }
}

extension IssueMarks.Place {
  /// The position, and `+LINES` where there are lines above it.
  public var text: String { position.text + (above == 0 ? "" : "+\(above)") }

  /// Reads the form that `text` writes.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    guard let position = parts.first.flatMap({ SourcePosition(text: $0) }),
      let above = parts.count == 2 ? Int(parts[1]) : 0, above >= 0
    else { return nil }
    self.init(position, above: above)
  }
}

extension Article {
  /// Its start in the scan: the first place of all its blocks.
  public var start: SourcePosition {
    blocks.map { $0.passage.sourcePosition(at: 0) }.min() ?? SourcePosition(page: 1, line: 1)
  }
}

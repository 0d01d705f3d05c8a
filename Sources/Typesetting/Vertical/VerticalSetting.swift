/// The style of a text in vertical lines.
public struct VerticalSetting: Sendable, Equatable {
  /// The length of a line in cells (rows), at least 1.
  public var measure: Int
  /// Cells left free above the first line.
  public var firstIndent: Int
  /// Cells left free above the other lines.
  public var indent: Int
  /// True if the cell below the measure is free, so that a line's last 、，。 may hang there.
  public var hasMargin: Bool
  /// Break at spaces first and make the lines about equally long, as a headline wants; no mark hangs then.
  public var balanced: Bool
  /// The level of the rules that keep marks from the starts and ends of lines.
  public var level: LineBreakLevel
  /// The width of ambiguous characters.
  public var ambiguous: AmbiguousWidth
  /// The characters that a balanced text should not be broken within.
  public var cohesion = Cohesion()

  /// A setting; by default without indents.
  public init(
    measure: Int, firstIndent: Int = 0, indent: Int = 0, hasMargin: Bool = false, balanced: Bool = false,
    level: LineBreakLevel = .basic, ambiguous: AmbiguousWidth = .narrow
  ) {
    self.measure = max(1, measure)
    self.firstIndent = firstIndent
    self.indent = indent
    self.hasMargin = hasMargin
    self.balanced = balanced
    self.level = level
    self.ambiguous = ambiguous
  }
}

/// A vertical line of a text that has been set.
public struct VerticalLine: Sendable, Equatable {
  /// UTF-8 offsets in the text. White space at the line's end is left out; ranges of successive lines never overlap.
  public var range: Range<Int>
  /// Cells left free above it.
  public var indent: Int
  /// Its cells, from the top.
  public var cells: [VerticalCell]
  /// The measure was too short for the text here: the line ends where a mark must not stand at an end or a start.
  public var isForced: Bool
}

/// Sets a text into vertical lines, at least one, by the rules of `setLines`. A line is longer than its measure only by
/// a mark that hangs.
/// - Complexity: O(n)
public func setVertically(_ text: String, _ setting: VerticalSetting) -> [VerticalLine] {
  let bearable = setting.measure / 3
  let (firstIndent, indent) = (min(max(0, setting.firstIndent), bearable), min(max(0, setting.indent), bearable))
  let cut = VerticalCutter(
    text: text, clusters: clusters(of: text, level: setting.level, ambiguous: setting.ambiguous),
    ambiguous: setting.ambiguous
  ).cells()
  var filler = LineFiller(
    clusters: cut.map(\.cluster), first: setting.measure - firstIndent, others: setting.measure - indent)
  if !setting.cohesion.isEmpty { filler.bonds = cut.map { setting.cohesion[Int($0.cluster.start)] } }
  let lines = filler.lines(setting)
  guard !lines.isEmpty else { return [VerticalLine(range: 0..<0, indent: firstIndent, cells: [], isForced: false)] }
  return lines.indices.map { number in
    let line = lines[number]
    let next = number + 1 < lines.count ? filler.clusters[lines[number + 1].lowerBound] : nil
    return VerticalLine(
      range: Int(filler.clusters[line.lowerBound].start)..<Int(filler.clusters[line.upperBound - 1].end),
      indent: number == 0 ? firstIndent : indent, cells: line.map { cut[$0].cell },
      isForced: next?.breakBefore == .forbidden)
  }
}

extension LineFiller {
  fileprivate func lines(_ setting: VerticalSetting) -> Lines {
    if setting.balanced { return balanced() }
    return setting.hasMargin ? fitted(hanging: true) : filled()
  }
}

/// The style of a paragraph of text.
public struct LineSetting: Sendable, Equatable {
  /// The place of lines within the measure.
  public enum Alignment: Sendable, Equatable {
    case left, centered, right
  }

  /// The use of the columns that a line leaves free.
  public enum Justification: String, Sendable, CaseIterable {
    /// They stay free at its right.
    case ragged
    /// They are spread between its characters, so that all lines but the last end flush.
    case justified
    /// So too, and where there is a margin a line's last 、，。 may let its empty half hang there.
    case hanging
  }

  /// The width of a line in columns, at least 1.
  public var measure: Int
  /// Columns before the first line.
  public var firstIndent: Int
  /// Columns before the other lines.
  public var indent: Int
  /// The place of lines within the measure.
  public var alignment: Alignment
  /// Break at spaces first and make the lines about equally long, as a headline wants.
  public var balanced: Bool
  /// The filling of lines that lie at the left; others, and balanced ones, are ragged always.
  public var justification: Justification
  /// True if the column to the right of the measure is free, for marks that hang.
  public var hasMargin: Bool
  /// The level of the rules that keep marks from the starts and ends of lines.
  public var level: LineBreakLevel
  /// The width of ambiguous characters.
  public var ambiguous: AmbiguousWidth
  /// True if there is room over its hanzi for their pinyin, which is wider than they are.
  public var hasRuby = false
  /// The characters that a balanced text should not be broken within.
  public var cohesion = Cohesion()

  /// A setting; by default flush left, without indents.
  public init(
    measure: Int, firstIndent: Int = 0, indent: Int = 0, alignment: Alignment = .left, balanced: Bool = false,
    justification: Justification = .ragged, hasMargin: Bool = false, level: LineBreakLevel = .basic,
    ambiguous: AmbiguousWidth = .narrow
  ) {
    self.measure = max(1, measure)
    self.firstIndent = firstIndent
    self.indent = indent
    self.alignment = alignment
    self.balanced = balanced
    self.justification = justification
    self.hasMargin = hasMargin
    self.level = level
    self.ambiguous = ambiguous
  }
}

/// Sets a text into lines, at least one.
///
/// UAX #14 and CLREQ hold at the level of the setting; words and numbers stay whole unless they are longer than a line.
/// Every character stands in exactly one line, except white space where a line breaks. A line is wider than its measure
/// only where a single character is, and by one column where a mark hangs.
/// - Complexity: O(n) over characters; justified text takes about twice as long, `balanced` some ten times.
public func setLines(_ text: String, _ setting: LineSetting) -> [TypesetLine] {
  var clusters = clusters(of: text, level: setting.level, ambiguous: setting.ambiguous)
  let ruby = setting.hasRuby ? Ruby(makingRoomOver: &clusters, of: text) : nil
  let firstIndent = setting.fitting(setting.firstIndent)
  let indent = setting.fitting(setting.indent)
  var filler = LineFiller(
    clusters: clusters, first: setting.measure - firstIndent, others: setting.measure - indent)
  if !setting.cohesion.isEmpty { filler.bonds = clusters.map { setting.cohesion[Int($0.start)] } }
  let lines = filler.lines(setting)
  guard !lines.isEmpty else { return [TypesetLine(range: 0..<0, indent: firstIndent, width: 0)] }
  return lines.indices.map { number in
    var line = filler.setLine(lines[number], followedBy: number + 1 < lines.count ? lines[number + 1] : nil)
    let indent = number == 0 ? firstIndent : indent
    if setting.isJustified, number + 1 < lines.count {
      line.spread = filler.spread(lines[number], over: setting.measure - indent - line.width)
      line.width += line.spread.count
    }
    ruby?.spread(lines[number], of: &line)
    line.indent = setting.indent(indent, ofLineWith: line.width)
    return line
  }
}

extension LineFiller {
  fileprivate func lines(_ setting: LineSetting) -> Lines {
    if setting.balanced { return balanced() }
    guard setting.isJustified else { return filled() }
    return fitted(hanging: setting.justification == .hanging && setting.hasMargin)
  }

  fileprivate func setLine(_ line: Range<Int>, followedBy next: Range<Int>?) -> TypesetLine {
    let range = line.isEmpty ? 0..<0 : Int(clusters[line.lowerBound].start)..<Int(clusters[line.upperBound - 1].end)
    let forced = next.map { clusters[$0.lowerBound].breakBefore == .forbidden } ?? false
    return TypesetLine(range: range, indent: 0, width: width(line), isForced: forced)
  }
}

extension LineSetting {
  fileprivate var isJustified: Bool { justification != .ragged && alignment == .left && !balanced }

  /// An indent as far as the measure can bear it: a third of it, in whole hanzi.
  fileprivate func fitting(_ indent: Int) -> Int {
    let bearable = measure / 3
    return max(0, indent <= bearable ? indent : bearable & ~1)
  }

  /// The last stage: the columns before a line that lie within the measure as the setting aligns it.
  fileprivate func indent(_ indent: Int, ofLineWith width: Int) -> Int {
    let free = max(0, measure - indent - width)
    return switch alignment {
    case .left: indent
    case .centered: indent + free / 2
    case .right: indent + free
    }
  }
}

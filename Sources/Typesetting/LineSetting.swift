/// A line of a text that has been set: which part of the text it shows and where it starts.
public struct SetLine: Sendable, Equatable {
  /// UTF-8 offsets in the text. White space at the line's end is left out; ranges of successive lines never overlap.
  public var range: Range<Int>
  /// Columns left free before it.
  public var indent: Int
  /// Columns that its characters take, without the indent.
  public var width: Int

  /// A line of a text.
  public init(range: Range<Int>, indent: Int, width: Int) {
    self.range = range
    self.indent = indent
    self.width = width
  }
}

/// How a text is to be set.
public struct LineSetting: Sendable, Equatable {
  /// How lines lie within the measure.
  public enum Alignment: Sendable, Equatable {
    case left, centered, right
  }

  /// The width of a line in columns, at least 1.
  public var measure: Int
  /// Columns before the first line.
  public var firstIndent: Int
  /// Columns before the other lines.
  public var indent: Int
  /// How lines lie within the measure.
  public var alignment: Alignment
  /// Break at spaces first and make the lines about equally long, as a headline wants.
  public var balanced: Bool
  /// How strictly marks are kept from the starts and ends of lines.
  public var level: LineBreakLevel
  /// How wide ambiguous characters are.
  public var ambiguous: AmbiguousWidth

  /// A setting; by default flush left, without indents.
  public init(
    measure: Int, firstIndent: Int = 0, indent: Int = 0, alignment: Alignment = .left, balanced: Bool = false,
    level: LineBreakLevel = .basic, ambiguous: AmbiguousWidth = .narrow
  ) {
    self.measure = max(1, measure)
    self.firstIndent = firstIndent
    self.indent = indent
    self.alignment = alignment
    self.balanced = balanced
    self.level = level
    self.ambiguous = ambiguous
  }
}

/// Sets a text into lines, at least one.
///
/// The basic level of CLREQ holds: no closing mark starts a line, no opening mark ends one, —— and …… stay whole; words
/// and numbers stay whole unless they are longer than a line. Every character stands in exactly one line, except white
/// space where a line breaks. A line is wider than its measure only where a single character is.
/// - Complexity: O(n) over characters; `balanced` takes some ten times as long.
public func setLines(_ text: String, _ setting: LineSetting) -> [SetLine] {
  let clusters = clusters(of: text, level: setting.level, ambiguous: setting.ambiguous)
  let firstIndent = setting.fitting(setting.firstIndent)
  let indent = setting.fitting(setting.indent)
  let filler = LineFiller(
    clusters: clusters, first: setting.measure - firstIndent, others: setting.measure - indent)
  let lines = setting.balanced ? filler.balanced() : filler.filled()
  guard !lines.isEmpty else { return [SetLine(range: 0..<0, indent: firstIndent, width: 0)] }
  return lines.enumerated().map { number, line in
    let width = filler.width(line)
    return SetLine(
      range: line.isEmpty ? 0..<0 : Int(clusters[line.lowerBound].start)..<Int(clusters[line.upperBound - 1].end),
      indent: setting.indent(number == 0 ? firstIndent : indent, ofLineWith: width), width: width)
  }
}

extension LineSetting {
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

import Text

/// A piece of an issue's text that knows where it came from.
///
/// `text` is the text for readers: the scan's lines, joined and repaired. The scan itself stays in `PageText`; `runs`
/// lead from each character of `text` back to it, and `repairs` are the changes with their reasons.
public struct Passage: Sendable, Equatable {
  /// A stretch of `text` and the stretch of a source line that it stands for.
  ///
  /// Offsets and lengths are UTF-8 bytes. Where both lengths are equal, byte stands for byte (the same one, or a space
  /// for a tab); otherwise the run is one character that a repair changed (`,` → `，`), or text that a repair put in
  /// (`sourceLength` 0).
  public struct Run: Sendable, Equatable {
    /// The stretch's start in the passage's `text`.
    public var offset: Int32
    /// Its length there.
    public var length: Int32
    /// The source line, from 1.
    public var line: Int32
    /// Its start in that line.
    public var sourceOffset: Int32
    /// Its length there.
    public var sourceLength: Int32

    /// A stretch of text and of a source line, in UTF-8 bytes.
    public init(offset: Int, length: Int, line: Int, sourceOffset: Int, sourceLength: Int) {
      self.offset = Int32(offset)
      self.length = Int32(length)
      self.line = Int32(line)
      self.sourceOffset = Int32(sourceOffset)
      self.sourceLength = Int32(sourceLength)
    }
  }

  /// The repaired text.
  public var text: String
  /// The page that the lines stand on.
  public var page: Int
  /// The source lines, from 1, in reading order. Empty for text that stands inside another passage.
  public var lines: [Int]
  /// From `text` to the source: ordered by `offset`, covering `text` without a hole.
  public var runs: [Run]
  /// The changes to the source that made `text`.
  public var repairs: [Repair]

  /// A passage, its place and its repairs.
  public init(text: String, page: Int, lines: [Int], runs: [Run], repairs: [Repair] = []) {
    self.text = text
    self.page = page
    self.lines = lines
    self.runs = runs
    self.repairs = repairs
  }

  /// The source of a character of `text`.
  /// - Parameter offset: UTF-8 bytes from the start of `text`; past its end gives the end of the last run.
  /// - Complexity: O(log runs).
  public func sourcePosition(at offset: Int) -> SourcePosition {
    guard let first = runs.first else { return SourcePosition(page: page, line: lines.first ?? 1) }
    let index = max(0, runs.partitioningIndex(where: { $0.offset > offset }) - 1)
    let run = offset < first.offset ? first : runs[index]
    let within = max(0, offset - Int(run.offset))
    let exact = run.length == run.sourceLength
    let ahead = exact ? min(within, Int(run.length)) : (within >= run.length ? Int(run.sourceLength) : 0)
    return SourcePosition(page: page, line: Int(run.line), offset: Int(run.sourceOffset) + ahead)
  }

  /// The place in `text` of a place of the source, in UTF-8 bytes: itself, or the next place after it on its line that
  /// the repaired text still has. Nil if none of the passage's lines is the position's.
  public func offset(of position: SourcePosition) -> Int? {
    guard position.page == page, lines.contains(position.line) else { return nil }
    var last: Run?
    for run in runs where Int(run.line) == position.line {
      last = run
      let end = Int(run.sourceOffset + run.sourceLength)
      if position.offset < Int(run.sourceOffset) { return Int(run.offset) }
      guard position.offset < end else { continue }
      let exact = run.length == run.sourceLength
      return Int(run.offset) + (exact ? position.offset - Int(run.sourceOffset) : 0)
    }
    return last.map { Int($0.offset + $0.length) } ?? 0
  }

  /// The source characters that a stretch of `text` stands for, a range on each line that it touches.
  /// - Parameter range: UTF-8 offsets in `text`.
  /// - Complexity: O(log runs), and the number of them in the stretch.
  public func sourceRanges(of range: Range<Int>) -> [(line: Int, range: Range<Int>)] {
    var result: [(line: Int, range: Range<Int>)] = []
    let first = max(0, runs.partitioningIndex(where: { $0.offset > range.lowerBound }) - 1)
    for run in runs[first...].prefix(while: { $0.offset < range.upperBound })
    where Int(run.offset + run.length) > range.lowerBound {
      var start = Int(run.sourceOffset)
      var end = start + Int(run.sourceLength)
      if run.length == run.sourceLength {
        end = start + min(Int(run.length), range.upperBound - Int(run.offset))
        start += max(0, range.lowerBound - Int(run.offset))
      }
      if let last = result.last, last.line == Int(run.line), last.range.upperBound <= start {
        result[result.count - 1].range = last.range.lowerBound..<max(end, last.range.upperBound)
      } else {
        result.append((Int(run.line), start..<end))
      }
    }
    return result
  }
}

extension Passage {
  /// The source lines that it comes from, also where it stands inside another passage.
  package var sourceLines: [Int] {
    guard lines.isEmpty else { return lines }
    var known: Set<Int32> = []
    return runs.compactMap { known.insert($0.line).inserted ? Int($0.line) : nil }
  }
}

import Synchronization
import Typesetting

/// A headline as a list shows it: on one line or two, the second one cut if need be.
struct ListText {
  struct Line {
    /// UTF-8 offsets in the text.
    var range: Range<Int>
    var width: Int
    var isCut = false
  }

  let text: String
  private(set) var lines: [Line]

  /// The bytes a column of a text that is cut before it is set, and the characters a column that are left of it: more
  /// than any list shows.
  private static let manyBytes = 256
  private static let manyCharacters = 16

  /// - Parameters:
  ///   - width: columns of a line.
  ///   - tail: columns to leave free after the last line, for words that are appended to it.
  init(_ text: String, width: Int, limit: Int = 2, tail: Int = 0, ambiguous: AmbiguousWidth = .narrow) {
    let form = Form(text: text, width: width, limit: limit, tail: tail, ambiguous: ambiguous)
    self = Self.known.withLock { known in
      if let text = known[form] { return text }
      // Of a list that one runs through only what is on the screen matters.
      if known.count >= Self.mostKnown { known.removeAll() }
      let text = Self(setting: text, width: width, limit: limit, tail: tail, ambiguous: ambiguous)
      known[form] = text
      return text
    }
  }

  /// All that the lines depend on.
  private struct Form: Hashable {
    var text: String
    var width: Int
    var limit: Int
    var tail: Int
    var ambiguous: AmbiguousWidth

    /// By bytes: the general way looks whether each character is composed.
    func hash(into hasher: inout Hasher) {
      hasher.combine(width)
      hasher.combine(tail)
      let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isDone == nil { hasher.combine(text.utf8.count) }
    }

    /// Texts that only look the same may be set in lines of other bytes.
    static func == (one: Form, other: Form) -> Bool {
      one.width == other.width && one.limit == other.limit && one.tail == other.tail
        && one.ambiguous == other.ambiguous && one.hasBytes(of: other)
    }

    private func hasBytes(of other: Form) -> Bool {
      let isSame = text.utf8.withContiguousStorageIfAvailable { mine in
        other.text.utf8.withContiguousStorageIfAvailable { mine.elementsEqual($0) }
      }
      return (isSame ?? nil) ?? text.utf8.elementsEqual(other.text.utf8)
    }
  }

  /// The texts that were set last: at each key every list on the screen asks for its own again, twice.
  private static let known = Mutex<[Form: ListText]>([:])
  private static let mostKnown = 512

  private init(setting text: String, width: Int, limit: Int, tail: Int, ambiguous: AmbiguousWidth) {
    let width = max(2, width)
    // An article without a headline is listed by its beginning, and a paragraph may be a megabyte long.
    let text = text.utf8.count > Self.manyBytes * width ? String(text.prefix(Self.manyCharacters * width)) : text
    self.text = text
    let set = setLines(text, LineSetting(measure: width, ambiguous: ambiguous))
    lines = set.prefix(limit).map { Line(range: $0.range, width: $0.width) }
    if set.count == 2, limit > 1,
      let two = Self.parted(text, width: width, tail: tail, ambiguous)
        ?? Self.even(text, width: width, tail: tail, ambiguous)
    {
      lines = two
      return
    }
    if set.count >= 2, limit == 2 {
      let first = set.count == 2 ? nil : Self.clause(text, in: lines[0], width: width, ambiguous)
      let line = first ?? Self.words(text, in: lines[0], width: width, ambiguous)
      let rest = text.slice(line.range.upperBound..<text.utf8.count)
      let start = text.utf8.count - rest.drop { $0.isWhitespace }.utf8.count
      let left = displayWidth(text.slice(start..<text.utf8.count), ambiguous: ambiguous)
      if left + tail <= width {
        lines = [line, Line(range: start..<text.utf8.count, width: left)]
        return
      }
      if set.count > 2 {
        lines = [line, Self.cut(text, from: start, to: width - tail, ambiguous)]
        return
      }
    }
    guard let last = lines.last else { return }
    let isFull = last.width + tail > width
    if set.count > limit || (isFull && lines.count == limit) {
      lines[lines.count - 1] = Self.cut(text, from: last.range.lowerBound, to: width - tail, ambiguous)
    } else if isFull {
      lines.append(Line(range: last.range.upperBound..<last.range.upperBound, width: 0))
    }
  }

  /// Two lines that end where the headline has a space; nil where they do not fit so. Parts of headlines stand one
  /// above the other in print.
  private static func parted(_ text: String, width: Int, tail: Int, _ ambiguous: AmbiguousWidth) -> [Line]? {
    var (columns, offset) = (0, 0)
    var space: (range: Range<Int>, before: Int, behind: Int)?
    for character in text {
      let (end, next) = (offset + character.utf8.count, columns + Glyph(character, ambiguous: ambiguous).width)
      if character.isWhitespace, columns <= width { space = (offset..<end, columns, next) }
      (offset, columns) = (end, next)
    }
    guard let space, columns - space.behind <= width - tail, columns > space.behind else { return nil }
    return [
      Line(range: 0..<space.range.lowerBound, width: space.before),
      Line(range: space.range.upperBound..<offset, width: columns - space.behind),
    ]
  }

  /// Two lines of which the first ends behind a mark, or the second begins with a quotation or a bracket; nil where
  /// they do not fit so, or one of them would be very short.
  private static func divided(_ text: String, width: Int, tail: Int, _ ambiguous: AmbiguousWidth) -> [Line]? {
    let all = displayWidth(text, ambiguous: ambiguous)
    var (columns, end) = (0, 0)
    var best: (columns: Int, end: Int)?
    var before: Character?
    for character in text {
      let isEdge = before.map { closers.contains($0) && !closers.contains(character) } ?? false
      if isEdge || openers.contains(character), columns <= width, all - columns + tail <= width,
        min(columns, all - columns) * 4 >= all,
        best.map({ abs(all - 2 * columns) < abs(all - 2 * $0.columns) }) ?? true
      {
        best = (columns, end)
      }
      columns += Glyph(character, ambiguous: ambiguous).width
      end += character.utf8.count
      before = character
    }
    return best.map { best in
      [
        Line(range: 0..<best.end, width: best.columns),
        Line(range: best.end..<end, width: all - best.columns),
      ]
    }
  }

  /// The part of a line up to its last mark or space, where that leaves little of it free; nil where it has none there.
  private static func clause(_ text: String, in line: Line, width: Int, _ ambiguous: AmbiguousWidth) -> Line? {
    var (columns, end) = (0, line.range.lowerBound)
    var last: Line?
    for character in text.slice(line.range) {
      let isSpace = character.isWhitespace
      if isSpace { last = Line(range: line.range.lowerBound..<end, width: columns) }
      columns += Glyph(character, ambiguous: ambiguous).width
      end += character.utf8.count
      if closers.contains(character) { last = Line(range: line.range.lowerBound..<end, width: columns) }
    }
    return last.flatMap { $0.width * 4 >= width * 3 ? $0 : nil }
  }

  /// The part of a line up to the end of its last whole word, where that leaves little of it free; else all of it.
  private static func words(_ text: String, in line: Line, width: Int, _ ambiguous: AmbiguousWidth) -> Line {
    let cohesion = Cohesion(of: text)
    guard cohesion[line.range.upperBound] > 0 else { return line }
    var (columns, end) = (0, line.range.lowerBound)
    var last: Line?
    var before: Character?
    for character in text.slice(line.range) {
      if before.map(isHanzi) == true, isHanzi(character), cohesion[end] == 0 {
        last = Line(range: line.range.lowerBound..<end, width: columns)
      }
      columns += Glyph(character, ambiguous: ambiguous).width
      end += character.utf8.count
      before = character
    }
    return last.flatMap { $0.width * 4 >= width * 3 ? $0 : nil } ?? line
  }

  private static func isHanzi(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { ("\u{4E00}"..."\u{9FFF}").contains($0) } ?? false
  }

  private static let closers = Set("、，。；：！？）］】〕〉》」』”")

  /// Two lines about equally long of a headline without spaces, so that none of a character or two is left over; nil
  /// where they do not fit so.
  private static func even(_ text: String, width: Int, tail: Int, _ ambiguous: AmbiguousWidth) -> [Line]? {
    guard !text.contains(where: \.isWhitespace) else { return nil }
    if let two = divided(text, width: width, tail: tail, ambiguous) { return two }
    var setting = LineSetting(measure: width, balanced: true, ambiguous: ambiguous)
    setting.cohesion = Cohesion(of: text)
    let set = setLines(text, setting)
    guard set.count == 2, set[1].width + tail <= width else { return nil }
    return set.map { Line(range: $0.range, width: $0.width) }
  }

  /// The part of a text that leaves room for dots behind it; spaces and brackets that open do not stand before these.
  private static func cut(_ text: String, from start: Int, to columns: Int, _ ambiguous: AmbiguousWidth) -> Line {
    var (width, end) = (0, start)
    var kept = (width: 0, end: start)
    for character in text.slice(start..<text.utf8.count) {
      let next = Glyph(character, ambiguous: ambiguous).width
      guard width + next + displayWidth("…", ambiguous: ambiguous) <= columns else { break }
      width += next
      end += character.utf8.count
      if !character.isWhitespace, !openers.contains(character) { kept = (width, end) }
    }
    return Line(range: start..<kept.end, width: kept.width, isCut: true)
  }

  private static let openers = Set("（(［[【〔〈《「『“‘{｛")
}

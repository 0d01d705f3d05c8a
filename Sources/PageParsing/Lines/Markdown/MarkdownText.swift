import Text

/// The marks within a paragraph of Markdown: escapes, code, pictures, links, tags and emphasis.
struct MarkdownText {
  let scalars: UnsafeMutableBufferPointer<UInt32>
  let lettering: UnsafeMutableBufferPointer<CharacterClass>
  /// The paragraph's characters, as indices of the page's.
  let places: [Int]
  /// True if nothing but a picture was found.
  private(set) var isImage = false
  /// True if all of it is strong.
  private(set) var isStrong = false

  /// A run of `*`, `_` or `~` that may open or close emphasis.
  private struct Run {
    var start: Int
    var count: Int
    var rest: Int
    let sign: UInt32
    let opens: Bool
    let closes: Bool
  }

  private var runs: [Run] = []
  private var strong: Range<Int>?

  init(
    scalars: UnsafeMutableBufferPointer<UInt32>, lettering: UnsafeMutableBufferPointer<CharacterClass>, places: [Int]
  ) {
    (self.scalars, self.lettering, self.places) = (scalars, lettering, places)
  }

  private func scalar(_ index: Int) -> UInt32 { index < places.count ? scalars[places[index]] : 0 }

  private func mark(_ range: Range<Int>) {
    for index in range { lettering[places[index]] = .markup }
  }

  /// Marks the paragraph.
  mutating func mark() {
    var index = 0
    while index < places.count {
      let next = take(index)
      index = max(next, index + 1)
    }
    pairEmphasis()
    if let strong {
      isStrong =
        places.count > 4 && places[..<strong.lowerBound].allSatisfy { lettering[$0] == .markup }
        && places[strong.upperBound...].allSatisfy { lettering[$0] == .markup }
    }
  }

  /// Takes what begins at a character, and returns where it ends.
  private mutating func take(_ index: Int) -> Int {
    switch scalar(index) {
    case 0x5C: return takeEscape(index)
    case 0x60: return takeCode(index)
    case 0x26: return takeReference(index)
    case 0x21 where scalar(index + 1) == 0x5B: return takeLink(index + 1, isImage: true) ?? index + 2
    case 0x5B: return takeLink(index, isImage: false) ?? index + 1
    case 0x3C: return takeTag(index)
    case 0x2A, 0x5F, 0x7E: return takeRun(index)
    default: return index + 1
    }
  }

  private func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private func takeEscape(_ index: Int) -> Int {
    guard isPunctuation(scalar(index + 1)) else { return index + 1 }
    mark(index..<index + 1)
    return index + 2
  }

  /// Marks `&amp;`, which is set as the character that it stands for.
  private func takeReference(_ index: Int) -> Int {
    guard let reference = CharacterReference(places[index...].prefix(CharacterReference.longest).map { scalars[$0] })
    else { return index + 1 }
    mark(index..<index + reference.length)
    return index + reference.length
  }

  private func takeCode(_ index: Int) -> Int {
    let length = (index..<places.count).prefix { scalar($0) == 0x60 }.count
    var end = index + length
    while end < places.count {
      guard scalar(end) == 0x60 else {
        end += 1
        continue
      }
      let closing = (end..<places.count).prefix { scalar($0) == 0x60 }.count
      if closing == length {
        let padding = isPadded(index + length..<end) ? 1 : 0
        mark(index..<index + length + padding)
        mark(end - padding..<end + length)
        return end + length
      }
      end += closing
    }
    return index + length
  }

  /// True if a space at either end parts code from its marks.
  private func isPadded(_ code: Range<Int>) -> Bool {
    code.count > 2 && scalar(code.lowerBound) == 0x20 && scalar(code.upperBound - 1) == 0x20
      && code.contains { scalar($0) != 0x20 }
  }

  // MARK: Links, pictures and tags

  private static let longestText = 400
  private static let longestTarget = 600

  /// `[text](target "title")`, `![description](target)`: only the text stays.
  private mutating func takeLink(_ bracket: Int, isImage: Bool) -> Int? {
    var (depth, close) = (0, bracket)
    while close < min(places.count, bracket + Self.longestText) {
      if scalar(close) == 0x5C {
        close += 1
      } else if scalar(close) == 0x5B {
        depth += 1
      } else if scalar(close) == 0x5D {
        depth -= 1
        if depth == 0 { break }
      }
      close += 1
    }
    guard close < places.count, depth == 0, scalar(close + 1) == 0x28, let end = endOfTarget(close + 2) else {
      return nil
    }
    let start = isImage ? bracket - 1 : bracket
    mark(start..<bracket + 1)
    mark(close..<end)
    guard isImage else { return bracket + 1 }
    self.isImage = start == 0 && end == places.count
    // A description that is the file's own name says nothing.
    let text = bracket + 1..<close
    if isName(text, of: close + 2..<end - 1) || isFileName(text) { mark(text) }
    return end
  }

  private func isName(_ text: Range<Int>, of target: Range<Int>) -> Bool {
    !text.isEmpty && text.count <= target.count
      && zip(text, target.suffix(text.count)).allSatisfy { scalar($0) == scalar($1) }
  }

  private func isFileName(_ text: Range<Int>) -> Bool {
    text.count > 4 && text.allSatisfy { scalar($0) < 0x80 && lettering[places[$0]] != .space }
      && text.suffix(5).contains { scalar($0) == 0x2E }
  }

  private func endOfTarget(_ start: Int) -> Int? {
    var (depth, index) = (1, start)
    while index < min(places.count, start + Self.longestTarget) {
      switch scalar(index) {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return index + 1 }
      case 0x5C: index += 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private static let tags: Set<String> = [
    "a", "abbr", "b", "big", "blockquote", "br", "center", "cite", "code", "dd", "del", "div", "dl", "dt", "em",
    "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li", "mark", "ol",
    "p",
    "pre", "s", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt",
    "u",
    "ul", "details", "summary",
  ]

  /// A tag, a comment, or an address in angle brackets.
  private func takeTag(_ index: Int) -> Int {
    let end = (index + 1..<min(places.count, index + Self.longestTarget)).first { scalar($0) == 0x3E }
    guard let end else { return index + 1 }
    let inner = index + 1..<end
    if inner.count > 4, scalar(index + 1) == 0x21, scalar(index + 2) == 0x2D {
      mark(index..<end + 1)
      return end + 1
    }
    let name = inner.drop { scalar($0) == 0x2F }.prefix {
      lettering[places[$0]] == .latin || lettering[places[$0]] == .digit
    }
    let text = String(String.UnicodeScalarView(name.compactMap { Unicode.Scalar(lowercaseLetter(scalar($0))) }))
    if Self.tags.contains(text) {
      mark(index..<end + 1)
      return end + 1
    }
    let isAddress =
      inner.allSatisfy { lettering[places[$0]] != .space }
      && inner.contains { scalar($0) == 0x3A || scalar($0) == 0x40 }
    guard isAddress, inner.count > 5,
      ["http", "https", "mailto", "ftp"].contains(text) || inner.contains(where: { scalar($0) == 0x40 })
    else { return index + 1 }
    mark(index..<index + 1)
    mark(end..<end + 1)
    return end + 1
  }

  // MARK: Emphasis

  private enum Side { case space, punctuation, letter }

  /// Marks of East Asia count as letters here: `**“…”**说` is meant as strong. Beside `_` hanzi and their marks are no
  /// part of a word.
  private func side(_ index: Int, of sign: UInt32) -> Side {
    guard places.indices.contains(index), lettering[places[index]] != .space else { return .space }
    return isPunctuation(scalar(index)) || sign == 0x5F && scalar(index) >= 0x2E80 ? .punctuation : .letter
  }

  private mutating func takeRun(_ index: Int) -> Int {
    let sign = scalar(index)
    let count = (index..<places.count).prefix { scalar($0) == sign }.count
    let end = index + count
    if sign == 0x7E, count != 2 { return end }
    // A line's end within the paragraph is white space.
    let before = index > 0 && places[index - 1] + 1 != places[index] ? Side.space : side(index - 1, of: sign)
    let behind = end < places.count && places[end - 1] + 1 != places[end] ? Side.space : side(end, of: sign)
    let isWord = sign == 0x5F
    let isLeft = behind != .space && (behind != .punctuation || before != .letter || isWord && scalar(end) >= 0x2E80)
    let isRight =
      before != .space && (before != .punctuation || behind != .letter || isWord && scalar(index - 1) >= 0x2E80)
    let opens = isLeft && (!isWord || !isRight || before == .punctuation)
    let closes = isRight && (!isWord || !isLeft || behind == .punctuation)
    if opens || closes {
      runs.append(Run(start: index, count: count, rest: count, sign: sign, opens: opens, closes: closes))
    }
    return end
  }

  /// The most openings that are looked through for each closing.
  private static let mostOpen = 100

  /// Pairs the runs as CommonMark's delimiter stack does.
  private mutating func pairEmphasis() {
    for closer in runs.indices where runs[closer].closes {
      var opener = closer - 1
      while opener >= max(0, closer - Self.mostOpen), runs[closer].rest > 0 {
        guard runs[opener].rest > 0, runs[opener].opens, runs[opener].sign == runs[closer].sign, fits(opener, closer)
        else {
          opener -= 1
          continue
        }
        let count = min(runs[opener].rest, runs[closer].rest) > 1 ? 2 : 1
        let left = runs[opener].start + runs[opener].rest - count
        let right = runs[closer].start + runs[closer].count - runs[closer].rest
        mark(left..<left + count)
        mark(right..<right + count)
        if count == 2, runs[closer].sign != 0x7E { strong = left..<right + count }
        runs[opener].rest -= count
        runs[closer].rest -= count
        for between in opener + 1..<max(opener + 1, closer) { runs[between].rest = 0 }
      }
    }
  }

  /// The rule of three: where a run both opens and closes, lengths that add up to a multiple of three do not pair.
  private func fits(_ opener: Int, _ closer: Int) -> Bool {
    let (one, other) = (runs[opener], runs[closer])
    guard one.closes || other.opens else { return true }
    return (one.count + other.count) % 3 != 0 || one.count % 3 == 0 && other.count % 3 == 0
  }
}

import Text

/// The number or sign with which an item of a list opens: `一、`, `（二）`, `3.`, `(4)`, `⑤`, `b)`, `•`, `甲、`, `——`,
/// `2°`, `3e.`, `IV.`, `（ロ）`, `가.`, `一是`, `其二，`.
struct ItemMark {
  /// The way that it is written, by which items of one list are known.
  var style: UInt32
  /// Nil for a sign that is the same for every item.
  var number: Int?

  private static let longest = 6
  /// Characters that count by their order, each with a style of its own behind a mark and one in brackets.
  private static let series = [
    "甲乙丙丁戊己庚辛壬癸", "イロハニホヘトチリヌルヲ", "いろはにほへとちりぬるを", "アイウエオカキクケコ", "가나다라마바사아자차카타파하",
  ].map { $0.unicodeScalars.map(\.value) }

  /// The mark of a line; nil where it has none.
  init?(_ scan: PageScan, _ line: Range<Int>) {
    let first = line.lowerBound
    var reading = Wording(scan, line.prefix(Self.longest))
    switch scan.lettering[first] {
    case .hanzi:
      if line.count > 2, scan.scalars[first + 1] == 0x3001, let place = Self.inSeries(scan.scalars[first]) {
        self.init(style: 0x40 + place.series, number: place.number)
        return
      }
      let isOrdinal = reading.take(.ordinal)
      let isOneOf = !isOrdinal && reading.take(.oneOf)
      guard reading.position < line.upperBound, chineseNumeral(scan.scalars[reading.position]) != nil,
        let number = reading.takeNumber(), let mark = reading.next
      else { return nil }
      let isCounted = isOrdinal || isOneOf
      guard mark == 0x3001 || (isCounted ? mark == 0xFF0C : mark == Word.being.scalars[0]) else { return nil }
      self.init(style: isOrdinal ? 1 : isOneOf ? 5 : mark == 0x3001 ? 2 : 6, number: number)
    case .digit:
      guard let number = reading.takeNumber(), number < 200 else { return nil }
      if let ordinal = reading.takeOrdinalEnding() {
        self.init(style: ordinal, number: number)
        return
      }
      guard let mark = reading.nextLettering,
        [.pause, .period, .stop, .closeBracket].contains(mark), let sign = reading.next, sign != 0xFF0C, sign != 0x2C,
        reading.position + 1 >= line.upperBound || scan.lettering[reading.position + 1] != .digit
      else { return nil }
      self.init(style: 0x100 + UInt32(mark.rawValue), number: number)
    case .openBracket:
      reading.position += 1
      if let next = reading.next, reading.position + 1 < line.upperBound,
        scan.lettering[reading.position + 1] == .closeBracket, let place = Self.inSeries(next) ?? Self.letter(next)
      {
        self.init(style: 0x50 + place.series, number: place.number)
        return
      }
      let isHanzi = reading.nextLettering == .hanzi
      guard let number = reading.takeNumber(), number < 200, reading.nextLettering == .closeBracket else { return nil }
      self.init(style: isHanzi ? 3 : 4, number: number)
    case .latin:
      guard line.count > 2, [.period, .closeBracket].contains(scan.lettering[first + 1]),
        scan.lettering[first + 2] == .space,
        let place = Self.letter(scan.scalars[first]) ?? Self.inSeries(scan.scalars[first])
      else { return nil }
      self.init(style: 0x60 + place.series, number: place.number)
    default: self.init(sign: scan.scalars[first], scan, line)
    }
  }

  private init?(sign: UInt32, _ scan: PageScan, _ line: Range<Int>) {
    guard line.count > 2 else { return nil }
    switch sign {
    case 0x2460...0x2473: self.init(style: 0x2460, number: Int(sign) - 0x245F)
    case 0x2474...0x2487: self.init(style: 0x2474, number: Int(sign) - 0x2473)
    case 0x2488...0x249B: self.init(style: 0x2488, number: Int(sign) - 0x2487)
    case 0x3220...0x3229: self.init(style: 0x3220, number: Int(sign) - 0x321F)
    case 0x2D, 0x2A, 0x2B, 0x2013, 0x2014:
      let isDash = sign == 0x2014 && scan.scalars[line.lowerBound + 1] == sign
      guard isDash || scan.lettering[line.lowerBound + 1] == .space else { return nil }
      self.init(style: sign, number: nil)
    case 0x2776...0x277F: self.init(style: 0x2776, number: Int(sign) - 0x2775)
    case 0x2022, 0x2043, 0xB7, 0x203B, 0x30FB, 0xFF65, 0x25A0...0x25FF, 0x2605, 0x2606, 0x2713, 0x2714:
      self.init(style: sign, number: nil)
    default: return nil
    }
  }

  private init(style: UInt32, number: Int?) { (self.style, self.number) = (style, number) }

  /// The mark of a line that opens with a Roman number: `II.`, `iv)`. `I.` is also a letter's.
  init?(roman scan: PageScan, _ line: Range<Int>) {
    let digits = line.prefix(5).prefix { scan.lettering[$0] == .latin }
    guard let first = digits.first, digits.endIndex + 1 < line.upperBound,
      [.period, .closeBracket].contains(scan.lettering[digits.endIndex]),
      scan.lettering[digits.endIndex + 1] == .space
    else { return nil }
    let isSmall = isLowercaseLetter(scan.scalars[first])
    let text = digits.map { scan.scalars[$0] - (isSmall ? 0x20 : 0) }
    guard let number = Self.roman.firstIndex(where: { $0 == text }) else { return nil }
    self.init(style: isSmall ? 8 : 9, number: number + 1)
  }

  private static let roman = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII",
  ].map { $0.unicodeScalars.map(\.value) }

  private static func inSeries(_ scalar: UInt32) -> (series: UInt32, number: Int)? {
    for (index, characters) in series.enumerated() {
      if let place = characters.firstIndex(of: scalar) { return (UInt32(index), place + 1) }
    }
    return nil
  }

  private static func letter(_ scalar: UInt32) -> (series: UInt32, number: Int)? {
    let letter = lowercaseLetter(scalar)
    guard (0x61...0x7A).contains(letter) else { return nil }
    return (scalar == letter ? 8 : 9, Int(letter) - 0x60)
  }

  /// True if another item may be the next of the same list.
  private func precedes(_ other: ItemMark) -> Bool {
    style == other.style && (number == nil || other.number == number.map { $0 + 1 })
  }

  /// True if a line opens with a sign that Markdown's lists have.
  static func isSign(
    _ scalars: UnsafeMutableBufferPointer<UInt32>, _ lettering: UnsafeMutableBufferPointer<CharacterClass>,
    _ line: Range<Int>
  ) -> Bool {
    let first = line.lowerBound
    if [0x2D, 0x2A, 0x2B].contains(scalars[first]) { return line.count > 1 && lettering[first + 1] == .space }
    let digits = line.prefix(9).prefix { lettering[$0] == .digit }
    guard !digits.isEmpty, digits.endIndex + 1 < line.upperBound else { return false }
    let sign = scalars[digits.endIndex]
    return (sign == 0x2E || sign == 0x29) && lettering[digits.endIndex + 1] == .space
  }

  /// Items stand at most so many lines apart.
  private static let reach = 40
  private static let signReach = 4

  /// For each line, whether it opens an item of a list of two at least.
  static func items(_ scan: PageScan, _ facts: [LineFacts]) -> [Bool] {
    var isItem = [Bool](repeating: false, count: facts.count)
    var last: [UInt32: (mark: ItemMark, line: Int)] = [:]
    for (line, fact) in facts.enumerated() {
      for mark in [ItemMark(scan, fact.line.range), ItemMark(roman: scan, fact.line.range)].compactMap(\.self) {
        if let before = last[mark.style], before.mark.precedes(mark),
          line - before.line <= (mark.number == nil ? signReach : reach)
        {
          (isItem[line], isItem[before.line]) = (true, true)
        }
        last[mark.style] = (mark, line)
      }
    }
    return isItem
  }
}

extension Wording {
  /// Takes what makes an ordinal of a number before an item, `1°`, `2o`, `3e.`, `4ter)`, and returns its style.
  fileprivate mutating func takeOrdinalEnding() -> UInt32? {
    var reading = self
    let isSign = reading.next == 0xB0 || reading.next == 0xBA
    if isSign { reading.position += 1 }
    guard isSign || reading.takeLatin(LatinKeys.ordinalEndings) else { return nil }
    let isMarked = reading.take(.period) || reading.take(.closeBracket)
    guard isSign || isMarked, reading.nextLettering == .space else { return nil }
    self = reading
    return isSign ? 10 : 11
  }
}

extension LatinKeys {
  fileprivate static let ordinalEndings: LatinKeys = ["e", "o", "er", "re", "de", "ste", "st", "nd", "rd", "th", "ly"]
}

extension Word {
  fileprivate static let oneOf = Word("其")
  fileprivate static let being = Word("是")
}

/// A place in a line's characters from which the forms of newspapers are read: words, numbers, days.
struct Wording {
  private let scan: PageScan
  var position: Int
  let end: Int

  init(_ scan: PageScan, _ range: Range<Int>) {
    self.scan = scan
    position = range.lowerBound
    end = range.upperBound
  }

  /// The characters of the page.
  var scalars: [UInt32] { scan.scalars }
  /// What they are.
  var lettering: [Lettering] { scan.lettering }
  var isAtEnd: Bool { position >= end }
  /// The next character, simplified.
  var next: UInt32? { position < end ? simplified(scalars[position]) : nil }
  var nextLettering: Lettering? { position < end ? lettering[position] : nil }

  /// The part of the same page that a range holds.
  func part(_ range: Range<Int>) -> Wording { Wording(scan, range) }

  mutating func skipSpaces() {
    while position < end, lettering[position] == .space { position += 1 }
  }

  /// Whether a word stands at a place, in simplified or traditional characters.
  func has(_ word: Word, at place: Int) -> Bool {
    guard place + word.scalars.count <= end else { return false }
    for (offset, scalar) in word.scalars.enumerated() where simplified(scalars[place + offset]) != scalar {
      return false
    }
    return true
  }

  /// Takes a word if it comes next.
  mutating func take(_ word: Word) -> Bool {
    guard has(word, at: position) else { return false }
    position += word.scalars.count
    return true
  }

  /// Takes one character of a kind if it comes next.
  mutating func take(_ kind: Lettering) -> Bool {
    guard nextLettering == kind else { return false }
    position += 1
    return true
  }

  /// The first place of a word from here on, at most so many characters ahead.
  func place(of word: Word, within reach: Int) -> Int? {
    let last = min(end - word.scalars.count, position + reach)
    guard position <= last else { return nil }
    return (position...last).first { has(word, at: $0) }
  }

  /// Takes a number in ASCII, full-width or Chinese digits (`12`, `１２`, `十二`).
  mutating func takeNumber() -> Int? {
    var value = 0
    var digits = 0
    while let scalar = next, let digit = digitValue(scalar), digits < 5 {
      value = value * 10 + digit
      digits += 1
      position += 1
    }
    return digits > 0 ? value : takeChineseNumber()
  }

  /// Takes a day: `6月21日`, `2020年12月31日`, full-width and Chinese digits too.
  mutating func takeDay() -> ReportedDay? {
    let start = position
    guard var first = takeNumber() else { return nil }
    var year: Int?
    if (1800...2200).contains(first), take(.year) {
      year = first
      first = takeNumber() ?? 0
    }
    if (1...12).contains(first), take(.month), let day = takeNumber(), (1...31).contains(day),
      take(.day) || take(.dayInSpeech)
    {
      return ReportedDay(year: year, month: first, day: day)
    }
    position = start
    return nil
  }

  private mutating func takeChineseNumber() -> Int? {
    var value = 0
    var pending = 0
    var taken = false
    while let scalar = next, let numeral = chineseNumeral(scalar) {
      if numeral == 10 { value += max(pending, 1) * 10 }
      pending = numeral == 10 ? 0 : numeral
      taken = true
      position += 1
    }
    return taken ? value + pending : nil
  }
}

/// A day as a text names it.
struct ReportedDay: Equatable {
  var year: Int?
  var month: Int
  var day: Int
}

/// A word in simplified characters, ready to be compared.
struct Word {
  let scalars: [UInt32]

  init(_ text: String) {
    scalars = text.unicodeScalars.map(\.value)
  }

  static let year = Word("年")
  static let month = Word("月")
  static let day = Word("日")
  static let dayInSpeech = Word("号")
  static let page = Word("版")
  static let ordinal = Word("第")
}

/// 0–9 in ASCII or full-width form.
func digitValue(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x30...0x39: Int(scalar - 0x30)
  case 0xFF10...0xFF19: Int(scalar - 0xFF10)
  default: nil
  }
}

/// 0–10 in Chinese.
func chineseNumeral(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x3007, 0x96F6: 0  // 〇零
  case 0x4E00: 1
  case 0x4E8C, 0x4E24: 2  // 二两
  case 0x4E09: 3
  case 0x56DB: 4
  case 0x4E94: 5
  case 0x516D: 6
  case 0x4E03: 7
  case 0x516B: 8
  case 0x4E5D: 9
  case 0x5341: 10
  default: nil
  }
}

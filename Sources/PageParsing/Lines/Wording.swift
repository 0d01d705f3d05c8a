import Text

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
  var scalars: Row<UInt32> { scan.scalars }
  /// The classes of the characters.
  var lettering: Row<CharacterClass> { scan.lettering }
  /// The next character, simplified.
  var next: UInt32? { position < end ? HanziForms.simplified(scalars[position]) : nil }
  var nextLettering: CharacterClass? { position < end ? lettering[position] : nil }

  /// The part of the same page that a range holds.
  func part(_ range: Range<Int>) -> Wording { Wording(scan, range) }

  mutating func skipSpaces() {
    while position < end, lettering[position] == .space { position += 1 }
  }

  /// True if a word stands at a place, in simplified or traditional characters.
  func has(_ word: Word, at place: Int) -> Bool {
    guard place + word.scalars.count <= end else { return false }
    for offset in word.scalars.indices where !word.has(scalars[place + offset], at: offset) { return false }
    return true
  }

  /// True if one of some words stands at a place.
  @inline(__always)
  func has(_ words: WordList, at place: Int) -> Bool { may(words, startAt: place) && word(of: words, at: place) != nil }

  /// False if none of some words can stand at a place.
  @inline(__always)
  func may(_ words: WordList, startAt place: Int) -> Bool { place < end && words.mayStart(with: scalars[place]) }

  /// The first of some words that stands at a place.
  func word(of words: WordList, at place: Int) -> Word? { words.words.first { has($0, at: place) } }

  /// Takes the first of some words that comes next.
  mutating func take(_ words: WordList) -> Bool {
    guard may(words, startAt: position), let word = word(of: words, at: position) else { return false }
    position += word.scalars.count
    return true
  }

  /// Takes a word if it comes next.
  mutating func take(_ word: Word) -> Bool {
    guard has(word, at: position) else { return false }
    position += word.scalars.count
    return true
  }

  /// Takes one character of a kind if it comes next.
  mutating func take(_ kind: CharacterClass) -> Bool {
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

  /// `三十八`, `卅八`, `一百零五`, and digit for digit `一九四九`, `二〇二一`, its zero in whatever sign the scan has.
  private mutating func takeChineseNumber() -> Int? {
    var sum = 0
    var pending = 0
    var taken = false
    while let scalar = next, let numeral = chineseNumeral(scalar) ?? (taken ? zero(scalar) : nil) {
      switch numeral {
      case 0..<10: pending = min(pending * 10 + numeral, 99_999)
      case 10, 100: (sum, pending) = (sum + max(pending, 1) * numeral, 0)
      default: (sum, pending) = (sum + numeral, 0)
      }
      taken = true
      position += 1
    }
    return taken ? sum + pending : nil
  }
}

/// A word in simplified characters, ready to be compared. The program has some hundred, for good: to count references
/// to their characters took as long as to compare them.
struct Word: Sendable {
  let scalars: Row<UInt32>
  /// The same in traditional characters.
  private let traditional: Row<UInt32>

  init(_ text: String) {
    scalars = Row(keeping: text.unicodeScalars.map(\.value))
    traditional = Row(keeping: scalars.map(HanziForms.traditional))
  }

  /// The first character in both forms.
  fileprivate var firsts: [UInt32] { [scalars[0], traditional[0]] }

  /// True if a character is one of the word's, in either form.
  func has(_ scalar: UInt32, at offset: Int) -> Bool {
    scalar == scalars[offset] || scalar == traditional[offset]
  }

  static let year = Word("年")
  static let month = Word("月")
  static let day = Word("日")
  static let page = Word("版")
  static let ordinal = Word("第")
}

/// Words one of which may stand at a place. Hardly a character begins one of them, which a bit tells.
struct WordList: ExpressibleByArrayLiteral, Sendable {
  let words: [Word]
  private var firsts = CharacterFilter()

  init(arrayLiteral texts: String...) { self.init(texts.map { Word($0) }) }

  init(_ words: [Word]) {
    self.words = words
    words.flatMap(\.firsts).forEach { firsts.insert($0) }
  }

  /// False if none of the words starts with a character.
  @inline(__always)
  func mayStart(with scalar: UInt32) -> Bool { firsts.mayContain(scalar) }
}

/// A few characters, by the last eight bits of each: tells at once of nearly all others that they are none of them.
struct CharacterFilter: Sendable {
  private var bits = SIMD4<UInt64>.zero

  mutating func insert(_ scalar: UInt32) { bits[Int(scalar >> 6 & 3)] |= 1 &<< UInt64(scalar & 63) }

  @inline(__always)
  func mayContain(_ scalar: UInt32) -> Bool { bits[Int(scalar >> 6 & 3)] &>> UInt64(scalar & 63) & 1 == 1 }
}

/// Characters that scans have for 〇 between Chinese digits: 0, the letters O of three alphabets.
private func zero(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x30, 0xFF10, 0x4F, 0xFF2F, 0x39F, 0x41E: 0
  default: nil
  }
}

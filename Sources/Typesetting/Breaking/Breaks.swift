/// The quality of a break before a character.
enum BreakQuality: UInt8, Sendable, Comparable {
  /// A mark would stand where it must not.
  case forbidden
  /// Inside a word or number: only when it is longer than a line.
  case word
  /// At a seam of a word that is longer than a line: after the hyphen of a model number, the solidus of an address.
  case seam
  /// Between a number and its unit, before a dash: when the line would be left too empty otherwise.
  case poor
  /// Between hanzi.
  case good
  /// After a mark that pauses or stops.
  case pause
  /// At white space, which is dropped.
  case space

  static func < (left: BreakQuality, right: BreakQuality) -> Bool { left.rawValue < right.rawValue }
}

/// The Latin word, number or address that is being passed.
struct WordRun: Sendable {
  /// A letter or digit stands in it already.
  private(set) var hasBegun = false
  private(set) var hasDigit = false
  /// `://` or `www.` stands in it.
  private(set) var isAddress = false
  /// The last three characters of it, the newest in the lowest byte; 0 for one that is not ASCII.
  private var tail: UInt32 = 0

  /// Takes a character of the word, or ends it.
  mutating func pass(_ kind: LineBreakClass, _ scalar: UInt32, isWide: Bool) {
    switch kind {
    case .al, .hl, .nu:
      hasBegun = true
      if kind == .nu { hasDigit = true }
    case .is, .sy, .hy, .ba, .qu, .closingSingle, .interpunct, .po, .pr, .ex, .cp, .cm, .in:
      if isWide { self = WordRun() }
    default: self = WordRun()
    }
    tail = (tail << 8 | (scalar < 0x80 ? scalar : 0)) & 0xFFFFFF
    if tail == 0x3A2F2F || (tail == 0x77_772E && hasBegun) { isAddress = true }
  }
}

/// Characters that hold numbers together with their units: 256.96亿元.
func isMagnitude(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x842C, 0x5104: true
  default: false
  }
}

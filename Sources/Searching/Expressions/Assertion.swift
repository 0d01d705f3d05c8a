extension Assertion {
  /// For each place between the characters of a text, the first and the last included, the assertions that hold there.
  static func marks(of text: String) -> [UInt8] {
    let characters = text.compactMap { $0.unicodeScalars.first }
    let kinds = characters.map(WordBreak.init)
    return (0...characters.count).map { place in
      let startsLine = place == 0 || CharacterProperty.newline.holds(characters[place - 1])
      let endsLine = place == characters.count || CharacterProperty.newline.holds(characters[place])
      var mark = (WordBreak.isBoundary(at: place, of: kinds) ? wordBoundary : noWordBoundary).rawValue
      if place == 0 { mark |= textStart.rawValue }
      if place == characters.count { mark |= textEnd.rawValue }
      if startsLine { mark |= lineStart.rawValue }
      if endsLine { mark |= lineEnd.rawValue }
      return mark
    }
  }
}

/// The role of a character in the rules for word boundaries (UAX #29, section 4), by which each hanzi is a word.
private enum WordBreak {
  case letter, digit, katakana, connector, space
  /// Joins letters, joins digits, or joins either.
  case midLetter, midNumber, midEither
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "'", ".", "‘", "’", "․", "﹒", "＇", "．": self = .midEither
    case ":", "·", "‧", "︓", "﹕", "：": self = .midLetter
    case ",", ";", "⁄", "，", "；", "﹐", "﹔": self = .midNumber
    case "ー", "ｰ", "゛", "゜": self = .katakana
    case " ", "\u{3000}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}": self = .space
    default: self.init(propertiesOf: scalar)
    }
  }

  private init(propertiesOf scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .decimalNumber: self = .digit
    case .connectorPunctuation: self = .connector
    case _ where properties.isIdeographic || !properties.isAlphabetic: self = .other
    case _ where UnicodeScript.katakana.contains(scalar.value): self = .katakana
    default: self = UnicodeScript.hiragana.contains(scalar.value) ? .other : .letter
    }
  }

  private var isAlphanumeric: Bool { self == .letter || self == .digit }

  private var joinsConnectors: Bool { isAlphanumeric || self == .katakana || self == .connector }

  /// True if a mark inside a word or a number joins characters of a role.
  private func joins(_ role: Self) -> Bool {
    switch self {
    case .midEither: role.isAlphanumeric
    case .midLetter: role == .letter
    case .midNumber: role == .digit
    default: false
    }
  }

  static func isBoundary(at place: Int, of roles: [Self]) -> Bool {
    guard place > 0, place < roles.count else { return !roles.isEmpty }
    let (before, after) = (roles[place - 1], roles[place])
    if before.isAlphanumeric, after.isAlphanumeric { return false }
    if before == after, before == .katakana || before == .space { return false }
    if before == .connector && after.joinsConnectors || after == .connector && before.joinsConnectors { return false }
    // A mark between two letters or two digits.
    if place + 1 < roles.count, roles[place + 1] == before, after.joins(before) { return false }
    return !(place > 1 && roles[place - 2] == after && before.joins(after))
  }
}

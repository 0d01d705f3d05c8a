import Screen

// Keys in writing. A key that types a character is that character: `j`, `G`, `报`. Every other key stands in angle
// brackets, behind the keys held down with it: `<enter>`, `<ctrl-d>`, `<alt-x>`, `<shift-tab>`, `<f1>`. Characters that
// cannot be seen or would be misread have names: `<space>`, `<lt>` for `<`, `<hash>` for `#`, else `<u+3000>`.

extension Key {
  /// The key in writing; reads back as the same key.
  public var notation: String {
    if modifiers.isEmpty, case .character(let character) = code, character.standsForItself { return String(character) }
    return "<" + Self.modifierNames.reduce("") { modifiers.contains($1.1) ? $0 + $1.0 : $0 } + name + ">"
  }

  /// Reads keys that are pressed one after the other: `gg`, `g g`, `<ctrl-x>s`. White space between keys means nothing.
  /// - Returns: nil where something in it is no key.
  public static func chord(_ notation: some StringProtocol) -> [Key]? {
    var keys: [Key] = []
    var rest = Substring(notation)
    // A letter of ASCII by itself, as most chords are, need not be told from what might be joined to it.
    if rest.utf8.count == 1, let byte = rest.utf8.first, byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "<") {
      return [Key(Character(Unicode.Scalar(byte)))]
    }
    if rest.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return chord(ofASCII: rest.utf8) }
    while let character = rest.first {
      if character == "<" {
        guard let end = rest.firstIndex(of: ">"),
          let key = Key(bracketed: rest[rest.index(after: rest.startIndex)..<end])
        else { return nil }
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        if !character.isWhitespace { keys.append(Key(character)) }
        rest.removeFirst()
      }
    }
    return keys
  }

  /// The same for ASCII without CR, of which each byte is a character by itself.
  private static func chord(ofASCII notation: Substring.UTF8View) -> [Key]? {
    var keys: [Key] = []
    var rest = notation
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "<"):
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")), let key = Key(bracketed: Substring(rest[..<end]))
        else { return nil }
        keys.append(key)
        rest = rest[end...].dropFirst()
      case 0x09...0x0D, 0x20: continue
      default: keys.append(Key(Character(Unicode.Scalar(byte))))
      }
    }
    return keys
  }

  /// Keys that are pressed one after the other, in writing.
  public static func notation(_ chord: [Key]) -> String {
    chord.map(\.notation).joined(separator: " ")
  }

  private init?(bracketed text: Substring) {
    var rest = text
    var modifiers: Modifiers = []
    while let (name, modifier) = Self.modifierNames.first(where: {
      rest.utf8.starts(with: $0.0.utf8) && rest.utf8.count > $0.0.utf8.count
    }) {
      modifiers.insert(modifier)
      rest = Substring(rest.utf8.dropFirst(name.utf8.count))
    }
    guard let code = Code(name: rest) else { return nil }
    self.init(code, modifiers)
  }

  private var name: String {
    switch code {
    case .character(let character):
      Self.characterNames.first { $0.1 == character }?.0 ?? (character.isSeen ? String(character) : character.numbers)
    case .function(let number): "f\(number)"
    default: Self.names.first { $0.1 == code }?.0 ?? ""
    }
  }

  fileprivate static let modifierNames: [(String, Modifiers)] = [
    ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
  ]

  fileprivate static let characterNames: [(String, Character)] = [
    ("space", " "), ("lt", "<"), ("gt", ">"), ("hash", "#"),
  ]

  fileprivate static let names: [(String, Code)] = [
    ("enter", .enter), ("esc", .escape), ("tab", .tab), ("backspace", .backspace), ("delete", .delete),
    ("insert", .insert), ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("home", .home),
    ("end", .end), ("pageup", .pageUp), ("pagedown", .pageDown),
  ]
}

extension Key.Code {
  fileprivate init?(name: Substring) {
    if name.utf8.count == 1, let byte = name.utf8.first, (0x21...0x7E).contains(byte) {
      self = .character(Character(Unicode.Scalar(byte)))
    } else if let named = Key.names.first(where: { $0.0.utf8.elementsEqual(name.utf8) }) {
      self = named.1
    } else if let named = Key.characterNames.first(where: { $0.0.utf8.elementsEqual(name.utf8) }) {
      self = .character(named.1)
    } else if name.count == 1, let character = name.first, character.isSeen {
      self = .character(character)
    } else if name.first == "f", let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else if name.hasPrefix("u+"), let character = Character(numbers: name.dropFirst(2)) {
      self = .character(character)
    } else {
      return nil
    }
  }
}

extension Character {
  /// True if it can be told from its neighbours on paper: no space, no control, nothing that joins the one before.
  fileprivate var isSeen: Bool {
    guard let first = unicodeScalars.first, unicodeScalars.count == 1 else { return false }
    switch first.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark, .spacingMark, .enclosingMark,
      .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return false
    default: return !first.properties.isGraphemeExtend && first.properties.canonicalCombiningClass == .notReordered
    }
  }

  fileprivate var standsForItself: Bool { isSeen && self != "<" && self != "#" && !joinsOthers }

  /// Jamo, regional indicators and the like become one character with their neighbours.
  private var joinsOthers: Bool { (String(self) + String(self)).count != 2 }

  fileprivate var numbers: String {
    "u+" + unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "+")
  }

  fileprivate init?(numbers: Substring) {
    var text = ""
    for number in numbers.split(separator: "+", omittingEmptySubsequences: false) {
      guard let value = UInt32(number, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
      text.unicodeScalars.append(scalar)
    }
    guard text.count == 1, let character = text.first else { return nil }
    self = character
  }
}

extension Key {
  /// The key as help shows it: `j`, `enter`, `ctrl-d`, `↓`.
  public var label: String {
    if modifiers.isEmpty, case .character(let character) = code, character.isSeen { return String(character) }
    if let arrow = arrow { return Self.modifierNames.reduce("") { modifiers.contains($1.1) ? $0 + $1.0 : $0 } + arrow }
    return String(notation.dropFirst().dropLast())
  }

  private var arrow: String? {
    switch code {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    default: nil
    }
  }
}

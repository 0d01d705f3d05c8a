/// A key as a person presses it, with a notation that reads back as the same key: `j`, `G`, `<enter>`, `<ctrl-d>`.
public struct Key: Sendable, Hashable {
  /// Which key.
  public enum Code: Sendable, Hashable {
    /// A key that types a character, capital letters included.
    case character(Character)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 to F12.
    case function(Int)
  }

  /// Modifiers held down with it. A terminal tells shift apart only on keys that type nothing.
  public struct Modifiers: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// From the bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Ctrl.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, or escape just before the key.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// Which key.
  public var code: Code
  /// Modifiers held down with it.
  public var modifiers: Modifiers

  /// A key with what is held down.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A key that types a character.
  public init(_ character: Character) {
    self.init(.character(character))
  }
}

extension Key {
  /// The key that an input method for Chinese typed something else for: `：` is `:`, `ｊ` is `j`, `、` is `/`.
  public var narrow: Key {
    guard case .character(let character) = code, let scalar = character.unicodeScalars.first,
      character.unicodeScalars.count == 1
    else { return self }
    let narrow: Character? =
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
      case 0x3000: " "
      case 0x3001: "/"
      case 0x3002: "."
      case 0x3010: "["
      case 0x3011: "]"
      case 0x300A: "<"
      case 0x300B: ">"
      case 0x2018, 0x2019: "'"
      case 0x201C, 0x201D: "\""
      case 0xB7: "`"
      default: nil
      }
    return narrow.map { Key(.character($0), modifiers) } ?? self
  }
}

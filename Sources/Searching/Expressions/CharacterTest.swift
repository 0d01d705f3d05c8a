/// A set of characters, as a regular expression describes it.
indirect enum CharacterTest: Sendable, Hashable {
  case any
  /// The characters that are canonically equivalent to one.
  case literal(Character)
  /// The characters of one scalar within some ranges of scalars.
  case spans([ClosedRange<UInt32>])
  /// The characters whose first scalar has a property.
  case property(CharacterProperty)
  /// The characters of a set and those that differ from them in case.
  case caseless(CharacterTest)
  case not(CharacterTest)
  case all([CharacterTest])
  case some([CharacterTest])
}

extension CharacterTest {
  /// True if the set contains a character.
  func contains(_ character: Character) -> Bool {
    switch self {
    case .any: true
    case .literal(let literal): literal == character
    case .spans(let spans): Self.contains(character, in: spans)
    case .property(let property): character.unicodeScalars.first.map(property.holds) ?? false
    case .caseless(let test):
      [String(character), character.lowercased(), character.uppercased()].contains { spelling in
        spelling.count == 1 && spelling.first.map(test.contains) ?? false
      }
    case .not(let test): !test.contains(character)
    case .all(let tests): tests.allSatisfy { $0.contains(character) }
    case .some(let tests): tests.contains { $0.contains(character) }
    }
  }

  /// True if the set contains a character that consists of one plain scalar.
  func contains(plain scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .literal(let literal):
      // A literal that is not plain may be another spelling of the scalar.
      if let first = literal.unicodeScalars.first, isPlain(first.value), literal.unicodeScalars.count == 1 {
        first == scalar
      } else {
        literal == Character(scalar)
      }
    case .spans(let spans): spans.contains { $0.contains(scalar.value) }
    case .property(let property): property.holds(scalar)
    case .not(let test): !test.contains(plain: scalar)
    case .all(let tests): tests.allSatisfy { $0.contains(plain: scalar) }
    case .some(let tests): tests.contains { $0.contains(plain: scalar) }
    case .any: true
    case .caseless: contains(Character(scalar))
    }
  }

  private static func contains(_ character: Character, in spans: [ClosedRange<UInt32>]) -> Bool {
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.count == 1, spans.contains(where: { $0.contains(first.value) }) {
      return true
    }
    // The letters into which letters and marks compose lie below U+2000.
    return spans.contains { span in
      guard span.lowerBound < 0x2000 else { return false }
      return (span.lowerBound...min(span.upperBound, 0x1FFF)).contains { value in
        Unicode.Scalar(value).map { Character($0) == character } ?? false
      }
    }
  }
}

/// True for a scalar that is a character of its own next to any other plain scalar, and equivalent to no other
/// character.
func isPlain(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09, 0x0A, 0x20..<0x7F, 0x3400...0x9FFF, 0x3000...0x3029, 0x3031...0x3096, 0x30A0...0x30FF, 0x2010...0x2027,
    0xFF01...0xFF9D, 0xB7, 0x2030...0x203B, 0x2103, 0x2116, 0x2160...0x217F, 0x2460...0x26FF:
    true
  default: false
  }
}

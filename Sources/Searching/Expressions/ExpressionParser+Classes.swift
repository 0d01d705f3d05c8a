// Escapes and classes of characters.
extension ExpressionParser {
  /// Parses the characters behind a backslash.
  mutating func escape(from start: Int) throws(ExpressionMistake) -> ExpressionNode {
    switch next {
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.noWordBoundary)
    case "A": return assertion(.textStart)
    case "z", "Z": return assertion(.textEnd)
    case "1", "2", "3", "4", "5", "6", "7", "8", "9", "k", "g":
      index += 1
      throw mistake(.refersBack, from: start)
    default: return .one(try escapedTest(from: start))
    }
  }

  private mutating func assertion(_ assertion: Assertion) -> ExpressionNode {
    index += 1
    return .assertion(assertion)
  }

  /// Parses an escape that stands for characters.
  private mutating func escapedTest(from start: Int) throws(ExpressionMistake) -> CharacterTest {
    guard let character = next else { throw mistake(.unknownEscape, from: start) }
    index += 1
    switch character {
    case "d": return .property(.number)
    case "D": return .not(.property(.number))
    case "w": return .property(.word)
    case "W": return .not(.property(.word))
    case "s": return .property(.space)
    case "S": return .not(.property(.space))
    case "h": return .property(.horizontalSpace)
    case "H": return .not(.property(.horizontalSpace))
    case "v", "R": return .property(.newline)
    case "V": return .not(.property(.newline))
    case "X": return .any
    case "p", "P":
      guard take("{"), let name = take(upTo: "}") else { throw mistake(.unknownProperty, from: start) }
      let isNegated = (character == "P") != name.hasPrefix("^")
      guard let test = CharacterTest(propertyNamed: name) else { throw mistake(.unknownProperty, from: start) }
      return isNegated ? .not(test) : test
    default: return literal(try escapedCharacter(character, from: start))
    }
  }

  /// The one character that an escape stands for.
  private mutating func escapedCharacter(_ sign: Character, from start: Int) throws(ExpressionMistake) -> Character {
    switch sign {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "f": return "\u{0C}"
    case "e": return "\u{1B}"
    case "a": return "\u{07}"
    case "x": if let character = hexadecimal(digits: 2) { return character }
    case "u": if let character = hexadecimal(digits: 4) { return character }
    case "U": if let character = hexadecimal(digits: 8) { return character }
    case _ where sign.isASCII && (sign.isPunctuation || sign.isSymbol || sign == " "): return sign
    default: break
    }
    throw mistake(.unknownEscape, from: start)
  }

  /// The character of a number in braces or of so many digits.
  private mutating func hexadecimal(digits count: Int) -> Character? {
    var digits = String(characters[index...].prefix(count))
    if take("{") { digits = take(upTo: "}") ?? "" } else { index = min(index + count, characters.count) }
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map(Character.init)
  }

  private func caseless(_ test: CharacterTest) -> CharacterTest { options.ignoresCase ? .caseless(test) : test }

  // MARK: Classes

  /// Parses a class behind its opening bracket: members, and the set operations `&&`, `--` and `~~`, from left to
  /// right (UTS #18, 1.3).
  mutating func characterClass(from start: Int) throws(ExpressionMistake) -> CharacterTest {
    let isNegated = take("^")
    var test = try members(from: start)
    while !take("]") {
      let operation = characters[index]
      index += 2
      let other = try members(from: start)
      switch operation {
      case "&": test = .all([test, other])
      case "-": test = .all([test, .not(other)])
      default: test = .some([.all([test, .not(other)]), .all([.not(test), other])])
      }
    }
    return isNegated ? .not(test) : test
  }

  /// Parses members up to a closing bracket or a set operation.
  private mutating func members(from start: Int) throws(ExpressionMistake) -> CharacterTest {
    var spans: [ClosedRange<UInt32>] = []
    var tests: [CharacterTest] = []
    while let character = next, character != "]", !isAtOperation {
      let place = index
      let test = try member()
      guard next == "-", index + 1 < characters.count, characters[index + 1] != "]", !isAtOperation else {
        if let scalar = test.onlyScalar { spans.append(scalar...scalar) } else { tests.append(test) }
        continue
      }
      index += 1
      guard let low = test.onlyScalar, let high = try member().onlyScalar, low <= high else {
        throw mistake(.wrongSpan, from: place)
      }
      spans.append(low...high)
    }
    if next == nil { throw ExpressionMistake(kind: .notClosed("]")) }
    if !spans.isEmpty { tests.append(caseless(.spans(spans))) }
    guard let first = tests.first else { throw mistake(.emptyClass, from: start) }
    return tests.count == 1 ? first : .some(tests)
  }

  private var isAtOperation: Bool {
    ["&&", "--", "~~"].contains { characters[index...].starts(with: $0) }
  }

  private mutating func member() throws(ExpressionMistake) -> CharacterTest {
    let start = index
    if take("[:") {
      let isNegated = take("^")
      if let name = take(upTo: ":"), take("]") {
        guard let test = CharacterTest(propertyNamed: name) else { throw mistake(.unknownProperty, from: start) }
        return isNegated ? .not(test) : test
      }
      index = start
    }
    if take("[") { return try characterClass(from: start) }
    if take("\\") { return try escapedTest(from: start) }
    index += 1
    return literal(characters[start])
  }
}

extension CharacterTest {
  /// The scalar that a literal consists of.
  fileprivate var onlyScalar: UInt32? {
    switch self {
    case .caseless(let test): return test.onlyScalar
    case .literal(let character):
      let scalars = character.unicodeScalars
      return scalars.count == 1 ? scalars.first?.value : nil
    default: return nil
    }
  }
}

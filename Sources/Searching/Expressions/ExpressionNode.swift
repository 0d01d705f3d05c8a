/// What a regular expression is made of, as far as it can be looked for without ever going back.
indirect enum ExpressionNode: Sendable, Equatable {
  case empty
  case one(CharacterTest)
  /// The start of the text, `^`.
  case start
  /// The end of the text, `$`.
  case end
  case sequence([ExpressionNode])
  case choice([ExpressionNode])
  /// - Parameter most: nil for any number.
  case repeated(ExpressionNode, least: Int, most: Int?, isLazy: Bool)
}

/// What a character must be.
enum CharacterTest: Sendable, Hashable {
  case literal(Character)
  /// `.`: anything but the end of a line.
  case any
  /// A class of plain characters and spans of them.
  case spans([ClosedRange<UInt32>], isNegated: Bool)
  /// What Swift's `Regex` says of a class or an escape by itself: `\w`, `[^\d,]`, `\p{Han}`.
  case asked(String)
}

/// Reads a regular expression in the syntax of Swift's `Regex`, which has found it right.
struct ExpressionParser {
  /// The expression has something of which only `Regex` knows what it means: looking ahead, references, options.
  struct Unknown: Error {}

  private let characters: [Character]
  private var index = 0

  static func node(_ pattern: String) throws(Unknown) -> ExpressionNode {
    var parser = ExpressionParser(characters: Array(pattern))
    let node = try parser.choice()
    guard parser.next == nil else { throw Unknown() }
    return node
  }

  private init(characters: [Character]) { self.characters = characters }

  private var next: Character? { index < characters.count ? characters[index] : nil }

  private mutating func take(_ text: String) -> Bool {
    guard characters[index...].starts(with: text) else { return false }
    index += text.count
    return true
  }

  private mutating func choice() throws(Unknown) -> ExpressionNode {
    var nodes = [try sequence()]
    while take("|") { nodes.append(try sequence()) }
    return nodes.count == 1 ? nodes[0] : .choice(nodes)
  }

  private mutating func sequence() throws(Unknown) -> ExpressionNode {
    var nodes: [ExpressionNode] = []
    while let character = next, character != "|", character != ")" { nodes.append(try quantified()) }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quantified() throws(Unknown) -> ExpressionNode {
    var node = try atom()
    while let (least, most) = try quantity() {
      guard node != .start, node != .end, !take("+") else { throw Unknown() }
      node = .repeated(node, least: least, most: most, isLazy: take("?"))
      // Twice quantified is an error, or means something else.
      if let next, "*+?{".contains(next) { throw Unknown() }
    }
    return node
  }

  private mutating func quantity() throws(Unknown) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard next == "{", let end = characters[index...].firstIndex(of: "}") else { return nil }
    let parts = characters[index + 1..<end].split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    // What is no number of times is text.
    guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
      let least = parts[0].isEmpty ? 0 : wholeNumber(parts[0])
    else { return nil }
    var most: Int? = parts.count == 1 ? least : nil
    if parts.count == 2, !parts[1].isEmpty {
      guard let number = wholeNumber(parts[1]), number >= least else { throw Unknown() }
      most = number
    }
    index = end + 1
    return (least, most)
  }

  private mutating func atom() throws(Unknown) -> ExpressionNode {
    guard let character = next else { throw Unknown() }
    switch character {
    case "(": return try group()
    case "[": return .one(try characterClass())
    case "\\": return .one(try escape())
    case "*", "+", "?": throw Unknown()
    default: index += 1
    }
    switch character {
    case ".": return .one(.any)
    case "^": return .start
    case "$": return .end
    default: return .one(.literal(character))
    }
  }

  private mutating func group() throws(Unknown) -> ExpressionNode {
    index += 1
    if take("?") {
      if take("<"), let first = next, first.isLetter {
        guard let end = characters[index...].firstIndex(of: ">") else { throw Unknown() }
        index = end + 1
      } else if characters[index - 1] == "<" || !take(":") {
        throw Unknown()
      }
    } else if next == "*" {
      throw Unknown()
    }
    let node = try choice()
    guard take(")") else { throw Unknown() }
    return node
  }

  private mutating func escape() throws(Unknown) -> CharacterTest {
    let start = index
    index += 1
    guard let character = next else { throw Unknown() }
    index += 1
    switch character {
    case "d", "D", "w", "W", "s", "S": return .asked("\\" + String(character))
    case "p", "P":
      guard take("{"), let end = characters[index...].firstIndex(of: "}") else { throw Unknown() }
      index = end + 1
      return .asked(String(characters[start..<index]))
    case _ where character.isASCII && (character.isPunctuation || character.isSymbol): return .literal(character)
    default: throw Unknown()
    }
  }

  private mutating func characterClass() throws(Unknown) -> CharacterTest {
    let start = index
    var depth = 0
    repeat {
      guard let character = next else { throw Unknown() }
      index += character == "\\" ? 2 : 1
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
    } while depth > 0
    guard index <= characters.count else { throw Unknown() }
    let text = characters[start..<index]
    return Self.spans(text.dropFirst().dropLast()) ?? .asked(String(text))
  }

  /// A class of nothing but characters that mean themselves, and spans of them.
  private static func spans(_ text: ArraySlice<Character>) -> CharacterTest? {
    let isNegated = text.first == "^"
    var rest = text.dropFirst(isNegated ? 1 : 0)
    var spans: [ClosedRange<UInt32>] = []
    func plain(_ character: Character?) -> UInt32? {
      guard let character, let scalar = character.unicodeScalars.first, isPlain(scalar.value) else { return nil }
      return character.unicodeScalars.count == 1 && !"[]\\^-&~".contains(character) ? scalar.value : nil
    }
    while let first = rest.popFirst() {
      guard let low = plain(first) else { return nil }
      guard rest.first == "-" else {
        spans.append(low...low)
        continue
      }
      guard let high = plain(rest.dropFirst().first), low <= high else { return nil }
      spans.append(low...high)
      rest = rest.dropFirst(2)
    }
    return spans.isEmpty ? nil : .spans(spans, isNegated: isNegated)
  }
}

/// Whether a scalar is a character of its own beside others of which this is true, and equal to no other character.
func isPlain(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09, 0x0A, 0x20..<0x7F, 0x3400...0x9FFF, 0x3000...0x3029, 0x3031...0x3096, 0x30A0...0x30FF, 0x2010...0x2027,
    0xFF01...0xFF9D, 0xB7, 0x2030...0x203B, 0x2103, 0x2116, 0x2160...0x217F, 0x2460...0x26FF:
    true
  default: false
  }
}

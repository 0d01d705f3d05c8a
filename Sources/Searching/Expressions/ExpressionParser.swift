/// Parses a regular expression: the syntax of Perl's that RE2 has, too, and the classes of UTS #18.
///
/// A character is an extended grapheme cluster, as in Swift's `Regex`.
struct ExpressionParser {
  struct Options {
    var ignoresCase = false
    var dotTakesNewlines = false
    var isMultiline = false
  }

  let characters: [Character]
  var index = 0
  var options = Options()
  /// True between `\Q` and `\E`.
  private var isQuoting = false

  static func node(_ pattern: String) throws(ExpressionMistake) -> ExpressionNode {
    var parser = ExpressionParser(characters: Array(pattern))
    let node = try parser.choice()
    guard parser.next == nil else { throw parser.mistake(.notOpened, from: parser.index, length: 1) }
    return node
  }

  private init(characters: [Character]) { self.characters = characters }

  var next: Character? { index < characters.count ? characters[index] : nil }

  mutating func take(_ text: String) -> Bool {
    guard characters[index...].starts(with: text) else { return false }
    index += text.count
    return true
  }

  /// The characters up to a mark, which is taken, too; nil where there is none.
  mutating func take(upTo mark: Character) -> String? {
    guard let end = characters[index...].firstIndex(of: mark) else { return nil }
    defer { index = end + 1 }
    return String(characters[index..<end])
  }

  /// A fault from a character on.
  /// - Parameter length: in characters; nil up to the current one.
  func mistake(_ fault: QueryMistake.ExpressionFault, from start: Int, length: Int? = nil) -> ExpressionMistake {
    func offset(_ index: Int) -> Int { characters[..<min(index, characters.count)].reduce(0) { $0 + $1.utf8.count } }
    return ExpressionMistake(kind: fault, range: offset(start)..<offset(length.map { start + $0 } ?? index))
  }

  private mutating func choice() throws(ExpressionMistake) -> ExpressionNode {
    var nodes = [try sequence()]
    while take("|") { nodes.append(try sequence()) }
    return nodes.count == 1 ? nodes[0] : .choice(nodes)
  }

  private mutating func sequence() throws(ExpressionMistake) -> ExpressionNode {
    var nodes: [ExpressionNode] = []
    while let character = next {
      if take(isQuoting ? "\\E" : "\\Q") {
        isQuoting.toggle()
      } else if isQuoting || character != "|" && character != ")" {
        nodes.append(try quantified())
      } else {
        break
      }
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quantified() throws(ExpressionMistake) -> ExpressionNode {
    let node = try atom()
    if isQuoting { return node }
    let start = index
    guard let (least, most) = try quantity() else { return node }
    if case .assertion = node { throw mistake(.nothingToRepeat, from: start) }
    if take("+") { throw mistake(.givesNothingBack, from: start) }
    let isLazy = take("?")
    let end = index
    if try quantity() != nil { throw mistake(.nothingToRepeat, from: end) }
    return .repeated(node, least: least, most: most, isLazy: isLazy)
  }

  private mutating func quantity() throws(ExpressionMistake) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = index
    guard next == "{", let end = characters[index...].firstIndex(of: "}") else { return nil }
    let parts = characters[index + 1..<end].split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    // Braces around anything else are text.
    guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30..<0x3A).contains($0) } })
    else { return nil }
    index = end + 1
    let numbers = parts.map { Int($0) }
    guard zip(parts, numbers).allSatisfy({ $0.isEmpty || $1 != nil }) else { throw ExpressionMistake(kind: .tooLarge) }
    let least = numbers[0] ?? 0
    let most = parts.count == 1 ? least : numbers[1]
    guard most.map({ $0 >= least }) ?? true else { throw mistake(.wrongSpan, from: start) }
    return (least, most)
  }

  private mutating func atom() throws(ExpressionMistake) -> ExpressionNode {
    let start = index
    if !isQuoting {
      if take("(") { return try group(from: start) }
      if take("[") { return .one(try characterClass(from: start)) }
      if take("\\") { return try escape(from: start) }
      if take("^") { return .assertion(options.isMultiline ? .lineStart : .textStart) }
      if take("$") { return .assertion(options.isMultiline ? .lineEnd : .textEnd) }
      if take(".") { return .one(options.dotTakesNewlines ? .any : .not(.property(.newline))) }
      if try quantity() != nil { throw mistake(.nothingToRepeat, from: start) }
    }
    index = start + 1
    return .one(literal(characters[start]))
  }

  func literal(_ character: Character) -> CharacterTest {
    options.ignoresCase ? .caseless(.literal(character)) : .literal(character)
  }

  // MARK: Groups

  private mutating func group(from start: Int) throws(ExpressionMistake) -> ExpressionNode {
    let outside = options
    if take("*") { throw mistake(.unknownGroup, from: start) }
    if take("?"), let node = try groupKind(from: start) { return node }
    let node = try choice()
    guard take(")") else { throw ExpressionMistake(kind: .notClosed(")")) }
    options = outside
    return node
  }

  /// Takes the characters behind `(?`.
  /// - Returns: the node of a group that has no content of its own.
  private mutating func groupKind(from start: Int) throws(ExpressionMistake) -> ExpressionNode? {
    if take(":") { return nil }
    for sign in ["=", "!", "<=", "<!", "*", "<*"] where take(sign) { throw mistake(.looksAround, from: start) }
    if take(">") { throw mistake(.givesNothingBack, from: start) }
    for sign in ["P=", "P>", "R", "&"] where take(sign) { throw mistake(.refersBack, from: start) }
    if take("#") {
      guard take(upTo: ")") != nil else { throw ExpressionMistake(kind: .notClosed(")")) }
      return .empty
    }
    if take("P<") || take("<") || take("'") {
      guard let name = take(upTo: characters[index - 1] == "'" ? "'" : ">"), !name.isEmpty,
        name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
      else { throw mistake(.unknownGroup, from: start) }
      return nil
    }
    return try takeOptions(from: start)
  }

  /// Takes options, which hold to the end of the group that they stand in or begin.
  private mutating func takeOptions(from start: Int) throws(ExpressionMistake) -> ExpressionNode? {
    var isOn = true
    while let character = next {
      index += 1
      switch character {
      case "i": options.ignoresCase = isOn
      case "m": options.isMultiline = isOn
      case "s": options.dotTakesNewlines = isOn
      case "-": isOn = false
      case ":": return nil
      case ")" where index - start > 3: return .empty
      default: throw mistake(.unknownGroup, from: start)
      }
    }
    throw ExpressionMistake(kind: .notClosed(")"))
  }
}

/// How much an engine that goes back may do with an expression at one place of a text, and a spelling of it in which no
/// repeat is without end.
///
/// Whatever it does not know for certain has no cost that can be told: what this reads otherwise than `Regex` does
/// could hide a repeat.
struct ExpressionCost {
  /// The expression has something of which it is not known how much it may take.
  private struct Unknown: Error {}

  /// Part of an expression.
  private struct Part {
    /// Steps from one place on, all ways taken together.
    var work = 0.0
    /// Ways to go on behind it.
    var ways = 1.0
    /// Characters at most.
    var length = 0.0
    /// Whether it refers to what a group has found.
    var refersBack = false
  }

  /// As often as that a repeat without end repeats.
  static let mostRepeats = 200
  /// Steps from one place on, as they are counted here. The slowest, groups in a loop, take a microsecond or two each.
  private static let mostWork = 1_000.0

  private let characters: [Character]
  private var index = 0
  private var bounded = ""
  private var longestGroup = 1.0

  /// The same expression where no repeat has more than `mostRepeats`; nil for one that could take too long.
  static func bounded(_ pattern: String) -> String? {
    var cost = ExpressionCost(characters: Array(pattern))
    guard let part = try? cost.whole(), part.work <= mostWork else { return nil }
    return cost.bounded
  }

  private init(characters: [Character]) { self.characters = characters }

  private var next: Character? { index < characters.count ? characters[index] : nil }

  private mutating func take() throws(Unknown) -> Character {
    guard let next else { throw Unknown() }
    index += 1
    bounded.append(next)
    return next
  }

  private mutating func take(_ text: String) -> Bool {
    guard characters[index...].starts(with: text) else { return false }
    index += text.count
    bounded += text
    return true
  }

  /// Takes a name and what closes it.
  private mutating func takeName(_ close: Character) throws(Unknown) {
    while case let character = try take(), character != close {
      guard character.isASCII, character.isLetter || character.isNumber || "_=:-".contains(character) else {
        throw Unknown()
      }
    }
  }

  /// Options hold to the end of alternatives in a way of their own, so they are known at the start only.
  private mutating func whole() throws(Unknown) -> Part {
    let flags = characters.dropFirst(2).prefix { "ims-".contains($0) }
    if !flags.isEmpty { _ = take("(?" + String(flags) + ")") }
    let part = try choice()
    guard next == nil else { throw Unknown() }
    return part
  }

  private mutating func choice() throws(Unknown) -> Part {
    var part = try sequence()
    while take("|") {
      let other = try sequence()
      part.work += other.work
      part.ways += other.ways
      part.length = max(part.length, other.length)
      part.refersBack = part.refersBack || other.refersBack
    }
    return part
  }

  private mutating func sequence() throws(Unknown) -> Part {
    var part = Part()
    while let next, next != "|", next != ")" {
      let other = try quantified()
      part.work += part.ways * (other.work + 1)
      part.ways *= other.ways
      part.length += other.length
      part.refersBack = part.refersBack || other.refersBack
    }
    return part
  }

  private mutating func quantified() throws(Unknown) -> Part {
    let isGroup = next == "("
    var part = try atom()
    var isRepeated = false
    while let (least, most) = try quantity() {
      // A group that refers to itself grows each time.
      guard !part.refersBack || !isGroup else { throw Unknown() }
      part = Self.repeated(part, least, most)
      guard !isRepeated else { throw Unknown() }
      isRepeated = true
    }
    return part
  }

  private static func repeated(_ part: Part, _ least: Int, _ most: Int) -> Part {
    var all = Part(work: 1, ways: least == 0 ? 1 : 0, length: part.length * Double(most), refersBack: part.refersBack)
    var ways = 1.0
    for time in 0..<most where all.work <= mostWork {
      // To go back into a group, what it had found is put back, too.
      all.work += ways * (part.work + (part.ways > 1 ? 8 : 1))
      ways *= part.ways
      if time + 1 >= least { all.ways += ways }
    }
    return all
  }

  /// Takes how often something is repeated, and writes down as often as it may be.
  private mutating func quantity() throws(Unknown) -> (least: Int, most: Int)? {
    guard let sign = next, "*+?{".contains(sign) else { return nil }
    index += 1
    var (least, most) = (sign == "+" ? 1 : 0, sign == "?" ? 1 : Self.mostRepeats)
    if sign == "{" {
      guard let end = characters[index...].firstIndex(of: "}") else { throw Unknown() }
      (least, most) = try Self.span(characters[index..<end])
      index = end + 1
    }
    bounded += "{\(least),\(most)}"
    if let next, next == "?" || next == "+" { _ = try take() }
    return (least, most)
  }

  private static func span(_ text: ArraySlice<Character>) throws(Unknown) -> (Int, Int) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
    guard numbers.count <= 2, text.count > 0, text.allSatisfy({ $0 == "," || ("0"..."9").contains($0) }),
      let least = numbers[0].isEmpty ? 0 : Int(String(numbers[0])), Double(least) <= mostWork
    else { throw Unknown() }
    guard numbers.count == 2, let last = numbers.last, !last.isEmpty else {
      return (least, numbers.count == 1 ? least : max(least, mostRepeats))
    }
    guard let most = Int(String(last)), least <= most, Double(most) <= mostWork else { throw Unknown() }
    return (least, most)
  }

  private mutating func atom() throws(Unknown) -> Part {
    switch try take() {
    case "(": return try group()
    case "[": try characterClass()
    case "\\": return try escape()
    // What is text to one engine may be a number of times to another.
    case "{", "*", "+", "?": throw Unknown()
    default: break
    }
    return Part(work: 1, length: 1)
  }

  private mutating func group() throws(Unknown) -> Part {
    if take("?") {
      if !["<=", "<!", ":", "=", "!", ">"].contains(where: { take($0) }) {
        if take("P<") || take("<") {
          try takeName(">")
        } else {
          while try !":".contains(takeOption()) {}
        }
      }
    } else if next == "*" {
      throw Unknown()
    }
    let part = try choice()
    guard take(")") else { throw Unknown() }
    longestGroup = max(longestGroup, part.length)
    return part
  }

  private mutating func takeOption() throws(Unknown) -> Character {
    let option = try take()
    guard "ims-:".contains(option) else { throw Unknown() }
    return option
  }

  private mutating func characterClass() throws(Unknown) {
    var depth = 1
    while depth > 0 {
      switch try take() {
      case "\\": guard try take() != "Q" else { throw Unknown() }
      case "[": depth += 1
      case "]":
        // At the start of a class it may stand for itself.
        guard let last = characters[..<(index - 1)].last, last != "[", last != "^" else { throw Unknown() }
        depth -= 1
      default: break
      }
    }
  }

  private mutating func escape() throws(Unknown) -> Part {
    let character = try take()
    switch character {
    case "1"..."9": return Part(work: longestGroup, length: longestGroup, refersBack: true)
    case "k":
      guard take("<") else { throw Unknown() }
      try takeName(">")
      return Part(work: longestGroup, length: longestGroup, refersBack: true)
    case "p", "P", "x", "u", "N": if take("{") { try takeName("}") }
    case "d", "D", "w", "W", "s", "S", "b", "B", "A", "z", "Z", "h", "H", "v", "V", "R", "X", "t", "n", "r", "f": break
    case _ where character.isASCII && (character.isPunctuation || character.isSymbol): break
    default: throw Unknown()
    }
    return Part(work: 1, length: 1)
  }
}

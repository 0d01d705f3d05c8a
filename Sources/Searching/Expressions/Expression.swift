import CSystem

/// A regular expression in the syntax of Swift's `Regex`, ready to be looked for in a time that has a bound.
///
/// Nearly all are followed step by step (`ExpressionRun`), which finds what `Regex` does. What looks ahead or behind,
/// refers back or sets options is left to `Regex`, unless that could take for ever.
struct Expression {
  /// What finds it; nil where that is left to `regex`.
  private var run: ExpressionRun?
  private let regex: Regex<AnyRegexOutput>
  /// UTF-8 that every match has in it; empty where none is sure.
  private let certain: [UInt8]

  /// - Throws: what is wrong with it, at no place.
  init(_ pattern: String) throws(QueryMistake) {
    do { regex = try Regex(pattern) } catch { throw QueryMistake(.expressionWrong("\(error)"), at: 0..<0) }
    guard let node = try? ExpressionParser.node(pattern) else {
      guard !isDangerous(pattern) else { throw QueryMistake(.expressionTooCostly, at: 0..<0) }
      certain = []
      return
    }
    guard let program = ExpressionProgram(node), program.tests.count <= CharacterClasses.mostTests else {
      throw QueryMistake(.expressionTooCostly, at: 0..<0)
    }
    run = ExpressionRun(program)
    let text = node.certainText
    certain = text.unicodeScalars.allSatisfy { isPlain($0.value) } ? Array(text.utf8) : []
  }

  /// Whether every match has some text that is known, so that not everything can match.
  var isNarrow: Bool { !certain.isEmpty }

  /// The matches in a text that are not empty, in UTF-8 offsets; they do not overlap.
  /// - Complexity: O(n) for nearly all expressions, with a factor that is the expression's length at most.
  mutating func ranges(in text: String) -> [Range<Int>] {
    guard canBe(in: text) else { return [] }
    if let ranges = run?.ranges(in: text) { return ranges }
    return text.matches(of: regex).compactMap { found in
      let start = text.utf8.distance(from: text.startIndex, to: found.range.lowerBound)
      let length = text.utf8.distance(from: found.range.lowerBound, to: found.range.upperBound)
      return length > 0 ? start..<start + length : nil
    }
  }

  /// Whether a text has what every match has, or may have it in another spelling.
  private func canBe(in text: String) -> Bool {
    guard !certain.isEmpty else { return true }
    let answer = text.utf8.withContiguousStorageIfAvailable { bytes in
      bl_memmem(bytes.baseAddress, bytes.count, certain, certain.count) != nil || !bytes.isPlainText
    }
    return answer ?? true
  }
}

/// Whether an engine that goes back could take for ever over a page: repetitions in repetitions, or several of anything.
private func isDangerous(_ pattern: String) -> Bool {
  var groups = [0]
  var unbounded = 0
  var isEscaped = false
  var isInClass = false
  var closed = 0
  let characters = Array(pattern)
  for (index, character) in characters.enumerated() {
    let justClosed = closed
    closed = 0
    if isEscaped {
      isEscaped = false
      continue
    }
    switch character {
    case "\\": isEscaped = true
    case "[": isInClass = true
    case "]": isInClass = false
    case _ where isInClass: break
    case "(": groups.append(0)
    case ")":
      closed = groups.count > 1 ? groups.removeLast() : 0
      groups[groups.count - 1] += closed
    case "|": groups[groups.count - 1] += 1
    case "*", "+", "{":
      if character == "+", index > 0, "*+?}".contains(characters[index - 1]) { continue }
      if justClosed > 0 { return true }
      groups[groups.count - 1] += 1
      unbounded += 1
    default: break
    }
  }
  return unbounded > 2
}

import CSystem

/// A regular expression in the syntax of Swift's `Regex`, ready to be looked for in a time that has a bound.
///
/// Nearly all are followed step by step (`ExpressionRun`), which finds what `Regex` does. What looks ahead or behind,
/// refers back or sets options is left to `Regex`, unless that could take too long (`ExpressionCost`); what repeats
/// without end is then repeated so often at most that the time stays in proportion to the text.
struct Expression {
  /// What finds it; nil where that is left to `regex`.
  private var run: ExpressionRun?
  private let regex: Regex<AnyRegexOutput>?
  /// UTF-8 that every match has in it; empty where none is sure.
  private let certain: [UInt8]

  /// More could hold up what reads it, or overflow its stack.
  private static let (mostBytes, mostOpenings) = (1_000, 60)

  /// - Throws: what is wrong with it, at no place.
  init(_ pattern: String) throws(QueryMistake) {
    let openings = pattern.utf8.count { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
    guard pattern.utf8.count <= Self.mostBytes, openings <= Self.mostOpenings else {
      throw QueryMistake(.expressionTooCostly, at: 0..<0)
    }
    let checked = try Self.regex(pattern)
    guard let node = try? ExpressionParser.node(pattern) else {
      guard let bounded = ExpressionCost.bounded(pattern) else { throw QueryMistake(.expressionTooCostly, at: 0..<0) }
      regex = bounded == pattern ? checked : try Self.regex(bounded)
      certain = []
      return
    }
    regex = nil
    guard let program = ExpressionProgram(node), program.tests.count <= CharacterClasses.mostTests else {
      throw QueryMistake(.expressionTooCostly, at: 0..<0)
    }
    run = ExpressionRun(program)
    let text = node.certainText
    certain = text.unicodeScalars.allSatisfy { isPlain($0.value) } ? Array(text.utf8) : []
  }

  private static func regex(_ pattern: String) throws(QueryMistake) -> Regex<AnyRegexOutput> {
    do { return try Regex(pattern) } catch { throw QueryMistake(.expressionWrong("\(error)"), at: 0..<0) }
  }

  /// Whether every match has some text that is known, so that not everything can match.
  var isNarrow: Bool { !certain.isEmpty }

  /// The matches in a text that are not empty, in UTF-8 offsets; they do not overlap.
  /// - Complexity: O(n), with a factor that is the expression's steps at most, or what `ExpressionCost` allows.
  mutating func ranges(in text: String) -> [Range<Int>] {
    guard canBe(in: text) else { return [] }
    if let ranges = run?.ranges(in: text) { return ranges }
    guard let regex else { return [] }
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

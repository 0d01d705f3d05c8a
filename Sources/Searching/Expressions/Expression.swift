import CSystem
import RegexBuilder

/// A regular expression in the syntax of Swift's `Regex`, ready to be looked for in a time that has a bound.
///
/// Nearly all are followed step by step (`ExpressionRun`), which finds what `Regex` does. What looks ahead or behind,
/// refers back or sets options is left to `Regex`, unless that could take too long (`ExpressionCost`); what repeats
/// without end is then repeated so often at most that the time stays in proportion to the text.
struct Expression {
  /// What finds it; nil where that is left to `regex`.
  private var run: ExpressionRun?
  private let regex: Regex<Substring>?
  private let isWanted: @Sendable () -> Bool
  /// UTF-8 that every match has in it; empty where none is sure.
  private let certain: [UInt8]

  /// More could hold up what reads it, or overflow its stack.
  private static let (mostBytes, mostOpenings) = (1_000, 60)

  /// - Parameter isWanted: asked again and again, at each place where a match may begin if one place can take long;
  ///   once it says no, nothing more is found.
  /// - Throws: what is wrong with it, at no place.
  init(_ pattern: String, while isWanted: @escaping @Sendable () -> Bool = { true }) throws(QueryMistake) {
    self.isWanted = isWanted
    let openings = pattern.utf8.count { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
    guard pattern.utf8.count <= Self.mostBytes, openings <= Self.mostOpenings else {
      throw QueryMistake(.expressionTooCostly, at: 0..<0)
    }
    let checked = try Self.regex(pattern)
    guard let node = try? ExpressionParser.node(pattern) else {
      guard let bounded = ExpressionCost.bounded(pattern) else { throw QueryMistake(.expressionTooCostly, at: 0..<0) }
      let bounding = bounded == pattern ? checked : try Self.regex(bounded)
      regex = Regex {
        Gate(isWanted: isWanted)
        bounding
      }
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

  /// Whether finding it can take long in a text that is read in no time: it is left to `Regex`.
  var isDear: Bool { regex != nil }

  /// Whether every match has some text that is known, so that not everything can match.
  var isNarrow: Bool { !certain.isEmpty }

  /// The matches in a text that are not empty, in UTF-8 offsets; they do not overlap.
  /// - Complexity: O(n), with a factor that is the expression's steps at most, or what `ExpressionCost` allows.
  mutating func ranges(in text: String) -> [Range<Int>] {
    guard isWanted(), canBe(in: text) else { return [] }
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

/// Stands before an expression that goes back while it looks, takes nothing, and ends the looking once it is of no use
/// any more.
private struct Gate: CustomConsumingRegexComponent {
  typealias RegexOutput = Substring

  private struct Ended: Error {}

  let isWanted: @Sendable () -> Bool

  func consuming(
    _ input: String, startingAt index: String.Index, in bounds: Range<String.Index>
  ) throws -> (upperBound: String.Index, output: Substring)? {
    guard isWanted() else { throw Ended() }
    return (index, input[index..<index])
  }
}

extension Query {
  /// Whether it can take seconds to look for it in an issue: an expression in it goes back while it looks.
  public var isDear: Bool {
    clauses.flatMap(\.conditions).flatMap(\.terms).contains { term in
      guard case .regex(let pattern) = term.pattern else { return false }
      return (try? Expression(pattern))?.isDear == true
    }
  }
}

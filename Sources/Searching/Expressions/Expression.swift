import CSystem
import Newspaper
import Synchronization

/// A regular expression, ready to be looked for in a time that has a bound: it is followed step by step
/// (`ExpressionRun`) and never goes back.
struct Expression: Sendable {
  private var run: ExpressionRun
  /// UTF-8 that every match contains; empty where none is certain.
  private let certain: [UInt8]

  /// More would take long to read, or overflow the stack.
  private static let (mostBytes, mostOpenings) = (1_000, 60)

  /// An expression in the syntax of `ExpressionParser`.
  init(_ pattern: String) throws(ExpressionMistake) {
    let openings = pattern.utf8.count { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
    guard pattern.utf8.count <= Self.mostBytes, openings <= Self.mostOpenings else {
      throw ExpressionMistake(kind: .tooLarge)
    }
    let node = try ExpressionParser.node(pattern)
    guard let program = ExpressionProgram(node), program.tests.count <= CharacterClasses.mostTests else {
      throw ExpressionMistake(kind: .tooLarge)
    }
    run = ExpressionRun(program)
    let text = node.certainText
    certain = text.unicodeScalars.allSatisfy { isPlain($0.value) } ? Array(text.utf8) : []
  }

  /// True if every match contains some known text, so that not everything can match.
  var isNarrow: Bool { !certain.isEmpty }

  /// The matches in a text that are not empty, in UTF-8 offsets; they do not overlap.
  /// - Complexity: O(n), with a factor that is the expression's steps at most.
  mutating func ranges(in text: String) -> [Range<Int>] { canBe(in: text) ? run.ranges(in: text) : [] }

  /// Hanzi that stand together in every match of a pattern; empty where none do, or the pattern is wrong.
  static func certainHanzi(in pattern: String) -> String { (try? ExpressionParser.node(pattern).certainHanzi) ?? "" }

  /// Expressions that were looked for lately, with the states that they have met: a corpus has many issues, and to make
  /// an expression ready takes as long as to follow it through one.
  private static let ready = Mutex<[(pattern: String, expression: Expression)]>([])
  private static let mostReady = 8

  /// Calls a function with the expression of a pattern.
  /// - Returns: nil if the pattern is wrong.
  static func withExpression<Result>(_ pattern: String, _ body: (inout Expression) -> Result) -> Result? {
    let known = ready.withLock { ready in
      ready.lastIndex { $0.pattern == pattern }.map { ready.remove(at: $0).expression }
    }
    guard var expression = try? known ?? Expression(pattern) else { return nil }
    defer {
      ready.withLock { ready in
        if ready.count == mostReady { ready.removeFirst() }
        ready.append((pattern, expression))
      }
    }
    return body(&expression)
  }

  /// The number of matches of a pattern in the repaired text of an issue.
  static func count(_ pattern: String, in issue: Issue) -> Int {
    let count = withExpression(pattern) { expression in
      issue.articles.lazy.flatMap(\.blocks).reduce(0) { $0 + expression.ranges(in: $1.passage.text).count }
    }
    return count ?? 0
  }

  /// True if a text contains what every match contains, or may contain it in another spelling.
  private func canBe(in text: String) -> Bool {
    guard !certain.isEmpty else { return true }
    let answer = text.utf8.withContiguousStorageIfAvailable { bytes in
      bl_memmem(bytes.baseAddress, bytes.count, certain, certain.count) != nil || !bytes.isPlainText
    }
    return answer ?? true
  }
}

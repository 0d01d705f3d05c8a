import CSystem

/// A regular expression, ready to be looked for in a time that has a bound: it is followed step by step
/// (`ExpressionRun`) and never goes back.
struct Expression {
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

  /// True if a text contains what every match contains, or may contain it in another spelling.
  private func canBe(in text: String) -> Bool {
    guard !certain.isEmpty else { return true }
    let answer = text.utf8.withContiguousStorageIfAvailable { bytes in
      bl_memmem(bytes.baseAddress, bytes.count, certain, certain.count) != nil || !bytes.isPlainText
    }
    return answer ?? true
  }
}

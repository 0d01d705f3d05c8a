/// A regular expression as steps that are followed all at once, so that the time is never more than characters times
/// steps (Thompson; in the order of Pike's, which is that of an engine that goes back).
struct ExpressionProgram: Sendable {
  enum Step: Sendable {
    /// A character for which a test of `tests` is true.
    case one(Int)
    case assertion(Assertion)
    /// Both; the first one is preferred.
    case split(Int, Int)
    case jump(Int)
    case match
  }

  private(set) var steps: [Step] = []
  private(set) var tests: [CharacterTest] = []

  /// More steps take too long over a large issue.
  static let mostSteps = 600

  /// Nil for one of too many steps.
  init?(_ node: ExpressionNode) {
    guard add(node) else { return nil }
    steps.append(.match)
  }

  private mutating func add(_ node: ExpressionNode) -> Bool {
    guard steps.count < Self.mostSteps else { return false }
    switch node {
    case .empty: return true
    case .assertion(let assertion): steps.append(.assertion(assertion))
    case .one(let test): steps.append(.one(number(of: test)))
    case .sequence(let nodes): return nodes.allSatisfy { add($0) }
    case .choice(let nodes): return add(choice: nodes[...])
    case .repeated(let node, let least, let most, let isLazy): return add(node, least, most, isLazy)
    }
    return true
  }

  private mutating func number(of test: CharacterTest) -> Int {
    if let index = tests.firstIndex(of: test) { return index }
    tests.append(test)
    return tests.count - 1
  }

  private mutating func add(choice nodes: ArraySlice<ExpressionNode>) -> Bool {
    guard let first = nodes.first, nodes.count > 1 else { return nodes.first.map { add($0) } ?? true }
    let split = steps.count
    steps.append(.match)
    guard add(first) else { return false }
    let jump = steps.count
    steps.append(.match)
    steps[split] = .split(split + 1, steps.count)
    guard add(choice: nodes.dropFirst()) else { return false }
    steps[jump] = .jump(steps.count)
    return true
  }

  private mutating func add(_ node: ExpressionNode, _ least: Int, _ most: Int?, _ isLazy: Bool) -> Bool {
    for _ in 0..<least {
      let count = steps.count
      guard add(node) else { return false }
      // A repeat of nothing takes no steps.
      if steps.count == count { break }
    }
    func split(_ on: Int, _ out: Int) -> Step { isLazy ? .split(out, on) : .split(on, out) }
    guard let most else {
      let loop = steps.count
      steps.append(.match)
      guard add(node) else { return false }
      steps.append(.jump(loop))
      steps[loop] = split(loop + 1, steps.count)
      return true
    }
    var ways: [Int] = []
    for _ in least..<most {
      ways.append(steps.count)
      steps.append(.match)
      guard add(node) else { return false }
    }
    for way in ways { steps[way] = split(way + 1, steps.count) }
    return true
  }
}

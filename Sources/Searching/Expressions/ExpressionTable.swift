/// Sets of steps that an expression can be at, as states of a table that is made as far as it is needed: what follows
/// on a state and a class of characters is looked up.
struct ExpressionTable {
  private let program: ExpressionProgram
  /// By state: its steps, the preferred ones first, none behind a match.
  private var states: [[Int]] = []
  private var isMatch: [Bool] = []
  private var numbers: [[Int]: Int32] = [:]
  /// By state and class.
  private var next: [Int32] = []

  private static let mostStates = 1_000
  private static let mostClasses = 64
  private static let unknown: Int32 = -1
  private static let dead: Int32 = -2

  init(_ program: ExpressionProgram) {
    self.program = program
    _ = state(of: closure(of: [0]))
  }

  /// The result of a look for a match.
  enum Outcome {
    case found(Range<Int>)
    case nothing
    /// The table would be too large, or many starts lead far and nowhere: another way has to go on from here.
    case givenUp(Int)
  }

  /// The first match from a place on: of those that start there the preferred one.
  mutating func first(in classes: [UInt16], from: Int, _ passed: [UInt128]) -> Outcome {
    guard passed.count <= Self.mostClasses else { return .givenUp(from) }
    var budget = 8 * classes.count + 256
    for start in from..<max(from, classes.count) {
      var (state, place) = (Int32(0), start)
      var end = isMatch[0] ? start : nil
      while place < classes.count {
        let cell = Int(state) * Self.mostClasses + Int(classes[place])
        var following = next[cell]
        if following == Self.unknown {
          guard states.count < Self.mostStates else { return .givenUp(start) }
          following = follow(state, passed[Int(classes[place])])
          next[cell] = following
        }
        guard following != Self.dead else { break }
        state = following
        place += 1
        if isMatch[Int(state)] { end = place }
      }
      if let end { return .found(start..<end) }
      budget -= place - start
      if budget < 0 { return .givenUp(start + 1) }
    }
    return .nothing
  }

  private mutating func follow(_ number: Int32, _ passed: UInt128) -> Int32 {
    let steps = states[Int(number)].compactMap { step in
      if case .one(let test) = program.steps[step], passed >> UInt128(test) & 1 == 1 { step + 1 } else { nil }
    }
    return steps.isEmpty ? Self.dead : state(of: closure(of: steps))
  }

  private mutating func state(of steps: [Int]) -> Int32 {
    if let number = numbers[steps] { return number }
    let number = Int32(states.count)
    numbers[steps] = number
    states.append(steps)
    isMatch.append(steps.last.map { if case .match = program.steps[$0] { true } else { false } } ?? false)
    next += [Int32](repeating: Self.unknown, count: Self.mostClasses)
    return number
  }

  /// The steps that take a character, or the match, that some steps lead to.
  private func closure(of steps: [Int]) -> [Int] {
    var closed: [Int] = []
    var seen = Set<Int>()
    var rest = Array(steps.reversed())
    while let step = rest.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch program.steps[step] {
      case .one: closed.append(step)
      case .match: return closed + [step]
      case .split(let one, let other): rest += [other, one]
      case .jump(let other): rest.append(other)
      // Programs with assertions are followed in another way.
      case .assertion: break
      }
    }
    return closed
  }
}

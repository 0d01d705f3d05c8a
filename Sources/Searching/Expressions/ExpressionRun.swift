/// Follows a program over texts.
struct ExpressionRun {
  private var classes: CharacterClasses
  /// Nil for a program with assertions.
  private var table: ExpressionTable?
  private var threads: ExpressionThreads
  /// By place of the text: the assertions that hold there, where the program has any.
  private var marks: [UInt8] = []

  init(_ program: ExpressionProgram) {
    classes = CharacterClasses(program.tests)
    let hasAssertions = program.steps.contains { if case .assertion = $0 { true } else { false } }
    table = hasAssertions ? nil : ExpressionTable(program)
    threads = ExpressionThreads(program)
  }

  /// The matches in a text that are not empty, in UTF-8 offsets; they do not overlap.
  mutating func ranges(in text: String) -> [Range<Int>] {
    let (units, offsets) = classes.read(text)
    if table == nil { marks = Assertion.marks(of: text) }
    var ranges: [Range<Int>] = []
    var from = 0
    while from <= units.count, let found = first(in: units, from: from) {
      if found.isEmpty {
        from = found.upperBound + 1
      } else {
        ranges.append(Int(offsets[found.lowerBound])..<Int(offsets[found.upperBound]))
        from = found.upperBound
      }
    }
    return ranges
  }

  private mutating func first(in units: [UInt16], from: Int) -> Range<Int>? {
    switch table?.first(in: units, from: from, classes.passed) {
    case .found(let range): range
    case .nothing: nil
    case .givenUp(let start): threads.first(in: units, from: start, classes.passed, marks)
    case nil: threads.first(in: units, from: from, classes.passed, marks)
    }
  }
}

/// All places of a program at once, with where each of them started.
struct ExpressionThreads {
  private let program: ExpressionProgram
  /// The round in which a step was followed: once a character is enough.
  private var visited: [Int]
  private var round = 0
  private var now: [(step: Int, start: Int)] = []
  private var next: [(step: Int, start: Int)] = []
  /// The tests, as bits, of which one must be true of the first character behind the text's start; nil where a match
  /// may need none.
  private let firstTests: UInt128?

  init(_ program: ExpressionProgram) {
    self.program = program
    visited = Array(repeating: 0, count: program.steps.count)
    firstTests = Self.beginnings(program)
  }

  private static func beginnings(_ program: ExpressionProgram) -> UInt128? {
    var (tests, seen, rest) = (UInt128(0), Set<Int>(), [0])
    while let step = rest.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch program.steps[step] {
      case .one(let test): tests |= 1 << UInt128(test)
      case .split(let one, let other): rest += [one, other]
      case .jump(let other): rest.append(other)
      // It holds nowhere behind the text's start.
      case .assertion(.textStart): break
      case .assertion(.textEnd), .assertion(.lineEnd), .match: return nil
      case .assertion: rest.append(step + 1)
      }
    }
    return tests
  }

  /// The first match from a place on: of those that start there the preferred one.
  /// - Parameters:
  ///   - passed: the tests that are true of each class.
  ///   - marks: by place, the assertions that hold there; empty for a program without assertions.
  mutating func first(in units: [UInt16], from: Int, _ passed: [UInt128], _ marks: [UInt8]) -> Range<Int>? {
    var found: Range<Int>?
    now.removeAll(keepingCapacity: true)
    var place = from
    while true {
      if now.isEmpty {
        if found != nil { return found }
        guard skip(&place, units, passed) else { return nil }
      }
      spread(at: place, marks.isEmpty ? 0 : marks[place], startsAnew: found == nil)
      next.removeAll(keepingCapacity: true)
      for (step, start) in now {
        if case .match = program.steps[step] {
          found = start..<place
          break
        }
        if place < units.count, case .one(let test) = program.steps[step],
          passed[Int(units[place])] >> UInt128(test) & 1 == 1
        {
          next.append((step + 1, start))
        }
      }
      guard place < units.count else { return found }
      swap(&now, &next)
      place += 1
    }
  }

  /// Goes on to where a match can start; false where none can.
  private func skip(_ place: inout Int, _ units: [UInt16], _ passed: [UInt128]) -> Bool {
    guard place > 0, let firstTests else { return true }
    if firstTests == 0 { return false }
    while place < units.count, passed[Int(units[place])] & firstTests == 0 { place += 1 }
    return place < units.count
  }

  /// Follows all that needs no character.
  private mutating func spread(at place: Int, _ marks: UInt8, startsAnew: Bool) {
    round += 1
    let threads = now
    now.removeAll(keepingCapacity: true)
    for thread in threads { follow(thread.step, thread.start, marks) }
    if startsAnew { follow(0, place, marks) }
  }

  /// Adds the steps that a step leads to without a character, the preferred ones first.
  private mutating func follow(_ step: Int, _ start: Int, _ marks: UInt8) {
    guard visited[step] != round else { return }
    visited[step] = round
    switch program.steps[step] {
    case .one, .match: now.append((step, start))
    case .jump(let other): follow(other, start, marks)
    case .split(let one, let other):
      follow(one, start, marks)
      follow(other, start, marks)
    case .assertion(let assertion): if marks & assertion.rawValue != 0 { follow(step + 1, start, marks) }
    }
  }
}

/// Follows a program over texts.
struct ExpressionRun {
  private let program: ExpressionProgram
  /// Steps reached without a character, from each place of the program, are followed once a character.
  private var visited: [Int]
  private var round = 0
  private var now: [(step: Int, start: Int)] = []
  private var next: [(step: Int, start: Int)] = []
  /// What tests said of a character: by test, 1 for no and 2 for yes.
  private var known: [[UInt32: Bool]]
  private let asked: [Regex<AnyRegexOutput>?]
  /// Characters that are no plain scalar, by their numbers.
  private var others: [Character] = []
  /// The tests of which one must be true of the first character; nil where a match needs none.
  private var firstTests: [Int]?

  private static let firstOther: UInt32 = 0x11_0000

  init(_ program: ExpressionProgram) {
    self.program = program
    visited = Array(repeating: 0, count: program.steps.count)
    known = Array(repeating: [:], count: program.tests.count)
    asked = program.tests.map { if case .asked(let text) = $0 { try? Regex(text) } else { nil } }
    firstTests = beginnings()
  }

  /// The matches in a text that are not empty, in UTF-8 offsets; they do not overlap.
  mutating func ranges(in text: String) -> [Range<Int>] {
    let (units, offsets) = units(of: text)
    var ranges: [Range<Int>] = []
    var from = 0
    while from <= units.count, let found = first(in: units, from: from) {
      if found.isEmpty {
        from = found.upperBound + 1
      } else {
        ranges.append(offsets[found.lowerBound]..<offsets[found.upperBound])
        from = found.upperBound
      }
    }
    return ranges
  }

  /// The characters as numbers, and where they start; one more offset for the end.
  private mutating func units(of text: String) -> (units: [UInt32], offsets: [Int]) {
    var units: [UInt32] = []
    var offsets: [Int] = []
    units.reserveCapacity(text.utf8.count / 3 + 1)
    offsets.reserveCapacity(text.utf8.count / 3 + 2)
    var offset = 0
    for scalar in text.unicodeScalars {
      guard isPlain(scalar.value) else { return self.characters(of: text) }
      units.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    return (units, offsets + [offset])
  }

  private mutating func characters(of text: String) -> (units: [UInt32], offsets: [Int]) {
    var units: [UInt32] = []
    var offsets = [0]
    for character in text {
      units.append(unit(of: character))
      offsets.append(offsets[offsets.count - 1] + character.utf8.count)
    }
    return (units, offsets)
  }

  private mutating func unit(of character: Character) -> UInt32 {
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.count == 1, isPlain(first.value) { return first.value }
    if let index = others.firstIndex(of: character) { return Self.firstOther + UInt32(index) }
    others.append(character)
    return Self.firstOther + UInt32(others.count - 1)
  }

  // MARK: Tests

  private mutating func isTrue(_ test: Int, of unit: UInt32) -> Bool {
    if unit < Self.firstOther {
      switch program.tests[test] {
      case .literal(let character):
        let scalars = character.unicodeScalars
        return scalars.first?.value == unit && scalars.count == 1
      case .any: return unit != 0x0A
      case .spans(let spans, let isNegated): return spans.contains { $0.contains(unit) } != isNegated
      case .asked: break
      }
    }
    if let known = known[test][unit] { return known }
    let isTrue = isTrue(test, of: character(unit))
    known[test][unit] = isTrue
    return isTrue
  }

  private func character(_ unit: UInt32) -> Character {
    unit < Self.firstOther
      ? Unicode.Scalar(unit).map(Character.init) ?? " " : others[Int(unit - Self.firstOther)]
  }

  private func isTrue(_ test: Int, of character: Character) -> Bool {
    switch program.tests[test] {
    case .literal(let literal): literal == character
    case .any: !character.isNewline
    case .spans(let spans, let isNegated):
      spans.contains { span in
        character.unicodeScalars.count == 1 && character.unicodeScalars.allSatisfy { span.contains($0.value) }
      }
        != isNegated
    case .asked: asked[test].map { (try? $0.wholeMatch(in: String(character))) != nil } ?? false
    }
  }

  // MARK: Steps

  private func beginnings() -> [Int]? {
    var (tests, seen, rest) = ([Int](), Set<Int>(), [0])
    while let step = rest.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch program.steps[step] {
      case .one(let test): tests.append(test)
      case .split(let one, let other): rest += [one, other]
      case .jump(let other): rest.append(other)
      case .start, .end, .match: return nil
      }
    }
    return tests
  }

  /// The first match at or after a place: of those that start there the preferred one.
  private mutating func first(in units: [UInt32], from: Int) -> Range<Int>? {
    var found: Range<Int>?
    now.removeAll(keepingCapacity: true)
    var place = from
    while true {
      if now.isEmpty {
        if found != nil { return found }
        while let firstTests, place < units.count, !firstTests.contains(where: { isTrue($0, of: units[place]) }) {
          place += 1
        }
        if place == units.count, firstTests != nil { return nil }
      }
      round += 1
      next.removeAll(keepingCapacity: true)
      let threads = now
      now.removeAll(keepingCapacity: true)
      for thread in threads { follow(thread.step, thread.start, place, units.count) }
      if found == nil { follow(0, place, place, units.count) }
      for (step, start) in now {
        if case .match = program.steps[step] {
          found = start..<place
          break
        }
        if place < units.count, case .one(let test) = program.steps[step], isTrue(test, of: units[place]) {
          next.append((step + 1, start))
        }
      }
      guard place < units.count else { return found }
      swap(&now, &next)
      place += 1
    }
  }

  /// Adds the steps that a step leads to without a character, the preferred ones first.
  private mutating func follow(_ step: Int, _ start: Int, _ place: Int, _ count: Int) {
    guard visited[step] != round else { return }
    visited[step] = round
    switch program.steps[step] {
    case .one, .match: now.append((step, start))
    case .jump(let other): follow(other, start, place, count)
    case .split(let one, let other):
      follow(one, start, place, count)
      follow(other, start, place, count)
    case .start: if place == 0 { follow(step + 1, start, place, count) }
    case .end: if place == count { follow(step + 1, start, place, count) }
    }
  }
}

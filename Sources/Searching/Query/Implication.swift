import Text

// Tells from two queries alone if the one can only be found where the other has been found. Where this says yes
// it is so; where it says no it may be.

extension Query {
  /// True if every article in which it is found has the former query, too, or has it but for near misses: those start
  /// or end inside the folding of one character, or within a word.
  func implies(_ former: Query) -> Bool {
    former.isSeenWhereItHolds && former.clauses.allSatisfy { old in clauses.contains { $0.implies(old) } }
  }

  /// True if an article for which it holds has something to show for it. `kind:photo | 重` may hold without.
  private var isSeenWhereItHolds: Bool {
    let clauses = clauses.filter { !$0.isExcluded }
    func isText(_ condition: Condition) -> Bool { if case .filter = condition { false } else { true } }
    // Without any text the titles are what is found.
    return clauses.contains { $0.conditions.allSatisfy(isText) }
      || !clauses.contains { $0.conditions.contains(where: isText) }
  }
}

extension Clause {
  /// One of its conditions must hold: each of them is enough for the former clause.
  fileprivate func implies(_ former: Clause) -> Bool {
    if isExcluded || former.isExcluded { return self == former }
    // Near misses are not noted where repaired text is read.
    if former.hasExpression { return conditions.allSatisfy(former.conditions.contains) }
    return conditions.allSatisfy { condition in former.conditions.contains(where: condition.implies) }
  }
}

extension Condition {
  fileprivate func implies(_ former: Condition) -> Bool {
    switch (self, former) {
    case (.term(let term), .term(let old)): term.implies(old)
    case (.near(let one, let other, _), .term(let old)): one.implies(old) || other.implies(old)
    case (.near(let one, let other, let distance), .near(let oldOne, let oldOther, let oldDistance)):
      one == oldOne && other == oldOther && distance <= oldDistance
    case (.filter(let filter), .filter(let old)): filter.implies(old)
    default: false
    }
  }
}

extension Filter {
  fileprivate func implies(_ former: Filter) -> Bool {
    switch (self, former) {
    case (.date(let span), .date(let old)): span.isWithin(old)
    case (.page(let pages), .page(let old)): old.contains(pages.lowerBound) && old.contains(pages.upperBound)
    default: self == former
    }
  }
}

extension Term {
  fileprivate func implies(_ former: Term) -> Bool {
    if self == former { return true }
    // Which of two texts that overlap counts depends on the text, and only one of them may stand within the byline.
    guard former.scope == .anywhere || former.scope == scope && scope != .byline else { return false }
    guard case .text(let needles) = pattern, case .text(let others) = former.pattern else {
      return pattern == former.pattern
    }
    return needles.allSatisfy { needle in others.contains(where: needle.implies) }
  }
}

extension Needle {
  /// True if its matches contain one of the former needle, or one of another needle for the same text.
  fileprivate func implies(_ former: Needle) -> Bool {
    switch (self, former) {
    // Occurrences within a word are noted as near misses.
    case (.literal(let text), .literal(let old)), (.literal(let text), .word(let old, _)),
      (.word(let text, _), .literal(let old)), (.word(let text, _), .word(let old, _)):
      text.contains(old)
    case (.pinyin(let pattern), .pinyin(let old)): pattern.goesOn(from: old)
    case (.lookalike(let pattern, _), .lookalike(let old, _)): pattern.goesOn(from: old)
    default: false
    }
  }
}

extension PinyinPattern {
  /// True if all its matches begin with one of the former pattern. So it is unless a syllable can
  /// reach across the former's end and leave there what is neither a syllable nor an initial: 很 is `hen` and `h`, but
  /// not `he`.
  func goesOn(from former: PinyinPattern) -> Bool {
    let end = former.scalars.count
    guard beginsLike(former) else { return false }
    if scalars.count == end { return true }
    // lyu is lü, of which ly is no beginning.
    if end > 1, scalars[end] == 0x75, scalars[end - 1] == 0x79, [0x6C, 0x6E].contains(scalars[end - 2]) {
      return false
    }
    let syllables = ReadingsTable().allSyllables
    return (max(0, end - 8)..<end).allSatisfy { start in
      syllables.allSatisfy { syllable in
        let isAcross = start + syllable.count > end && matches(syllable, at: start)
        return !isAcross || end - start == 1 || end - start == 2 && syllable[1] == UInt8(ascii: "h")
      }
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: [UInt8]) -> Bool {
    guard text.count <= count else { return false }
    return (0...count - text.count).contains { self[$0..<$0 + text.count].elementsEqual(text) }
  }
}

/// Tells apart articles whose stacks stand together before their bodies do.
///
/// Bodies follow in the order of their stacks. Where one ends and the next begins shows in a dateline, in the end of a
/// paragraph before it, and in how many pairs of letters each stack shares with the text that would be its own.
struct Interleaving {
  /// In shares of a stack's pairs of letters, as `kinship` counts them.
  private static let datelineOpens = 1.0
  private static let shortParagraphCloses = 0.6

  /// How many paragraphs are searched for the ends of all bodies, and for one of them at least: no page has as many,
  /// and what is none must not take for ever.
  private static let mostSearched = 4000
  private static let leastSearched = 8
  /// The most lines of a stack that may be two: a longer one is no stack.
  private static let mostHeads = 24

  private let scan: PageScan
  private let facts: [LineFacts]

  init(_ scan: PageScan, _ facts: [LineFacts]) {
    self.scan = scan
    self.facts = facts
  }

  /// Gives each stack its part of the running text.
  func divide(_ parts: [Story.Part], among stacks: [Story]) -> [Story] {
    var stacks = stacks
    if stacks.count == 1, parts.count > 1, let two = twoStacks(in: stacks[0], parts) { stacks = two }
    guard stacks.count > 1, parts.count > 1 else { return given(parts, to: stacks) }
    var rest = parts[...]
    var result: [Story] = []
    for (place, stack) in stacks.enumerated() {
      let following = stacks.count - place - 1
      guard following > 0 else {
        result.append(filled(stack, rest))
        break
      }
      let near = max(Self.leastSearched, Self.mostSearched / stacks.count)
      let searched = rest.prefix(max(0, min(rest.count - following, near)) + 1)
      let end = boundary(stack, stacks[place + 1], searched, leaving: 1).end
      result.append(filled(stack, rest[..<end]))
      rest = rest[end...]
    }
    for index in result.indices.dropLast() where !result[index + 1].parts.isEmpty {
      result[index + 1].isReordered = true
    }
    return result
  }

  /// All of the text to the last stack: what stands before it has none on this page.
  private func given(_ parts: [Story.Part], to stacks: [Story]) -> [Story] {
    guard let last = stacks.last else { return [] }
    return stacks.dropLast() + [filled(last, parts[...])]
  }

  private func filled(_ stack: Story, _ parts: ArraySlice<Story.Part>) -> Story {
    var story = stack
    story.parts = Array(parts)
    return story
  }

  /// Where the first stack's body ends, at least one paragraph before the following stacks' worth, and how well that
  /// fits.
  private func boundary(
    _ stack: Story, _ next: Story, _ parts: ArraySlice<Story.Part>, leaving following: Int
  ) -> (end: Int, score: Double) {
    let leads = parts.map { kinship(stack.heads, next.heads, $0) }
    // What the sum would be if all of the text were the next stack's.
    var lead = -leads.reduce(0, +)
    var best = (end: parts.startIndex, score: -Double.infinity)
    for (end, before) in zip(parts.indices.dropFirst(), leads).prefix(max(0, parts.count - following)) {
      lead += 2 * before
      let score = lead + opening(parts[end]) + closing(parts[end - 1])
      if score > best.score { best = (end, score) }
    }
    return best
  }

  /// A paragraph that opens with a dateline begins a report.
  private func opening(_ part: Story.Part) -> Double {
    part.lines.first.map { facts[$0].dateline != nil } == true ? Self.datelineOpens : 0
  }

  /// A short paragraph of one line, who was there or what comes next, is what reports end with.
  private func closing(_ part: Story.Part) -> Double {
    guard part.lines.count == 1, let line = part.lines.first else { return 0 }
    return facts[line].width <= 60 && facts[line].evidence.contains(.endsSentence) ? Self.shortParagraphCloses : 0
  }

  /// How much more of the one stack's pairs of letters a paragraph has than of the other's: -1 to 1.
  private func kinship(_ heads: [Int], _ others: [Int], _ part: Story.Part) -> Double {
    var pairs = PairSet()
    for line in part.lines { pairs.insert(scan, facts[line].line.range) }
    return share(of: heads, in: pairs) - share(of: others, in: pairs)
  }

  private func share(of heads: [Int], in pairs: PairSet) -> Double {
    var shared = 0
    var all = 0
    for head in heads {
      let found = pairs.shared(scan, facts[head].line.range)
      shared += found.shared
      all += found.all
    }
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  /// A stack under one byline whose text opens with the names of others: a second article, a commentary as a rule, has
  /// its head and its byline there and its text behind the first one's.
  private func twoStacks(in story: Story, _ parts: [Story.Part]) -> [Story]? {
    guard (2...Self.mostHeads).contains(story.heads.count), !story.bylines.isEmpty,
      let opening = parts.first?.lines.first,
      let people = facts[opening].dateline?.people, !Wording(scan, people).names(in: people).isEmpty
    else { return nil }
    let splits = (1..<story.heads.count).map { split -> [Story] in
      var first = story
      var second = story
      first.heads = Array(story.heads[..<split])
      first.bylines = []
      second.heads = Array(story.heads[split...])
      second.captions = []
      second.pointer = []
      return [first, second]
    }
    return splits.map { (stacks: $0, score: boundary($0[0], $0[1], parts[...], leaving: 1).score) }
      .max { $0.score < $1.score }?.stacks
  }
}

extension Wording {
  /// The names in a stretch of which the place says that it names people.
  func names(in range: Range<Int>) -> [String] {
    (part(range).people(isMarked: true) ?? []).map(\.name)
  }
}

/// Tells apart articles whose stacks stand together before their bodies do.
///
/// Bodies follow in the order of their stacks. Where one ends and the next begins shows in a dateline, in the end of a
/// paragraph before it, and in how many pairs of letters each stack shares with the text that would be its own.
struct Interleaving {
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
      let end = boundary(stack, stacks[place + 1], rest, leaving: following)
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

  /// Where the first stack's body ends, at least one paragraph before the following stacks' worth.
  private func boundary(
    _ stack: Story, _ next: Story, _ parts: ArraySlice<Story.Part>, leaving following: Int
  ) -> Int {
    let candidates = parts.indices.dropFirst().prefix(max(0, parts.count - following))
    let best = candidates.max { score($0, stack, next, parts) < score($1, stack, next, parts) }
    return best ?? parts.startIndex
  }

  private func score(_ end: Int, _ stack: Story, _ next: Story, _ parts: ArraySlice<Story.Part>) -> Double {
    var score = 0.0
    for index in parts.indices {
      let own = kinship(stack.heads, parts[index])
      let other = kinship(next.heads, parts[index])
      score += index < end ? own - other : other - own
    }
    if parts[end].lines.first.map({ facts[$0].dateline != nil }) ?? false { score += 1 }
    if closes(parts[end - 1]) { score += 0.6 }
    return score
  }

  /// Whether a paragraph is one of those short ones that reports end with: who was there, what comes next.
  private func closes(_ part: Story.Part) -> Bool {
    guard part.lines.count == 1, let line = part.lines.first else { return false }
    return facts[line].width <= 60 && facts[line].evidence.contains(.endsSentence)
  }

  /// The share of a stack's pairs of letters that a paragraph has.
  private func kinship(_ heads: [Int], _ part: Story.Part) -> Double {
    var pairs = LetterPairs()
    for line in part.lines { pairs.insert(scan, facts[line].line.range) }
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
    guard story.heads.count > 1, !story.bylines.isEmpty, let opening = parts.first?.lines.first,
      let people = facts[opening].dateline?.people, !Wording(scan, people).names(in: people).isEmpty
    else { return nil }
    let splits = (1..<story.heads.count).map { split -> [Story] in
      var first = story
      var second = story
      first.heads = Array(story.heads[..<split])
      first.bylines = []
      second.heads = Array(story.heads[split...])
      second.captions = []
      return [first, second]
    }
    return splits.max { best($0, parts) < best($1, parts) }
  }

  private func best(_ stacks: [Story], _ parts: [Story.Part]) -> Double {
    let end = boundary(stacks[0], stacks[1], parts[...], leaving: 1)
    return score(end, stacks[0], stacks[1], parts[...])
  }
}

extension Wording {
  /// The names in a stretch of which the place says that it names people.
  func names(in range: Range<Int>) -> [String] {
    (Wording(self, range).people(isMarked: true) ?? []).map(\.name)
  }
}

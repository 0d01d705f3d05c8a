/// Tells apart articles whose stacks stand together before their bodies do.
///
/// Bodies follow in the order of their stacks, or where the letters say so the next one's comes first. Where one ends
/// and the next begins shows in a dateline, in the end of a paragraph before it, and in how many pairs of letters each
/// stack shares with the text that would be its own.
struct Interleaving {
  /// In shares of a stack's pairs of letters, as `kinship` counts them.
  private static let datelineOpens = 1.0
  private static let shortParagraphCloses = 0.6

  /// By how much a stack must fit the text that follows better than none would, else it has no text here: a photo with
  /// its caption, a headline that stands for itself.
  private static let bodyNeeded = 1.0
  private static let bodyNeededWithoutDateline = 1.8

  /// By how much the text must rather begin with that of the next stack.
  private static let swapNeeded = 0.6

  /// The same for a stack that was taken for one.
  private static let secondBodyNeeded = 2.5

  /// The share of a stack's pairs of letters that come again in text which it leads to.
  private static let comesAgain = 0.3

  /// The most paragraphs that are searched for the ends of all bodies, and the fewest for one of them: no page has as
  /// many, and a text that is no page must not take for ever.
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
    guard stacks.count > 1, !parts.isEmpty else { return given(parts, to: stacks) }
    var rest = parts[...]
    var result: [Story] = []
    for place in stacks.indices {
      let following = stacks.count - place - 1
      guard following > 0 else {
        result.append(filled(stacks[place], rest))
        break
      }
      guard !rest.isEmpty else {
        result.append(stacks[place])
        continue
      }
      let near = max(Self.leastSearched, Self.mostSearched / stacks.count)
      let searched = rest.prefix(max(0, min(rest.count - following, near)) + 1)
      var pairs = PairSet()
      let nearer = searched.map { kinship(stacks[place].heads, stacks[place + 1].heads, $0, &pairs) }
      var found = boundary(nearer, searched)
      let swapped = boundary(nearer.map { -$0 }, searched)
      let others = swapped.score + nearer.reduce(0, +)
      if stacks[place].captions.isEmpty, swapped.score > found.score + Self.swapNeeded,
        others >= (opens(searched, at: swapped.end) ? Self.bodyNeeded : Self.bodyNeededWithoutDateline)
      {
        stacks.swapAt(place, place + 1)
        found = swapped
      }
      let stack = stacks[place]
      let needed = opens(searched, at: found.end) ? Self.bodyNeeded : Self.bodyNeededWithoutDateline
      let end = found.lead >= needed ? found.end : rest.startIndex
      if end == rest.startIndex, leads(stack, to: searched) {
        stacks[place + 1].heads = stack.heads + stacks[place + 1].heads
        continue
      }
      result.append(filled(stack, rest[..<end]))
      rest = rest[end...]
    }
    for index in result.indices.dropLast() where !result[index].parts.isEmpty && !result[index + 1].parts.isEmpty {
      result[index + 1].isReordered = true
    }
    return result
  }

  /// True if a paragraph is there and opens with a dateline.
  private func opens(_ parts: ArraySlice<Story.Part>, at place: Int) -> Bool {
    parts.indices.contains(place) && opening(parts[place]) > 0
  }

  /// True for a stack of heads alone whose words come again in the text of the next one: it is a part of that.
  private func leads(_ stack: Story, to parts: ArraySlice<Story.Part>) -> Bool {
    guard stack.captions.isEmpty, stack.bylines.isEmpty, stack.pointer.isEmpty else { return false }
    var pairs = PairSet()
    for line in parts.prefix(Self.leastSearched).flatMap(\.lines) { pairs.insert(scan, facts[line].line.range) }
    return share(of: stack.heads, in: pairs) >= Self.comesAgain
  }

  /// All of the text to the last stack: what stands before it has none on this page.
  private func given(_ parts: [Story.Part], to stacks: [Story]) -> [Story] {
    guard let last = stacks.indices.last else { return [] }
    var stacks = stacks
    stacks[last].parts = parts
    return stacks
  }

  private func filled(_ stack: Story, _ parts: ArraySlice<Story.Part>) -> Story {
    var story = stack
    story.parts = Array(parts)
    return story
  }

  /// The end of the first stack's body, at least one paragraph before the last, and how well it fits, by itself and
  /// more than if all of the text were the next stack's.
  /// - Parameter leads: by how much each part is nearer to the first stack than to the next.
  private func boundary(
    _ leads: [Double], _ parts: ArraySlice<Story.Part>
  ) -> (end: Int, score: Double, lead: Double) {
    let whole = -leads.reduce(0, +)
    var lead = whole
    var best = (end: parts.startIndex, score: -Double.infinity, lead: -Double.infinity)
    for (end, before) in zip(parts.indices.dropFirst(), leads) {
      lead += 2 * before
      let score = lead + opening(parts[end]) + closing(parts[end - 1])
      if score > best.score { best = (end, score, score - whole) }
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

  /// The surplus of the one stack's pairs of letters a paragraph has than of the other's: -1 to 1.
  private func kinship(_ heads: [Int], _ others: [Int], _ part: Story.Part, _ pairs: inout PairSet) -> Double {
    with(part, &pairs) { share(of: heads, in: $0) - share(of: others, in: $0) }
  }

  /// The result of a function for the pairs of a part.
  /// - Parameter pairs: empty memory for them, which is so again behind it.
  private func with<Found>(_ part: Story.Part, _ pairs: inout PairSet, _ find: (PairSet) -> Found) -> Found {
    for line in part.lines { pairs.insert(scan, facts[line].line.range) }
    defer { pairs.remove(scan, part.lines.lazy.map { facts[$0].line.range }) }
    return find(pairs)
  }

  private func share(of heads: [Int], in pairs: PairSet) -> Double {
    share(heads.map { pairs.shared(scan, facts[$0].line.range) }[...])
  }

  private func share(_ heads: ArraySlice<(shared: Int, all: Int)>) -> Double {
    let (shared, all) = heads.reduce((0, 0)) { ($0.0 + $1.shared, $0.1 + $1.all) }
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  /// A stack of which a second article, a commentary as a rule, has a head, and whose text holds two. The names of
  /// others open the text, or two of its paragraphs open with datelines.
  private func twoStacks(in story: Story, _ parts: [Story.Part]) -> [Story]? {
    guard (2...Self.mostHeads).contains(story.heads.count), let line = parts.first?.lines.first,
      let dateline = facts[line].dateline
    else { return nil }
    if !story.bylines.isEmpty, let people = dateline.people, !Wording(scan, people).names(in: people).isEmpty {
      return split(story, parts)?.stacks
    }
    // Hardly a story has another dateline, which is found out soonest.
    guard parts.dropFirst().contains(where: { opening($0) > 0 }), let best = split(story, parts),
      best.lead >= Self.secondBodyNeeded, opens(parts[...], at: best.end)
    else { return nil }
    return best.stacks
  }

  /// The best way to part a stack in two.
  private func split(_ story: Story, _ parts: [Story.Part]) -> (stacks: [Story], end: Int, lead: Double)? {
    var pairs = PairSet()
    let shared = parts.map { part in
      with(part, &pairs) { pairs in story.heads.map { pairs.shared(scan, facts[$0].line.range) } }
    }
    let ends = (1..<story.heads.count).map { count in
      let leads = shared.map { share($0[..<count]) - share($0[count...]) }
      return (count: count, found: boundary(leads, parts[...]))
    }
    guard let best = ends.max(by: { $0.found.score < $1.found.score }) else { return nil }
    var (first, second) = (story, story)
    first.heads = Array(story.heads[..<best.count])
    first.bylines = []
    second.heads = Array(story.heads[best.count...])
    second.captions = []
    second.pointer = []
    return ([first, second], best.found.end, best.found.lead)
  }
}

extension Wording {
  /// The names in a stretch of which the place says that it names people.
  func names(in range: Range<Int>) -> [String] {
    (part(range).people(isMarked: true) ?? []).map(\.name)
  }
}

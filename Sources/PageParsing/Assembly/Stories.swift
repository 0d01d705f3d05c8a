/// From the roles of a page's lines to its stories: which heads, bylines and paragraphs belong together.
struct Stories {
  private let scan: PageScan
  private let facts: [LineFacts]
  private(set) var found: [Story] = []
  private(set) var furniture: [Int] = []

  /// Stacks whose bodies have not come yet.
  private var waiting: [Story] = []
  private var parts: [Story.Part] = []
  private var previous: LineRole?

  /// - Parameters:
  ///   - order: the lines that are no repeats, as indices into `facts`.
  ///   - roles: their roles, in the same order.
  init(_ scan: PageScan, _ facts: [LineFacts], order: [Int], roles: [LineRole]) {
    self.scan = scan
    self.facts = facts
    for (place, (line, role)) in zip(order, roles).enumerated() {
      let goesOn = place + 1 < roles.count && roles[place + 1] == .next
      take(line, role, paragraphGoesOn: goesOn)
      previous = role
    }
    close()
  }

  /// Gives each repeat to the story whose text it repeats.
  mutating func add(_ repeats: Repeats) {
    guard !repeats.original.isEmpty else { return furniture.sort() }
    var owner: [Int: Int] = [:]
    for (index, story) in found.enumerated() {
      for line in story.lines { owner[line] = index }
    }
    for (line, original) in repeats.original.sorted(by: { $0.key < $1.key }) {
      if let story = owner[original] { found[story].repeats.append(line) } else { furniture.append(line) }
    }
    furniture.sort()
  }

  private mutating func take(_ line: Int, _ role: LineRole, paragraphGoesOn: Bool) {
    switch role {
    case .head: takeHead(line)
    case .byline: takeByline(line)
    case .pointer: takePointer(line)
    case .start where opensReport(line):
      close()
      parts.append(Story.Part(role: role, lines: [line]))
    case .start, .item, .subhead: parts.append(Story.Part(role: role, lines: [line]))
    case .next:
      if parts.isEmpty { parts.append(Story.Part(role: .start, lines: [])) }
      parts[parts.count - 1].lines.append(line)
    case .caption: takeCaption(line, paragraphGoesOn: paragraphGoesOn)
    case .furniture: furniture.append(line)
    }
  }

  /// Whether a dateline opens a report by itself: behind a turn to another page, or behind such a report.
  private func opensReport(_ line: Int) -> Bool {
    guard facts[line].dateline != nil, let first = parts.first?.lines.first, let last = parts.last?.lines.last else {
      return false
    }
    if facts[last].evidence.contains(.jumpOnly) { return true }
    return waiting.isEmpty && facts[first].dateline != nil
  }

  private mutating func takeHead(_ line: Int) {
    if !parts.isEmpty { close() }
    if waiting.isEmpty || previous == .byline || !waiting[waiting.count - 1].captions.isEmpty {
      waiting.append(Story())
    }
    waiting[waiting.count - 1].heads.append(line)
  }

  private mutating func takeByline(_ line: Int) {
    if parts.isEmpty {
      if waiting.isEmpty { waiting.append(Story()) }
      waiting[waiting.count - 1].bylines.append(line)
    } else {
      // A name below or within the text stays where it stands.
      parts.append(Story.Part(role: .byline, lines: [line]))
    }
  }

  private mutating func takePointer(_ line: Int) {
    if parts.isEmpty, let stack = waiting.popLast() {
      var pointer = stack
      pointer.pointer.append(line)
      found.append(contentsOf: waiting)
      waiting = []
      found.append(pointer)
    } else if parts.isEmpty {
      found.append(Story(pointer: [line]))
    } else {
      if waiting.isEmpty { waiting.append(Story()) }
      waiting[waiting.count - 1].pointer.append(line)
    }
  }

  /// A caption that tells a whole story of its own is photo news; another belongs to the text that it landed in.
  private mutating func takeCaption(_ line: Int, paragraphGoesOn: Bool) {
    let evidence = facts[line].evidence
    let tells = evidence.contains(.credit) && !evidence.isDisjoint(with: [.sentenceInside, .long, .veryLong])
    if tells && !paragraphGoesOn {
      close()
      found.append(Story(captions: [line]))
    } else if parts.isEmpty {
      if waiting.isEmpty { waiting.append(Story()) }
      waiting[waiting.count - 1].captions.append(line)
    } else {
      parts[parts.count - 1].captions.append(line)
    }
  }

  /// Ends the running text: it goes to the stacks that wait for it.
  private mutating func close() {
    if waiting.isEmpty, !parts.isEmpty { waiting.append(Story()) }
    guard !waiting.isEmpty else { return }
    found.append(contentsOf: Interleaving(scan, facts).divide(parts, among: waiting))
    waiting = []
    parts = []
  }
}

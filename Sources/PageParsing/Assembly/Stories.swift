/// From the labels of a page's lines to its stories: which heads, bylines and paragraphs belong together.
struct Stories {
  private let scan: PageScan
  private let facts: [LineFacts]
  private(set) var found: [Story] = []
  private(set) var furniture: [Int] = []

  /// Stacks whose bodies have not come yet.
  private var waiting: [Story] = []
  private var parts: [Story.Part] = []

  /// - Parameters:
  ///   - order: the lines that are no repeats, as indices into `facts`.
  ///   - labels: their labels, in the same order.
  init(_ scan: PageScan, _ facts: [LineFacts], order: [Int], labels: [LineLabel]) {
    self.scan = scan
    self.facts = facts
    for (line, label) in zip(order, labels) { take(line, label) }
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

  private mutating func take(_ line: Int, _ label: LineLabel) {
    switch label {
    case .headStart, .head: takeHead(line, starts: label == .headStart)
    case .byline: takeByline(line)
    case .pointer: takePointer(line)
    case .bareStart, .itemStart:
      close()
      parts.append(Story.Part(role: label.role, lines: [line]))
    case .start, .item, .subhead: parts.append(Story.Part(role: label, lines: [line]))
    case .next:
      if parts.isEmpty { parts.append(Story.Part(role: .start, lines: [])) }
      parts[parts.count - 1].lines.append(line)
    case .captionStart:
      close()
      found.append(Story(captions: [line]))
    case .caption: takeCaption(line)
    case .furniture: furniture.append(line)
    }
  }

  private mutating func takeHead(_ line: Int, starts: Bool) {
    if !parts.isEmpty { close() }
    if starts || waiting.isEmpty { waiting.append(Story()) }
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

  /// A caption belongs to the text that it landed in.
  private mutating func takeCaption(_ line: Int) {
    if parts.isEmpty {
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

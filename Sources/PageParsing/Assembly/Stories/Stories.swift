/// From the labels of a page's lines to its stories: which heads, bylines and paragraphs belong together.
struct Stories {
  private let scan: PageScan
  private let facts: [LineFacts]
  private(set) var found: [Story] = []
  private(set) var furniture: [Int] = []

  /// Stacks whose bodies have not come yet.
  private var waiting: [Story] = []
  private var parts: [Story.Part] = []
  /// Photos of their own that landed within the running text; they follow its story.
  private var photos: [Story] = []
  /// The line before.
  private var previous: Int?
  /// True right behind a line of such a photo's text.
  private var isInPhoto = false

  /// - Parameters:
  ///   - order: the lines that are no repeats, as indices into `facts`.
  ///   - labels: their labels, in the same order.
  init(_ scan: PageScan, _ facts: [LineFacts], order: [Int], labels: [LineLabel]) {
    self.scan = scan
    self.facts = facts
    for (line, label) in zip(order, labels) { take(line, label) }
    close()
    furniture.sort()
  }

  private mutating func take(_ line: Int, _ label: LineLabel) {
    defer { previous = line }
    let wasInPhoto = isInPhoto
    isInPhoto = label == .captionStart || wasInPhoto && label == .caption
    switch label {
    case .headStart:
      if !parts.isEmpty || waiting.isEmpty { close() }
      waiting.append(Story(heads: [line]))
    case .head: takeHead(line)
    case .byline: takeByline(line)
    case .pointer: takePointer(line)
    case .bareStart, .itemStart:
      close()
      parts.append(Story.Part(role: label.role, lines: [line]))
    case .start, .item, .subhead: parts.append(Story.Part(role: label, lines: [line]))
    case .next:
      if parts.isEmpty { parts.append(Story.Part(role: .start, lines: [])) }
      parts[continued(by: line)].lines.append(line)
    case .captionStart: photos.append(Story(captions: [line]))
    case .caption where wasInPhoto: photos[photos.count - 1].captions.append(line)
    case .caption: takeCaption(line)
    case .furniture: furniture.append(line)
    }
  }

  /// The paragraph that a line goes on with: the last one, or the one before where the beginnings of both stand
  /// together at a column's edge and the line closes the brackets that the earlier one opened.
  private func continued(by line: Int) -> Int {
    let last = parts.count - 1
    guard last > 0, facts[line].evidence.contains(.startsInside), let end = parts[last].lines.last,
      let before = parts[last - 1].lines.last, parts[last - 1].role == .start,
      !facts[end].evidence.contains(.leavesOpen), facts[before].evidence.contains(.leavesOpen)
    else { return last }
    return last - 1
  }

  /// A head within running text is a subhead; where an engine took the columns in a wrong order, the head of text that
  /// has none.
  private mutating func takeHead(_ line: Int) {
    if !parts.isEmpty {
      let goesOn = waiting.count == 1 && waiting[0].isHeadedLate && waiting[0].heads.last == previous
      if waiting.isEmpty { waiting.append(Story(isHeadedLate: true)) }
      guard goesOn || waiting[0].isHeadedLate && waiting[0].heads.isEmpty else {
        return parts.append(Story.Part(role: .subhead, lines: [line]))
      }
      return waiting[0].heads.append(line)
    }
    if waiting.isEmpty { waiting.append(Story()) }
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
    if !waiting.isEmpty { found += Interleaving(scan, facts).divide(parts, among: waiting) }
    found += photos
    (waiting, parts, photos) = ([], [], [])
  }
}

// MARK: - Repeats

extension Stories {
  /// Gives each repeat to the story whose text it repeats. A paragraph that another story has as well is none.
  mutating func add(_ repeats: Repeats) {
    guard !repeats.original.isEmpty else { return }
    var owner = [Int?](repeating: nil, count: facts.count)
    for (index, story) in found.enumerated() {
      for line in story.lines { owner[line] = index }
    }
    var (before, next): (Int?, Int) = (nil, 0)
    for (line, original) in repeats.original.sorted(by: { $0.key < $1.key }) {
      for passed in next..<line where owner[passed] != nil { before = passed }
      next = line
      let around = before.flatMap { owner[$0] }
      if let before, let around, facts[line].letterCount >= Repeats.leastLettersIfAlike, owner[original] != around {
        found[around].insertParagraph(line, behind: before)
        owner[line] = around
      } else if let story = owner[original] {
        found[story].repeats.append(line)
      } else {
        furniture.append(line)
      }
    }
    furniture.sort()
  }
}

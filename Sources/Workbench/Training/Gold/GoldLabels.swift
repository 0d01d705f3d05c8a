import PageParsing

/// Some of the labels, a bit each.
struct LabelSet: OptionSet, Sendable {
  var rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }
  init(_ labels: LineLabel...) { rawValue = labels.reduce(0) { $0 | 1 << UInt16($1.rawValue) } }

  static let all = LabelSet(rawValue: 1 << UInt16(LineLabel.allCases.count) - 1)
  /// Labels of lines that begin no item.
  static let inside = all.subtracting(LabelSet(.headStart, .captionStart, .bareStart, .itemStart))

  func contains(_ label: LineLabel) -> Bool { rawValue & 1 << UInt16(label.rawValue) != 0 }
}

/// The labels that the truth of a page allows each of its lines. Where it leaves a role open, several do, and the
/// trainer takes the best path among them.
struct GoldLabels {
  private let owner: [Int: (item: Int, role: ScoredRole)]
  private let problem: LabelProblem
  private let gold: GoldPage

  /// Items of which no line has come yet but lines of the stack.
  private var waiting: Set<Int> = []
  /// The item that running text belongs to, by the labels so far.
  private var current = -1
  private var photo = -1
  private var seen: Set<Int> = []

  /// The labels that are allowed at each line of the problem.
  static func allowed(_ problem: LabelProblem, _ gold: GoldPage) -> [LabelSet] {
    var labels = GoldLabels(problem, gold)
    return problem.lines.indices.map { labels.take($0) }
  }

  private init(_ problem: LabelProblem, _ gold: GoldPage) {
    self.problem = problem
    self.gold = gold
    var owner: [Int: (item: Int, role: ScoredRole)] = [:]
    for (index, item) in gold.items.enumerated() {
      for (line, role) in item.roles { owner[line] = (index, role) }
    }
    self.owner = owner
  }

  private mutating func take(_ place: Int) -> LabelSet {
    let line = problem.lines[place]
    if problem.certain[place] { return LabelSet(.furniture) }
    if let index = gold.items.firstIndex(where: { $0.free.contains(line) }) { return free(line, of: index) }
    guard let (index, role) = owner[line] else { return LabelSet(.furniture) }
    let item = gold.items[index]
    if role == .drop { return .inside }
    let isFirst = seen.insert(index).inserted
    if isFirst { return first(line, role, of: index) }
    if index == photo, role != .head { return LabelSet(.caption) }
    if index != current, !waiting.contains(index) { return .inside }
    if role != .head, role != .byline, role != .caption, role != .pointer { photo = -1 }
    return later(line, role, of: item, hand: problem.handLabels[place])
  }

  /// The labels of an item's first line.
  private mutating func first(_ line: Int, _ role: ScoredRole, of index: Int) -> LabelSet {
    let item = gold.items[index]
    photo = -1
    if role == .head {
      if current >= 0, !waiting.contains(current) { waiting = [] }
      waiting.insert(index)
      current = index
      return LabelSet(.headStart)
    }
    if item.heads.isEmpty, isPhoto(item) {
      photo = index
      return LabelSet(.captionStart)
    }
    if role == .pointer { return LabelSet(.pointer) }
    waiting = []
    current = index
    return item.paragraphs.first?.count == 1 ? LabelSet(.bareStart, .itemStart) : LabelSet(.bareStart)
  }

  /// True for a photo and its text without a headline.
  private func isPhoto(_ item: GoldItem) -> Bool {
    if item.kind == "photo" || item.paragraphs.isEmpty { return true }
    let lines = item.paragraphs.joined().sorted()
    guard item.isLoose, lines.count <= 2, let last = lines.last, let place = problem.lines.firstIndex(of: last) else {
      return false
    }
    return problem.credits[place]
  }

  private mutating func later(_ line: Int, _ role: ScoredRole, of item: GoldItem, hand: LineLabel) -> LabelSet {
    switch role {
    case .head: return LabelSet(.head)
    case .byline: return LabelSet(.byline)
    case .caption: return LabelSet(.caption)
    case .pointer: return LabelSet(.pointer)
    case .body where item.isWrapped, .drop where item.isWrapped:
      return LabelSet(.start, .next, .subhead, .item, .byline, .caption)
    case .body, .drop:
      guard let paragraph = item.paragraphs.first(where: { $0.contains(line) }), paragraph.first == line else {
        return LabelSet(.next)
      }
      var allowed = LabelSet(.start)
      guard paragraph.count == 1 else { return allowed }
      // The truth leaves it open: the label of the hand-set weights is as good, and no other one.
      switch hand {
      case .head, .headStart, .subhead, .item, .itemStart: allowed.formUnion(LabelSet(.subhead, .item))
      case .byline where item.isLoose, .caption where item.isLoose: allowed.formUnion(LabelSet(hand))
      case .captionStart where item.isLoose: allowed.formUnion(LabelSet(.caption))
      default: break
      }
      return allowed
    }
  }

  /// The labels of a line that counts for nothing: before its item it is taken as that one's headline.
  private mutating func free(_ line: Int, of index: Int) -> LabelSet {
    let first = gold.items[index].roles.keys.min() ?? 0
    guard line < first, seen.insert(index).inserted else { return .inside }
    photo = -1
    waiting = [index]
    current = index
    return LabelSet(.headStart)
  }
}

/// The beginnings of items, as the hand-set labels leave them open: found from the labels before.
struct ItemStarts {
  private let facts: [LineFacts]

  /// True if a stack, a byline or a caption stands there whose text has not come yet.
  private var isWaiting = false
  /// True if the last of those has captions.
  private var hasCaptions = false
  /// The first and the last line of the running text since the item began.
  private var text: (first: Int, last: Int)?
  private var previous: LineLabel?

  /// Says which of a page's labels begin an item.
  static func labels(_ roles: [LineLabel], _ facts: [LineFacts]) -> [LineLabel] {
    var starts = ItemStarts(facts: facts)
    return roles.indices.map { place in
      defer { starts.previous = roles[place] }
      return starts.take(place, roles[place], goesOn: place + 1 < roles.count && roles[place + 1] == .next)
    }
  }

  private init(facts: [LineFacts]) { self.facts = facts }

  private mutating func take(_ place: Int, _ role: LineLabel, goesOn: Bool) -> LineLabel {
    switch role {
    case .head:
      let starts = text != nil || !isWaiting || previous == .byline || hasCaptions
      (isWaiting, hasCaptions, text) = (true, starts ? false : hasCaptions, nil)
      return starts ? .headStart : .head
    case .start where opensReport(place):
      (isWaiting, hasCaptions, text) = (false, false, (place, place))
      return .bareStart
    case .caption where tells(facts[place]) && !goesOn:
      (isWaiting, hasCaptions, text) = (false, false, nil)
      return .captionStart
    case .caption:
      if text == nil { (isWaiting, hasCaptions) = (true, true) }
    case .pointer:
      (isWaiting, hasCaptions) = (text != nil, isWaiting && hasCaptions)
    case .byline where text == nil: isWaiting = true
    case .furniture: break
    default: text = (text?.first ?? place, place)
    }
    return role
  }

  /// True for an advertisement without a head, and if a dateline opens a report by itself: behind a turn to another
  /// page, or behind such a report.
  private func opensReport(_ place: Int) -> Bool {
    if facts[place].evidence.contains(.advertises), text != nil || !isWaiting { return true }
    guard facts[place].dateline != nil, let text else { return false }
    return facts[text.last].evidence.contains(.jumpOnly) || !isWaiting && facts[text.first].dateline != nil
  }

  /// True for a caption that tells a whole story of its own, which is photo news.
  private func tells(_ line: LineFacts) -> Bool {
    line.evidence.contains(.credit) && !line.evidence.isDisjoint(with: [.sentenceInside, .long, .veryLong])
  }
}

import Newspaper

/// From a story to the article that a reader meets: its lines set as passages, in reading order, and what they name.
struct ArticleSetter {
  let scan: PageScan
  let facts: [LineFacts]
  let setter: PassageSetter
  let context: LineContext
  /// Nil on pages whose paragraphs stand whole.
  let lostOpening: LostOpening?
  /// For each line that says again what an earlier one says, that one.
  let original: [Int: Int]

  func article(_ story: Story) -> Article {
    var article = Article(number: 0, kind: kind(story), blocks: [])
    article.jump = jump(story)
    article.blocks = blocks(story, isJumped: article.jump != nil)
    article.people = StoryPeople(scan: scan, facts: facts).people(story, isPhoto: article.kind == .photo)
    article.dateline = dateline(story)
    article.pointsTo = story.pointer.first.flatMap { facts[$0].pointsTo }
    return article
  }

  /// Stack, byline, pointer, captions, body, repeats.
  private func blocks(_ story: Story, isJumped: Bool) -> [Block] {
    var blocks: [Block] = []
    blocks.reserveCapacity(story.blockCount)
    addStack(story, to: &blocks)
    for line in story.bylines {
      blocks.append(Block(.byline, setter.passage([line], keepsSpaces: facts[line].line.range)))
    }
    for line in story.pointer { blocks.append(Block(.pointer, setter.passage([line]))) }
    for line in story.captions { blocks.append(caption(line)) }
    addBody(story, isJumped: isJumped, to: &blocks)
    for line in story.repeats { blocks.append(repeated(line)) }
    return blocks
  }

  /// In columns.
  private static let widestMereLine = 24

  private func kind(_ story: Story) -> Article.Kind {
    if story.parts.isEmpty, !story.pointer.isEmpty { return .pointer }
    if story.parts.isEmpty, !story.captions.isEmpty { return .photo }
    if let head = story.heads.first, facts[head].evidence.contains(.noticeHead) { return .notice }
    return story.heads.isEmpty ? .brief : .article
  }

  private func addStack(_ story: Story, to blocks: inout [Block]) {
    let stack = HeadlineStack(scan: scan, facts: facts)
    let chosen = stack.headline(of: story.heads)
    for places in stack.members(of: story.heads) {
      let isHeadline = places.contains(chosen) || kind(story) == .pointer
      let role: Block.Role = isHeadline ? .headline : places.lowerBound < chosen ? .kicker : .deck
      blocks.append(Block(role, setter.passage(Array(story.heads[places]), isHead: true)))
    }
  }

  private func addBody(_ story: Story, isJumped: Bool, to blocks: inout [Block]) {
    for (place, part) in story.parts.enumerated() {
      let kept =
        part.role == .byline
        ? part.lines.first.map { facts[$0].line.range } : part.lines.first.flatMap(setter.datelineSpaces)
      var passage = setter.passage(
        part.lines, isHead: part.role == .subhead, keepsSpaces: kept, between: part.captions)
      passage.repairs += breaks(story, place, isJumped: isJumped)
      blocks.append(Block(role(of: part), passage))
      for line in part.captions { blocks.append(caption(line)) }
    }
  }

  private func role(of part: Story.Part) -> Block.Role {
    switch part.role {
    case .subhead: .subhead
    case .byline: .byline
    default: .paragraph
    }
  }

  /// Marks where the scan lost text: a paragraph that breaks off, or one that starts inside a sentence.
  /// - Parameter isJumped: the story goes on on another page, or comes from one.
  private func breaks(_ story: Story, _ place: Int, isJumped: Bool) -> [Repair] {
    let part = story.parts[place]
    guard part.role != .subhead, part.role != .byline, let first = part.lines.first, let last = part.lines.last else {
      return []
    }
    var repairs: [Repair] = []
    if place == 0, story.isReordered {
      repairs.append(Repair(.reordered, line: facts[first].line.number, because: .belongsToOtherArticle))
    }
    let opensInside = place > 0 && part.role == .start && lostOpening?.precedes(facts[first]) == true
    let closesNothing = facts[first].evidence.contains(.startsInside) && !facts[first].isListed
    if closesNothing || opensInside {
      repairs.append(Repair(.gapBefore, line: facts[first].line.number, because: .startsAbruptly))
    }
    if part.role != .item, !facts[first].isListed, !context.habits.lacksMarks, !isMereLine(part), breaksOff(last),
      !onlyMarkIsLost(story, place),
      !isJumped || place < story.parts.count - 1
    {
      repairs.append(Repair(.cutAfter, line: facts[last].line.number, because: .stopsAbruptly))
    }
    return repairs
  }

  /// True if one clause seems to end and the next paragraph's to begin: then the scan lost no more than a mark.
  private func onlyMarkIsLost(_ story: Story, _ place: Int) -> Bool {
    guard place + 1 < story.parts.count, let last = story.parts[place].lines.last,
      let next = story.parts[place + 1].lines.first
    else { return false }
    return context.meeting(facts[last], facts[next]).contains(.clausesMeet)
  }

  /// True if a part is one short line, which may well end without a mark: a name, a label, a place.
  private func isMereLine(_ part: Story.Part) -> Bool {
    guard part.lines.count == 1, let line = part.lines.first else { return false }
    return facts[line].width <= Self.widestMereLine && facts[line].evidence.isDisjoint(with: [.onePause, .manyPauses])
  }

  private func breaksOff(_ line: Int) -> Bool {
    let ends: LineEvidence = [.endsSentence, .endsAskingOrCalling, .endsClosed, .endsWithColon, .jumpOnly, .signOff]
    // An item may end with a semicolon: the next one follows.
    let last = scan.scalars[facts[line].line.range.upperBound - 1]
    return facts[line].evidence.isDisjoint(with: ends) && last != 0xFF1B && last != 0x3B
  }

  private func caption(_ line: Int) -> Block {
    let name = facts[line].credit?.name ?? ""
    return Block(
      .caption, setter.passage([line], keepsSpaces: setter.creditSpaces(line)), credit: name.isEmpty ? nil : name)
  }

  private func repeated(_ line: Int) -> Block {
    var passage = setter.passage([line])
    let first = original[line].map { facts[$0].line.number } ?? 0
    passage.repairs.append(Repair(.repeatFolded, line: facts[line].line.number, because: .sameTextAs(line: first)))
    return Block(.repeated, passage)
  }

  private func dateline(_ story: Story) -> Dateline? {
    guard let line = story.parts.first?.lines.first, let form = facts[line].dateline else { return nil }
    let wording = Wording(scan, facts[line].line.range)
    return Dateline(
      text: wording.string(form.words), agency: wording.string(form.agency), place: form.place.map(wording.string),
      date: wording.openingDay(form).map(\.iso))
  }

  private func jump(_ story: Story) -> Jump? {
    let ends = [story.parts.last?.lines.last, story.parts.first?.lines.first].compactMap { $0 }
    for line in ends {
      let wording = Wording(scan, facts[line].line.range)
      guard let found = wording.jump() else { continue }
      return Jump(text: wording.string(found.range), direction: found.direction, page: found.page)
    }
    return nil
  }
}

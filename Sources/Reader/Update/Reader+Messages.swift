import Newspaper

// The list of all that has been said, and where one is.
extension Reader {
  /// Lists all messages; the newest are in sight.
  mutating func listMessages() {
    message = nil
    guard !log.entries.isEmpty else { return message = Message(text: phrases.nothingSaid) }
    log.markSeen()
    layers.append(.listing(Listing(content: .messages)))
    moveListing(.end)
  }

  /// What is said where there are no issues: that they are being read, if so.
  var noIssuesWords: String {
    guard let reading else { return phrases.noIssues }
    return reading.total > 0 ? phrases.reading(reading.done, of: reading.total) : phrases.readingPages
  }

  // MARK: Where one is

  /// Says which file, page and line one is at.
  mutating func sayWhere() {
    guard let here = whereabouts else { return message = Message(text: phrases.nothingHere) }
    let place = phrases.place(page: here.page, lines: here.lines, of: here.lineCount)
    let whole = place + " · " + here.path
    let room = size.columns - 2 - width(place + " · ")
    let short = room > 1 ? place + " · " + cutAtStart(here.path, to: room) : place
    message = Message(text: whole, short: short)
  }

  private var whereabouts: (path: String, page: Int, lines: [Int], lineCount: Int)? {
    if case .results = layers.last {
      return results?.hit.map { ($0.context.path, $0.context.page, $0.context.lines, $0.context.lineCount) }
    }
    guard let issue, let passage = passageHere, let page = issue.page(passage.page) else { return nil }
    return (page.path, page.number, passage.sourceLines, page.text.lineCount)
  }

  /// The passage that is explained, the first one in sight, or that with which the selected article begins.
  private var passageHere: Passage? {
    if pane == .article, showsArticle, let galley {
      let first = galley.pages.flow?.firstLine(ofPage: place.top) ?? place.top
      let block = why?.block ?? galley.galley.block(readFrom: first, rows: layout.panes.rows)
      if let block, galley.galley.blocks.indices.contains(block) { return galley.galley.blocks[block].content.passage }
    }
    return article?.blocks.first?.passage
  }

  /// The end of a text where it is wider than its place.
  private func cutAtStart(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    var rest = Substring(text)
    while !rest.isEmpty, width(rest) > columns - width("…") { rest.removeFirst() }
    return "…" + rest
  }
}

extension Phrases {
  var messagesTitle: String { say("Messages") }
  fileprivate var nothingSaid: String { say("nothing has been said yet") }
  fileprivate var nothingHere: String { say("no page here") }

  /// One notice by itself; of several how many, where they are listed, and the first.
  func notices(_ notices: [String]) -> String {
    guard notices.count > 1 else { return notices.first ?? "" }
    return say("{} faults, :messages lists them · ", notices.count) + notices[0]
  }

  /// `page 1 · lines 35, 37 of 120`.
  fileprivate func place(page: Int, lines: [Int], of count: Int) -> String {
    let numbers = stretches(of: lines).joined(separator: say(", "))
    let page = PageNumber(page)
    return lines.count == 1
      ? say("page {} · line {} of {}", page, numbers, count) : say("page {} · lines {} of {}", page, numbers, count)
  }
}

import Newspaper

// What outlives the reader: where one was, and what has been read. The program keeps it.
extension Reader {
  /// Where one is: what the reader opens with the next time.
  public struct LeftOff: Sendable, Equatable {
    /// The selected issue's id.
    public var issue: String
    /// The pane with the focus: `issues`, `contents` or `article`.
    public var context: Context

    /// A place to go on from.
    public init(issue: String, context: Context) {
      self.issue = issue
      self.context = context
    }
  }

  /// Goes on from what was kept the last time; before `start`, or before it again for issues that have come since. An
  /// issue that is not there any more is passed over.
  /// - Parameter marks: by the issue's id.
  public mutating func resume(_ marks: [String: IssueMarks], at last: LeftOff?) {
    for (id, marks) in marks { visits[id] = Visit(visits[id]?.marks.adding(marks) ?? marks) }
    guard let last, let index = issues.index(ofIssue: last.issue) else { return }
    selectedIssue = index
    pane = Pane.allCases.first { $0.context == last.context } ?? .contents
  }

  /// Goes on from what was searched for the last time, the oldest first: for the arrows at the prompt.
  public mutating func resume(searches: [String]) { self.searches = LineHistory(searches) }

  /// What has been searched for, entered and not only typed, since this was last asked; the newest last.
  public mutating func takeSearches() -> [String] { searches.takeNew() }

  /// Where one is now; nil where there are no issues.
  public var leftOff: LeftOff? {
    selectedID.map { LeftOff(issue: $0, context: (searchBefore?.pane ?? pane).context) }
  }

  /// The marks of the issues in which something may have changed since this was last asked, by the issue's id.
  public mutating func takeMarks() -> [String: IssueMarks] {
    defer { touched = [] }
    let pairs = touched.compactMap { id in
      let visit = id == selectedID ? searchBefore?.visit ?? visits[id] : visits[id]
      return visit.map { (id, $0.marks) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Says something in the last line, after what is said there already.
  public mutating func tell(_ notice: String) { log.add(notices: [notice]) }

  /// How things were before the search that is being typed.
  private var searchBefore: SearchPrompt.Before? {
    for case .search(let prompt) in layers { return prompt.before }
    return nil
  }

  // MARK: Read marks

  /// An article is read once the reader has gone to it; a search that is still being typed goes nowhere.
  mutating func markRead() {
    if case .search = layers.last { return }
    guard pane == .article, article != nil, let id = selectedID else { return goneTo = nil }
    let here = GoneTo(issue: id, article: visit.article)
    // What one marks as unread stays so until one comes back to it.
    guard goneTo != here else { return }
    goneTo = here
    for index in articleWithContinuations { visit.read.insert(index) }
  }

  /// Marks the selected article as unread, or as read.
  mutating func toggleRead() {
    guard article != nil else { return message = Message(text: phrases.noArticles) }
    let isRead = visit.read.contains(visit.article)
    for index in articleWithContinuations {
      if isRead { visit.read.remove(index) } else { visit.read.insert(index) }
    }
    message = Message(text: isRead ? phrases.markedUnread : phrases.markedRead)
  }

  private var articleWithContinuations: [Int] { [visit.article] + continuations.map { $0.number - 1 } }
}

/// The article that one has gone to.
struct GoneTo: Sendable, Equatable {
  var issue: String
  var article: Int
}

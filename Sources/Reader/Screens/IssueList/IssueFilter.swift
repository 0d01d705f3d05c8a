import Newspaper
import Text

/// A filter of the list of issues: words, of which each must stand in the headline, name or day, and `unread`, `paper:`
/// and `date:`.
struct IssueFilter: Sendable, Equatable {
  let line: String
  private let isUnread: Bool
  private let words: [(field: Substring, text: String)]

  init(_ line: String) {
    self.line = line
    let parts = line.split(whereSeparator: \.isWhitespace)
    isUnread = parts.contains("unread") || parts.contains("未读")
    words = parts.filter { $0 != "unread" && $0 != "未读" }.compactMap { part in
      let pieces = part.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
      guard pieces.count == 2, pieces[0] == "paper" || pieces[0] == "date" else { return ("", part.lowercased()) }
      return pieces[1].isEmpty ? nil : (pieces[0], pieces[1].lowercased())
    }
  }

  var isEmpty: Bool { words.isEmpty && !isUnread }

  static func == (one: IssueFilter, other: IssueFilter) -> Bool { one.line == other.line }

  func holds(for issue: IssueSummary, read: Int) -> Bool {
    if isUnread, read >= issue.articleCount { return false }
    return words.allSatisfy { field, text in
      switch field {
      case "paper": issue.title?.lowercased().contains(text) == true
      case "date": issue.date?.value.hasPrefix(text) == true
      default:
        issue.leadHeadline.lowercased().contains(text) || issue.id.lowercased().contains(text)
          || issue.title?.lowercased().contains(text) == true || issue.date?.value.contains(text) == true
      }
    }
  }
}

/// Some of the issues of a shelf, in its order or the other way round.
struct ListedIssues: IssueShelf {
  let base: any IssueShelf
  /// Places in the base, ascending.
  private let places: [Int32]
  private let isReversed: Bool
  let articleCount: Int

  /// - Parameter places: ascending; nil for all.
  init(_ base: any IssueShelf, isReversed: Bool, places: [Int]? = nil) {
    self.base = base
    self.isReversed = isReversed
    self.places = (places ?? Array(base.indices)).map(Int32.init)
    articleCount = places.map { $0.reduce(0) { $0 + base[$1].articleCount } } ?? base.articleCount
  }

  var count: Int { places.count }

  subscript(index: Int) -> IssueSummary { base[Int(places[isReversed ? count - 1 - index : index])] }

  func index(ofIssue id: String) -> Int? {
    guard let index = base.index(ofIssue: id).map(Int32.init) else { return nil }
    let place = places.partitioningIndex { $0 >= index }
    guard places.indices.contains(place), places[place] == index else { return nil }
    return isReversed ? count - 1 - place : place
  }
}

/// A filter of the list of issues that is being typed.
struct FilterPrompt: LinePrompt {
  var input: PromptInput
  /// Put back by `esc`.
  let before: IssueFilter
  let selected: String?

  static func open(in reader: inout Reader) {
    let before = reader.issueList.filter
    reader.layers.append(
      FilterPrompt(input: PromptInput(before.line), before: before, selected: reader.selectedID))
  }

  func completion(of text: String, in reader: Reader) -> Completion {
    Completion(words: ["unread", "paper:", "date:"].filter { $0.hasPrefix(text) })
  }

  func changed(in reader: inout Reader) { reader.filterIssues(by: IssueFilter(input.line.text)) }

  func accept(in reader: inout Reader) -> [Effect] {
    reader.layers.removeLast()
    if reader.issues.isEmpty {
      reader.filterIssues(by: before)
      reader.say(reader.phrases.say("no issue is left by this filter"))
    }
    return []
  }

  func cancel(in reader: inout Reader) {
    reader.layers.removeLast()
    reader.filterIssues(by: before)
    if let index = selected.flatMap(reader.issues.index(ofIssue:)) { reader.selectIssue(index) }
  }

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(environment: reader.environment, sign: "&", line: input.line)
    let count = reader.phrases.say("{} of {}", reader.issues.count, reader.issueList.all.count)
    line.asides = [reader.phrases.say("unread paper: date: text") + " · " + count, count]
    return line
  }
}

extension Reader {
  /// Lists only the issues for which a filter holds.
  mutating func filterIssues(by filter: IssueFilter) {
    let reads = visits.byIssue
    let before = selectedID
    issueList.list(filter: filter) { reads[$0]?.readCount ?? 0 }
    follow(issue: before)
  }

  /// Lists the oldest first, or the newest.
  mutating func toggleIssueOrder() {
    let before = selectedID
    let reads = visits.byIssue
    issueList.isOldestFirst.toggle()
    issueList.list(filter: issueList.filter) { reads[$0]?.readCount ?? 0 }
    follow(issue: before)
    say(phrases.say(issueList.isOldestFirst ? Phrase("oldest first") : Phrase("newest first")))
  }

  private mutating func follow(issue id: String?) {
    issueList.top = 0
    if let index = id.flatMap(issues.index(ofIssue:)) {
      issueList.selected = index
    } else {
      issueList.selected = 0
      contents.top = 0
      forgetText()
      search.found = nil
    }
  }

  /// The place of an issue in the list; a filter that leaves it out is dropped.
  mutating func place(ofIssue id: String) -> Int? {
    if let index = issues.index(ofIssue: id) { return index }
    guard !issueList.filter.isEmpty, issueList.all.index(ofIssue: id) != nil else { return nil }
    filterIssues(by: IssueFilter(""))
    return issues.index(ofIssue: id)
  }
}

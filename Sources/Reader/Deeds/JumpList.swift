import Newspaper
import Notes
import Typesetting

/// A place in the reader to come back to.
struct Spot: Sendable, Equatable {
  var issue: String
  var pane: Pane
  var article: Int
  var place: Place
}

/// The places from which one has jumped, and those to which one has come back.
struct JumpList: Sendable, Equatable {
  private var back: [Spot] = []
  private var forth: [Spot] = []

  private static let limit = 500

  /// The place before the last jump.
  var last: Spot? { back.last }

  /// Remembers the place that one jumps from.
  mutating func add(_ spot: Spot) {
    forth = []
    if back.last != spot { back.append(spot) }
    if back.count > Self.limit { back.removeFirst() }
  }

  /// The place so many jumps back, or forth where the number is negative; nil where there is none.
  mutating func step(_ count: Int, from here: Spot) -> Spot? {
    var spot: Spot?
    for _ in 0..<abs(count) {
      guard let next = count > 0 ? back.popLast() : forth.popLast() else { break }
      if count > 0 { forth.append(spot ?? here) } else { back.append(spot ?? here) }
      spot = next
    }
    return spot
  }
}

// Jumps over issues and articles, and the way back.
extension Reader {
  var spot: Spot? { selectedID.map { Spot(issue: $0, pane: pane, article: visit.article, place: place) } }

  /// Remembers where one was before a command that led elsewhere. Steps through lists are no jumps.
  mutating func noteJump(from before: Spot?, by command: Command) {
    guard let before, let here = spot, before.pane != .issues, !Self.steps.contains(command) else { return }
    if before.issue != here.issue || before.article != here.article || before.place.anchor != here.place.anchor {
      notebook.jumps.add(before)
    }
  }

  private static let steps: Set<Command> = [
    .nextLine, .previousLine, .halfPageDown, .halfPageUp, .nextPage, .previousPage, .open, .back, .nextPane,
    .previousPane, .jumpBack, .jumpForth, .boxLeft, .boxRight, .nextArticle, .previousArticle,
  ]

  /// Goes back over jumps, or forth.
  mutating func jump(back count: Int) {
    guard let here = spot, let spot = notebook.jumps.step(count, from: here) else {
      return say(phrases.say(count > 0 ? Phrase("no jump to go back over") : Phrase("no jump to go forth over")))
    }
    goTo(spot)
  }

  /// Goes to the place before the last jump, so that the same keys lead back here.
  mutating func jumpToLast() {
    guard let here = spot, let last = notebook.jumps.last else { return say(phrases.say("no jump to go back over")) }
    notebook.jumps.add(here)
    goTo(last)
  }

  private mutating func goTo(_ spot: Spot) {
    guard let index = place(ofIssue: spot.issue) else { return say(phrases.noIssue(spot.issue), isError: true) }
    layers.removeAll()
    selectIssue(index)
    pane = spot.pane
    visits.byIssue[spot.issue, default: Visit()].article = spot.article
    visits.byIssue[spot.issue]?.places[spot.article] = Place(anchor: spot.place.anchor)
  }

  /// Goes to a passage of an issue; where the issue is not there, or the passage is not found, says so.
  mutating func goTo(_ anchor: Anchor?, of issue: IssueReference) {
    // A filter that leaves the issue out is dropped.
    if !issueList.filter.isEmpty, issue.index(in: issues) == nil { filterIssues(by: IssueFilter("")) }
    guard let index = issue.index(in: issues) else { return say(phrases.noIssue(issue.id), isError: true) }
    if let spot { notebook.jumps.add(spot) }
    layers.removeAll()
    selectIssue(index)
    environment.settings.showsFront = false
    pane = anchor == nil ? .contents : .article
    notebook.awaited = .passage(issue: issues[index].id, anchor)
    showAwaitedPassage()
  }

  /// Shows a passage that was waited for, once its issue is there.
  mutating func showAwaitedPassage() {
    guard let issue, case .passage(issue.id, let anchor) = notebook.awaited else { return }
    notebook.awaited = nil
    guard let anchor else { return }
    settleVisit()
    var finder = AnchorFinder(issue)
    guard let found = finder.find(anchor) else {
      return say(phrases.say("not found again; it stood on p. {}, line {}", anchor.start.page, anchor.start.line))
    }
    if found.isMoved { say(phrases.say("found again on p. {}, line {}", found.start.page, found.start.line)) }
    show(found.start)
  }

  /// Brings a place of the scan into sight at the top.
  private mutating func show(_ position: SourcePosition) {
    let index = articles.firstIndex { article in
      article.blocks.contains { $0.passage.page == position.page && $0.passage.sourceLines.contains(position.line) }
    }
    guard let index else { return }
    visit.article = jumps?.opening(of: index) ?? index
    let isStart = articles[index].blocks.first.map { $0.passage.sourceLines.contains(position.line) } == true
    place = Place(anchor: isStart && visit.article == index ? nil : Galley.Anchor(position: position, above: 0))
  }
}

import Newspaper
import Searching

/// A query that can take seconds, and the issue in which it is looked for.
///
/// It is looked for beside the keys: the reader asks for it with `Effect.find`, and takes what was found by `receive`.
public struct Finding: Sendable, Equatable {
  /// Which of the reader's findings it is.
  let number: Int
  let issue: String
  let query: Query
  let search: IssueSearch
  let turns: Turns

  /// Looks for it.
  /// - Parameter isWanted: asked again and again; nil is found once it says no, which it must not take back.
  public func find(while isWanted: @escaping @Sendable () -> Bool = { true }) -> FoundAside? {
    search.matches(query, while: isWanted).map { FoundAside(number: number, found: Found(query, $0, turns)) }
  }

  /// Whether two are the same of one reader.
  public static func == (one: Self, other: Self) -> Bool { one.number == other.number }
}

/// What was found beside the keys.
public struct FoundAside: Sendable {
  let number: Int
  let found: Found
}

/// What is being looked for beside the keys, and what is to be done once it is found.
struct AwaitedFinding: Sendable {
  let finding: Finding
  let place: TextPlace
  var isAskedFor = false
  /// How things were before the search; nil until `enter` was pressed at its prompt.
  var before: SearchPrompt.Before?
}

// Queries that take too long to be answered between two keys.
extension Reader {
  /// Whether something is being looked for beside the keys.
  public var isFinding: Bool { awaitedFinding != nil }

  /// Has a query looked for beside the keys, instead of what was looked for before.
  mutating func setAside(_ query: Query, _ search: IssueSearch, in opened: OpenIssue, from place: TextPlace) {
    findings += 1
    let finding = Finding(
      number: findings, issue: opened.issue.id, query: query, search: search, turns: opened.turns)
    awaitedFinding = AwaitedFinding(finding: finding, place: place)
  }

  /// Asks once for what is to be looked for.
  mutating func askForFinding() -> [Effect] {
    guard let awaited = awaitedFinding, !awaited.isAskedFor else { return [] }
    awaitedFinding?.isAskedFor = true
    return [.find(awaited.finding)]
  }

  /// Takes what was found for `Effect.find`, and does what was waiting for it; what is not awaited any more is let go.
  public mutating func receive(_ new: FoundAside) -> [Effect] {
    guard let awaited = awaitedFinding, awaited.finding.number == new.number else { return [] }
    awaitedFinding = nil
    guard awaited.finding.issue == selectedID else { return [] }
    found = new.found
    if case .search(let prompt) = layers.last {
      putBack(prompt.before)
      show(new.found, from: awaited.place)
    } else if let before = awaited.before {
      show(new.found, from: awaited.place)
      keepFound(new.found.query.text, before: before)
    } else {
      showAwaitedHit()
    }
    return settle()
  }

  private mutating func show(_ new: Found, from place: TextPlace) {
    found = new
    found?.current = new.best(from: place)
    if let current = found?.current { show(match: current) }
  }
}

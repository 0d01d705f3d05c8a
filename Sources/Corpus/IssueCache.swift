import Newspaper

/// The issues that were used last, parsed.
struct IssueCache: Sendable {
  /// Some 100 KB each with their pages: a few megabytes at most.
  private static let limit = 32

  /// The one used last stands last.
  private var issues: [Issue] = []

  /// Whether an issue is among them.
  func contains(_ id: String) -> Bool { issues.contains { $0.id == id } }

  /// The issue, which becomes the one used last.
  subscript(id: String) -> Issue? {
    mutating get {
      guard let index = issues.lastIndex(where: { $0.id == id }) else { return nil }
      let issue = issues.remove(at: index)
      issues.append(issue)
      return issue
    }
  }

  /// Takes an issue in; the one whose use is longest ago goes where there are too many.
  mutating func keep(_ issue: Issue) {
    if issues.count >= Self.limit { issues.removeFirst() }
    issues.append(issue)
  }

  /// Lets go of issues.
  mutating func remove(_ ids: Set<String>) { issues.removeAll { ids.contains($0.id) } }
}

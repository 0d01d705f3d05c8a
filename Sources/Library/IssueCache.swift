import Newspaper

/// The issues that were used last, parsed.
struct IssueCache: Sendable {
  /// Some 100 KB each with their pages: a few megabytes as a rule.
  private static let limit = 32
  /// Bytes of their pages; an issue has some ten times as many in memory.
  private static let mostBytes = 4 << 20

  /// In the order of use.
  private var issues: [Issue] = []

  /// True if an issue is at hand.
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

  /// Adds an issue, and evicts those used longest ago if there are too many.
  mutating func keep(_ issue: Issue) {
    issues.append(issue)
    var bytes = issues.reduce(0) { $0 + $1.byteCount }
    while issues.count > Self.limit || bytes > Self.mostBytes, issues.count > 1 {
      bytes -= issues.removeFirst().byteCount
    }
  }

  mutating func remove(_ ids: Set<String>) { issues.removeAll { ids.contains($0.id) } }
}

extension Issue {
  /// Of its pages' text.
  fileprivate var byteCount: Int { pages.reduce(0) { $0 + $1.text.bytes.count } }
}

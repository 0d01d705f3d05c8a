import Newspaper

/// Gives back the issue that its pages were printed from.
/// - Parameters:
///   - id: the issue's.
///   - pages: its pages by number.
public func parseIssue(id: String, pages: [Page]) -> Issue {
  Issue(id: id, pages: pages, articles: [])
}

import Newspaper
import Notes

/// The clipped passages of an issue, at the places where they were found.
struct ClippedPassages: Sendable {
  var issue: String
  var places: [FoundPlace] = []
  /// The ids of clippings that were found elsewhere, and of those that were not found.
  var moved: Set<String> = []
  var lost: Set<String> = []

  /// True if a clipping has a part of a passage.
  func contains(_ passage: Passage) -> Bool {
    guard !places.isEmpty else { return false }
    return passage.sourceLines.contains { line in
      places.contains {
        $0.start.page == passage.page && ($0.start.line...max($0.start.line, $0.end.line)).contains(line)
      }
    }
  }
}

extension Reader {
  /// Looks for the clipped passages of the open issue, once.
  mutating func findSigns() {
    guard let issue, notebook.signs?.issue != issue.id else { return }
    var signs = ClippedPassages(issue: issue.id)
    var finder = AnchorFinder(issue)
    for clipping in notebook.clippings.clippings(ofIssue: issue.id) {
      guard let anchor = clipping.anchor else { continue }
      guard let found = finder.find(anchor) else {
        signs.lost.insert(clipping.id)
        continue
      }
      signs.places.append(found)
      if found.isMoved { signs.moved.insert(clipping.id) }
    }
    notebook.signs = signs
  }
}

import Newspaper

/// Stands in for the writer of folded text until `Searching` has it: the text of the pages, as it is.
struct FoldedSegmentWriter: Sendable {
  private(set) var count = 0
  private var text: [UInt8] = []
  var textLength: Int { text.count }

  mutating func add(_ issue: Issue) {
    count += 1
    for page in issue.pages { text += page.text.bytes }
  }

  consuming func finish() -> [UInt8] { text + [UInt8](repeating: 0, count: -text.count & 7) }
}

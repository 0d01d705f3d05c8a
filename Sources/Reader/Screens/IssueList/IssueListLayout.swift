import Newspaper
import Screen
import Text
import Typesetting

/// The rows that the entries of the issue list take.
struct IssueListLayout {
  let issues: any IssueShelf
  let rect: Rect
  let ambiguous: AmbiguousWidth
  /// The forms of hanzi in headlines.
  var script = HanziScript.scan
  /// True if the name of the paper stands before each headline.
  var namesPapers = false

  /// From so many columns on date and headline share a line.
  private static let oneLineColumns = 48
  /// Columns before the headline where they do.
  static let headlineColumn = 24

  var isOneLine: Bool { rect.columns >= Self.oneLineColumns }
  /// True if there is room for air between the entries.
  private var hasAir: Bool { !isOneLine && rect.rows >= 12 }

  var list: ListGeometry { ListGeometry(count: issues.count, rows: rect.rows, height: height) }

  func height(of index: Int) -> Int {
    let lines = headline(of: index).lines.count
    return isOneLine ? max(1, lines) : 1 + lines + (hasAir ? 1 : 0)
  }

  func headline(of index: Int) -> ListText {
    let indent = isOneLine ? Self.headlineColumn : 2
    let issue = issues[index]
    let name = namesPapers ? issue.title.map { $0 + " · " } ?? "" : ""
    return ListText(
      script.written(name + issue.leadHeadline), width: rect.columns - indent - 1, ambiguous: ambiguous)
  }
}

import Newspaper
import Screen
import Searching
import Typesetting

/// Draws the issue as a printed page; the rules around the selected article are heavier.
struct FrontView {
  let environment: Environment
  let rect: Rect
  /// Nil until it has been read.
  let issue: Issue?
  let front: FrontPages?
  /// Index of the selected article.
  let selected: Int
  let hasFocus: Bool
  let highlights: Highlights

  /// Draws the sheet with the selected article.
  func draw(on surface: inout Surface) {
    guard let front, !front.sheets.isEmpty, let issue else {
      let words = issue == nil ? "" : environment.phrases.noArticles
      surface.write(words, column: rect.column + 2, row: rect.row, style: environment.theme[.quiet], clip: rect)
      return
    }
    let masthead = Masthead(issue.summary, language: environment.language)
    FrontPainter(front, masthead: masthead, highlights.looks(), in: rect).draw(
      sheet: front.sheet(ofArticle: selected), focus: hasFocus ? selected : nil, on: &surface)
  }
}

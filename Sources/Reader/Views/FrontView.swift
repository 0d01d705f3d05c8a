import Newspaper
import Screen
import Typesetting

/// The issue as a printed page; the rules around the box that has the focus are heavier.
struct FrontView {
  let reader: Reader
  let rect: Rect

  /// Draws the sheet that has the focus.
  func draw(on surface: inout Surface) {
    guard let front = reader.front, !front.sheets.isEmpty, let issue = reader.issue else {
      let words = reader.issue == nil ? "" : reader.phrases.noArticles
      surface.write(words, column: rect.column + 2, row: rect.row, style: reader.theme[.quiet], clip: rect)
      return
    }
    let masthead = Masthead(issue.summary, name: reader.corpusName, language: reader.language)
    let article = reader.visit.article
    FrontPainter(front, masthead: masthead, reader.looks(), in: rect).draw(
      sheet: front.sheet(ofArticle: article), focus: reader.hasFocus(.contents) ? article : nil, on: &surface)
  }
}

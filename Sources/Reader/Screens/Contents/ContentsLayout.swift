import Newspaper
import Screen

/// The rows and columns that the entries of the contents take.
struct ContentsLayout {
  let articles: [Article]
  let jumps: Jumps?
  let rect: Rect
  let environment: Environment

  /// Columns at the right for the numbers of matches; kept free without matches, too, so that a search moves nothing.
  private static let countWidth = 2

  var list: ListGeometry {
    ListGeometry(count: articles.count, rows: rect.rows) { headline(of: $0).lines.count }
  }

  var numberWidth: Int { String(articles.count).count }

  /// The column of an article's headline in the pane; that of a continuation stands behind the sign of one.
  func headlineColumn(of index: Int) -> Int { 3 + numberWidth + (isContinuation(index) ? 2 : 0) }

  func headline(of index: Int) -> ListText {
    let remarks = remarks(of: index)
    return ListText(
      environment.settings.script.written(articles[index].title),
      width: rect.columns - headlineColumn(of: index) - 1 - Self.countWidth,
      tail: remarks.isEmpty ? 0 : environment.width(remarks) + 1, ambiguous: environment.ambiguous)
  }

  func isContinuation(_ index: Int) -> Bool { jumps?.opening(of: index) != nil }

  /// The remarks behind a headline: a mark where it is doubtful that an article begins there, and a turn.
  func remarks(of index: Int) -> String {
    let doubt = articles[index].isDoubtful && environment.settings.marksDoubt ? "≈" : ""
    let turn = turn(of: index)
    return doubt.isEmpty ? turn : turn.isEmpty ? doubt : doubt + " " + turn
  }

  /// The page that an article turns or points to, in words.
  private func turn(of index: Int) -> String {
    let (article, phrases) = (articles[index], environment.phrases)
    if let jump = article.jump {
      return jump.direction == .to ? phrases.jump(to: jump.page) : phrases.jump(from: jump.page)
    }
    return article.pointsTo.map(phrases.pointer) ?? ""
  }
}

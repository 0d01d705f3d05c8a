/// A movement of the selection in a list, or of the text in its place.
enum Movement: Sendable, Equatable {
  case lines(Int)
  case halfPages(Int)
  case pages(Int)
  /// To a line, from 0.
  case line(Int)
  case end

  /// The first line that it leads to, in a text that scrolls.
  /// - Parameters:
  ///   - last: the first line at which the end of the text is in sight.
  ///   - page: the rows of the text's place.
  func line(from top: Int, last: Int, page: Int) -> Int {
    switch self {
    case .lines(let count): top + count
    case .halfPages(let count): top + count * max(1, page / 2)
    // Two rows stay in sight, so that the eye finds its line again.
    case .pages(let count): top + count * max(1, page - 2)
    case .line(let line): line
    case .end: last
    }
  }

  /// The page that it leads to where pages are turned: a line, half a page and a page are all one page on.
  func page(from page: Int, last: Int) -> Int {
    switch self {
    case .lines(let count), .halfPages(let count), .pages(let count): page + count
    case .line(let number): number
    case .end: last
    }
  }
}

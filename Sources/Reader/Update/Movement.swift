/// How far a movement goes.
enum Movement: Sendable, Equatable {
  case lines(Int)
  case halfPages(Int)
  case pages(Int)
  /// To a line, from 0.
  case line(Int)
  case end

  /// Nil for a command that does not move.
  init?(_ command: Command, count: Int?) {
    let times = count ?? 1
    switch command {
    case .nextLine: self = .lines(times)
    case .previousLine: self = .lines(-times)
    case .halfPageDown: self = .halfPages(times)
    case .halfPageUp: self = .halfPages(-times)
    case .nextPage: self = .pages(times)
    case .previousPage: self = .pages(-times)
    case .firstLine: self = .line((count ?? 1) - 1)
    case .lastLine: self = count.map { .line($0 - 1) } ?? .end
    default: return nil
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

  /// The rows that it goes down, of a page of so many; nil for one that goes to a place.
  func rows(page: Int) -> Int? {
    switch self {
    case .lines(let count): count
    case .halfPages(let count): count * max(1, page / 2)
    // Two rows stay in sight, so that the eye finds its line again.
    case .pages(let count): count * max(1, page - 2)
    case .line, .end: nil
    }
  }
}

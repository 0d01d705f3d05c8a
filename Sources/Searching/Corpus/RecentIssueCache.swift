import Newspaper
import Synchronization

/// The issues whose hits were shown last, ready for search: the next key shows most of them again.
final class RecentIssueCache: Sendable {
  /// An issue and its folded text.
  struct Ready: Sendable {
    var issue: Issue
    var search: IssueSearch
  }

  private struct Shelf {
    var ready: [Int: Ready] = [:]
    /// In the order of use.
    var order: [Int] = []

    /// An issue that is cached, which becomes the last one used.
    mutating func take(_ place: Int) -> Ready? {
      guard let ready = ready[place] else { return nil }
      order.removeAll { $0 == place }
      order.append(place)
      return ready
    }
  }

  /// Some 100 KB each: a few screens of results.
  private static let limit = 96

  private let read: @Sendable (Int) -> Issue?
  private let shelf = Mutex(Shelf())

  init(read: @escaping @Sendable (Int) -> Issue?) { self.read = read }

  /// Issues by their places in the list. Those that are not cached are read in several threads.
  func issues(_ places: [Int], threads: SearchThreads) -> [Int: Ready] {
    let wanted = Set(places).sorted()
    // The cache may be smaller than the number of issues that are wanted.
    let found = Mutex([Int: Ready]())
    threads.forEach(wanted.count) { index in
      guard let ready = self.issue(wanted[index]) else { return }
      found.withLock { $0[wanted[index]] = ready }
    }
    return found.withLock { $0 }
  }

  /// Nil if it cannot be read.
  func issue(_ place: Int) -> Ready? {
    if let ready = shelf.withLock({ $0.take(place) }) { return ready }
    guard let issue = read(place) else { return nil }
    let ready = Ready(issue: issue, search: IssueSearch(issue))
    shelf.withLock { shelf in
      if shelf.ready.updateValue(ready, forKey: place) == nil { shelf.order.append(place) }
      if shelf.order.count > Self.limit { shelf.ready[shelf.order.removeFirst()] = nil }
    }
    return ready
  }
}

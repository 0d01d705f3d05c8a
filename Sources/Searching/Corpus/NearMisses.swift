import Synchronization

/// Issues of a segment in which something stands that is no occurrence only because it starts or ends within what one
/// character became, or within a word. A longer text that it is a part of may well be found there.
final class NearMisses: Sendable {
  private let list = Mutex<Set<Int>>([])

  /// Learns of one, by the issue's index in its segment.
  func add(_ issue: Int) { list.withLock { _ = $0.insert(issue) } }

  /// All of them.
  var issues: Set<Int> { list.withLock { $0 } }
}

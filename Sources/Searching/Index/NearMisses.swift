import Synchronization

/// Issues of a segment with text that is no occurrence only because it starts or ends within a folded character or a
/// word. A longer query may match there.
final class NearMisses: Sendable {
  private let list = Mutex<Set<Int>>([])

  /// Adds an issue by its index in the segment.
  func add(_ issue: Int) { list.withLock { _ = $0.insert(issue) } }

  /// The issues that were added.
  var issues: Set<Int> { list.withLock { $0 } }
}

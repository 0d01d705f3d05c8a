import Synchronization

/// Raised once, by one thread for another.
final class Flag: Sendable {
  private let state = Atomic(false)

  /// Whether it has been raised.
  var isRaised: Bool { state.load(ordering: .relaxed) }

  /// Raises it, for good.
  func raise() { state.store(true, ordering: .relaxed) }
}

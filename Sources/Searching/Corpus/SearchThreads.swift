/// Threads that a search works in. They are given by the caller, since this room has none of its own.
package struct SearchThreads: Sendable {
  /// The number of threads that work at once, at least 1.
  package let count: Int
  /// Does some work in a thread of its own, which nobody waits for.
  package let start: @Sendable (_ work: @escaping @Sendable () -> Void) -> Void
  /// Does so many numbered pieces of work in several threads, and waits until all are done.
  package let forEach: @Sendable (_ pieces: Int, _ work: @escaping @Sendable (Int) -> Void) -> Void

  /// Threads by their functions.
  package init(
    count: Int, start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void,
    forEach: @escaping @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void
  ) {
    (self.count, self.start, self.forEach) = (count, start, forEach)
  }
}

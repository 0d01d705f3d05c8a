import CSystem
import Glibc
import Synchronization

/// The number of threads that can work at once.
package let processorCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// Runs the same work in several threads, the calling one among them, and waits until all have ended.
/// - Parameter first: what the calling thread does before, while the others work already.
package func runInParallel(threads: Int, after first: () -> Void = {}, _ work: @escaping @Sendable () -> Void) {
  let others = (1..<max(1, threads)).compactMap { _ in startThread(work) }
  first()
  work()
  for thread in others { pthread_join(thread, nil) }
}

/// Does numbered pieces of work in several threads, each taking the next free piece, and waits until all are done.
/// - Parameter first: what the calling thread does before, while the others work already.
package func parallelForEach(
  _ count: Int, threads: Int, after first: () -> Void = {}, _ work: @escaping @Sendable (Int) -> Void
) {
  let counter = Counter()
  runInParallel(threads: min(threads, count), after: first) {
    while let piece = counter.next(below: count) { work(piece) }
  }
}

/// Maps items in as many threads as can work at once; the results are in the order of the items.
/// - Parameter first: what the calling thread does before, while the others work already.
package func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], after first: () -> Void = {}, _ transform: @escaping @Sendable (Item) -> Result
) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: items.count))
  parallelForEach(items.count, threads: processorCount, after: first) { index in
    let result = transform(items[index])
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0 }.compactMap { $0 }
}

private final class Counter: Sendable {
  private let count = Atomic(0)

  func next(below end: Int) -> Int? {
    let next = count.add(1, ordering: .relaxed).oldValue
    return next < end ? next : nil
  }
}

/// Runs work that comes to an end in a detached thread; in the calling one if the system has no thread left.
package func runDetached(_ work: @escaping @Sendable () -> Void) { if !runDetachedIfPossible(work) { work() } }

/// Runs work in a detached thread.
/// - Returns: false if the system has no thread left; nothing is run then.
@discardableResult
package func runDetachedIfPossible(_ work: @escaping @Sendable () -> Void) -> Bool {
  guard let thread = startThread(work) else { return false }
  pthread_detach(thread)
  return true
}

/// A value that a detached thread begins to make at once.
package final class LazyValue<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// Begins to make the value.
  /// - Parameter other: the thread's work before that.
  package init(after other: @escaping @Sendable () -> Void = {}, _ make: @escaping @Sendable () -> Value) {
    self.make = make
    runDetached {
      other()
      _ = self.value
    }
  }

  /// The value; the caller waits for it, or makes it if nobody has begun.
  package var value: Value {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }
}

/// Nil if the system has no thread left.
private func startThread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
  let box = Unmanaged.passRetained(WorkBox(work))
  var thread = pthread_t()
  let failure = pthread_create(
    &thread, nil,
    { box in
      bl_give_thread_a_stack()
      if let box { Unmanaged<WorkBox>.fromOpaque(box).takeRetainedValue().work() }
      return nil
    }, box.toOpaque())
  if failure == 0 { return thread }
  box.release()
  return nil
}

private final class WorkBox: Sendable {
  let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

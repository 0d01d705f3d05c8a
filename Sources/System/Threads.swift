import CSystem
import Glibc
import Synchronization

/// How many threads can work at once.
package let processorCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// Does some work in several threads, the calling one among them, and waits until all have ended.
package func inThreads(_ count: Int, _ work: @escaping @Sendable () -> Void) {
  let others = (1..<max(1, count)).compactMap { _ in startThread(work) }
  work()
  for thread in others { pthread_join(thread, nil) }
}

/// Does numbered pieces of work in several threads, the next free piece each, and waits until all are done.
package func inThreads(_ threads: Int, count: Int, _ work: @escaping @Sendable (Int) -> Void) {
  let free = Counter()
  inThreads(min(threads, count)) {
    while let piece = free.next(below: count) { work(piece) }
  }
}

/// What becomes of some items, in their order; made in as many threads as can work at once.
package func inThreads<Item: Sendable, Made: Sendable>(_ items: [Item], _ make: @escaping @Sendable (Item) -> Made)
  -> [Made]
{
  let made = Mutex([Made?](repeating: nil, count: items.count))
  inThreads(processorCount, count: items.count) { index in
    let one = make(items[index])
    made.withLock { $0[index] = one }
  }
  return made.withLock { $0 }.compactMap { $0 }
}

private final class Counter: Sendable {
  private let count = Atomic(0)

  func next(below end: Int) -> Int? {
    let next = count.add(1, ordering: .relaxed).oldValue
    return next < end ? next : nil
  }
}

/// Does some work that comes to an end in a thread of its own, which nobody waits for; where the system has no thread
/// left, here and now.
public func besides(_ work: @escaping @Sendable () -> Void) { if !besidesIfPossible(work) { work() } }

/// Does some work in a thread of its own, which nobody waits for; leaves it undone where the system has no thread left.
/// - Returns: whether there was one.
@discardableResult
public func besidesIfPossible(_ work: @escaping @Sendable () -> Void) -> Bool {
  guard let thread = startThread(work) else { return false }
  pthread_detach(thread)
  return true
}

/// Something that is made in another thread while this one does something else.
public final class Meanwhile<Made: Sendable>: Sendable {
  private let made = Mutex<Made?>(nil)
  private let make: @Sendable () -> Made

  /// Begins to make it.
  public init(_ make: @escaping @Sendable () -> Made) {
    self.make = make
    besides { _ = self.value }
  }

  /// Waits for it; makes it where nobody has begun.
  public var value: Made {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }
}

/// Nil where the system has no thread left.
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

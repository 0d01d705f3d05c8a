import CSystem
import Glibc

/// How many threads can work at once.
let processorCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// Does some work in several threads, the calling one among them, and waits until all have ended.
func inThreads(_ count: Int, _ work: @escaping @Sendable () -> Void) {
  let others = (1..<max(1, count)).compactMap { _ in startThread(work) }
  work()
  for thread in others { pthread_join(thread, nil) }
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

import Glibc
import Synchronization
import Testing

@testable import System

@Suite("A machine that has no thread left", .serialized)
struct ThreadTests {
  @Test(
    "What was to be done in a thread of its own is done here and now, and what has no end is left",
    .enabled(if: getenv("ASAN_OPTIONS") == nil && getenv("TSAN_OPTIONS") == nil, "sanitizers need the memory"))
  func noThread() async {
    await #expect(processExitsWith: .success) {
      exit(worksWithoutThreads() ? 0 : 1)
    }
  }
}

private final class Done: Sendable {
  let count = Atomic(0)

  func note() { count.add(1, ordering: .relaxed) }
}

private func worksWithoutThreads() -> Bool {
  leaveNoMemoryForThreads()
  let done = Done()
  let isStarted = runDetachedIfPossible { while true {} }
  runDetached { done.note() }
  parallelForEach(10, threads: 4) { _ in done.note() }
  return !isStarted && done.count.load(ordering: .relaxed) == 11 && LazyValue { 7 }.value == 7
}

/// A thread's stack takes megabytes, which from now on are not to be had.
private func leaveNoMemoryForThreads() {
  let space = __rlimit_resource_t(RLIMIT_AS.rawValue)
  var limit = rlimit()
  getrlimit(space, &limit)
  limit.rlim_cur = 1 << 20
  setrlimit(space, &limit)
}

import Glibc

/// What this thread has had of a core since it began: what else runs on the machine does not count.
public func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// How many times as much work it is to do something with four times as many things: some 4 where each is looked at a
/// few times, 16 where each is compared with all others.
/// - Parameter count: of how many things the smaller work is; it should take a millisecond at least.
public func growthOfWork(from count: Int, _ work: (Int) throws -> Void) rethrows -> Double {
  // The better of two: caches are cold only once.
  func least(_ count: Int) throws -> Duration {
    let times = try (0..<2).map { _ in
      let start = processorTime()
      try work(count)
      return processorTime() - start
    }
    return min(times[0], times[1])
  }
  return try least(count * 4) / max(least(count), .microseconds(1))
}

import Glibc

/// Processor time of this thread since it began; other programs on the machine do not count.
public func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// The least processor time of several runs: caches are cold only once, and a busy machine makes only some runs slow.
private func leastTime(ofRuns count: Int, _ work: () throws -> Void) rethrows -> Duration {
  let times = try (0..<count).map { _ in
    let start = processorTime()
    try work()
    return processorTime() - start
  }
  return max(times.min() ?? .zero, .microseconds(1))
}

/// Ratio of the work for four times as many things to the work for so many: some 4 where each is looked at a few times,
/// 16 where each is compared with all others.
///
/// A ratio that looks like more than a pass over all things is measured up to five times, and the least counts.
/// - Parameter count: Number of things of the smaller work, which should take a millisecond at least.
public func growthOfWork(from count: Int, _ work: (Int) throws -> Void) rethrows -> Double {
  var least = Double.infinity
  for _ in 0..<5 where least > 6 {
    let small = try leastTime(ofRuns: 2) { try work(count) }
    least = min(least, try leastTime(ofRuns: 2) { try work(count * 4) } / small)
  }
  return least
}

/// A unit of work, measured in this process, so that limits hold on slow machines and in unoptimized code too.
public struct WorkUnit: Sendable {
  private let time: Duration

  /// Measures the unit: the least of five runs.
  public init(_ work: () throws -> Void) rethrows { time = try leastTime(ofRuns: 5, work) }

  /// Units that some work takes; work over a limit is done twice more, and the least counts.
  public func count(limit: Double, of work: () throws -> Void) rethrows -> Double {
    let first = try leastTime(ofRuns: 1, work) / time
    return first > limit ? min(first, try leastTime(ofRuns: 2, work) / time) : first
  }
}

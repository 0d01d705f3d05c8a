import Glibc

/// What this thread has had of a core since it began: what else runs on the machine does not count.
func cpuTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

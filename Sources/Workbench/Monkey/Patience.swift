import Glibc

/// Patience with processes that something is expected of. It counts looks, not seconds, for slow machines.
///
/// Processes that wait although nothing more comes are stuck after 5,000 looks on end; a look takes a millisecond or
/// more. Processes that compute are stuck after 100 seconds of the processor, a thousand times the work of any key.
struct Patience {
  private var looksAtRest = 0
  private var ticksAtStart: Int?
  private var ticks = 0

  /// Looks at what the processes do now.
  mutating func look(at processes: [pid_t]) {
    let tasks = processes.map { ProcessTasks($0) }
    looksAtRest = tasks.contains { $0.areRunning } ? 0 : looksAtRest + 1
    let used = tasks.reduce(0) { $0 + $1.ticks }
    // Processes that are gone take their ticks with them.
    ticksAtStart = min(ticksAtStart ?? used, used)
    ticks = used - (ticksAtStart ?? used)
  }

  var isAtAnEnd: Bool { looksAtRest > 5_000 || ticks > 100 * Int(sysconf(Int32(_SC_CLK_TCK))) }
}

/// States of all threads of a process, as the kernel tells them (proc(5)).
struct ProcessTasks {
  private var states: [UInt8] = []
  /// Processor time of all threads, in clock ticks.
  private(set) var ticks = 0

  init(_ process: pid_t) {
    guard let tasks = opendir("/proc/\(process)/task") else { return }
    defer { closedir(tasks) }
    while let task = readdir(tasks) {
      let name = withUnsafeBytes(of: &task.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { read("/proc/\(process)/task/\(name)/stat") }
    }
  }

  /// True if there are threads, and none has anything to do.
  var areAsleep: Bool { !states.isEmpty && states.allSatisfy { $0 == UInt8(ascii: "S") } }

  /// True if a thread runs, could run, or waits for a disk.
  var areRunning: Bool { states.contains { [UInt8(ascii: "R"), UInt8(ascii: "D")].contains($0) } }

  private mutating func read(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = Glibc.read(file, &bytes, bytes.count)
    // The name of the program is in parentheses and may hold anything.
    guard count > 0, let end = bytes[..<count].lastIndex(of: UInt8(ascii: ")")) else { return }
    let fields = bytes[(end + 1)..<count].split(separator: UInt8(ascii: " "))
    guard fields.count > 12, let state = fields[0].first else { return }
    states.append(state)
    ticks += fields[11...12].reduce(0) { $0 + (Int(String(decoding: $1, as: UTF8.self)) ?? 0) }
  }
}

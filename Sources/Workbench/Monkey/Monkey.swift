import Chance
import Glibc
import Library
import System

/// Types at random into the real reader in a real terminal, resizes it and sends it signals; looks again and again
/// that it answers, and that the screen is the one that it draws anew. The same seed does the same deeds again.
func monkey(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--keys", "--seed"], flags: ["--verbose"])
  guard let program = options.paths.first else { throw Misuse("monkey PROGRAM [PATH…]") }
  let seed = options.number("--seed", default: Int(time(nil)) % 1_000_000)
  let keys = options.number("--keys", default: 10_000)
  say("monkey --seed \(seed) --keys \(keys)")
  let paths = options.paths.count > 1 ? Array(options.paths.dropFirst()) : ["seeds"]
  var monkey = try Monkey([program] + paths, seed: UInt64(seed))
  let fault = monkey.play(keys: keys)
  say("\(monkey.summary)\(fault.map { "; \($0)" } ?? "; no fault")")
  return fault == nil ? 0 : 1
}

/// A line that is out at once: what `print` holds back is lost in a crash.
func say(_ line: String) {
  _ = writeAll(Array((line + "\n").utf8), to: STDOUT_FILENO)
}

private struct Monkey {
  private var random: RandomSource
  private let command: [String]
  private let environment: [String]
  private var reader: ReaderInTerminal
  private var deeds: [MonkeyDeed] = []
  private var keys = 0
  private var resizes = 0
  private var signals = 0
  private var checks = 0
  private var starts = 1

  init(_ command: [String], seed: UInt64) throws {
    random = RandomSource(seed: seed)
    self.command = command
    environment = try home()
    reader = try ReaderInTerminal(command, environment: environment, columns: 100, rows: 30)
  }

  var summary: String {
    "\(keys) keys, \(resizes) resizes, \(signals) signals, \(checks) screens compared, \(starts) starts"
  }

  /// - Returns: The first fault; nil if there is none.
  mutating func play(keys wanted: Int) -> String? {
    var next = 0
    if let fault = settle() { return told(fault) }
    while keys < wanted {
      for _ in 0..<1 + random.below(160) {
        let deed = MonkeyDeed(&random)
        deeds = deeds.suffix(400) + [deed]
        if let fault = carryOut(deed) { return told(fault) }
      }
      if let fault = look() { return told(fault) }
      reader.recent = []
      if keys >= next { say("\(summary)") }
      next = keys >= next ? next + 10_000 : next
    }
    return end().map { told($0) }
  }

  private mutating func carryOut(_ deed: MonkeyDeed) -> String? {
    keys += deed.keys
    switch deed {
    case .type(let bytes, _):
      for piece in bytes.partedBeforeSignalKeys {
        // A recalled command may have stopped the reader: until it has taken the terminal again, what it would take for
        // a key ends it, as it ends any program.
        if piece.first?.isSignalKey == true, let fault = settle() { return fault }
        guard reader.type(piece) || reader.hasEnded else { return "it takes no more keys" }
      }
    case .resize(let columns, let rows):
      resizes += 1
      // Output on its way is for the old size.
      if let fault = settle() { return fault }
      reader.resize(columns: columns, rows: rows)
    case .signal(let number):
      signals += 1
      reader.send(signal: number)
    }
    // The shell's terminal would make signals of keys.
    return deed.maySuspend ? settle() : nil
  }

  private mutating func settle() -> String? {
    let came = reader.rest()
    if let fault = reader.screen.faults.first {
      return "it sent \(fault)" + (reader.exitStatus.map { ", and ended with status \($0)" } ?? "")
    }
    if let status = reader.exitStatus { return goneWith(status) }
    return came ? nil : "it does not come to rest"
  }

  /// A command that was typed may have been the one that ends it: then it starts again.
  private mutating func goneWith(_ status: Int32) -> String? {
    let left = reader.leftBehind
    guard status == 0, left.isEmpty else {
      return "it ended with status \(status)" + (left.isEmpty ? "" : ", and left " + left.joined(separator: ", "))
    }
    starts += 1
    do {
      reader = try ReaderInTerminal(command, environment: environment, columns: 100, rows: 30)
    } catch {
      return "\(error)"
    }
    return reader.rest() && !reader.hasEnded ? nil : "it does not start again"
  }

  /// Compares the screen with the one that the reader draws when it comes back from being stopped.
  private mutating func look() -> String? {
    if let fault = settle() { return fault }
    let before = reader.screen
    reader.send(signal: SIGTSTP)
    let start = starts
    if let fault = settle() { return fault }
    if start != starts { return nil }
    checks += 1
    let differing = before.cells.indices.filter { before.cells[$0].visible != reader.screen.cells[$0].visible }
    guard let first = differing.first, before.columns == reader.screen.columns else {
      return before.cursor == reader.screen.cursor || !before.cursorIsShown
        ? nil : "the cursor stood at \(before.cursor) and not at \(reader.screen.cursor)"
    }
    let place = "row \(first / before.columns), column \(first % before.columns)"
    return "\(differing.count) cells differ from a fresh screen, the first at \(place): "
      + "\(before.cells[first]) and not \(reader.screen.cells[first])\n\(picture(of: before))"
  }

  private func picture(of screen: Emulator) -> String {
    (0..<screen.rows).flatMap { ["| " + screen.text(row: $0), "= " + reader.screen.text(row: $0)] }
      .joined(separator: "\n")
  }

  /// Ends the reader as a closed session does.
  private mutating func end() -> String? {
    reader.send(signal: SIGTERM)
    _ = reader.rest()
    guard let status = reader.exitStatus else { return "it does not end" }
    let left = reader.leftBehind
    if status != 128 + SIGTERM { return "it ended with status \(status)" }
    return left.isEmpty ? nil : "it left behind " + left.joined(separator: ", ")
  }

  private func told(_ fault: String) -> String {
    fault + "\nthe last deeds: " + deeds.map(\.description).joined(separator: " ")
      + "\nwhat it sent since the last good screen: " + String(decoding: reader.recent, as: UTF8.self).debugDescription
      + "\nthe screen:\n" + (0..<reader.screen.rows).map { "| " + reader.screen.text(row: $0) }.joined(separator: "\n")
  }
}

/// The environment of someone who has nothing of their own, and no keys to quit with.
func home() throws -> [String] {
  var template = Array("/tmp/baolan-monkey-XXXXXX".utf8CString)
  guard let path = mkdtemp(&template).map({ String(cString: $0) }) else { throw Misuse("no temporary folder") }
  mkdir(path + "/baolan", 0o700)
  let keymap = "reading,help,why Q unbound\nissues q unbound\nreading z w unbound\n"
  let file = open(path + "/baolan/keymap", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
  _ = writeAll(Array(keymap.utf8), to: file)
  close(file)
  return [
    "HOME=\(path)", "XDG_CONFIG_HOME=\(path)", "XDG_STATE_HOME=\(path)", "XDG_CACHE_HOME=\(path)",
    "XDG_DATA_HOME=\(path)",
    "TERM=xterm-256color", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no",
    // Programs that are lent the terminal leave it as it is.
    "VISUAL=true", "EDITOR=true", "PAGER=true", "BAOLAN_VIEWER=true",
  ]
}

import Glibc
import System

/// The terminal of the tests in other languages: reads orders from standard input, and prints its state when asked.
///
/// Orders are lines: `new COLUMNS ROWS`, `kitty COLUMNS ROWS` for one that shows pictures, `margins COLUMNS ROWS` for
/// one that has margins at left and right, `size COLUMNS ROWS`, `feed COUNT` with so many bytes behind it, `blank` (as
/// if nothing had been drawn), `state`. The state is a line of JSON.
func terminal(_ words: [String]) throws -> Int32 {
  _ = try Options(words, numbers: [])
  var screen = Emulator(columns: 80, rows: 24, isStrict: true)
  var input = OrderReader()
  while let line = input.line() {
    let order = line.split(separator: " ")
    let numbers = order.dropFirst().compactMap { Int($0) }
    switch (order.first, numbers.count) {
    case ("new", 2): screen = Emulator(columns: numbers[0], rows: numbers[1], isStrict: true)
    case ("kitty", 2):
      screen = Emulator(columns: numbers[0], rows: numbers[1], isStrict: true, speaksKitty: true)
    case ("margins", 2):
      screen = Emulator(columns: numbers[0], rows: numbers[1], isStrict: true, hasMargins: true)
    case ("size", 2): screen.resize(columns: numbers[0], rows: numbers[1])
    case ("feed", 1): screen.take(input.bytes(numbers[0]))
    case ("blank", 0): screen.blank()
    case ("state", 0): say(screen.state)
    case ("answered", 0): screen.answers = []
    default: throw Misuse("no order: \(order.joined(separator: " "))")
    }
  }
  return 0
}

/// Reads orders, and the bytes behind them, from standard input.
private struct OrderReader {
  private var held: [UInt8] = []

  /// The next line without its end; nil at the end of the input.
  mutating func line() -> String? {
    while true {
      if let end = held.firstIndex(of: 0x0A) {
        defer { held.removeFirst(end + 1) }
        return String(decoding: held[..<end], as: UTF8.self)
      }
      guard readMore() else { return nil }
    }
  }

  /// So many bytes, or fewer at the end of the input.
  mutating func bytes(_ count: Int) -> [UInt8] {
    while held.count < count, readMore() {}
    defer { held.removeFirst(min(count, held.count)) }
    return Array(held.prefix(count))
  }

  private mutating func readMore() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    held += buffer.prefix(max(0, count))
    return count > 0
  }
}

extension Emulator {
  /// All that a test looks at, as JSON.
  fileprivate var state: String {
    let rows = (0..<rows).map { text(row: $0) }
    let parts: [(String, String)] = [
      ("alternate", "\(isOnAlternateScreen)"), ("keypad", "\(keypadIsApplication)"), ("plain", "\(look == Look())"),
      ("modes", "\(modes.sorted())"), ("faults", quoted(faults)), ("pictures", quoted(pictures)),
      ("answers", quoted([answers.map { String($0, radix: 16) }.joined(separator: " ")])), ("screen", quoted(rows)),
      ("main", quoted(mainRows)),
    ]
    return "{" + parts.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }
}

private func quoted(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

private func quoted(_ text: String) -> String {
  let escaped = text.unicodeScalars.map { scalar in
    scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : scalar.value < 0x20 ? " " : String(scalar)
  }
  return "\"" + escaped.joined() + "\""
}

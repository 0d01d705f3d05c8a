import Chance
import Glibc
import Reader

/// Deeds of a monkey.
enum MonkeyDeed: CustomStringConvertible {
  /// Bytes that are typed; a number of keys.
  case type([UInt8], keys: Int)
  case resize(columns: Int, rows: Int)
  case signal(Int32)

  /// One at random. A sequence is never cut off at its end, so that what follows is not part of it.
  init(_ random: inout RandomSource) {
    switch random.below(1000) {
    case 0..<12: self = .resize(columns: 1 + random.below(150), rows: 1 + random.below(50))
    case 12..<22: self = .resize(columns: 80 + random.below(60), rows: 20 + random.below(20))
    case 22..<28: self = .signal([SIGWINCH, SIGCONT, SIGTSTP, SIGTSTP][random.below(4)])
    case 28..<40: self = .type(Self.paste(&random), keys: 1)
    case 40..<70: self = Self.command(&random)
    case 70..<85: self = Self.search(&random)
    case 85..<95:
      self = .type((0...random.below(6)).map { _ in UInt8(random.below(256)) }.filter(Self.mayBeTyped), keys: 1)
    default:
      let key = Self.keys[random.below(Self.keys.count)]
      self = .type(Array(key.utf8), keys: 1)
    }
  }

  /// ESC might take the next key along, and ctrl-\ ends nothing but means nothing either.
  private static func mayBeTyped(_ byte: UInt8) -> Bool { byte != 0x1B && byte != 0x9B }

  private static let keys: [String] =
    "jkGgbdqhlnNrfwvv[]{}/:?05329 mMzxycuotp".map { String($0) }
    + Array(repeating: ["j", "k", "v", "]", "}", " "], count: 4)
    .flatMap { $0 } + "学校教室，衡阳市x".map { String($0) }
    + [
      "\r", "\t", "\u{7F}", "\u{8}", "\u{4}", "\u{15}", "\u{3}", "\u{C}", "\u{1}", "\u{5}", "\u{10}", "\u{E}", "\u{17}",
    ]
    + ["[A", "[B", "[C", "[D", "[H", "[F", "OA", "OB", "[5~", "[6~", "[3~", "[Z", "[1;5C", "OP", "[15~", "x", "[99;9u"]
    .map { "\u{1B}" + $0 } + ["zv", "zt", "zl", "zj", "gg", "g/", "\u{1A}"]

  private static func paste(_ random: inout RandomSource) -> [UInt8] {
    let texts = [
      "学校\n教室", "\u{1B}[2J\u{9B}31m", "a\u{202E}b", String(repeating: "长", count: 500), "", "date:2021 | hy",
    ]
    return Array("\u{1B}[200~\(texts[random.below(texts.count)])\u{1B}[201~".utf8)
  }

  /// A command by its name, completed or not.
  private static func command(_ random: inout RandomSource) -> MonkeyDeed {
    let commands = Command.allCases.filter { ![.quit, .ambiguous].contains($0) }
    let name = commands[random.below(commands.count)].rawValue
    let words = ["", " 1", " front", " vertical", " standard", "\t", "\t\t", " 2021", " strict", " x"]
    let typed = ":" + name + words[random.below(words.count)] + "\r"
    return .type(Array(typed.utf8), keys: typed.count)
  }

  private static func search(_ random: inout RandomSource) -> MonkeyDeed {
    let words = ["衡阳", "的", "hy", "\"", "(a|", "/.*/", "~市", "-", "date:", "一", "qqqq"]
    let typed = "/" + words[random.below(words.count)] + ["\r", "\u{7F}", "\u{1B}[A", ""][random.below(4)]
    return .type(Array(typed.utf8), keys: typed.count)
  }

  /// Number of its keys.
  var keys: Int { if case .type(_, let keys) = self { keys } else { 0 } }

  /// True if the reader may be stopped by it.
  var maySuspend: Bool {
    switch self {
    case .type(let bytes, _): bytes.contains(0x1A) || String(decoding: bytes, as: UTF8.self).contains(":suspend")
    case .resize: false
    case .signal(let number): number == SIGTSTP
    }
  }

  var description: String {
    switch self {
    case .type(let bytes, _): String(decoding: bytes, as: UTF8.self).debugDescription
    case .resize(let columns, let rows): "\(columns)×\(rows)"
    case .signal(let number): "signal \(number)"
    }
  }
}

extension UInt8 {
  /// True if a terminal that is nobody's makes a signal that ends a program of it: ctrl-c and ctrl-\\.
  var isSignalKey: Bool { self == 0x03 || self == 0x1C }
}

extension [UInt8] {
  /// The same in pieces, each of which has such a key at its start or nowhere.
  var partedBeforeSignalKeys: [[UInt8]] {
    reduce(into: []) { pieces, byte in
      if byte.isSignalKey || pieces.isEmpty { pieces.append([]) }
      pieces[pieces.count - 1].append(byte)
    }
  }
}

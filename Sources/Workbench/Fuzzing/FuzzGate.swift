import Chance
import Glibc
import Newspaper
import Reader
import Screen
import Searching
import System
import Typesetting

/// Puts hostile text where text comes from (pages, names, queries, settings, messages) and looks for what comes
/// through: on the reader's screen, in what the commands print, in documents. The same seed gives the same texts again.
func fuzzGate(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--count", "--seed"])
  let wanted = options.number("--count", default: 100_000)
  let seed = options.number("--seed", default: 1)
  var check = GateCheck()
  var characters = 0
  while characters < wanted {
    let round = check.round + 1
    var random = RandomSource(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ round))
    check.round = round
    let page = Attacks.text(ofLength: 2_000, &random)
    characters += page.unicodeScalars.count + HostileReader.read(page, &random, &check)
    if round % 500 == 499 { report("\(characters) characters, \(check.seen) that were shown") }
  }
  check.faults.prefix(20).forEach(report)
  report(
    "fuzz-gate --seed \(seed): \(characters) characters in, \(check.seen) out; "
      + "\(check.faults.count) that a terminal would obey")
  return check.faults.isEmpty ? 0 : 1
}

/// Looks at what is on its way to a terminal, or to a file.
struct GateCheck {
  var round = 0
  private(set) var seen = 0
  private(set) var faults: [String] = []

  /// A screenful of cells: one character each, and few marks on it.
  mutating func look(at surface: Surface, _ place: @autoclosure () -> String) {
    for row in 0..<surface.size.rows {
      for cell in surface.row(row) {
        look(at: cell.glyph, place())
        if cell.glyph.unicodeScalars.count > 4 {
          fault("\(cell.glyph.unicodeScalars.count) scalars in a cell", place())
        }
      }
    }
  }

  /// A text; line feeds may end its lines.
  mutating func look(at text: String, _ place: @autoclosure () -> String) {
    var marks = 0
    for scalar in text.unicodeScalars {
      seen += 1
      if (0x20...0x7E).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value) || scalar == "\n" {
        marks = 0
      } else {
        marks = scalar.properties.isGraphemeExtend ? marks + 1 : 0
        if isObeyed(scalar) { fault("U+\(String(scalar.value, radix: 16, uppercase: true))", place()) }
        if marks > 3 { fault("a tower of marks", place()) }
      }
    }
  }

  /// A document, which may hold everything but commands and controls of direction.
  mutating func look(atDocument text: String, _ place: @autoclosure () -> String) {
    for scalar in text.unicodeScalars {
      seen += 1
      if isCommand(scalar) { fault("U+\(String(scalar.value, radix: 16, uppercase: true))", place()) }
    }
  }

  private mutating func fault(_ what: String, _ place: String) { faults.append("round \(round), \(place): \(what)") }
}

/// True if a terminal would obey a character, or move its cursor by it in a way of its own.
func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
  let properties = scalar.properties
  switch properties.generalCategory {
  case .control, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: return true
  case .unassigned: return !isKeptForText(scalar)
  default: return properties.isDefaultIgnorableCodePoint || isCommand(scalar)
  }
}

/// True for code points that Unicode keeps for hanzi and emoji, which a newer terminal than the tables may show.
func isKeptForText(_ scalar: Unicode.Scalar) -> Bool {
  guard scalar.properties.generalCategory == .unassigned else { return false }
  switch scalar.value {
  case 0x1FB00...0x1FBFF: return false
  case 0x1F000...0x1FFFD, 0x20000...0x3FFFF: return scalar.value & 0xFFFE != 0xFFFE
  default: return false
  }
}

private func isCommand(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: false
  case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

private func report(_ line: String) { _ = writeAll(Array((line + "\n").utf8), to: STDOUT_FILENO) }

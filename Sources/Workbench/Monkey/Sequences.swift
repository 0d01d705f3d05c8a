/// Parts what a program sends into characters and sequences (ECMA-48).
struct SequenceParser {
  /// Things that a byte ends.
  enum Piece {
    case nothing
    case scalar(Unicode.Scalar)
    case control(UInt8)
    /// Behind ESC.
    case escape(String)
    case sequence(ControlSequence)
    /// Behind `ESC _` or `ESC P`, with that letter, up to `ESC \\`.
    case string(String)
    /// Behind `ESC ]`, with its end.
    case command(String)
    case fault(String)
  }

  private enum State {
    case ground, escape, sequence, command, string
    /// So many bytes of a character are still to come.
    case character(Int)
  }

  private var state = State.ground
  private var held: [UInt8] = []

  mutating func take(_ byte: UInt8) -> Piece {
    switch state {
    case .ground: return begin(byte)
    case .character(let missing): return goOn(byte, missing)
    case .escape: return takeEscaped(byte)
    case .sequence:
      held.append(byte)
      guard (0x40...0x7E).contains(byte) else {
        return (0x20...0x3F).contains(byte) ? .nothing : end(.fault("CSI \(held)"))
      }
      let sequence = ControlSequence(held)
      return end(sequence.map(Piece.sequence) ?? .fault("CSI \(String(decoding: held, as: UTF8.self))"))
    case .string:
      held.append(byte)
      let isEnd = held.suffix(2).elementsEqual([0x1B, 0x5C])
      return isEnd ? end(.string(String(decoding: held.dropLast(2), as: UTF8.self))) : .nothing
    // A title, a colour, a text to copy: ends with BEL or ESC \.
    case .command:
      held.append(byte)
      let isEnd = byte == 0x07 || held.suffix(2).elementsEqual([0x1B, 0x5C])
      return isEnd ? end(.command(String(decoding: held, as: UTF8.self))) : .nothing
    }
  }

  private mutating func end(_ piece: Piece) -> Piece {
    state = .ground
    held = []
    return piece
  }

  private mutating func begin(_ byte: UInt8) -> Piece {
    switch byte {
    case 0x1B: state = .escape
    case 0..<0x20: return .control(byte)
    case 0x20..<0x7F: return .scalar(Unicode.Scalar(byte))
    case 0xC2..<0xE0: (state, held) = (.character(1), [byte])
    case 0xE0..<0xF0: (state, held) = (.character(2), [byte])
    case 0xF0..<0xF5: (state, held) = (.character(3), [byte])
    default: return .fault("the byte \(byte)")
    }
    return .nothing
  }

  private mutating func goOn(_ byte: UInt8, _ missing: Int) -> Piece {
    held.append(byte)
    guard missing == 1 else {
      state = .character(missing - 1)
      return .nothing
    }
    guard let scalar = String(validating: held, as: UTF8.self)?.unicodeScalars.first,
      !(0x80..<0xA0).contains(scalar.value)
    else { return end(.fault("the bytes \(held)")) }
    return end(.scalar(scalar))
  }

  private mutating func takeEscaped(_ byte: UInt8) -> Piece {
    if held.isEmpty, byte == UInt8(ascii: "[") { return begin(.sequence) }
    if held.isEmpty, byte == UInt8(ascii: "]") { return begin(.command) }
    if held.isEmpty, byte == UInt8(ascii: "_") || byte == UInt8(ascii: "P") {
      (state, held) = (.string, [byte])
      return .nothing
    }
    held.append(byte)
    if (0x20...0x2F).contains(byte) { return .nothing }
    return end(.escape(String(decoding: held, as: UTF8.self)))
  }

  private mutating func begin(_ next: State) -> Piece {
    state = next
    return .nothing
  }
}

/// A control sequence: `CSI ? 25 h`.
struct ControlSequence {
  /// With `?` or `>` before it for a private one.
  var name: String
  var numbers: [Int]

  /// Nil for what is none.
  init?(_ bytes: [UInt8]) {
    guard let final = bytes.last else { return nil }
    let isPrivate = bytes.first == UInt8(ascii: "?") || bytes.first == UInt8(ascii: ">")
    let parameters = bytes.dropFirst(isPrivate ? 1 : 0).dropLast()
    let between = parameters.last == UInt8(ascii: "$") ? "$" : ""
    let digits = parameters.dropLast(between.count)
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }) else { return nil }
    name = (isPrivate ? String(Unicode.Scalar(bytes[0])) : "") + between + String(Unicode.Scalar(final))
    numbers = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      digits.reduce(0) { min(99_999, $0 * 10 + Int($1) - 0x30) }
    }
  }

  /// The first number, or another; 1 where there is none.
  func count(_ index: Int = 0) -> Int { numbers.indices.contains(index) ? max(1, numbers[index]) : 1 }
}

extension Emulator {
  /// Does what a control sequence says.
  mutating func carryOut(_ sequence: ControlSequence) {
    let count = sequence.count()
    if !isOnAlternateScreen, !["?h", "?l", "m", "n", "l", "t", ">q", "c", "?$p"].contains(sequence.name) {
      complain("CSI \(sequence.name) on the main screen")
    }
    switch sequence.name {
    case "H" where count > rows || sequence.count(1) > columns:
      complain("a place beyond the screen: \(sequence.numbers)")
    case "A": move(to: Place(row: cursor.row - count, column: cursor.column))
    case "B": move(to: Place(row: cursor.row + count, column: cursor.column))
    case "C": move(to: Place(row: cursor.row, column: cursor.column + count))
    case "D": move(to: Place(row: cursor.row, column: cursor.column - count))
    case "G": move(to: Place(row: cursor.row, column: count - 1))
    case "d": move(to: Place(row: count - 1, column: cursor.column))
    case "H": move(to: Place(row: count - 1, column: sequence.count(1) - 1))
    case "J": eraseScreen(sequence.numbers.first ?? 0)
    case "K": eraseRow(sequence.numbers.first ?? 0)
    case "X": clear(index(cursor)..<min(index(cursor) + count, (cursor.row + 1) * columns))
    case "P": shift(by: count)
    case "@": shift(by: -count)
    case "L" where region ~= cursor.row: scroll(cursor.row...region.upperBound, by: -count)
    case "M" where region ~= cursor.row: scroll(cursor.row...region.upperBound, by: count)
    case "S": scroll(region, by: count)
    case "T": scroll(region, by: -count)
    case "b": repeatLast(count)
    case "s": setMargins(count, sequence.numbers.count > 1 ? sequence.numbers[1] : 0)
    case "?$p": report(mode: count)
    case "r": setRegion(count, sequence.numbers.count > 1 ? sequence.numbers[1] : 0)
    case "m": choose(sequence.numbers)
    case "n" where sequence.numbers == [6]: answers += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R".utf8
    // The terminal's name, which it keeps to itself, and what it can do.
    case ">q": break
    case "c": answers += "\u{1B}[?62;22c".utf8
    case "?h", "?l": for mode in sequence.numbers { set(mode: mode, sequence.name == "?h") }
    // The window's title is pushed and popped; insertion is switched off.
    case "t", "l": break
    default: complain("CSI \(sequence.name) \(sequence.numbers)")
    }
  }

  private mutating func eraseScreen(_ what: Int) {
    switch what {
    case 0: clear(index(cursor)..<cells.count)
    case 1: clear(0..<index(cursor) + 1)
    case 2: clear(0..<cells.count)
    default: complain("CSI \(what) J")
    }
  }

  private mutating func eraseRow(_ what: Int) {
    let row = cursor.row * columns
    switch what {
    case 0: clear(index(cursor)..<row + columns)
    case 1: clear(row..<index(cursor) + 1)
    default: clear(row..<row + columns)
    }
  }

  /// SGR.
  private mutating func choose(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: look = Look()
      case 1...9: look.attributes |= 1 << UInt16(number)
      case 22: look.attributes &= ~0b110
      case 23...29: look.attributes &= ~(1 << UInt16(number - 20))
      case 30...37: look.foreground = Int32(number - 30)
      case 39: look.foreground = -1
      case 40...47: look.background = Int32(number - 40)
      case 49: look.background = -1
      case 90...97: look.foreground = Int32(number - 82)
      case 100...107: look.background = Int32(number - 92)
      case 38, 48:
        guard rest.popFirst() == 5, let color = rest.popFirst() else { return complain("SGR \(numbers)") }
        if number == 38 { look.foreground = Int32(color) } else { look.background = Int32(color) }
      default: complain("SGR \(numbers)")
      }
    }
  }
}

import Screen

/// Bytes of a terminal → keys and pastes. Bytes that mean nothing are dropped, unknown sequences as a whole, so that no
/// part of one is taken for a key. It reads the keys of ECMA-48 and xterm, those of rxvt and the Linux console, and the
/// sequences that terminfo adds.
struct KeyDecoder {
  /// Bytes that a key sends.
  struct Sequence: Equatable {
    var bytes: [UInt8]
    var key: Key
  }

  /// The modes that the terminal has said to have, and the number of modes of which it has said something.
  private(set) var modes: Set<Int> = []
  private(set) var modeAnswers = 0
  private let sequences: [Sequence]
  /// Bytes of the terminal; those before `start` have been read.
  private var received: [UInt8] = []
  private var start = 0
  /// True if no more bytes are waited for.
  private var isAtEnd = false
  /// The answers of the terminal about pictures, while more of them are awaited.
  private var report: PictureReport?
  /// True until the terminal has answered what it was asked behind the question for the colour of its ground.
  var awaitsGround = false
  /// Number of bytes of an open paste that are known to hold no end of it.
  private var pasteSeen: Int?

  init(sequences: [Sequence] = []) { self.sequences = sequences }

  /// Milliseconds to wait for more bytes before `endInput()`; nil where all bytes are read.
  /// An escape alone is most likely the key; of anything else that has begun the rest is on its way over a slow line. A
  /// paste waits longer: it comes in pieces, and its rest must not be taken for keys.
  var waitingTime: Int? {
    if pasteSeen != nil { return 2000 }
    guard start < received.count else { return nil }
    return received.count - start == 1 && received[start] == 0x1B ? 25 : 500
  }

  /// Strings of the terminal are answers from now on, until it has said what it can do.
  mutating func awaitPictureReport() { report = PictureReport() }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    received.removeFirst(start)
    start = 0
    received += bytes
  }

  /// Has the bytes that are left taken as they are, an escape as the key of that name: no more of them come.
  mutating func endInput() { isAtEnd = true }

  /// The next event; nil when more bytes are needed.
  mutating func next() -> Event? {
    defer { isAtEnd = false }
    while pasteSeen != nil || start < received.count {
      if pasteSeen != nil { return paste() }
      switch read(received[start...]) {
      case .incomplete where !isAtEnd: return nil
      case .incomplete: start += 1
      case .key(let key, let length):
        start += length
        return .key(key)
      case .nothing(let length): start += length
      case .string(let length):
        report?.take(received[start..<start + length])
        start += length
      case .attributes(let numbers, let length):
        start += length
        guard var report else { continue }
        report.take(attributes: numbers)
        self.report = nil
        return .pictures(report.best)
      case .mode(let numbers, let length):
        start += length
        modeAnswers += 1
        // Set or reset, and it can be otherwise.
        if numbers.count == 2, numbers[1] == 1 || numbers[1] == 2 { modes.insert(numbers[0]) }
      case .ground(let isLight, let length):
        start += length
        if let isLight { return .ground(isLight: isLight) }
      case .cursor(let column, let length):
        start += length
        awaitsGround = false
        return .ambiguousColumns(column - 1)
      case .mouse(let mouse, let length):
        start += length
        if let mouse { return .mouse(mouse) }
      case .pasteBegins(let length):
        start += length
        pasteSeen = 0
      }
    }
    return nil
  }
}

// MARK: - Pastes

extension KeyDecoder {
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private mutating func paste() -> Event? {
    let end = Self.pasteEnd
    var index = start + (pasteSeen ?? 0)
    while index + end.count <= received.count {
      if received[index] == 0x1B, received[index...].starts(with: end) {
        return closePaste(at: index, skipping: end.count)
      }
      index += 1
    }
    pasteSeen = index - start
    return isAtEnd ? closePaste(at: received.count, skipping: 0) : nil
  }

  private mutating func closePaste(at index: Int, skipping count: Int) -> Event? {
    let text = pastedText(received[start..<index])
    start = index + count
    pasteSeen = nil
    return .paste(text)
  }
}

/// Valid UTF-8 of the bytes, with line feeds for the carriage returns that terminals send at a line's end.
private func pastedText(_ bytes: ArraySlice<UInt8>) -> String {
  var text = String.UnicodeScalarView()
  var rest = bytes
  while !rest.isEmpty {
    guard case .scalar(let scalar, let length) = readScalar(rest) else {
      rest.removeFirst()
      continue
    }
    rest = rest.dropFirst(length)
    if scalar == "\r", rest.first == 0x0A { rest.removeFirst() }
    text.append(scalar == "\r" ? "\n" : scalar)
  }
  return String(text)
}

// MARK: - Keys

/// Meaning of the beginning of some bytes, and the number of bytes that it takes.
enum KeyReading: Equatable {
  case key(Key, length: Int)
  case nothing(length: Int)
  /// Column of the cursor, in the row where the terminal was asked for it, from 1.
  case cursor(column: Int, length: Int)
  case pasteBegins(length: Int)
  /// A report of the mouse; nil for buttons and movements that mean nothing here.
  case mouse(Mouse?, length: Int)
  /// The colour of the ground; nil for what is none.
  case ground(isLight: Bool?, length: Int)
  /// A string that the terminal sends as an answer.
  case string(length: Int)
  /// The abilities of the terminal, by the numbers of DA1.
  case attributes([Int], length: Int)
  /// The state of a mode of the terminal, by its number and that of DECRPM.
  case mode([Int], length: Int)
  case incomplete
}

extension KeyDecoder {
  private func read(_ bytes: ArraySlice<UInt8>) -> KeyReading {
    guard bytes.first == 0x1B else { return readPlain(bytes) }
    if let sequence = sequences.first(where: { bytes.starts(with: $0.bytes) }) {
      return .key(sequence.key, length: sequence.bytes.count)
    }
    if !isAtEnd, sequences.contains(where: { $0.bytes.starts(with: bytes) }) { return .incomplete }
    return readEscape(bytes)
  }

  private func readEscape(_ bytes: ArraySlice<UInt8>) -> KeyReading {
    let rest = bytes.dropFirst()
    // While there is still time, the rest of a sequence may come; then it is the key, alone or as alt's.
    guard let next = rest.first else { return isAtEnd ? .key(Key(.escape), length: 1) : .incomplete }
    var reading = KeyReading.incomplete
    switch next {
    case 0x1B: return readDoubleEscape(rest)
    case UInt8(ascii: "["): reading = readControlSequence(bytes)
    case UInt8(ascii: "O"): reading = readSingleShift(bytes)
    case UInt8(ascii: "]") where awaitsGround: reading = readGround(bytes)
    case UInt8(ascii: "_") where report != nil, UInt8(ascii: "P") where report != nil: reading = readString(bytes)
    default: return withAlt(readPlain(rest), longerBy: 1)
    }
    guard reading == .incomplete, isAtEnd else { return reading }
    return rest.count == 1 ? withAlt(readPlain(rest), longerBy: 1) : .nothing(length: bytes.count)
  }

  /// A string up to `ESC \\`; one that does not end within some bytes is none.
  private func readString(_ bytes: ArraySlice<UInt8>) -> KeyReading {
    let string = bytes.prefix(Self.longestString)
    if let end = string.firstRange(of: [0x1B, 0x5C]) { return .string(length: end.upperBound - bytes.startIndex) }
    return string.count < Self.longestString ? .incomplete : .nothing(length: string.count)
  }

  private static let longestString = 4096

  /// `ESC ] 11 ; rgb:1010/1414/1818`, up to `ESC \\` or BEL.
  private func readGround(_ bytes: ArraySlice<UInt8>) -> KeyReading {
    let opening = Array("\u{1B}]11;".utf8)
    guard bytes.starts(with: opening) else { return opening.starts(with: bytes) ? .incomplete : .nothing(length: 2) }
    guard let end = bytes.prefix(64).dropFirst().firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
      return bytes.count < 64 ? .incomplete : .nothing(length: 64)
    }
    if bytes[end] == 0x1B, end + 1 == bytes.endIndex { return .incomplete }
    let isClosed = bytes[end] == 0x07 || bytes[end + 1] == UInt8(ascii: "\\")
    let length = end + (bytes[end] == 0x07 ? 1 : isClosed ? 2 : 0) - bytes.startIndex
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: ":")
    // Each part has one to four digits.
    let parts = words.last?.split(separator: "/").prefix(3).compactMap { part in
      part.count > 4 ? nil : Int(part, radix: 16).map { Double($0) / Double(1 << (4 * part.count) - 1) }
    }
    guard words.count == 2, let parts, parts.count == 3 else { return .ground(isLight: nil, length: length) }
    return .ground(isLight: 3 * parts[0] + 6 * parts[1] + parts[2] > 5, length: length)
  }

  // Alt with an arrow, or the escape key twice.
  private func readDoubleEscape(_ rest: ArraySlice<UInt8>) -> KeyReading {
    let reading = read(rest)
    if case .key(let key, _) = reading, key.code != .escape, !key.modifiers.contains(.alt) {
      return withAlt(reading, longerBy: 1)
    }
    return reading == .incomplete ? .incomplete : .key(Key(.escape), length: 1)
  }

  private func withAlt(_ reading: KeyReading, longerBy count: Int) -> KeyReading {
    switch reading {
    case .key(let key, let length): .key(Key(key.code, key.modifiers.union(.alt)), length: length + count)
    case .nothing(let length): .nothing(length: length + count)
    default: reading
    }
  }
}

/// A key that sends no escape: a character or a control byte.
func readPlain(_ bytes: ArraySlice<UInt8>) -> KeyReading {
  switch readScalar(bytes) {
  case .incomplete: .incomplete
  case .invalid: .nothing(length: 1)
  case .scalar(let scalar, let length): key(typing: scalar).map { .key($0, length: length) } ?? .nothing(length: length)
  }
}

/// The key that types a character, controls included; nil for those of C1, which no key types.
func key(typing scalar: Unicode.Scalar) -> Key? {
  switch scalar.value {
  case 0x09: Key(.tab)
  case 0x0A, 0x0D: Key(.enter)
  case 0x1B: Key(.escape)
  case 0x08, 0x7F: Key(.backspace)
  case 0x00: Key(.character(" "), .control)
  case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60))), .control)
  case 0x1C...0x1F: Key(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40))), .control)
  case 0x80...0x9F: nil
  default: Key(.character(Character(scalar)))
  }
}

/// Meaning of the beginning of some bytes in UTF-8.
enum ScalarReading { case scalar(Unicode.Scalar, length: Int), invalid, incomplete }

/// The first scalar of some bytes. Overlong forms and surrogates are invalid.
func readScalar(_ bytes: ArraySlice<UInt8>) -> ScalarReading {
  guard let first = bytes.first else { return .incomplete }
  guard first >= 0x80 else { return .scalar(Unicode.Scalar(first), length: 1) }
  guard (0xC2...0xF4).contains(first) else { return .invalid }
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  let candidate = bytes.prefix(length)
  guard candidate.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .invalid }
  guard candidate.count == length else { return .incomplete }
  guard let text = String(validating: candidate, as: UTF8.self), let scalar = text.unicodeScalars.first else {
    return .invalid
  }
  return .scalar(scalar, length: length)
}

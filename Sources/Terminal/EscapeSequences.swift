import Screen

/// A key that sends CSI, `ESC [`: parameters, then a final byte. Unknown ones are taken whole and mean nothing.
func readControlSequence(_ bytes: ArraySlice<UInt8>) -> KeyReading {
  let body = bytes.dropFirst(2)
  if body.first == UInt8(ascii: "[") { return readConsoleFunction(bytes) }
  let parameters = body.prefix { (0x30...0x3F).contains($0) }
  let rest = body.dropFirst(parameters.count)
  let between = rest.prefix { (0x20...0x2F).contains($0) }
  // rxvt ends a key with shift in `$`, which elsewhere comes before the final byte.
  let isShifted = between.first == UInt8(ascii: "$") && !parameters.isEmpty && parameters.allSatisfy(isDigit)
  guard let final = isShifted ? between.first : rest.dropFirst(between.count).first else { return .incomplete }
  let length = 2 + parameters.count + (isShifted ? 1 : between.count + 1)
  // No byte of a sequence: the one that began before it is broken off.
  guard isShifted || (0x40...0x7E).contains(final) else { return .nothing(length: length - 1) }
  if final == UInt8(ascii: "c"), parameters.first == UInt8(ascii: "?"), between.isEmpty {
    return .attributes(numbers(in: parameters.dropFirst()) ?? [], length: length)
  }
  if final == UInt8(ascii: "y"), parameters.first == UInt8(ascii: "?"), between.elementsEqual("$".utf8) {
    return .mode(numbers(in: parameters.dropFirst()) ?? [], length: length)
  }
  if parameters.first == UInt8(ascii: "<"), between.isEmpty,
    final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
  {
    let numbers = numbers(in: parameters.dropFirst()) ?? []
    return .mouse(mouse(numbers, isRelease: final == UInt8(ascii: "m")), length: length)
  }
  guard isShifted || between.isEmpty, let numbers = numbers(in: parameters) else { return .nothing(length: length) }
  if final == UInt8(ascii: "~"), numbers.first == 200 { return .pasteBegins(length: length) }
  // A cursor position report: no key has a 2 there. The character stood in the first column.
  if final == UInt8(ascii: "R"), numbers.count == 2, numbers[0] == 2 {
    return (2...3).contains(numbers[1]) ? .cursor(column: numbers[1], length: length) : .nothing(length: length)
  }
  return key(final: final, numbers: numbers).map { .key($0, length: length) } ?? .nothing(length: length)
}

/// A key that sends SS3, `ESC O`: arrows and the keypad in application mode, F1 to F4.
func readSingleShift(_ bytes: ArraySlice<UInt8>) -> KeyReading {
  let digits = bytes.dropFirst(2).prefix(while: isDigit)
  guard let final = bytes.dropFirst(2 + digits.count).first else { return .incomplete }
  let length = 3 + digits.count
  guard (0x21...0x7E).contains(final) else { return .nothing(length: length - 1) }
  let modifiers = numbers(in: digits)?.last.map(modifiers(of:)) ?? []
  if let code = letterCode(final) ?? keypadCode(final) { return .key(Key(code, modifiers), length: length) }
  return rxvtArrow(final, modifiers: .control).map { .key($0, length: length) } ?? .nothing(length: length)
}

// The Linux console sends `ESC [ [ A` to `E` for F1 to F5.
private func readConsoleFunction(_ bytes: ArraySlice<UInt8>) -> KeyReading {
  guard let letter = bytes.dropFirst(3).first else { return .incomplete }
  let number = Int(letter) - 0x40
  return (1...5).contains(number) ? .key(Key(.function(number)), length: 4) : .nothing(length: 4)
}

// MARK: - What a sequence means

private func key(final: UInt8, numbers: [Int]) -> Key? {
  let held = modifiers(of: numbers.count > 1 ? numbers[1] : 1)
  switch final {
  case UInt8(ascii: "Z"): return Key(.tab, held.union(.shift))
  case UInt8(ascii: "u"): return key(ofCharacter: numbers.first, held)
  case UInt8(ascii: "~") where numbers.first == 27 && numbers.count > 2: return key(ofCharacter: numbers[2], held)
  case UInt8(ascii: "~"): return numberedCode(numbers.first).map { Key($0, held) }
  case UInt8(ascii: "$"): return numberedCode(numbers.first).map { Key($0, .shift) }
  case UInt8(ascii: "^"): return numberedCode(numbers.first).map { Key($0, .control) }
  case UInt8(ascii: "@"): return numberedCode(numbers.first).map { Key($0, [.control, .shift]) }
  default: return letterCode(final).map { Key($0, held) } ?? rxvtArrow(final, modifiers: .shift)
  }
}

// `CSI u` and xterm's modifyOtherKeys send a character's number.
private func key(ofCharacter number: Int?, _ modifiers: Key.Modifiers) -> Key? {
  guard let number, let scalar = Unicode.Scalar(UInt32(clamping: number)) else { return nil }
  guard var key = key(typing: scalar) else { return nil }
  key.modifiers.formUnion(modifiers)
  // A terminal tells shift apart only on keys that type nothing: the character says it already.
  if case .character = key.code { key.modifiers.remove(.shift) }
  return key
}

private func letterCode(_ final: UInt8) -> Key.Code? {
  switch final {
  case UInt8(ascii: "A"): .up
  case UInt8(ascii: "B"): .down
  case UInt8(ascii: "C"): .right
  case UInt8(ascii: "D"): .left
  case UInt8(ascii: "F"): .end
  case UInt8(ascii: "H"): .home
  case UInt8(ascii: "P"): .function(1)
  case UInt8(ascii: "Q"): .function(2)
  case UInt8(ascii: "R"): .function(3)
  case UInt8(ascii: "S"): .function(4)
  default: nil
  }
}

private func keypadCode(_ final: UInt8) -> Key.Code? {
  switch final {
  case UInt8(ascii: "M"): .enter
  case UInt8(ascii: "I"): .tab
  // `j` to `y` are `*` to `9`, and `X` is the equals sign.
  case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(final - 0x40)))
  case UInt8(ascii: "X"): .character("=")
  default: nil
  }
}

private func rxvtArrow(_ final: UInt8, modifiers: Key.Modifiers) -> Key? {
  guard (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(final) else { return nil }
  return letterCode(final - 0x20).map { Key($0, modifiers) }
}

private func numberedCode(_ number: Int?) -> Key.Code? {
  switch number {
  case 1, 7: .home
  case 2: .insert
  case 3: .delete
  case 4, 8: .end
  case 5: .pageUp
  case 6: .pageDown
  case .some(let number):
    // VT220 left gaps between its groups of function keys.
    [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].firstIndex(of: number).map { .function($0 + 1) }
  case nil: nil
  }
}

/// A report of the mouse in xterm's form SGR (1006): the button, with 32 for a movement and 64 for the wheel, then
/// column and row from 1. Keys that are held down with it say nothing.
private func mouse(_ numbers: [Int], isRelease: Bool) -> Mouse? {
  guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
  let place = Point(column: numbers[1] - 1, row: numbers[2] - 1)
  switch numbers[0] & ~0b11100 {
  case 0: return Mouse(isRelease ? .release : .press, at: place)
  case 32: return Mouse(.drag, at: place)
  case 64: return Mouse(.wheelUp, at: place)
  case 65: return Mouse(.wheelDown, at: place)
  default: return nil
  }
}

// MARK: - Parameters

/// Modifiers as xterm numbers them: 1, plus 1 for shift, 2 for alt, 4 for ctrl, 8 for meta, which counts as alt.
private func modifiers(of number: Int) -> Key.Modifiers {
  let bits = max(0, number - 1)
  var modifiers: Key.Modifiers = []
  if bits & 1 != 0 { modifiers.insert(.shift) }
  if bits & 10 != 0 { modifiers.insert(.alt) }
  if bits & 4 != 0 { modifiers.insert(.control) }
  return modifiers
}

/// The numbers between semicolons, an absent one as 1; nil when there is more in it than numbers.
private func numbers(in parameters: ArraySlice<UInt8>) -> [Int]? {
  guard !parameters.isEmpty else { return [] }
  var numbers: [Int] = []
  for part in parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
    // A colon begins a detail of the number before it.
    let digits = part.prefix { $0 != UInt8(ascii: ":") }
    guard digits.count < 8, digits.allSatisfy(isDigit) else { return nil }
    numbers.append(digits.isEmpty ? 1 : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }
  return numbers
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Divides characters into classes, each of which passes the same tests of an expression. A class is found once for
/// each character that is met.
struct CharacterClasses {
  private let tests: [CharacterTest]
  private let asked: [Regex<AnyRegexOutput>?]
  /// By class: a bit for each of the tests that are true of it.
  private(set) var passed: [UInt128] = []
  /// Of the scalars below U+10000, one more than the class; 0 where that is not known yet.
  private var known = [UInt16](repeating: 0, count: 0x10000)
  private var knownOthers: [UInt32: Int] = [:]
  /// Characters that are no plain scalar, by their numbers.
  private var others: [Character] = []

  private static let firstOther: UInt32 = 0x11_0000

  /// More cannot be told apart.
  static let mostTests = 128

  init(_ tests: [CharacterTest]) {
    self.tests = tests
    asked = tests.map { if case .asked(let text) = $0 { try? Regex(text) } else { nil } }
  }

  /// The classes of a text's characters, and where they start in UTF-8; one more offset for the end.
  mutating func read(_ text: String) -> (classes: [UInt16], offsets: [Int32]) {
    var text = text
    return text.withUTF8 { readPlain($0) } ?? readCharacters(of: text)
  }

  /// Nil where a character is more than a plain scalar.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> (classes: [UInt16], offsets: [Int32])? {
    var isPlainText = true
    var classes: [UInt16] = []
    let offsets = [Int32](unsafeUninitializedCapacity: bytes.count + 1) { offsets, count in
      classes = [UInt16](unsafeUninitializedCapacity: bytes.count) { classes, number in
        var offset = 0
        while offset < bytes.count {
          let (scalar, width) = bytes.plainScalar(at: offset)
          let known = Int(scalar) < known.count ? known[Int(scalar)] : 0
          if known == 0, !isPlain(scalar) {
            isPlainText = false
            break
          }
          classes.initializeElement(at: number, to: known > 0 ? known - 1 : find(scalar))
          offsets.initializeElement(at: number, to: Int32(offset))
          number += 1
          offset += width
        }
        offsets.initializeElement(at: number, to: Int32(bytes.count))
        count = number + 1
      }
    }
    return isPlainText ? (classes, offsets) : nil
  }

  private mutating func readCharacters(of text: String) -> (classes: [UInt16], offsets: [Int32]) {
    var classes: [UInt16] = []
    var offsets: [Int32] = [0]
    for character in text {
      classes.append(find(unit(of: character)))
      offsets.append(offsets[offsets.count - 1] + Int32(character.utf8.count))
    }
    return (classes, offsets)
  }

  private mutating func unit(of character: Character) -> UInt32 {
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.count == 1, isPlain(first.value) { return first.value }
    if let index = others.firstIndex(of: character) { return Self.firstOther + UInt32(index) }
    others.append(character)
    return Self.firstOther + UInt32(others.count - 1)
  }

  private mutating func find(_ unit: UInt32) -> UInt16 {
    if let known = knownOthers[unit] { return UInt16(known) }
    let truths = tests.indices.reduce(UInt128(0)) { $0 | (isTrue($1, of: unit) ? 1 << UInt128($1) : 0) }
    let number = passed.firstIndex(of: truths) ?? passed.count
    if number == passed.count { passed.append(truths) }
    if unit < 0x10000 { known[Int(unit)] = UInt16(number + 1) } else { knownOthers[unit] = number }
    return UInt16(number)
  }

  private func isTrue(_ test: Int, of unit: UInt32) -> Bool {
    if unit < Self.firstOther, let known = isTrueOfPlain(test, unit) { return known }
    let character =
      unit < Self.firstOther
      ? Unicode.Scalar(unit).map(Character.init) ?? " " : others[Int(unit - Self.firstOther)]
    switch tests[test] {
    case .literal(let literal): return literal == character
    case .any: return !character.isNewline
    case .spans(let spans, let isNegated):
      let scalars = character.unicodeScalars
      let isIn = scalars.count == 1 && spans.contains { $0.contains(scalars.first?.value ?? 0) }
      return isIn != isNegated
    case .asked: return asked[test].map { (try? $0.wholeMatch(in: String(character))) != nil } ?? false
    }
  }

  /// The same of a plain scalar, where no character has to be made of it.
  private func isTrueOfPlain(_ test: Int, _ unit: UInt32) -> Bool? {
    switch tests[test] {
    case .literal(let literal):
      // A literal that is no plain scalar may be another spelling of one.
      guard let first = literal.unicodeScalars.first, isPlain(first.value), literal.unicodeScalars.count == 1 else {
        return nil
      }
      return first.value == unit
    case .any: return unit != 0x0A
    case .spans(let spans, let isNegated): return spans.contains { $0.contains(unit) } != isNegated
    case .asked(let text): return unit < 0x80 ? Self.isASCII(unit, text) : Self.isHanzi(unit, text)
    }
  }

  /// The same of letters, digits and marks of ASCII.
  private static func isASCII(_ unit: UInt32, _ escape: String) -> Bool? {
    let isDigit = (0x30...0x39).contains(unit)
    let isLetter = (0x61...0x7A).contains(unit | 0x20)
    switch escape {
    case "\\w": return isDigit || isLetter || unit == 0x5F
    case "\\W": return !(isDigit || isLetter || unit == 0x5F)
    case "\\d": return isDigit
    case "\\D": return !isDigit
    case "\\s": return unit == 0x20 || (0x09...0x0D).contains(unit)
    case "\\S": return !(unit == 0x20 || (0x09...0x0D).contains(unit))
    default: return nil
    }
  }

  /// Whether a hanzi is what an escape means, which `Regex` would say, too, but thousands of times in microseconds
  /// each.
  private static func isHanzi(_ unit: UInt32, _ escape: String) -> Bool? {
    guard (0x4E00...0x9FFF).contains(unit) else { return nil }
    switch escape {
    case "\\w", "\\S": return true
    case "\\W", "\\s": return false
    case "\\d": return Unicode.Scalar(unit)?.properties.numericType != nil
    case "\\D": return Unicode.Scalar(unit)?.properties.numericType == nil
    default: return nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether valid UTF-8 has nothing but plain scalars.
  var isPlainText: Bool {
    var offset = 0
    while offset < count {
      let (scalar, width) = plainScalar(at: offset)
      guard isPlain(scalar) else { return false }
      offset += width
    }
    return true
  }

  /// The scalar of one byte or of three that starts at an offset of valid UTF-8, and its length; others as U+FFFF.
  fileprivate func plainScalar(at offset: Int) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(self[offset])
    if lead < 0x80 { return (lead, 1) }
    guard lead & 0xF0 == 0xE0, offset + 2 < count else { return (0xFFFF, UTF8.width(self[offset])) }
    return ((lead & 0x0F) << 12 | UInt32(self[offset + 1] & 0x3F) << 6 | UInt32(self[offset + 2] & 0x3F), 3)
  }
}

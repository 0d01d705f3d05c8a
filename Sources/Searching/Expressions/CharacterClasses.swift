import Text

/// Divides characters into classes, each of which passes the same tests of an expression. The class of a character is
/// computed once.
struct CharacterClasses {
  private let tests: [CharacterTest]
  /// By class: a bit for each of the tests that are true of it.
  private(set) var passed: [UInt128] = []
  /// Of the scalars below U+10000, one more than the class; 0 where that is not known yet.
  private var known = [UInt16](repeating: 0, count: 0x10000)
  /// The classes of the characters that are not plain.
  private var knownOthers: [Character: UInt16] = [:]

  /// More cannot be told apart.
  static let mostTests = 128

  init(_ tests: [CharacterTest]) { self.tests = tests }

  /// The classes of a text's characters, and where they start in UTF-8; one more offset for the end.
  mutating func read(_ text: String) -> (classes: [UInt16], offsets: [Int32]) {
    var text = text
    return text.withUTF8 { readPlain($0) } ?? readCharacters(of: text)
  }

  /// Nil where a character is not plain.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> (classes: [UInt16], offsets: [Int32])? {
    var isPlainText = true
    var classes: [UInt16] = []
    let offsets = [Int32](unsafeUninitializedCapacity: bytes.count + 1) { offsets, count in
      classes = [UInt16](unsafeUninitializedCapacity: bytes.count) { classes, number in
        var offset = 0
        while offset < bytes.count {
          let (scalar, width) = UTF8.decode(bytes, at: offset)
          let known = scalar < 0x10000 ? known[Int(scalar)] : 0
          if known == 0, !isPlain(scalar) {
            isPlainText = false
            break
          }
          classes.initializeElement(at: number, to: known > 0 ? known - 1 : find(plain: scalar))
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
      classes.append(find(character))
      offsets.append(offsets[offsets.count - 1] + Int32(character.utf8.count))
    }
    return (classes, offsets)
  }

  private mutating func find(_ character: Character) -> UInt16 {
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.count == 1, isPlain(first.value) {
      let known = known[Int(first.value)]
      return known > 0 ? known - 1 : find(plain: first.value)
    }
    if let known = knownOthers[character] { return known }
    let number = number { $0.contains(character) }
    knownOthers[character] = number
    return number
  }

  private mutating func find(plain value: UInt32) -> UInt16 {
    let scalar = Unicode.Scalar(value) ?? " "
    let number = number { $0.contains(plain: scalar) }
    known[Int(value)] = number + 1
    return number
  }

  /// The class of what passes some of the tests.
  private mutating func number(where isPassed: (CharacterTest) -> Bool) -> UInt16 {
    let truths = tests.indices.reduce(UInt128(0)) { $0 | (isPassed(tests[$1]) ? 1 << UInt128($1) : 0) }
    if let number = passed.firstIndex(of: truths) { return UInt16(number) }
    passed.append(truths)
    return UInt16(passed.count - 1)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True if valid UTF-8 consists of plain scalars.
  var isPlainText: Bool {
    var offset = 0
    while offset < count {
      let (scalar, width) = UTF8.decode(self, at: offset)
      guard isPlain(scalar) else { return false }
      offset += width
    }
    return true
  }
}

import CSystem
import Text

/// The first letters of characters for the search by pinyin: those of a hanzi's common readings, and letters
/// themselves.
struct Initials: Sendable {
  static let common = Initials()

  /// The number of different triples.
  static let tripleCount = Int(BL_INITIALS) * Int(BL_INITIALS) * Int(BL_INITIALS)

  /// No syllable begins with i, u or v.
  private static let alphabet = Array("abcdefghjklmnopqrstwxyz".utf8)

  /// By scalar up to U+FFFF.
  private var classes = [UInt8](repeating: UInt8(BL_NO_INITIAL), count: 0x10000)
  /// By class: a bit for each place in the alphabet. First those of one letter, then none, then all.
  private var letters: [UInt32] = (0..<UInt32(BL_INITIALS)).map { 1 << $0 } + [0, 1 << UInt32(BL_INITIALS) - 1]

  private init() {
    let table = ReadingsTable()
    var known = Dictionary(uniqueKeysWithValues: zip(letters, UInt8(0)...))
    for scalar in UInt32(0)..<0x10000 {
      let letters = Self.letters(of: scalar, table)
      if known[letters] == nil, self.letters.count <= 0xFF {
        known[letters] = UInt8(self.letters.count)
        self.letters.append(letters)
      }
      classes[Int(scalar)] = known[letters] ?? UInt8(BL_ANY_INITIAL)
    }
  }

  private static func letters(of scalar: UInt32, _ table: ReadingsTable) -> UInt32 {
    if scalar < 0x80 { return place(of: scalar).map { 1 << UInt32($0) } ?? 0 }
    guard let initials = table[scalar]?.initials(rare: false) else { return 0 }
    return alphabet.enumerated().reduce(0) { letters, letter in
      letters | (initials >> UInt32(letter.element - 0x61) & 1) << UInt32(letter.offset)
    }
  }

  private static func place(of letter: UInt32) -> Int? { alphabet.firstIndex { UInt32($0) == letter } }

  /// The number of three letters; nil if one of them begins no syllable.
  static func triple(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Int? {
    guard let first = place(of: first), let second = place(of: second), let third = place(of: third) else { return nil }
    return (first * alphabet.count + second) * alphabet.count + third
  }

  /// Sets the bits of all triples of a folded text.
  /// - Parameter bits: at least `tripleCount` of them.
  func mark(_ text: UnsafeBufferPointer<UInt8>, in bits: inout [UInt64]) {
    precondition(bits.count * 64 >= Self.tripleCount)
    guard let start = text.baseAddress else { return }
    bl_mark_initials(start, text.count, classes, letters, &bits)
  }
}

extension PinyinPattern {
  /// The numbers of the triples of letters that its matches can begin with; nil if one may begin otherwise, or have
  /// fewer than three characters.
  func openings(_ table: ReadingsTable) -> Set<Int>? {
    guard !rare else { return nil }
    var openings: Set<Int> = []
    for second in ends(from: 0, table) {
      for third in ends(from: second, table) {
        guard third < scalars.count, let triple = Initials.triple(scalars[0], scalars[second], scalars[third]) else {
          return nil
        }
        openings.insert(triple)
      }
      if second == scalars.count { return nil }
    }
    return openings
  }
}

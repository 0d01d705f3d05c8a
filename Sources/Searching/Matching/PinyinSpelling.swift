import Text

// Words that are spelled out: syllables with the numbers of their tones, and syllables that are set apart.

extension PinyinPattern {
  /// The patterns of a text: with its digits as digits and, where they can be, as tones. `di4ji` is 第4季 and 地级.
  static func patterns(of text: String, rare: Bool) -> [PinyinPattern] {
    [false, true].compactMap { PinyinPattern(text, rare: rare, tones: $0) }
  }

  /// True if it is nothing but whole syllables, of which some are set apart: `xi an`, but not `the men`.
  var isSpelledOut: Bool {
    guard breaks & (whole - 1) > 1 else { return false }
    // Bit n: whole syllables can end before element n.
    var ends: UInt64 = 1
    for place in scalars.indices where ends >> UInt64(place) & 1 == 1 {
      for syllable in Self.spellings where matches(syllable, at: place) {
        ends |= 1 << UInt64(place + syllable.count)
      }
    }
    return ends & whole != 0
  }

  /// True for folded syllables with the numbers of their tones, as in `shang4wu3`; only the last may be without.
  static func areToned(_ scalars: [Unicode.Scalar]) -> Bool {
    let letters = scalars.map(\.value).filter { $0 != 0x20 && $0 != 0x27 }
    let syllables = letters.split(omittingEmptySubsequences: false) { (0x31...0x35).contains($0) }
    guard syllables.count > 1, let last = syllables.last else { return false }
    return syllables.dropLast().allSatisfy(isSyllable) && (last.isEmpty || isSyllable(last))
  }

  private static func isSyllable(_ letters: ArraySlice<UInt32>) -> Bool {
    spellings.contains { syllable in
      syllable.count == letters.count && zip(letters, syllable).allSatisfy { isTyped($0, for: UInt32($1)) }
    }
  }

  /// Every syllable; ü is v and, as passports write it, yu.
  private static let spellings: [[UInt8]] = {
    let (umlaut, passport) = (UInt8(ascii: "v"), Array("yu".utf8))
    let syllables = ReadingsTable().allSyllables
    return syllables
      + syllables.filter { $0.contains(umlaut) }.map { syllable in
        syllable.flatMap { $0 == umlaut ? passport : [$0] }
      }
  }()
}

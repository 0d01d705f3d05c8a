/// Readings of a hanzi, in syllables without tones.
struct HanziReadings {
  /// Those of the dictionaries of today's language.
  var common: Set<String> = []
  /// Those that only the great dictionaries have besides.
  var rare: Set<String> = []

  init() {}

  init(_ database: UnicodeDatabase, _ scalar: UInt32) {
    func syllables(_ field: String) -> [String] {
      let readings = (database.unihan[field]?[scalar] ?? "").split { " ,".contains($0) }
      return readings.map { syllable($0.prefix { $0 != "(" }.split(separator: ":").last ?? "") }
    }
    common = Set(["kMandarin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013"].flatMap(syllables)).subtracting([""])
    rare = Set(syllables("kHanyuPinyin")).subtracting(common).subtracting([""])
  }

  /// The reading that a hanzi has most often in running text, as far as that was counted, else the customary one.
  static func usual(_ database: UnicodeDatabase, _ scalar: UInt32) -> String? {
    var counts: [String: Int] = [:]
    for reading in (database.unihan["kHanyuPinlu"]?[scalar] ?? "").split(separator: " ") {
      let parts = reading.split { "()".contains($0) }
      if parts.count == 2, let count = Int(parts[1]) { counts[syllable(parts[0]), default: 0] += count }
    }
    let customary = database.unihan["kMandarin"]?[scalar]?.split(separator: " ").first.map { syllable($0) }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? customary
  }

  mutating func add(_ other: HanziReadings) {
    common.formUnion(other.common)
    rare = rare.union(other.rare).subtracting(common)
  }
}

/// A syllable without its tone, ü as v; empty where there is none.
func syllable(_ reading: some StringProtocol) -> String {
  let letters: [Character: String] = [
    "ā": "a", "á": "a", "ǎ": "a", "à": "a", "ē": "e", "é": "e", "ě": "e", "è": "e", "ê": "e", "ī": "i", "í": "i",
    "ǐ": "i", "ì": "i", "ō": "o", "ó": "o", "ǒ": "o", "ò": "o", "ū": "u", "ú": "u", "ǔ": "u", "ù": "u", "ü": "v",
    "ǖ": "v", "ǘ": "v", "ǚ": "v", "ǜ": "v", "ń": "n", "ň": "n", "ǹ": "n", "ḿ": "m", "m̀": "m", "ế": "e", "ề": "e",
    "ê̄": "e", "ê̌": "e", "m̄": "m",
  ]
  return reading.map { letters[$0] ?? ($0.isASCII && $0.isLowercase ? String($0) : "") }.joined()
}

import CSystem

/// A generator whose numbers are the same in every run: SplitMix64.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    _ = bl_use_utf8_locale()
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Text as a scan could have it: mostly hanzi and marks, some words, numbers, spaces, and things no one expects.
  mutating func text(upTo length: Int) -> String {
    let odd = [
      "\u{1B}[31m", "\u{202E}", "\u{FEFF}", "e\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{301}", "👩‍👩‍👧", "🇨🇳", "❤️", "\t",
      "\u{9B}2J", "ｶﾞ", "각", "\r\n", "\u{E000}", "नि", "\u{200B}", "𠮷", "©", "\u{300}", "１９８５", "℃",
    ]
    let usual = Array("的一是在不了有和人这中大为上个国我以要他、，。；：！？（）《》“”‘’…—·　")
    let latin = Array("abcXYZ0123456789.,:/-()\"' %")
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      switch Int.random(in: 0..<20, using: &self) {
      case 0: text += odd.randomElement(using: &self) ?? ""
      case 1...5: text.append(latin.randomElement(using: &self) ?? "a")
      default: text.append(usual.randomElement(using: &self) ?? "的")
      }
    }
    return text
  }
}

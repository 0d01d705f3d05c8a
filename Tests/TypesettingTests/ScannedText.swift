import CSystem
import Chance

extension RandomSource {
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

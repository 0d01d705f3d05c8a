import Chance

/// Texts made to command a terminal, to hide in it or to spill over it.
enum Attacks {
  /// One of each kind. A program that lets one through has said so to the terminal.
  static let table: [String] = [
    // Commands: clear, title, clipboard, a device's answer, another character set, reset, a key's new meaning.
    "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;eA==\u{1B}\\", "\u{1B}P$q\"p\u{1B}\\", "\u{1B}(0", "\u{1B}c",
    "\u{1B}[?1049l", "\u{1B}[6n", "\u{1B}_apc\u{1B}\\", "\u{1B}^pm\u{1B}\\", "\u{1B}]8;;http://x\u{7}",
    // The same in eight bits.
    "\u{9B}2J", "\u{9D}0;title\u{9C}", "\u{90}x\u{9C}", "\u{85}", "\u{84}", "\u{8D}", "\u{98}x\u{9C}", "\u{9E}x\u{9F}",
    // Single bytes that move the cursor, ring, shift or delete.
    "\u{0}", "\u{5}", "\u{7}", "\u{8}", "\u{B}", "\u{C}", "\r", "\u{E}", "\u{F}", "\u{18}", "\u{1A}", "\u{7F}", "\t",
    // Another order than what is written.
    "\u{202E}fdp.exe", "\u{202A}", "\u{202B}", "\u{202D}", "\u{202C}", "\u{2066}x", "\u{2067}x\u{2069}", "\u{2068}",
    "\u{200E}", "\u{200F}", "\u{61C}",
    // Characters that have no width, or hide words.
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{34F}", "\u{180E}", "\u{FE0F}",
    "\u{E0100}",
    "\u{E0001}\u{E0041}x", "\u{115F}\u{1160}\u{3164}\u{FFA0}", "\u{FFF9}x\u{FFFA}y\u{FFFB}", "\u{2028}",
    "\u{2029}", "\u{1D173}", "\u{13430}",
    // Code points that no font has, noncharacters, unassigned ones.
    "\u{E000}", "\u{F8FF}", "\u{F0000}", "\u{10FFFD}", "\u{FFFF}", "\u{378}", "\u{FFFD}",
    // Towers of marks, and clusters without end.
    "e" + String(repeating: "\u{301}", count: 40), "字" + String(repeating: "\u{20DD}\u{489}", count: 20),
    String(repeating: "\u{E31}", count: 30), String(repeating: "👩\u{200D}", count: 20), "🇨🇳🇨", "👍🏽", "ᄀ" + "ᅡᅡᅡᆨᆨᆨ",
    "ﷺ", "𒐫", "ｶﾞﾟﾟﾟ", "\u{600}1",
  ]

  /// A text of about so many characters: attacks, characters from all over Unicode, broken bytes, and hanzi between.
  static func text(ofLength length: Int, _ random: inout RandomSource) -> String {
    var text = String.UnicodeScalarView()
    while text.count < length {
      switch random.below(8) {
      case 0...2: text.append(contentsOf: hanzi(random.below(30), &random))
      case 3: text.append(contentsOf: table[random.below(table.count)].unicodeScalars)
      case 4: text.append(contentsOf: anywhere(1 + random.below(8), &random))
      case 5: text.append(contentsOf: controls(1 + random.below(4), &random))
      case 6: text.append(contentsOf: brokenBytes(1 + random.below(12), &random).unicodeScalars)
      default: text.append(contentsOf: joints[random.below(joints.count)].unicodeScalars)
      }
    }
    return String(text)
  }

  /// Pieces that give a page its shape, so that attacks come to stand in every part of an article.
  private static let joints = [
    "\n", "\n", "\n\n", "。\n", "本报讯 ", "本报讯（记者 ", "新华社北京电 ", "■", "(下转第二版)", "(上接第一版)", "详见第七版",
    "摄", "图为", "\r\n", "\n\u{3000}\u{3000}", "2021年6月22日", "——", " ",
  ]

  private static func hanzi(_ count: Int, _ random: inout RandomSource) -> [Unicode.Scalar] {
    (0..<count).map { _ in Unicode.Scalar(UInt32(0x4E00 + random.below(0x51A5))) ?? "字" }
  }

  private static func anywhere(_ count: Int, _ random: inout RandomSource) -> [Unicode.Scalar] {
    (0..<count).compactMap { _ in
      let plane = [0, 0, 0, 1, 1, 2, 14, 15][random.below(8)] << 16
      return Unicode.Scalar(UInt32(plane + random.below(0x10000)))
    }
  }

  private static func controls(_ count: Int, _ random: inout RandomSource) -> [Unicode.Scalar] {
    let ranges: [ClosedRange<UInt32>] = [0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F]
    return (0..<count).compactMap { _ in ranges[random.below(ranges.count)].randomElement(using: &random) }
      .compactMap { Unicode.Scalar($0) }
  }

  private static func brokenBytes(_ count: Int, _ random: inout RandomSource) -> String {
    String(decoding: (0..<count).map { _ in UInt8(random.below(256)) }, as: UTF8.self)
  }
}

import CSystem
import Chance
import Testing

@testable import Typesetting

@Suite struct GlyphTests {
  @Test("What could command the terminal, hide or reorder text is shown as a sign or not at all")
  func attacks() {
    let table: [(String, String)] = [
      ("\u{1B}[2J", "␛[2J"), ("\u{9B}2J", "␦2J"), ("\u{7}\u{8}\u{0}", "␇␈␀"), ("\u{7F}", "␡"), ("a\u{202E}b", "a␦b"),
      ("\u{2067}x\u{2069}", "␦x␦"), ("\u{FEFF}x\u{200B}y\u{200E}\u{61C}", "xy"), ("\u{E0041}\u{E007F}x", "x"),
      ("a\tb\nc\r\nd\u{2028}e", "a b c d e"), ("\u{E000}\u{FFFF}\u{10FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("a\u{A0}b\u{2003}c", "a b c"), ("in\u{AD}ter", "inter"),
    ]
    for (raw, shown) in table { #expect(legible(raw) == shown, "\(raw.unicodeScalars.map(\.value))") }
  }

  @Test("Nothing that a terminal obeys, hides or knows nothing of is sent, whatever character of Unicode comes")
  func nothingObeyed() {
    // Nothing is assigned in the planes between.
    for value in [UInt32(0)...0x3_FFFF, 0xE_0000...0x10_FFFF].joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for sent in Glyph(Character(scalar)).text.unicodeScalars where isObeyed(sent) {
        Issue.record("U+\(String(value, radix: 16)) is sent as U+\(String(sent.value, radix: 16))")
      }
    }
  }

  @Test("What joins the character before it passes the gate too")
  func joined() {
    for value in UInt32(0)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isGraphemeExtend || isObeyed(scalar),
        value < 0x3_0000 || value > 0xE_0000 && value < 0xF_0000
      else { continue }
      let sent = legible("e\(scalar)字").unicodeScalars
      if sent.contains(where: isObeyed) { Issue.record("U+\(String(value, radix: 16)) comes through behind a letter") }
    }
  }

  @Test("Lines keep their ends, and carriage returns do not join them")
  func lines() {
    #expect(legibleLines("a\r\nb\n\n\tc\u{1B}\n") == "a \nb\n\n c␛\n")
    #expect(legibleLines("") == "")
  }

  @Test("A letter keeps a few marks; a hundred stacked ones do not spill over the screen")
  func marks() {
    #expect(Glyph("e\u{301}").text.unicodeScalars.map(\.value) == [0x65, 0x301])
    #expect(Glyph("e\u{301}").width == 1)
    let stacked = Character("e" + String(repeating: "\u{301}", count: 100))
    #expect(Glyph(stacked).text.unicodeScalars.count == 1 + Glyph.markLimit)
    #expect(Glyph("\u{301}").text.unicodeScalars.map(\.value) == [0x25CC, 0x301])
    #expect(Glyph("\u{301}").width == 1)
    #expect(Glyph("ｶﾞ").width == 1)
    #expect(Glyph("ｶﾞﾟﾟﾟﾟ").text.unicodeScalars.count == 1 + Glyph.markLimit)
  }

  @Test("An emoji of several parts takes the columns of its first part, whatever the terminal makes of the rest")
  func emoji() {
    #expect(Glyph("👩‍👩‍👧").text == "👩")
    #expect(Glyph("👩‍👩‍👧").width == 2)
    #expect(Glyph("❤️").text.unicodeScalars.map(\.value) == [0x2764])
    #expect(Glyph("👍🏽") == Glyph("👍"))
    #expect(Glyph("🇨🇳").width == 1)
  }

  @Test("A hanzi takes two columns, a letter one, and a text what its characters take")
  func widths() {
    #expect(displayWidth("报栏") == 4)
    #expect(displayWidth("“Ａa”　。") == 1 + 2 + 1 + 1 + 2 + 2)
    #expect(displayWidth("𠮷\u{1B}e\u{301}") == 2 + 1 + 1)
    #expect(displayWidth("") == 0)
  }

  @Test("Where the terminal draws ambiguous characters wide, quotes, dashes, dots and squares take two columns")
  func ambiguousWidth() {
    for mark in "“”‘’…—·■①×αЯ─\u{FFFD}" {
      #expect(Glyph(mark, ambiguous: .wide).width == 2, "\(mark)")
      #expect(Glyph(mark).width == 1, "\(mark)")
    }
    #expect(displayWidth("“报”栏…a1é", ambiguous: .wide) == 2 + 2 + 2 + 2 + 2 + 1 + 1 + 2)
    #expect(displayWidth("e\u{301}，", ambiguous: .wide) == 1 + 2)
    #expect(displayWidth("\u{E000}\u{1B}", ambiguous: .wide) == 2 + 1)
    let text = "他说“好”——我们走吧"
    #expect(setLines(text, LineSetting(measure: 12)).map(\.width) == [12, 6])
    #expect(setLines(text, LineSetting(measure: 12, ambiguous: .wide)).map(\.width) == [4, 12, 6])
  }

  @Test("Every glyph of Unicode takes the columns that the terminal library gives to what is sent")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let glyph = Glyph(Character(scalar))
      let sent = glyph.text.unicodeScalars.map { Int(bl_wcwidth($0.value)) }
      let certain = sent.allSatisfy { $0 >= 0 } && sent.reduce(0, +) == glyph.width && glyph.width <= 2
      if !certain { Issue.record("U+\(String(value, radix: 16)) is sent as \(sent), taken as \(glyph.width)") }
    }
  }

  @Test("A plain scalar is shown as it is, as wide as the terminal library says, and never joins its neighbour")
  func plainScalars() {
    for value in UInt32(0)...0xFFFF where PlainScalars.width(of: value) > 0 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let width = PlainScalars.width(of: value)
      let plain = Int(bl_wcwidth(value)) == width && Legibility(scalar) == .shown(width) && "字\(scalar)a".count == 3
      if !plain { Issue.record("U+\(String(value, radix: 16)) is not plain") }
    }
  }

  @Test("A text is as wide as its glyphs, and passing the gate twice changes nothing")
  func randomText() {
    var random = RandomSource(seed: 1)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 40)
      let shown = legible(text)
      #expect(displayWidth(text) == text.reduce(0) { $0 + Glyph($1).width })
      #expect(legible(shown) == shown)
      #expect(shown.unicodeScalars.allSatisfy { bl_wcwidth($0.value) >= 0 })
    }
  }
}

/// True if a scalar is one that no terminal should get to see.
private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
  let category = scalar.properties.generalCategory
  // The places that Unicode keeps for hanzi and emoji are shown, whatever comes there.
  let isKept =
    (0x20000...0x3FFFD).contains(scalar.value) || (0x1F6D0...0x1F6FF).contains(scalar.value)
    || (0x1FA70...0x1FAFF).contains(scalar.value)
  if isKept, category == .unassigned, !scalar.properties.isNoncharacterCodePoint { return false }
  return [.control, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator].contains(category)
    || scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isNoncharacterCodePoint
    || [0x61C, 0x200E, 0x200F].contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
    || (0x2066...0x2069).contains(scalar.value)
}

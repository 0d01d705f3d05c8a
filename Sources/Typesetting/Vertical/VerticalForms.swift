/// The characters of a vertical line in a terminal, which cannot turn glyphs: the vertical presentation forms
/// of Unicode, the marks that GB/T 15834 has for vertical text, and those that look like the turned glyph.
enum VerticalForms {
  /// The form of a scalar; nil if it has none.
  static func form(of scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0x21...0x7E: ascii(scalar)
    case 0x2013...0x2026: generalPunctuation(scalar)
    case 0x3001...0x301C: ideographicPunctuation(scalar)
    case 0xFF01...0xFF5E: ascii(scalar - 0xFEE0)
    case 0x2190...0x2193, 0x21D0...0x21D3: arrow(scalar)
    case 0xB7, 0x2027: "・"
    case 0x22EF: "︙"
    // The long vowel and the line that pages draw dashes with.
    case 0x30FC, 0x2500: "︱"
    default: nil
    }
  }

  /// Of ASCII and of its full-width forms; a character without a vertical form stands upright in full width.
  private static func ascii(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0x28: "︵"
    case 0x29: "︶"
    case 0x2C: "︐"
    case 0x2D: "︲"
    case 0x3A: "︓"
    case 0x3B: "︔"
    case 0x21: "︕"
    case 0x3F: "︖"
    case 0x3C: "︿"
    case 0x3E: "﹀"
    case 0x5B: "﹇"
    case 0x5D: "﹈"
    case 0x5F: "︳"
    case 0x7B: "︷"
    case 0x7D: "︸"
    case 0x7E: "︴"
    default: Unicode.Scalar(scalar + 0xFEE0)
    }
  }

  private static func generalPunctuation(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0x2013: "︲"
    case 0x2014, 0x2015: "︱"
    case 0x2018: "﹁"
    case 0x2019: "﹂"
    case 0x201C: "﹃"
    case 0x201D: "﹄"
    case 0x2022: "・"
    case 0x2025: "︰"
    case 0x2026: "︙"
    default: nil
    }
  }

  private static func ideographicPunctuation(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0x3001: "︑"
    case 0x3002: "︒"
    // 〈〉《》「」『』
    case 0x3008, 0x3009: Unicode.Scalar(0xFE3F + scalar - 0x3008)
    case 0x300A, 0x300B: Unicode.Scalar(0xFE3D + scalar - 0x300A)
    case 0x300C...0x300F: Unicode.Scalar(0xFE41 + scalar - 0x300C)
    // 【】〔〕〖〗
    case 0x3010, 0x3011: Unicode.Scalar(0xFE3B + scalar - 0x3010)
    case 0x3014, 0x3015: Unicode.Scalar(0xFE39 + scalar - 0x3014)
    case 0x3016, 0x3017: Unicode.Scalar(0xFE17 + scalar - 0x3016)
    case 0x301C: "︴"
    default: nil
    }
  }

  /// ← ↑ → ↓ and ⇐ ⇑ ⇒ ⇓, a quarter turn on.
  private static func arrow(_ scalar: UInt32) -> Unicode.Scalar? {
    Unicode.Scalar((scalar & ~3) + ((scalar + 1) & 3))
  }
}

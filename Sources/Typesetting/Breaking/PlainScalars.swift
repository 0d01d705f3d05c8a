import Text

/// Scalars that are nothing but themselves: printable, of a width that every `wcwidth` agrees on, and no part of a
/// longer character when their neighbours are plain too. Nearly all of a newspaper is made of them, so text of plain
/// scalars needs neither grapheme breaking nor `wcwidth`. A test compares every one of them with the slow way.
enum PlainScalars {
  /// The columns of a plain scalar where ambiguous ones are narrow; 0 for one that is not plain.
  static func width(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: 2
    case 0x20...0x7E: 1
    // Ideographic space and punctuation, without 〪 and its like, which combine, and 〰, which can be an emoji.
    case 0x3000...0x3029: 2
    case 0xFF01...0xFF60: 2
    // — “ ” … and their like; the line separators follow at 2028.
    case 0x2010...0x2027: 1
    case 0x3041...0x3096, 0x309B...0x30FF: 2
    // Without © ® (emoji), the soft hyphen and the no-break space.
    case 0xA1...0xA8, 0xAA...0xAC, 0xAF...0xFF: 1
    default: 0
    }
  }

  /// Calls `body` with each scalar of a text, its columns and its UTF-8 range, in order.
  /// - Returns: false as soon as one is not plain; the calls before that are to be forgotten.
  @inline(__always)
  static func forEach(
    in text: some StringProtocol, ambiguous: AmbiguousWidth, _ body: (UInt32, Int, Range<Int>) -> Void
  ) -> Bool {
    let done = text.utf8.withContiguousStorageIfAvailable { bytes in
      var offset = 0
      while offset < bytes.count {
        let (scalar, length) = UTF8.decode(bytes, at: offset)
        var width = width(of: scalar)
        if width == 0 { return false }
        if width == 1 { width = ambiguous.columns(of: scalar, narrow: 1) }
        body(scalar, width, offset..<offset + length)
        offset += length
      }
      return true
    }
    return done ?? false
  }
}

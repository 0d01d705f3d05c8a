extension TypesetLine {
  /// The same line with a column of air around each hanzi, in the middle of the measure.
  func letterspaced(in text: String, measure: Int, _ ambiguous: AmbiguousWidth) -> TypesetLine {
    var line = self
    let glyphs = glyphs(in: text, ambiguous: ambiguous)
    line.spread = glyphs.indices.dropFirst().compactMap { index in
      let (before, glyph) = (glyphs[index - 1], glyphs[index])
      // On both sides of a space alike, though only one has a hanzi.
      let around = index - (before.isSpace ? 2 : 1)...index + (glyph.isSpace ? 1 : 0)
      let isWide = glyphs[around.clamped(to: 0...glyphs.count - 1)].contains { $0.glyph.width == 2 }
      guard isWide, !before.isOpening, !glyph.isClosing else { return nil }
      return Spread(offset: glyph.range.lowerBound, columns: 1)
    }
    line.width += line.spread.count
    line.indent = max(0, measure - line.width) / 2
    return line
  }
}

extension PlacedGlyph {
  fileprivate var isSpace: Bool { glyph.text == " " }
  fileprivate var isOpening: Bool { "“‘「『（《〈【〔".contains(glyph.text) }
  fileprivate var isClosing: Bool { "”’」』）》〉】〕，、。：；！？…—·".contains(glyph.text) }
}

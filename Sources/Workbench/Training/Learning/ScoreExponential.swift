import PageParsing

/// The exponential function of sixteen figures at once, with the same results on every machine: a power of two and a
/// polynomial of degree 6 for the rest, right to 2⁻²⁰. Figures below −80 give nearly 0.
func exponential(_ figures: LabelScores) -> LabelScores {
  let x = figures.clamped(lowerBound: LabelScores(repeating: -80), upperBound: LabelScores(repeating: 80))
  // Adding 1.5 · 2²³ rounds to a whole number, which then stands in the lowest bits.
  let shifted = x * 1.442_695 + 12_582_912
  let whole = shifted - 12_582_912
  let rest = x - whole * 0.693_145_75 - whole * 1.428_606_8e-6
  var power = LabelScores(repeating: 1.0 / 720)
  for term: Float in [1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1] { power = power * rest + term }
  let exponents = unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &- 0x4B40_0000 &+ 127
  return power * unsafeBitCast(exponents &<< 23, to: LabelScores.self)
}

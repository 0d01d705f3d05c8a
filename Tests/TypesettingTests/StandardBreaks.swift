@testable import Typesetting

/// Places where lines may break in a text by UAX #14 alone.
/// - Returns: for each scalar, what holds before it.
func standardBreaks(in scalars: some Sequence<Unicode.Scalar>) -> [LineBreaker.Opportunity] {
  var breaker = LineBreaker()
  var breaks: [LineBreaker.Opportunity] = []
  var opening: Int?
  for scalar in scalars {
    let record = CharacterTable.embedded[scalar.value]
    let kind = record.lineBreak.standard
    let known = LineBreaker.Scalar(
      kind: kind, isEastAsian: record.width == .eastAsian, isUnassignedPictograph: record.isUnassignedPictograph)
    breaks.append(breaker.next(known))
    if let opening, breaker.withdrawsOpening { breaks[opening] = .prohibited }
    if kind == .op { opening = breaks.count - 1 }
  }
  return breaks
}

/// A set of labels, a bit for each.
struct LabelSet: Equatable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  @inline(__always)
  init(arrayLiteral labels: LineLabel...) {
    for label in labels { insert(label) }
  }

  private init(bits: UInt32) { self.bits = bits }

  /// All labels.
  static let all = LabelSet(bits: 1 << UInt32(LineLabel.allCases.count) - 1)

  var isEmpty: Bool { bits == 0 }

  mutating func insert(_ label: LineLabel) { bits |= 1 << UInt32(label.rawValue) }

  mutating func formUnion(_ other: LabelSet) { bits |= other.bits }

  func union(_ other: LabelSet) -> LabelSet { LabelSet(bits: bits | other.bits) }

  func subtracting(_ other: LabelSet) -> LabelSet { LabelSet(bits: bits & ~other.bits) }

  /// Calls a function with each label.
  func forEach(_ body: (LineLabel) -> Void) {
    var rest = bits
    while rest != 0 {
      if let label = LineLabel(rawValue: rest.trailingZeroBitCount) { body(label) }
      rest &= rest - 1
    }
  }
}

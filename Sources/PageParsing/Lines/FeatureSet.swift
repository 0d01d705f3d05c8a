/// A set of facts, a bit for each case of an enumeration of at most 128.
///
/// Cases are indices into rows of weights as well; a set of constants costs no more than one of an `OptionSet`.
struct FeatureSet<Feature: RawRepresentable<UInt8>>: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The number of facts that a set has room for.
  static var capacity: Int { 128 }

  @inline(__always)
  init(arrayLiteral features: Feature...) {
    for feature in features { insert(feature) }
  }

  @inline(__always)
  var isEmpty: Bool { low | high == 0 }

  /// The number of facts in the set.
  var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

  @inline(__always)
  mutating func insert(_ feature: Feature) {
    let bit = UInt64(feature.rawValue)
    if bit < 64 { low |= 1 &<< bit } else { high |= 1 &<< (bit & 63) }
  }

  @inline(__always)
  mutating func remove(_ feature: Feature) {
    let bit = UInt64(feature.rawValue)
    if bit < 64 { low &= ~(1 &<< bit) } else { high &= ~(1 &<< (bit & 63)) }
  }

  @inline(__always)
  mutating func formUnion(_ other: Self) {
    low |= other.low
    high |= other.high
  }

  @inline(__always)
  func intersection(_ other: Self) -> Self {
    var both = self
    both.low &= other.low
    both.high &= other.high
    return both
  }

  @inline(__always)
  func contains(_ feature: Feature) -> Bool {
    let bit = UInt64(feature.rawValue)
    return (bit < 64 ? low : high) & 1 &<< (bit & 63) != 0
  }

  @inline(__always)
  func isDisjoint(with other: Self) -> Bool { low & other.low | high & other.high == 0 }

  @inline(__always)
  func isSuperset(of other: Self) -> Bool { ~low & other.low | ~high & other.high == 0 }

  /// Calls a function with the raw value of each fact.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    var bits = low
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
    bits = high
    while bits != 0 {
      body(64 + bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
  }
}

/// The facts of one line.
typealias LineEvidence = FeatureSet<LineFeature>
/// The facts of two lines together.
typealias MeetingEvidence = FeatureSet<JointFeature>

import Text

/// The cohesion of the hanzi of a headline, by words of the language and by the text around it: what a headline names
/// is mostly in the text of its page as well.
public struct Cohesion: Sendable, Equatable {
  /// By the UTF-8 offset of the second hanzi of two neighbours.
  private var bonds: [Int: Float] = [:]

  /// Nothing is known.
  public init() {}

  /// Knows words of the language.
  /// - Parameter text: a headline; of a long text nothing is known.
  public init(of text: String) { self.init(ofHanzi: Self.numbered(text)) }

  private init(ofHanzi hanzi: [Hanzi]) {
    guard hanzi.count > 1, hanzi.count <= Self.longest else { return }
    for (before, after) in zip(hanzi, hanzi.dropFirst()) where before.end == after.start {
      if HanziWords.join(before.scalar, after.scalar) { bonds[after.start] = Self.word }
    }
    for hanzi in hanzi where hanzi.scalar == Self.ordinal { bonds[hanzi.end] = 1 }
  }

  /// Weighs in how many surroundings each two neighbours of a text stand side by side elsewhere against how often each
  /// stands there: in 城区老旧小区, however often a page says it, 城区 is a word because it stands before other things, too.
  /// - Parameters:
  ///   - text: a headline; of a long text nothing is known.
  ///   - surroundings: the texts of its page, it among them; the nearest first, since of more than a printed
  ///     page has only the first are read.
  /// - Complexity: O(n) over the part of the surroundings that is read.
  public init(of text: String, in surroundings: some Sequence<String>) {
    let own = Self.numbered(text)
    self.init(ofHanzi: own)
    guard own.count > 1, own.count <= Self.longest else { return }
    var counts = PairCounts(of: own.map(\.scalar))
    // The headline itself is no evidence of its words.
    var left = Self.mostSurroundings
    for other in surroundings where other != text {
      counts.add(other)
      left -= max(1, other.utf8.count)
      if left <= 0 { break }
    }
    for (before, after) in zip(own, own.dropFirst()) where before.end == after.start {
      let bond = counts.bond(before.scalar, after.scalar)
      if bond > 0 { bonds[after.start] = max(bond, self[after.start]) }
    }
  }

  private static let longest = 200
  /// Of a pair that is mostly one word, wherever it stands.
  private static let word: Float = 0.7
  /// In bytes; a page in small print has some 15,000 hanzi.
  private static let mostSurroundings = 1 << 16
  /// 第: a number or a unit follows.
  private static let ordinal: UInt32 = 0x7B2C

  /// True if nothing is known.
  var isEmpty: Bool { bonds.isEmpty }

  /// From 0, where the line may break as well as anywhere, to 1, for characters that always stand together.
  public subscript(offset: Int) -> Float { bonds[offset] ?? 0 }

  private typealias Hanzi = (scalar: UInt32, start: Int, end: Int)

  private static func numbered(_ text: String) -> [Hanzi] {
    var hanzi: [Hanzi] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if PairCounts.hanzi.contains(scalar.value) { hanzi.append((scalar.value, offset, end)) }
      offset = end
    }
    return hanzi
  }
}

/// Counts of hanzi in texts, and of the others between which each two of them stand.
private struct PairCounts {
  static let hanzi: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// From 1; 0 is any other character.
  private var numbers = [UInt8](repeating: 0, count: Int(hanzi.upperBound - hanzi.lowerBound) + 1)
  private var single: [Int32]
  private var pairs: [Int32]
  private let width: Int
  /// The pairs that were seen, with the characters before and behind them.
  private var seen: Set<Surrounded> = []

  private struct Surrounded: Hashable {
    var pair: Int
    var before: UInt32
    var after: UInt32
  }

  /// - Parameter scalars: hanzi, at most 255.
  init(of scalars: [UInt32]) {
    var last: UInt8 = 0
    for scalar in scalars where numbers[Int(scalar - Self.hanzi.lowerBound)] == 0 {
      last += 1
      numbers[Int(scalar - Self.hanzi.lowerBound)] = last
    }
    width = Int(last) + 1
    single = [Int32](repeating: 0, count: width)
    pairs = [Int32](repeating: 0, count: width * width)
  }

  mutating func add(_ text: String) {
    var (last, pair) = (0, 0)
    var (first, second, third) = (UInt32(0), UInt32(0), UInt32(0))
    for scalar in text.unicodeScalars {
      note(pair, first, scalar.value)
      let number = number(scalar.value)
      single[number] += 1
      pair = last > 0 && number > 0 ? last * width + number : 0
      last = number
      (first, second, third) = (second, third, scalar.value)
    }
    note(pair, first, 0)
  }

  private mutating func note(_ pair: Int, _ before: UInt32, _ after: UInt32) {
    guard pair > 0, seen.insert(Surrounded(pair: pair, before: before, after: after)).inserted else { return }
    pairs[pair] += 1
  }

  private func number(_ scalar: UInt32) -> Int {
    Self.hanzi.contains(scalar) ? Int(numbers[Int(scalar - Self.hanzi.lowerBound)]) : 0
  }

  /// A pair that is seen once says less than one that is seen often.
  func bond(_ before: UInt32, _ after: UInt32) -> Float {
    let (first, second) = (number(before), number(after))
    let together = Float(pairs[first * width + second])
    guard together > 0 else { return 0 }
    let apart = Float(single[first] + 1) * Float(single[second] + 1)
    return min(1, (together - 0.5) / apart.squareRoot())
  }
}

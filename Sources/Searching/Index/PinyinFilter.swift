import CSystem
import Text

/// The characters that can stand first, second … in a match of a pinyin pattern. It skips gigabytes of text quickly;
/// the places that it finds are candidates.
final class PinyinFilter: Sendable {
  /// By scalar up to U+FFFF: a bit for each link of a chain that the scalar can be.
  private let classes: [UInt16]
  /// The links that a chain starts with and ends with.
  private let starts: UInt16
  private let finals: UInt16
  /// By bit: the number of links in its chain up to it.
  private let lengths: [UInt8]

  /// - Complexity: some milliseconds.
  init(_ pattern: PinyinPattern) {
    let table = ReadingsTable()
    // Hanzi with the same readings are the same to a pattern that does not name them.
    let samples = table.samples
    let chains = PinyinChains(pattern, table, pattern.scalars + samples.filter { $0 != 0 })
    let links = samples.map { $0 == 0 ? 0 : chains.links(of: $0) }
    var classes = (0..<UInt32(0x10000)).map { links[Int(table.number(of: $0))] }
    for scalar in pattern.scalars where scalar < 0x10000 { classes[Int(scalar)] = chains.links(of: scalar) }
    self.classes = classes
    (starts, finals, lengths) = (chains.starts, chains.finals, chains.lengths)
  }

  /// The first offset from a start on at which a match may begin; nil if there is none. The start is the edge of a
  /// character.
  func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let place = bl_find_chains(bytes.baseAddress, bytes.count, start, classes, starts, finals, lengths)
    return place < bytes.count ? place : nil
  }
}

/// The beginnings of a pattern's matches: a chain of characters for each number of letters that the first character can
/// stand for. 衡 is `h` and `heng`, and the characters that follow differ.
private struct PinyinChains {
  private struct Link {
    /// The states of the pattern before the character, and those that the character must lead to.
    var before: UInt64
    var after: UInt64
  }

  private let pattern: PinyinPattern
  private let table: ReadingsTable
  private var chains: [[Link]] = []

  /// Links of all chains, and of one.
  private static let most = 16
  private static let longest = 4

  /// - Parameter scalars: all characters that can stand in a match, or one for all with the same readings.
  init(_ pattern: PinyinPattern, _ table: ReadingsTable, _ scalars: [UInt32]) {
    (self.pattern, self.table) = (pattern, table)
    var firsts = reach(1, scalars)
    if firsts.nonzeroBitCount * 2 > Self.most {
      chains = [[Link(before: 1, after: .max)]]
      firsts = 0
    }
    while firsts != 0 {
      let first = firsts & ~(firsts - 1)
      firsts &= firsts - 1
      if let chain = chain(from: first, scalars) { chains.append(chain) }
    }
    while chains.reduce(0, { $0 + $1.count }) > Self.most, let longest = chains.map(\.count).max() {
      chains = chains.map { $0.count == longest ? $0.dropLast() : $0 }
    }
  }

  /// Nil if no chain leads to the pattern's end.
  private func chain(from first: UInt64, _ scalars: [UInt32]) -> [Link]? {
    var (chain, states) = ([Link(before: 1, after: first)], first)
    while chain.count < Self.longest, states & pattern.whole == 0 {
      chain.append(Link(before: states, after: .max))
      states = reach(states, scalars)
      if states == 0 { return nil }
    }
    return chain
  }

  /// All states that characters lead to.
  private func reach(_ states: UInt64, _ scalars: [UInt32]) -> UInt64 {
    scalars.reduce(0) { $0 | pattern.step(states, $1, table) }
  }

  /// The links that a character can be, as bits.
  func links(of scalar: UInt32) -> UInt16 {
    var (links, bit) = (UInt16(0), UInt16(1))
    for link in chains.joined() {
      if pattern.step(link.before, scalar, table) & link.after != 0 { links |= bit }
      bit <<= 1
    }
    return links
  }

  var lengths: [UInt8] {
    let lengths = chains.flatMap { chain in chain.indices.map { UInt8($0 + 1) } }
    return lengths + [UInt8](repeating: 0, count: Self.most - lengths.count)
  }

  var starts: UInt16 { bits { $0.startIndex } }
  var finals: UInt16 { bits { $0.endIndex - 1 } }

  private func bits(_ place: ([Link]) -> Int) -> UInt16 {
    var (bits, count) = (UInt16(0), 0)
    for chain in chains {
      bits |= 1 << UInt16(count + place(chain))
      count += chain.count
    }
    return bits
  }
}

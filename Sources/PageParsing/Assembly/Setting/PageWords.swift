import CSystem
import Text

/// Which characters of a page belong together in words, as far as the page itself shows it.
///
/// A class, so that each passage can be handed it at little cost.
final class PageWords {
  /// The share of a character's occurrences in a pair from which on the two are taken for a word.
  private static let share = 0.3
  /// From how many characters on a page is counted once: a printed one is sooner looked through for each of its few
  /// questions.
  private static let long = 20_000

  private let scan: PageScan
  /// The page's pairs, to tell at once what stands nowhere.
  private let pairs: PairSet
  private let counts: WordCounts?
  private let divided: DividedWord

  init(scan: PageScan, pairs: PairSet, latin: LatinWords) {
    self.scan = scan
    self.pairs = pairs
    divided = DividedWord(scan: scan, words: latin)
    counts = scan.scalars.count < Self.long ? nil : WordCounts(scan)
  }

  /// True if two characters stand side by side as often as parts of a word do.
  /// - Complexity: linear in a printed page, constant in a longer one. It is asked only of the spaces in heads.
  func belongTogether(_ first: UInt32, _ second: UInt32) -> Bool {
    guard pairs.contains(first, second) else { return false }
    let found = counts?.count(first, second) ?? counted(first, second)
    return found.together > 1 && Double(found.together) >= Double(min(found.firsts, found.seconds)) * Self.share
  }

  /// The joint of a line and the one that follows it, if a word is divided there.
  func joint(_ before: PageScan.Line, _ after: PageScan.Line) -> DividedWord.Joint { divided.joint(before, after) }

  private func counted(_ first: UInt32, _ second: UInt32) -> (together: Int, firsts: Int, seconds: Int) {
    let scalars = scan.scalars.buffer
    var found: (UInt32, UInt32, UInt32) = (0, 0, 0)
    withUnsafeMutableBytes(of: &found) { found in
      bl_count_pair(
        scalars.baseAddress, scalars.count, first, second, found.assumingMemoryBound(to: UInt32.self).baseAddress)
    }
    return (Int(found.0), Int(found.1), Int(found.2))
  }

  /// The number of times that two characters stand side by side inside a clause and at the start of one, a given place
  /// apart.
  /// - Complexity: linear in a printed page, constant in a longer one. It is asked only of paragraphs that open with a
  ///   bare clause.
  func occurrences(_ first: UInt32, _ second: UInt32, apartFrom place: Int) -> (inside: Int, opening: Int) {
    let hash = pairHash(first, second)
    var found = counts?.occurrences[Int(hash)] ?? occurrences(hash)
    guard scan.pairs[place] == hash else { return found }
    if isInside(place) { found.inside -= 1 } else { found.opening -= 1 }
    return found
  }

  private func occurrences(_ hash: UInt16) -> (inside: Int, opening: Int) {
    var found = (inside: 0, opening: 0)
    let pairs = scan.pairs.buffer
    var index = bl_find_hash(pairs.baseAddress, pairs.count, 0, hash)
    while index < pairs.count {
      if isInside(index) { found.inside += 1 } else { found.opening += 1 }
      index = bl_find_hash(pairs.baseAddress, pairs.count, index + 1, hash)
    }
    return found
  }

  private func isInside(_ index: Int) -> Bool { index > 0 && scan.lettering[index - 1] == .hanzi }
}

/// The number of times that the characters of a long page stand there, and side by side.
private struct WordCounts {
  private var characters: [UInt32: Int] = [:]
  private var pairs: [UInt64: Int] = [:]
  /// By the hash of a pair.
  private(set) var occurrences = [(inside: Int, opening: Int)](repeating: (0, 0), count: 1 << 16)

  init(_ scan: PageScan) {
    for (index, scalar) in scan.scalars.enumerated() where scan.lettering[index] == .hanzi {
      characters[scalar, default: 0] += 1
      let hash = Int(scan.pairs[index])
      guard hash != 0 else { continue }
      pairs[Self.key(scalar, scan.scalars[index + 1]), default: 0] += 1
      if index > 0, scan.lettering[index - 1] == .hanzi {
        occurrences[hash].inside += 1
      } else {
        occurrences[hash].opening += 1
      }
    }
  }

  /// The number of times that two hanzi stand side by side, and each of them anywhere.
  func count(_ first: UInt32, _ second: UInt32) -> (together: Int, firsts: Int, seconds: Int) {
    (pairs[Self.key(first, second)] ?? 0, characters[first] ?? 0, characters[second] ?? 0)
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}

import Newspaper
import Text

/// The words of an issue's pages in scripts with letters: the evidence by which divided words are made whole.
///
/// Words at either end of a line are left out, as they may be halves. The pages are read when the first line's end
/// asks.
final class LatinWords {
  /// A language of Latin letters, as far as its ways to divide words differ.
  enum Language { case english, french, german, dutch, other }

  private let pages: [PageText]
  private lazy var counts = WordCounts(pages)

  init(_ pages: [PageText]) { self.pages = pages }

  /// The number of times that a word stands within a line, by its hash.
  func count(_ hash: UInt64) -> Int { counts[hash] }

  /// The language of most of the pages' small words.
  lazy var language: Language = {
    let counts = counts
    let hits = [Self.english, Self.french, Self.german, Self.dutch].map { words in
      words.reduce(0) { $0 + counts[WordHash($1).value] }
    }
    guard let most = hits.max(), most > 1 else { return .other }
    return [Language.english, .french, .german, .dutch][hits.firstIndex(of: most) ?? 0]
  }()

  private static let english = ["the", "and", "of", "that", "with", "was", "for", "by", "from", "he", "to", "his"]
  private static let french = ["les", "des", "est", "dans", "pour", "une", "que", "le", "du", "et", "au", "par", "sur"]
  private static let german = [
    "der", "die", "und", "das", "ist", "nicht", "den", "im", "zu", "von", "ein", "mit", "auf",
  ]
  private static let dutch = [
    "het", "een", "van", "zijn", "niet", "voor", "ook", "den", "der", "te", "met", "aan", "heer", "op", "dat", "wordt",
    "en",
  ]
}

/// Counts of words by their hashes: a table with free places between, as a dictionary hashes once more.
private struct WordCounts {
  /// A word and the number of times that it was added; 0 in a free place.
  private struct Place {
    var hash: UInt64 = 0
    var count = 0
  }

  private var places = [Place](repeating: Place(), count: 1024)
  private var used = 0

  /// Counts the words of some pages. Not in memory of a class, which would ask at each word who else reads it.
  init(_ pages: [PageText]) {
    for page in pages {
      page.bytes.withUnsafeBufferPointer { bytes in
        for number in page.lines { read(bytes, page.range(ofLine: number)) }
      }
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    // The letters of a part, and those of all parts that hyphens join.
    var (hash, whole) = (WordHash(), WordHash())
    var isFirst = true
    var (partCount, isJoined) = (0, false)
    while place < range.upperBound {
      // Hanzi and the marks beside them, three bytes each.
      if bytes[place] >= 0xE2, hash.isEmpty {
        place += UTF8.width(bytes[place])
        isFirst = false
        continue
      }
      // Letters of ASCII on end, as nearly all words have.
      let start = place
      while place < range.upperBound, (bytes[place] | 0x20) &- 0x61 < 26 {
        hash.add(asciiLetter: bytes[place])
        place += 1
      }
      if isJoined { for index in start..<place { whole.add(asciiLetter: bytes[index]) } }
      if place == range.upperBound { return }
      let (scalar, length) = UTF8.decode(bytes, at: place)
      place += length
      if scalar >= 0x80, CharacterClass(scalar) == .latin {
        hash.add(scalar)
        if isJoined { whole.add(scalar) }
        continue
      }
      if !hash.isEmpty {
        if !isFirst { add(hash.value) }
        isFirst = false
        partCount += 1
        if !isJoined { whole = hash }
      }
      hash = WordHash()
      isJoined = isHyphen(scalar) && place < range.upperBound && partCount > 0
      if isJoined {
        whole.add(0x2D)
      } else {
        if partCount > 1 { add(whole.value) }
        partCount = 0
      }
    }
  }

  /// The number of times that a word was added.
  subscript(hash: UInt64) -> Int { places[place(of: hash)].count }

  /// Adds a word once.
  private mutating func add(_ hash: UInt64) {
    var place = place(of: hash)
    if places[place].count == 0 {
      if used * 2 >= places.count {
        grow()
        place = self.place(of: hash)
      }
      places[place].hash = hash
      used += 1
    }
    places[place].count &+= 1
  }

  /// The place of a word, or the free one where it would be.
  private func place(of hash: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while places[place].count != 0, places[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = places
    places = [Place](repeating: Place(), count: old.count * 4)
    for word in old where word.count != 0 { places[place(of: word.hash)] = word }
  }
}

/// A hash of a word's letters, capitals or not, ſ as s.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var isEmpty = true

  init() {}

  init(_ word: String) {
    for scalar in word.unicodeScalars { add(scalar.value) }
  }

  mutating func add(_ scalar: UInt32) {
    value = (value ^ UInt64(lowercaseLetter(scalar))) &* 0x100_0000_01B3
    isEmpty = false
  }

  @inline(__always)
  mutating func add(asciiLetter letter: UInt8) {
    value = (value ^ UInt64(letter | 0x20)) &* 0x100_0000_01B3
    isEmpty = false
  }
}

/// The signs that scans have for a hyphen between the parts of a word.
func isHyphen(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 || scalar == 0x2E17 }

/// How often two letters stand side by side, counted under their hash: it never forgets a pair and is wrong about one in
/// twenty-five that it has not seen, which evidence that adds up can bear.
struct LetterPairs {
  /// How much text the counts are made for, as a power of two of pairs: about 24 times what is put in.
  enum Room: UInt32 {
    case paragraphs = 13
    case page = 16
  }

  private let room: UInt32
  private var counts: [UInt8]

  /// No pairs yet.
  init(room: Room = .paragraphs) {
    self.room = room.rawValue
    counts = [UInt8](repeating: 0, count: 1 << Int(room.rawValue))
  }

  /// The pairs of a page's lines.
  init(_ scan: PageScan) {
    self.init(room: .page)
    for line in scan.lines { insert(scan, line.range) }
  }

  /// Adds the pairs of a stretch.
  mutating func insert(_ scan: PageScan, _ range: Range<Int>) {
    for index in range.dropLast() where scan.lettering[index] == .hanzi && scan.lettering[index + 1] == .hanzi {
      let hash = hash(scan.scalars[index], scan.scalars[index + 1])
      if counts[hash] < .max { counts[hash] += 1 }
    }
  }

  /// Adds each letter of a stretch by itself, as a pair with 0.
  mutating func insertEach(_ scan: PageScan, _ range: Range<Int>) {
    for index in range where scan.lettering[index] == .hanzi {
      let hash = hash(scan.scalars[index], 0)
      if counts[hash] < .max { counts[hash] += 1 }
    }
  }

  /// How often a pair was added.
  func count(_ first: UInt32, _ second: UInt32) -> Int { Int(counts[hash(first, second)]) }

  /// Whether a pair was added.
  func contains(_ first: UInt32, _ second: UInt32) -> Bool { count(first, second) > 0 }

  /// How many of a stretch's pairs were added, and how many it has.
  func shared(_ scan: PageScan, _ range: Range<Int>) -> (shared: Int, all: Int) {
    var shared = 0
    var all = 0
    for index in range.dropLast() where scan.lettering[index] == .hanzi && scan.lettering[index + 1] == .hanzi {
      all += 1
      if contains(scan.scalars[index], scan.scalars[index + 1]) { shared += 1 }
    }
    return (shared, all)
  }

  private func hash(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 &+ second &* 0x85EB_CA6B) >> (32 - room))
  }
}

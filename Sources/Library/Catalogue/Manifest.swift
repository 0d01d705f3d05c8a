import System
import Text

/// The list of a catalogue's segments, and of their records that are outdated. It is replaced as a whole at each
/// change.
struct Manifest: Sendable, Equatable {
  /// A segment and its outdated records, each list in order.
  struct Entry: Sendable, Equatable {
    /// The number in its file's name.
    var number: UInt64
    var issues: [UInt32] = []
    var files: [UInt32] = []
    var folders: [UInt32] = []
  }

  /// Another one in each manifest.
  var generation: UInt64
  var entries: [Entry] = []
  /// The number of the segment that has the problems which belong to none of the files.
  var problems: UInt64 = 0

  static let fileName = "manifest"
  /// "BLMANI" and the version of the format.
  private static let mark: UInt64 = 0x0001_494E_414D_4C42

  /// The bytes of its file: words of 64 bits, lists of 32 bits, and their checksum.
  func bytes(for key: CatalogueKey) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ words: [UInt64]) { words.withUnsafeBytes { bytes += $0 } }
    add([Self.mark, key.program, key.corpus, generation, problems, UInt64(entries.count)])
    for entry in entries {
      let lists = [entry.issues, entry.files, entry.folders]
      add([entry.number] + lists.map { UInt64($0.count) })
      for list in lists { list.withUnsafeBytes { bytes += $0 } }
    }
    add([checksum(bytes)])
    return bytes
  }

  /// A manifest of some segments.
  init(generation: UInt64 = .random(in: 0...UInt64.max), _ entries: [Entry] = [], problems: UInt64 = 0) {
    (self.generation, self.entries, self.problems) = (generation, entries, problems)
  }

  /// Nil if the bytes are damaged, or were written by another program or for another corpus.
  init?(_ bytes: [UInt8], for key: CatalogueKey) {
    guard bytes.count >= 56,
      bytes.withUnsafeBytes({ checksum(UnsafeRawBufferPointer(rebasing: $0.dropLast(8))) })
        == bytes.withUnsafeBytes({ $0.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self) })
    else { return nil }
    var reading = ManifestReading(bytes: bytes)
    guard let head = reading.words(6), Array(head[..<3]) == [Self.mark, key.program, key.corpus] else { return nil }
    self.init(generation: head[3], problems: head[4])
    for _ in 0..<head[5] {
      guard let words = reading.words(4), let issues = reading.list(words[1]), let files = reading.list(words[2]),
        let folders = reading.list(words[3])
      else { return nil }
      entries.append(Entry(number: words[0], issues: issues, files: files, folders: folders))
    }
  }
}

private struct ManifestReading {
  let bytes: [UInt8]
  var offset = 0

  mutating func words(_ count: Int) -> [UInt64]? { take(UInt64(count), of: UInt64.self) }

  /// Nil if it is not in order.
  mutating func list(_ count: UInt64) -> [UInt32]? {
    guard let list = take(count, of: UInt32.self), zip(list, list.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return nil
    }
    return list
  }

  private mutating func take<Word: FixedWidthInteger>(_ count: UInt64, of type: Word.Type) -> [Word]? {
    let size = MemoryLayout<Word>.size
    guard count <= UInt64(bytes.count - offset) / UInt64(size) else { return nil }
    defer { offset += Int(count) * size }
    return bytes.withUnsafeBytes { bytes in
      (0..<Int(count)).map { bytes.loadUnaligned(fromByteOffset: offset + $0 * size, as: type) }
    }
  }
}

extension [UInt32] {
  /// The parts of a range that lie between these numbers, which are in order.
  func gaps(in range: Range<Int>) -> [Range<Int>] {
    var (gaps, start) = ([Range<Int>](), range.lowerBound)
    for number in self[partitioningIndex { Int($0) >= range.lowerBound }...].lazy.map(Int.init) {
      guard number < range.upperBound else { break }
      if start < number { gaps.append(start..<number) }
      start = number + 1
    }
    if start < range.upperBound { gaps.append(start..<range.upperBound) }
    return gaps
  }
}

import System

/// The header of a segment: its kind, its corpus, the program that made it, and the places of its tables.
struct SegmentHeader: Equatable {
  /// The tables, in their order.
  enum Section: Int, CaseIterable {
    case issues, index, pages, files, folders, problems, texts, folded
  }

  /// The stamp of the program; no other program trusts the file.
  var program: UInt64
  /// The checksum of the corpus: its paths and the encoding that was asked for.
  var corpus: UInt64
  /// Of the file, in bytes.
  var length: UInt64
  /// The number of articles of all issues.
  var articleCount: UInt64
  /// The number of problems that belong to none of its files; they come first.
  var problemCount: UInt64
  var sections: [BlobPlace]

  /// The place of a table.
  subscript(section: Section) -> BlobPlace { sections[section.rawValue] }

  /// The length reserved before the tables.
  static let length = 512

  /// "BAOLAN", and line breaks that a text converter would change.
  private static let magic: UInt64 = 0x0A0D_4E41_4C4F_4142
  /// To be incremented when the meaning of a table changes.
  private static let version: UInt64 = 3
  private static let fixedWords = 7
  private static let wordCount = fixedWords + Section.allCases.count * 3

  /// The bytes of the file: words and their checksum.
  var bytes: [UInt8] {
    var words = [Self.magic, Self.version, program, corpus, length, articleCount, problemCount]
    for place in sections { words += [place.offset, place.length, place.checksum] }
    let bytes = words.withUnsafeBytes { Array($0) }
    let whole = bytes + withUnsafeBytes(of: checksum(bytes)) { Array($0) }
    return whole + [UInt8](repeating: 0, count: Self.length - whole.count)
  }
}

extension SegmentHeader {
  /// Nil if the header is damaged, or was made by another program or for another corpus.
  init?(_ bytes: UnsafeRawBufferPointer, program: UInt64, corpus: UInt64) {
    guard bytes.count >= Self.length else { return nil }
    let words = (0...Self.wordCount).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    let sum = checksum(UnsafeRawBufferPointer(rebasing: bytes[..<(Self.wordCount * 8)]))
    guard sum == words[Self.wordCount], words[0] == Self.magic, words[1] == Self.version, words[2] == program,
      words[3] == corpus, words[4] == UInt64(bytes.count)
    else { return nil }
    self.init(
      program: program, corpus: corpus, length: words[4], articleCount: words[5], problemCount: words[6],
      sections: [])
    sections = Section.allCases.map { section in
      let first = Self.fixedWords + section.rawValue * 3
      return BlobPlace(offset: words[first], length: words[first + 1], checksum: words[first + 2])
    }
  }
}

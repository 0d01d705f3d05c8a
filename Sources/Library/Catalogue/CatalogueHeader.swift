import System

/// What a catalogue begins with: what it is, for which corpus and by which program it was made, and where its tables
/// lie.
struct CatalogueHeader: Equatable {
  /// The tables, in their order.
  enum Section: Int, CaseIterable {
    case issues, index, pages, files, folders, problems, segments, members, texts
  }

  /// Tells apart the programs that write catalogues: what one writes no other trusts.
  var program: UInt64
  /// The corpus: its paths and the encoding that was asked for.
  var corpus: UInt64
  /// Of the file, in bytes.
  var length: UInt64
  /// How many articles all issues have.
  var articleCount: UInt64
  /// By section.
  var sections: [BlobPlace]

  /// Before the tables; what is left is free.
  static let length = 4096

  /// "BAOLAN", and what a file that went through a text converter has lost.
  private static let magic: UInt64 = 0x0A0D_4E41_4C4F_4142
  /// To be counted up when what the tables hold changes its meaning.
  private static let version: UInt64 = 2
  private static let fixedWords = 6
  private static let wordCount = fixedWords + Section.allCases.count * 3

  /// As it lies in the file: words, and their checksum.
  var bytes: [UInt8] {
    var words = [Self.magic, Self.version, program, corpus, length, articleCount]
    for place in sections { words += [place.offset, place.length, place.checksum] }
    let bytes = words.withUnsafeBytes { Array($0) }
    let whole = bytes + withUnsafeBytes(of: checksum(bytes)) { Array($0) }
    return whole + [UInt8](repeating: 0, count: Self.length - whole.count)
  }

  /// Nil for what is none, is damaged, or was made by another program, for another corpus.
  init?(_ bytes: UnsafeRawBufferPointer, program: UInt64, corpus: UInt64) {
    guard bytes.count >= Self.length else { return nil }
    let words = (0...Self.wordCount).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    let sum = checksum(UnsafeRawBufferPointer(rebasing: bytes[..<(Self.wordCount * 8)]))
    guard sum == words[Self.wordCount], words[0] == Self.magic, words[1] == Self.version, words[2] == program,
      words[3] == corpus, words[4] == UInt64(bytes.count)
    else { return nil }
    self.init(program: program, corpus: corpus, length: words[4], articleCount: words[5], sections: [])
    sections = Section.allCases.map { section in
      let first = Self.fixedWords + section.rawValue * 3
      return BlobPlace(offset: words[first], length: words[first + 1], checksum: words[first + 2])
    }
  }

  init(program: UInt64, corpus: UInt64, length: UInt64, articleCount: UInt64, sections: [BlobPlace]) {
    self.program = program
    self.corpus = corpus
    self.length = length
    self.articleCount = articleCount
    self.sections = sections
  }
}

import Newspaper
import Text

/// A page's letters and where each stands: without spaces and marks, which scans add and lose, and in simplified forms.
struct FoldedPage: Sendable {
  let letters: [UInt32]
  private let lines: [Int32]
  private let offsets: [Int32]
  /// Pairs of letters with their places, in order: 21 bits a letter, 22 bits the place.
  private let pairs: [UInt64]

  init(_ page: PageText) {
    var (letters, lines, offsets) = ([UInt32](), [Int32](), [Int32]())
    for line in page.lines {
      var offset: Int32 = 0
      for scalar in page.line(line).unicodeScalars {
        if let letter = Self.folded(scalar.value) {
          letters.append(letter)
          lines.append(Int32(line))
          offsets.append(offset)
        }
        offset += Int32(UTF8.width(scalar))
      }
    }
    (self.letters, self.lines, self.offsets) = (letters, lines, offsets)
    pairs = zip(letters, letters.dropFirst()).prefix(1 << 22 - 1).enumerated()
      .map { UInt64($1.0) << 43 | UInt64($1.1) << 22 | UInt64($0) }.sorted()
  }

  /// A letter as it is compared; nil for spaces and marks.
  static func folded(_ scalar: UInt32) -> UInt32? {
    // Full-width letters and digits stand for the others.
    let plain = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
    guard CharacterClass(plain).isLetter else { return nil }
    return (0x41...0x5A).contains(plain) ? plain + 0x20 : HanziForms.simplified(plain)
  }

  static func letters(_ text: String) -> [UInt32] { text.unicodeScalars.compactMap { folded($0.value) } }

  /// Letters as text, as far as there are any.
  func text(_ range: Range<Int>) -> String {
    let range = max(0, range.lowerBound)..<max(0, min(range.upperBound, letters.count))
    guard range.lowerBound < range.upperBound else { return "" }
    return String(String.UnicodeScalarView(letters[range].compactMap(Unicode.Scalar.init)))
  }

  /// The first letter at or behind a place.
  func index(of place: SourcePosition) -> Int {
    letters.indices.partitioningIndex { (lines[$0], offsets[$0]) >= (Int32(place.line), Int32(place.offset)) }
  }

  /// The first letter of a line that is next to a letter, or the letter itself; nil where none is near. A first letter
  /// may be lost, and a last one of the line before be taken for it.
  func lineStart(near index: Int) -> Int? {
    let near = (index - 3...index + 3).filter {
      letters.indices.contains($0) && ($0 == 0 || lines[$0] != lines[$0 - 1])
    }
    return near.min { (abs($0 - index), -$0) < (abs($1 - index), -$1) }
  }

  /// The place of a letter, or behind the last one.
  func place(of index: Int, page: Int) -> SourcePosition {
    guard letters.indices.contains(index) else { return end(of: letters.count, page: page) }
    return SourcePosition(page: page, line: Int(lines[index]), offset: Int(offsets[index]))
  }

  /// The place behind the letter before an index.
  func end(of index: Int, page: Int) -> SourcePosition {
    guard index > 0, letters.indices.contains(index - 1) else { return SourcePosition(page: page, line: 1) }
    let width = Unicode.Scalar(letters[index - 1]).map { UTF8.width($0) } ?? 1
    return SourcePosition(page: page, line: Int(lines[index - 1]), offset: Int(offsets[index - 1]) + width)
  }

  /// The places where two letters follow each other.
  func places(of first: UInt32, _ second: UInt32) -> ArraySlice<UInt64> {
    let key = UInt64(first) << 43 | UInt64(second) << 22
    let start = pairs.partitioningIndex { $0 >= key }
    return pairs[start...].prefix { $0 < key + 1 << 22 }
  }
}

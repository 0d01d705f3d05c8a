import Text

/// Folds texts one after the other.
struct Folder {
  /// The text folded so far.
  private(set) var result = FoldedText()
  /// Start of the current text in the result.
  private(set) var textStart = 0
  private let table = FoldingTable()
  private let unfolded = UnfoldedHanzi.all
  /// White space that has been passed and is kept only between words.
  private var space: Range<Int>?
  private var afterWord = false
  /// The number of full stops that end the result.
  private var stops = 0

  /// Folds a text, with what went before as its beginning.
  mutating func fold(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var place = 0
      while place < bytes.count {
        let start = place
        if Self.leadsHanzi(bytes[start]) { place = foldUnfoldedHanzi(bytes, from: start) }
        guard place == start else { continue }
        let (scalar, length) = UTF8.decode(bytes, at: start)
        place += length
        if place == bytes.count || Self.standsAlone(scalar) && Self.standsAlone(in: bytes, at: place) {
          foldSingle(scalar, bytes, start..<place)
        } else {
          let character = text[text.utf8.index(text.startIndex, offsetBy: start)]
          place = start + character.utf8.count
          fold(character, bytes, start..<place)
        }
      }
    }
  }

  /// Makes room for some bytes of text more.
  mutating func reserve(_ count: Int) { result.bytes.reserveCapacity(result.bytes.count + count) }

  /// Starts another text.
  /// - Parameter joined: true if a match may cross into it; words at its edge are then kept apart.
  mutating func startText(joined: Bool) {
    if !joined, !result.bytes.isEmpty {
      append(0..<0) { $0.append(FoldedText.separator) }
      afterWord = false
    }
    space = joined ? 0..<0 : nil
    stops = 0
    textStart = result.bytes.count
  }

  /// True for a scalar that is a character of its own beside another of which this is true. Most are, and finding
  /// the bounds of characters takes ten times as long as all the rest.
  static func standsAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x80, 0x3400...0x9FFF, 0x3000...0x3029, 0x3031...0x3096, 0x309B...0x30FF, 0x2010...0x2027, 0xFF01...0xFF9D:
      true
    default: false
    }
  }

  /// The same of the scalar at a place.
  private static func standsAlone(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    bytes[place] < 0x80 || leadsHanzi(bytes[place]) || standsAlone(UTF8.decode(bytes, at: place).scalar)
  }

  /// Takes the hanzi from a place on that stay as they are, all at once: most of a Chinese text is of them.
  /// - Returns: the place behind them.
  private mutating func foldUnfoldedHanzi(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = unfolded.end(in: bytes, from: start)
    // The last one may be a character together with what follows.
    if end > start, end < bytes.count, !Self.standsAlone(in: bytes, at: end) { end -= 3 }
    guard end > start else { return start }
    settleSpace(startsWord: false, endsWord: false)
    append(start..<end, characterByCharacter: true, UnsafeBufferPointer(rebasing: bytes[start..<end]))
    return end
  }

  /// True if a byte begins one of U+4000 to U+9FFF, all of which stand alone.
  private static func leadsHanzi(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }

  private mutating func fold(_ character: Character, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      foldSingle(first.value, bytes, range)
    } else {
      foldCluster(scalars, range)
    }
  }

  private mutating func foldSingle(_ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    switch table[scalar] {
    case .nothing: break
    case .space: space = (space?.lowerBound ?? range.lowerBound)..<range.upperBound
    case .itself(let isWord):
      if scalar == Self.stop { return appendStop(range) }
      if scalar == Self.dash || scalar == Self.ellipsis { return appendRepeatable(scalar, range) }
      settleSpace(startsWord: isWord, endsWord: isWord)
      append(range, characterByCharacter: true, UnsafeBufferPointer(rebasing: bytes[range]))
    case .others(let entry): foldSingle(to: entry, range)
    }
  }

  private mutating func foldSingle(to entry: FoldingTable.Entry, _ range: Range<Int>) {
    let bytes = entry.bytes
    if bytes.count == 1, bytes[0] == UInt8(Self.stop) { return appendStop(range) }
    if let mark = Self.repeatable(bytes) { return appendRepeatable(mark, range) }
    settleSpace(startsWord: entry.startsWord, endsWord: entry.endsWord)
    // One scalar of the same length: as good as itself.
    let isOne = bytes.count == range.count && UTF8.width(bytes[0]) == bytes.count
    append(range, characterByCharacter: isOne, bytes)
  }

  /// A character of several scalars: they are folded one by one, but found only together.
  private mutating func foldCluster(_ scalars: Character.UnicodeScalarView, _ range: Range<Int>) {
    var folded: [Unicode.Scalar] = []
    for scalar in scalars {
      switch table[scalar.value] {
      case .itself: folded.append(scalar)
      case .others(let entry): folded += String(decoding: entry.bytes, as: UTF8.self).unicodeScalars
      case .space where folded.isEmpty: return space = (space?.lowerBound ?? range.lowerBound)..<range.upperBound
      case .space, .nothing: break
      }
    }
    if let base = folded.first, base.value < 0x400 {
      folded.removeAll { (0x300...0x36F).contains($0.value) && $0 != base }
    }
    folded.orderMarks()
    folded.composeHangul()
    guard let first = folded.first else { return }
    // Marks belong to the letter that they stand on.
    let last = folded.last { $0.properties.canonicalCombiningClass == .notReordered } ?? first
    if folded.count == 1, first.value == Self.stop { return appendStop(range) }
    if folded.count == 1, first.value == Self.dash || first.value == Self.ellipsis {
      return appendRepeatable(first.value, range)
    }
    settleSpace(startsWord: isWord(first), endsWord: isWord(last))
    append(range) { for scalar in folded { Self.encode(scalar.value, into: &$0) } }
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if case .itself(true) = table[scalar.value] { true } else { false }
  }

  /// Of dashes and ellipses in a row one is kept, which stands for all.
  private mutating func appendRepeatable(_ scalar: UInt32, _ range: Range<Int>) {
    if ends(with: scalar) { return extendLast(to: range.upperBound) }
    settleSpace(startsWord: false, endsWord: false)
    append(range) { Self.encode(scalar, into: &$0) }
  }

  /// The third full stop makes an ellipsis of the two before it.
  private mutating func appendStop(_ range: Range<Int>) {
    if ends(with: Self.ellipsis) { return extendLast(to: range.upperBound) }
    if stops == 2 {
      let start = Int(result.runs[result.runs.count - 2].source)
      result.runs.removeLast(2)
      result.bytes.removeLast(2)
      stops = 0
      return appendRepeatable(Self.ellipsis, start..<range.upperBound)
    }
    let before = stops
    settleSpace(startsWord: false, endsWord: false)
    append(range) { $0.append(UInt8(Self.stop)) }
    stops = before + 1
  }

  /// Keeps the white space before folded scalars if it stands between words, as one space.
  private mutating func settleSpace(startsWord: Bool, endsWord: Bool) {
    if let space, afterWord, startsWord { append(space) { $0.append(0x20) } }
    space = nil
    stops = 0
    afterWord = endsWord
  }

  private mutating func append(
    _ source: Range<Int>, characterByCharacter: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let folded = Int32(result.bytes.count)
    // To make room for a few bytes at once takes longer than to append them one by one.
    if bytes.count <= 4 {
      for byte in bytes { result.bytes.append(byte) }
    } else {
      result.bytes.append(contentsOf: bytes)
    }
    if characterByCharacter, let last = result.runs.last, last.length == FoldedText.Run.characterByCharacter,
      Int(last.folded) >= textStart, Int(last.source) - Int(last.folded) == source.lowerBound - Int(folded)
    {
      return
    }
    let length = characterByCharacter ? FoldedText.Run.characterByCharacter : Int32(source.count)
    result.runs.append(FoldedText.Run(folded: folded, source: Int32(source.lowerBound), length: length))
  }

  /// Appends bytes that stand for a stretch of the source as a whole.
  private mutating func append(_ source: Range<Int>, _ encode: (inout [UInt8]) -> Void) {
    let folded = Int32(result.bytes.count)
    encode(&result.bytes)
    result.runs.append(
      FoldedText.Run(folded: folded, source: Int32(source.lowerBound), length: Int32(source.count)))
  }

  private func ends(with scalar: UInt32) -> Bool {
    guard let last = result.runs.last, last.length != FoldedText.Run.characterByCharacter,
      Int(last.folded) >= textStart
    else { return false }
    return UTF8.bytes(of: scalar).elementsEqual(result.bytes[Int(last.folded)...])
  }

  private mutating func extendLast(to end: Int) {
    let last = result.runs.count - 1
    result.runs[last].length = Int32(end) - result.runs[last].source
    space = nil
  }
}

/// The marks of which several in a row are as good as one, and the full stop, of which three are an ellipsis.
extension Folder {
  fileprivate static let stop: UInt32 = 0x2E
  /// `-`, which every run of dashes folds to.
  fileprivate static let dash: UInt32 = 0x2D
  /// `…`, which three and more full stops fold to as well.
  fileprivate static let ellipsis: UInt32 = 0x2026

  fileprivate static func repeatable(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if bytes.count == 1 { return bytes[0] == UInt8(dash) ? dash : nil }
    return bytes.count == 3 && bytes[0] == 0xE2 && bytes[1] == 0x80 && bytes[2] == 0xA6 ? ellipsis : nil
  }

  fileprivate static func encode(_ scalar: UInt32, into bytes: inout [UInt8]) {
    bytes.append(contentsOf: UTF8.bytes(of: scalar))
  }
}

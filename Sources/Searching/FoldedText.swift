/// Text folded for search, with the way back from each of its characters to the text that it was made from.
struct FoldedText: Sendable, Equatable {
  /// A stretch of folded bytes, up to the next run, and the stretch of text that it stands for.
  struct Run: Sendable, Equatable {
    /// Where the stretch starts in `bytes`.
    var folded: Int32
    /// UTF-8 offset in the text.
    var source: Int32
    /// Bytes of the text that it stands for as a whole, or `asItIs`.
    var length: Int32

    /// The folded bytes stand for as many bytes of text, character for character.
    static let asItIs: Int32 = -1
  }

  /// Valid UTF-8, except for separators.
  fileprivate(set) var bytes: [UInt8] = []
  /// Ordered by `folded`, covering `bytes` without a hole.
  fileprivate(set) var runs: [Run] = []

  /// Stands between texts that no match may cross; no query has this byte.
  static let separator: UInt8 = 0xFF

  /// Folds a text by itself.
  init(_ text: String) {
    var folder = Folder()
    folder.fold(text)
    self = folder.result
  }

  fileprivate init() {}

  /// Where the character that starts at a folded offset starts in its text; nil inside what a character became.
  /// - Complexity: O(log runs).
  func sourceStart(at offset: Int) -> Int? {
    let run = runs[run(at: offset)]
    let within = offset - Int(run.folded)
    guard run.length == Run.asItIs || within == 0 else { return nil }
    return Int(run.source) + within
  }

  /// Where the character that ends at a folded offset ends in its text; nil inside what a character became.
  /// - Complexity: O(log runs).
  func sourceEnd(at offset: Int) -> Int? {
    let index = run(at: offset - 1)
    let run = runs[index]
    if run.length == Run.asItIs { return Int(run.source) + offset - Int(run.folded) }
    let end = index + 1 < runs.count ? Int(runs[index + 1].folded) : bytes.count
    return end == offset ? Int(run.source + run.length) : nil
  }

  private func run(at offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(runs[middle].folded) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// Folds texts one after the other.
struct Folder {
  /// What has been folded so far.
  private(set) var result = FoldedText()
  /// Where the text that is being folded starts in the result.
  private(set) var textStart = 0
  /// White space that has been passed and is kept only between words.
  private var space: Range<Int>?
  private var afterWord = false
  /// How many full stops end the result.
  private var stops = 0

  /// Folds a text, with what went before as its beginning.
  mutating func fold(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    var offset = 0
    for character in text {
      let end = offset + character.utf8.count
      fold(character, offset..<end)
      offset = end
    }
  }

  /// Starts another text.
  /// - Parameter joined: whether a match may cross into it; words at its edge are then kept apart.
  mutating func startText(joined: Bool) {
    if !joined, !result.bytes.isEmpty {
      append(0..<0) { $0.append(FoldedText.separator) }
      afterWord = false
    }
    space = joined ? 0..<0 : nil
    stops = 0
    textStart = result.bytes.count
  }

  private mutating func fold(_ character: Character, _ range: Range<Int>) {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      foldSingle(first.value, range)
    } else {
      foldCluster(scalars, range)
    }
  }

  private mutating func foldSingle(_ scalar: UInt32, _ range: Range<Int>) {
    switch Folding(scalar) {
    case .nothing: break
    case .space: space = (space?.lowerBound ?? range.lowerBound)..<range.upperBound
    case .scalars(let several): appendWhole(several, range)
    case .scalar(Folding.stop): appendStop(range)
    case .scalar(let one) where one == Folding.dash || one == Folding.ellipsis: appendRepeatable(one, range)
    case .scalar(let one):
      settleSpace(before: one)
      let length = Self.length(of: one)
      append(range, asItIs: length == range.count) { Self.encode(one, into: &$0) }
    }
  }

  /// A character of several scalars: they are folded one by one, but found only together.
  private mutating func foldCluster(_ scalars: Character.UnicodeScalarView, _ range: Range<Int>) {
    var folded: [UInt32] = []
    for scalar in scalars {
      switch Folding(scalar.value) {
      case .scalar(let one): folded.append(one)
      case .scalars(let several): folded += several
      case .space where folded.isEmpty: return space = (space?.lowerBound ?? range.lowerBound)..<range.upperBound
      case .space, .nothing: break
      }
    }
    if !folded.isEmpty { appendWhole(folded, range) }
  }

  private mutating func appendWhole(_ scalars: [UInt32], _ range: Range<Int>) {
    settleSpace(before: scalars[0])
    append(range) { for scalar in scalars { Self.encode(scalar, into: &$0) } }
  }

  /// Of dashes and ellipses in a row one is kept, which stands for all.
  private mutating func appendRepeatable(_ scalar: UInt32, _ range: Range<Int>) {
    if ends(with: scalar) { return extendLast(to: range.upperBound) }
    settleSpace(before: scalar)
    append(range) { Self.encode(scalar, into: &$0) }
  }

  /// The third full stop makes an ellipsis of the two before it.
  private mutating func appendStop(_ range: Range<Int>) {
    if ends(with: Folding.ellipsis) { return extendLast(to: range.upperBound) }
    if stops == 2 {
      let start = Int(result.runs[result.runs.count - 2].source)
      result.runs.removeLast(2)
      result.bytes.removeLast(2)
      stops = 0
      return appendRepeatable(Folding.ellipsis, start..<range.upperBound)
    }
    let before = stops
    settleSpace(before: Folding.stop)
    append(range) { $0.append(UInt8(Folding.stop)) }
    stops = before + 1
  }

  /// Keeps the white space before a folded scalar if it stands between words, as one space.
  private mutating func settleSpace(before scalar: UInt32) {
    let isWord = Folding.isWord(scalar)
    if let space, afterWord, isWord { append(space) { $0.append(0x20) } }
    space = nil
    stops = 0
    afterWord = isWord
  }

  private mutating func append(_ source: Range<Int>, asItIs: Bool = false, _ encode: (inout [UInt8]) -> Void) {
    let folded = Int32(result.bytes.count)
    encode(&result.bytes)
    if asItIs, let last = result.runs.last, last.length == FoldedText.Run.asItIs, Int(last.folded) >= textStart,
      Int(last.source) - Int(last.folded) == source.lowerBound - Int(folded)
    {
      return
    }
    let length = asItIs ? FoldedText.Run.asItIs : Int32(source.count)
    result.runs.append(FoldedText.Run(folded: folded, source: Int32(source.lowerBound), length: length))
  }

  private func ends(with scalar: UInt32) -> Bool {
    guard let last = result.runs.last, last.length != FoldedText.Run.asItIs, Int(last.folded) >= textStart else {
      return false
    }
    var bytes: [UInt8] = []
    Self.encode(scalar, into: &bytes)
    return result.bytes[Int(last.folded)...].elementsEqual(bytes)
  }

  private mutating func extendLast(to end: Int) {
    let last = result.runs.count - 1
    result.runs[last].length = Int32(end) - result.runs[last].source
    space = nil
  }

  private static func length(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }

  private static func encode(_ scalar: UInt32, into bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? .init() { bytes.append(byte) }
  }
}

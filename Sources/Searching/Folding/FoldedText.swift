import Text

/// Text folded for search, with the way back from each of its characters to the text that it was made from.
struct FoldedText: Sendable, Equatable {
  /// A stretch of folded bytes, up to the next run, and the stretch of text that it stands for.
  struct Run: Sendable, Equatable {
    /// Start of the stretch in `bytes`.
    var folded: Int32
    /// UTF-8 offset in the text.
    var source: Int32
    /// Bytes of the text that it stands for as a whole, or `characterByCharacter`.
    var length: Int32

    /// The folded bytes stand for as many bytes of text, each character for one of the same length.
    static let characterByCharacter: Int32 = -1
  }

  /// Valid UTF-8, except for separators.
  var bytes: [UInt8] = []
  /// Ordered by `folded`, covering `bytes` without a hole.
  var runs: [Run] = []

  /// Stands between texts that no match may cross; no query has this byte.
  static let separator: UInt8 = 0xFF

  /// Nothing yet.
  init() {}

  /// Folds a text by itself.
  init(_ text: String) {
    var folder = Folder()
    folder.fold(text)
    self = folder.result
  }

  /// The start in its text of the character that starts at a folded offset; nil inside the folding of a character.
  /// - Complexity: O(log runs).
  func sourceStart(at offset: Int) -> Int? { sourceStart(at: offset, in: run(at: offset)) }

  /// The end in its text of the character that ends at a folded offset; nil inside the folding of a character.
  /// - Complexity: O(log runs).
  func sourceEnd(at offset: Int) -> Int? { sourceEnd(at: offset, in: run(at: offset - 1)) }

  /// The same where the run of the offset is known.
  func sourceStart(at offset: Int, in index: Int) -> Int? {
    let run = runs[index]
    let within = offset - Int(run.folded)
    guard run.length == Run.characterByCharacter || within == 0 else { return nil }
    return Int(run.source) + within
  }

  /// The same where the run of the byte before the offset is known.
  func sourceEnd(at offset: Int, in index: Int) -> Int? {
    let run = runs[index]
    if run.length == Run.characterByCharacter { return Int(run.source) + offset - Int(run.folded) }
    let end = index + 1 < runs.count ? Int(runs[index + 1].folded) : bytes.count
    return end == offset ? Int(run.source + run.length) : nil
  }

  /// The index of the run that a folded byte is in.
  /// - Parameter start: the index of a run that is not after it.
  /// - Complexity: O(log distance from there).
  func run(at offset: Int, from start: Int = 0) -> Int {
    runs.lastIndex(from: start) { Int($0.folded) <= offset }
  }
}

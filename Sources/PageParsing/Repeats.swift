/// What a page has twice: found before roles are, so that a repeat does not part what belongs together.
struct Repeats {
  /// For each line that says again what an earlier one says, the index of that one.
  private(set) var original: [Int: Int] = [:]

  /// Shorter lines come again by chance, or on purpose: 图片新闻.
  private static let leastLetters = 8

  init(_ facts: [LineFacts]) {
    var seen: [UInt64: Int] = [:]
    for (index, line) in facts.enumerated() where line.letterCount >= Self.leastLetters {
      if let first = seen[line.fingerprint], facts[first].letterCount == line.letterCount {
        original[index] = first
      } else {
        seen[line.fingerprint] = index
      }
    }
  }
}

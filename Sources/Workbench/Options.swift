import Library
import Newspaper

/// A mistake in a call.
struct Misuse: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Words behind a program's name: numbers and flags by name, then paths.
struct Options {
  private(set) var paths: [String] = []
  private var numbers: [String: Int] = [:]
  private var flags: Set<String> = []
  private var texts: [String: String] = [:]

  init(
    _ words: [String], numbers named: [String], flags allowed: [String] = [], texts namedTexts: [String] = []
  ) throws {
    var rest = words[...]
    while let word = rest.popFirst() {
      if named.contains(word) {
        guard let number = rest.popFirst().flatMap(Self.number) else { throw Misuse("\(word) needs a number") }
        numbers[word] = number
      } else if namedTexts.contains(word) {
        texts[word] = rest.popFirst()
      } else if allowed.contains(word) {
        flags.insert(word)
      } else if word.hasPrefix("-") {
        throw Misuse("unknown option \(word)")
      } else {
        paths.append(word)
      }
    }
  }

  func number(_ name: String, default value: Int) -> Int { numbers[name] ?? value }
  func text(_ name: String) -> String? { texts[name] }

  /// `1000`, `10K`, `1M`, `1G`.
  private static func number(_ text: String) -> Int? {
    let scales: [Character: Int] = ["K": 1_000, "M": 1_000_000, "G": 1_000_000_000]
    guard let scale = text.last.flatMap({ scales[$0] }) else { return Int(text) }
    return Int(text.dropLast()).map { $0 * scale }
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The pages that the paths lead to; of `seeds` where there are no paths.
  func pages() throws -> [Page] { try issues().flatMap(\.pages) }

  /// The issues that these pages make up.
  func issues() throws -> [Issue] {
    var corpus = Corpus.open(paths: paths.isEmpty ? ["seeds"] : paths)
    if let problem = corpus.problems.first { throw problem }
    return try corpus.sources.compactMap { try corpus.issue($0.id) }
  }
}

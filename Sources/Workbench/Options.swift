import Corpus
import Newspaper

/// What is wrong with a call.
struct Misuse: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// What follows a program's name: numbers and flags by name, then paths.
struct Options {
  private(set) var paths: [String] = []
  private var numbers: [String: Int] = [:]
  private var flags: Set<String> = []

  init(_ words: [String], numbers named: [String], flags allowed: [String] = []) throws {
    var rest = words[...]
    while let word = rest.popFirst() {
      if named.contains(word) {
        guard let number = rest.popFirst().flatMap({ Int($0) }) else { throw Misuse("\(word) needs a number") }
        numbers[word] = number
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
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The pages that the paths lead to; of `seeds` where there are no paths.
  func pages() throws -> [Page] {
    var corpus = Corpus.open(paths: paths.isEmpty ? ["seeds"] : paths)
    if let problem = corpus.problems.first { throw problem }
    return try corpus.sources.flatMap { try corpus.issue($0.id)?.pages ?? [] }
  }
}

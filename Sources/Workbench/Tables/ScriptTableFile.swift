import Glibc
import System
import Text

/// Writes `Resources/scripts` from the dictionaries of OpenCC (Apache-2.0): forms of single hanzi, and of those words
/// that are not written character by character, nor by shorter words. A `#` stands between the two directions.
func scriptTable(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: [])
  guard options.paths.count == 2 else { throw Misuse("script-table FOLDER_OF_OPENCC RESOURCES") }
  let directions = [
    (characters: ["STCharacters"], words: ["STPhrases", "STPhrases_GeneratedFromRegionalPhrases"]),
    (characters: ["TSCharacters", "TSCharactersExt"], words: ["TSPhrases"]),
  ]
  let parts = try directions.map { direction in
    let files = try (direction.characters + direction.words).flatMap { try entries(options.paths[0] + "/\($0).txt") }
    return needed(files).map { text($0.source) + text($0.target) + "\n" }.joined()
  }
  let bytes = Array(parts.joined(separator: "#\n").utf8)
  let path = options.paths[1] + "/scripts"
  guard (try? replaceFile(path, with: bytes)) != nil else { throw Misuse("\(path) cannot be written") }
  print("\(path): \(bytes.count) bytes")
  return 0
}

private typealias Entry = (source: [UInt32], target: [UInt32])

/// The entries of a file, each with the first of its forms. Forms that take other bytes than the word are left out:
/// places in a text must stay.
private func entries(_ path: String) throws -> [Entry] {
  guard let bytes = try? readFile(path) else { throw Misuse("no \(path)") }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "\t")
    guard !line.hasPrefix("#"), fields.count > 1, let form = fields[1].split(separator: " ").first else { return nil }
    let entry = (fields[0].unicodeScalars.map(\.value), form.unicodeScalars.map(\.value))
    let isAlike = zip(fields[0].unicodeScalars, form.unicodeScalars).allSatisfy { $0.utf8.count == $1.utf8.count }
    return entry.0.count == entry.1.count && isAlike ? entry : nil
  }
}

/// The entries without which something would be written otherwise, the shortest first.
private func needed(_ entries: [Entry]) -> [Entry] {
  var table = ScriptTable()
  var needed: [Entry] = []
  let sorted = entries.enumerated().sorted { one, other in
    if one.element.source.count != other.element.source.count {
      return one.element.source.count < other.element.source.count
    }
    return one.element.source == other.element.source
      ? one.offset < other.offset : one.element.source.lexicographicallyPrecedes(other.element.source)
  }
  for (_, entry) in sorted where table.written(entry.source) != entry.target {
    table.add(entry.source, entry.target)
    needed.append(entry)
  }
  return needed
}

private func text(_ scalars: [UInt32]) -> String {
  var text = String.UnicodeScalarView()
  for value in scalars { Unicode.Scalar(value).map { text.append($0) } }
  return String(text)
}

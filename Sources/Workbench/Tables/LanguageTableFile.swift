import Foundation
import Glibc
import PageFormats
import System

/// Makes `Resources/languages` of a folder with a list for each language (`de.txt` …): on each line a word, a tab and
/// how often it stands in much text.
func languageTable(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: [])
  guard let folder = options.paths.first else { throw Misuse("language-table FOLDER") }
  var bytes: [UInt8] = []
  for language in LanguageTable.alphabetic {
    bytes += alphabet(of: try wordList(folder + "/\(language).txt"), language)
  }
  for language in LanguageTable.characterwise {
    bytes += characters(of: try wordList(folder + "/\(language).txt"))
  }
  guard writeAll(bytes, to: STDOUT_FILENO) == nil else { throw Misuse("the table could not be written") }
  return 0
}

/// The words of a file with their frequencies: on each line a word, a tab and a number.
func wordList(_ path: String) throws -> [(word: String, count: Double)] {
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw Misuse("\(path) cannot be read") }
  return text.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "\t")
    return fields.count == 2 ? Double(fields[1]).map { (String(fields[0]).lowercased(), $0) } : nil
  }
}

/// The word in the characters that encodings of its language have: Vietnamese tones apart, Romanian letters with a
/// cedilla.
private func scalars(_ word: String, _ language: String) -> [UInt32] {
  switch language {
  case "vi":
    let tones: Set<UInt32> = [0x300, 0x301, 0x303, 0x309, 0x323]
    return word.precomposedStringWithCanonicalMapping.flatMap { character -> [UInt32] in
      let parts = String(character).decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
      let base = parts.filter { !tones.contains($0) }.compactMap(Unicode.Scalar.init)
      let letter = String(String.UnicodeScalarView(base)).precomposedStringWithCanonicalMapping
      return letter.unicodeScalars.map(\.value) + parts.filter(tones.contains)
    }
  case "ro":
    return word.unicodeScalars.map { [0x219: 0x15F, 0x21B: 0x163][$0.value] ?? $0.value }
  default: return word.precomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
  }
}

private func alphabet(of words: [(word: String, count: Double)], _ language: String) -> [UInt8] {
  var frequencies: [UInt32: Double] = [:]
  let texts = words.map { (scalars: scalars($0.word, language), count: $0.count) }
  for text in texts {
    for scalar in text.scalars where scalar < 0x2000 && isLetter(scalar) {
      frequencies[scalar, default: 0] += text.count
    }
  }
  let all = frequencies.values.reduce(0, +)
  // Letters of other alphabets stand in every list.
  let letters = frequencies.filter { $0.value > all * 2e-5 }.keys.sorted()
  let numbers = Dictionary(uniqueKeysWithValues: zip(letters, 1...))
  let side = letters.count + 1
  var pairs = [Double](repeating: 0, count: side * side)
  for text in texts {
    var last = 0
    for scalar in text.scalars {
      let number = numbers[scalar] ?? 0
      pairs[last * side + number] += text.count
      last = number
    }
    pairs[last * side] += text.count
  }
  var costs = [UInt8](repeating: 0, count: LanguageTable.costLength(letters.count))
  for last in 0..<side {
    let sum = pairs[last * side..<(last + 1) * side].reduce(0, +)
    for next in 0..<side {
      let place = last * side + next
      let cost = cost(pairs[place] + all * 1e-7, of: sum + all * 1e-6)
      costs[place >> 1] |= UInt8(min(15, cost)) << (place & 1 == 0 ? 0 : 4)
    }
  }
  return [letters.count].flatMap { littleEndian(UInt16($0)) } + letters.flatMap { littleEndian(UInt16($0)) } + costs
}

private func characters(of words: [(word: String, count: Double)]) -> [UInt8] {
  var frequencies: [UInt32: Double] = [:]
  for (word, count) in words {
    for scalar in word.precomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
    where (0x3000..<0x10000).contains(scalar) { frequencies[scalar, default: 0] += count }
  }
  let all = frequencies.values.reduce(0, +)
  let chosen = frequencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5000).sorted { $0.key < $1.key }
  var costs = chosen.map { UInt8(min(255, cost($0.value, of: all))) }
  if costs.count % 2 == 1 { costs.append(0) }
  return littleEndian(UInt16(chosen.count)) + chosen.flatMap { littleEndian(UInt16($0.key)) } + costs
}

private func cost(_ part: Double, of all: Double) -> Int { Int((-log2(part / all)).rounded()) }

private func isLetter(_ value: UInt32) -> Bool {
  guard let properties = Unicode.Scalar(value)?.properties else { return false }
  return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
    || properties.generalCategory == .spacingMark
}

import Glibc
import System
import Text

/// Makes `Resources/words` of a list of Chinese words, the neighbours that mostly stand within one of them: on each
/// line a word, a tab and how often it stands in a thousand million.
func wordTable(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: [])
  guard let path = options.paths.first else { throw Misuse("word-table FILE") }
  var inside: [[UInt32]: Double] = [:]
  var (starts, ends): ([UInt32: Double], [UInt32: Double]) = ([:], [:])
  var all = 0.0
  for (word, count) in try wordList(path) {
    let hanzi = word.unicodeScalars.map(\.value)
    guard let first = hanzi.first, let last = hanzi.last, hanzi.allSatisfy({ (0x4E00...0x9FFF).contains($0) }) else {
      continue
    }
    starts[first, default: 0] += count
    ends[last, default: 0] += count
    all += count
    for pair in zip(hanzi, hanzi.dropFirst()) { inside[[pair.0, pair.1], default: 0] += count }
  }
  var bytes = [UInt8](repeating: 0, count: HanziWords.size / 8)
  for (pair, count) in inside where count >= 700 {
    // As often as the two would meet if words followed each other by chance.
    let across = ends[pair[0], default: 0] * starts[pair[1], default: 0] / all
    guard count > across else { continue }
    for bit in HanziWords.bits(of: pair[0], pair[1]) { bytes[bit >> 3] |= 1 << UInt8(bit & 7) }
  }
  guard writeAll(bytes, to: STDOUT_FILENO) == nil else { throw Misuse("the table could not be written") }
  return 0
}

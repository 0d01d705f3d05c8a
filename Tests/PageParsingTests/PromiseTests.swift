import Chance
import Foundation
import Goldens
import Newspaper
import Testing
import Text

@testable import PageParsing

/// Promises 1 to 3 of the house, for every page, however damaged.
@Suite("Promises on damaged pages")
struct PromiseTests {
  @Test("Every line stands in exactly one place and every letter can be read", arguments: 0..<60)
  func nothingIsLost(seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    let id = Seeds.ids[seed % Seeds.ids.count]
    let text = try Repository.text("seeds/\(id).txt")
    let page = damaged(text, &random)
    let issue = parse(page)
    let passages = issue.articles.flatMap { $0.blocks.map(\.passage) } + issue.unplaced
    let lines = PageText(page)
    let full = (1...max(1, lines.lineCount)).filter { $0 <= lines.lineCount && !isBlank(lines.line($0)) }
    #expect(passages.flatMap(\.lines).sorted() == full, "seed \(seed)")
    for passage in passages {
      #expect(
        letters(passage.text) == letters(passage.lines.map(lines.line).joined()), "seed \(seed), \(passage.lines)")
      #expect(covers(passage), "seed \(seed), \(passage.lines)")
    }
  }

  private func isBlank(_ line: String) -> Bool {
    line.unicodeScalars.allSatisfy { CharacterClass($0.value) == .space }
  }

  /// The letters that no repair may touch.
  private func letters(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value).filter { CharacterClass($0).isLetter }
  }

  /// True if the runs follow one another from the text's start to its end.
  private func covers(_ passage: Passage) -> Bool {
    var end: Int32 = 0
    for run in passage.runs {
      guard run.offset == end, run.length > 0 else { return false }
      end += run.length
    }
    return Int(end) == passage.text.utf8.count
  }

  /// Lines cut, doubled, exchanged, broken and sprinkled with strange characters.
  private func damaged(_ text: String, _ random: inout RandomSource) -> String {
    var lines = text.components(separatedBy: "\n")
    for _ in 0..<random.number(below: 20) {
      let index = random.number(below: lines.count)
      switch random.number(below: 6) {
      case 0: lines[index] = String(lines[index].prefix(random.number(below: 40)))
      case 1: lines.insert(lines[index], at: random.number(below: lines.count))
      case 2: lines.swapAt(index, random.number(below: lines.count))
      case 3: lines.insert(String(lines[index].suffix(9)), at: index)
      case 4: lines[index] += ["\u{202E}", "\0", "\u{1B}[31m", "🀄️", "é", "　", "\r"][random.number(below: 7)]
      default: lines.remove(at: index)
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\n")
  }
}

extension RandomSource {
  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}

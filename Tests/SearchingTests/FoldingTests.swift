import Chance
import Newspaper
import Testing

@testable import Searching

@Suite struct FoldingTests {
  private func folded(_ text: String) -> String { String(decoding: FoldedText(text).bytes, as: UTF8.self) }

  @Test("Folding leaves one form of each character, and spaces only between words")
  func forms() {
    #expect(folded(" ＡＢＣ　１２ Ｋm , 重 庆 City of — 「x」 ") == "abc 12 km,重庆city of-\"x\"")
    #expect(folded("a....b…c……") == "a…b…c…")
    #expect(folded("256.96 1..2") == "256.96 1..2")
  }

  @Test("A mark behind a run of hanzi is one character with the last of them")
  func markBehindHanzi() {
    let folded = FoldedText("衡阳日\u{301}报")
    let apart = ["衡阳", "日\u{301}", "报"].map { FoldedText($0).bytes }
    #expect(folded.bytes == apart.flatMap(\.self))
    #expect(folded.sourceStart(at: 6) == 6)
    #expect(folded.sourceEnd(at: 6 + apart[1].count) == 11)
  }

  @Test("What is folded stays as it is when folded again")
  func idempotent() {
    var random = RandomSource(seed: 3)
    for _ in 0..<3_000 {
      let once = folded(random.text(upTo: 30))
      #expect(folded(once) == once, "\(once.debugDescription)")
    }
  }

  @Test("Every place between folded characters leads back to a place between characters of the text")
  func wayBack() {
    var random = RandomSource(seed: 5)
    for _ in 0..<3_000 {
      let text = random.text(upTo: 30)
      let ends = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count])
      let folded = FoldedText(text)
      var last = 0
      for offset in folded.bytes.indices {
        guard folded.bytes[offset] & 0xC0 != 0x80, let start = folded.sourceStart(at: offset) else { continue }
        #expect(ends.contains(start) && start >= last, "\(text.debugDescription) at \(offset)")
        last = start
      }
    }
  }

  @Test("A character that is looked for is found at its own place, with nothing else")
  func ownPlace() {
    var random = RandomSource(seed: 9)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 20)
      let page = issue(text)
      for character in Set(text) {
        let looked = FoldedText(String(character)).bytes
        // Dashes, stops and ellipses in a row are one.
        guard !looked.isEmpty, !["-", ".", "…"].contains(String(decoding: looked, as: UTF8.self)) else { continue }
        let expected = text.map(String.init).filter { FoldedText($0).bytes == looked }
        #expect(found(String(character), in: page) == expected, "\(character) in \(text.debugDescription)")
      }
    }
  }

  @Test("Any part of a text that starts and ends with a hanzi is found in it")
  func substrings() {
    var random = RandomSource(seed: 13)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 30)
      let hanzi = text.indices.filter { "重庆市".contains(text[$0]) }
      guard let start = hanzi.randomElement(using: &random), let end = hanzi.last(where: { $0 >= start }) else {
        continue
      }
      // 庆庆 before it may take half of 庆 庆; what is found then is as good.
      let part = String(text[start...end])
      let same = found(part, in: issue(text)).filter { FoldedText($0).bytes == FoldedText(part).bytes }
      #expect(!same.isEmpty, "\(part.debugDescription) in \(text.debugDescription)")
    }
  }

  @Test("Search finds what a plain scan over the characters finds")
  func oracle() {
    var random = RandomSource(seed: 17)
    var total = 0
    for _ in 0..<3_000 {
      let text = random.text(upTo: 40).filter { !"-—－.．…".contains($0) }
      let needle = random.text(upTo: 3).filter { !"-—－.．…".contains($0) }
      let expected = plainScan(needle, text)
      total += expected.count
      #expect(found(needle, in: issue(text)) == expected, "\(needle.debugDescription) in \(text.debugDescription)")
    }
    #expect(total > 500)
  }
}

import Chance
import Newspaper
import Testing

@testable import PageFormats

/// Files that take a moment where each byte is looked at a few times, and hours where each looks at all the others.
@Suite("Shapes that no newspaper has")
struct WearTests {
  @Test("HTML of very many paragraphs is read in one pass")
  func paragraphs() throws {
    let growth = try growthOfWork(from: 5_000) { count in
      let page = "<html>" + String(repeating: "<p>文</p>", count: count)
      let text = try #require(textOfHTML(Array(page.utf8)))
      #expect(text.count { $0 == 0x0A } == count * 2 - 1)
    }
    #expect(growth < 9)
  }

  @Test(
    "Rows of a table are looked at a few times, however many rows and cells there are",
    arguments: [
      [String(repeating: "7\t", count: 40)], ["甲乙  丙丁"], ["甲乙  丙丁", "甲乙", "甲乙"], ["甲乙  丙丁", "甲乙"],
    ])
  func tables(rows: [String]) {
    let text = rows.joined(separator: "\n") + "\n"
    let growth = growthOfWork(from: 2_000) { count in
      // Three rows with gaps in succession have the page looked at in the first place.
      let page = "甲  乙\n甲  乙\n甲  乙\n" + String(repeating: text, count: count / rows.count)
      #expect(ColumnTextReader.read(Array(page.utf8)) == nil)
    }
    #expect(growth < 9)
  }

  @Test("Bytes that are no GB18030 are each one �, however many there are")
  func faults() throws {
    let growth = try growthOfWork(from: 200_000) { count in
      let text = try #require(decoded(Array(repeating: UInt8(0xFF), count: count), from: .gb18030))
      #expect(text.faults == count)
      #expect(text.bytes.count == count * 3)
    }
    #expect(growth < 9)
  }

  @Test("Between such bytes the rest is kept, also where a piece ends inside a character")
  func pieces() throws {
    let hanzi: [UInt8] = [0xBA, 0xE2]
    for shift in 0..<4 {
      let start = Array(repeating: UInt8(ascii: "a"), count: (64 << 10) - shift)
      let text = try #require(decoded(start + hanzi + [0xFF] + hanzi, from: .gb18030))
      #expect(String(decoding: text.bytes.suffix(9), as: UTF8.self) == "衡\u{FFFD}衡")
    }
  }
}

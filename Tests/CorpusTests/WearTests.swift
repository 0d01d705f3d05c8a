import Newspaper
import Testing

@testable import Corpus

/// What takes a moment where each byte is looked at a few times, and hours where each looks at all the others.
@Suite("Shapes that no newspaper has", .timeLimit(.minutes(10)))
struct WearTests {
  private static let count = 100_000

  @Test("HTML of very many paragraphs is read in one pass")
  func paragraphs() throws {
    let page = "<html>" + String(repeating: "<p>文</p>", count: Self.count)
    let text = try #require(textOfHTML(Array(page.utf8)))
    #expect(text.count { $0 == 0x0A } == Self.count * 2 - 1)
  }

  @Test("Bytes that are no GB18030 are each one �, however many there are")
  func faults() throws {
    let bytes = Array(repeating: UInt8(0xFF), count: Self.count * 10)
    let text = try #require(decoded(bytes, from: .gb18030))
    #expect(text.faults == bytes.count)
    #expect(text.bytes.count == bytes.count * 3)
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

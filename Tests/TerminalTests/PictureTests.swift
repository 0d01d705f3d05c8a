import Screen
import Testing

@testable import Terminal

@Suite("What a terminal says of pictures")
struct PictureTests {
  private func events(_ text: String, asked: Bool = true) -> [Event] {
    var decoder = KeyDecoder()
    if asked { decoder.awaitPictureReport() }
    var events: [Event] = []
    // As it may come over a slow line: in two pieces.
    let bytes = Array(text.utf8)
    for piece in [bytes.prefix(bytes.count / 2), bytes.dropFirst(bytes.count / 2)] {
      decoder.append(piece)
      while let event = decoder.next() { events.append(event) }
    }
    return events
  }

  private let j = Event.key(Key("j"))

  @Test("Kitty's answer goes before a name and sixels, and keys between are keys")
  func kitty() {
    let answers = "j\u{1B}_Gi=31;OK\u{1B}\\j\u{1B}P>|WezTerm 2024\u{1B}\\\u{1B}[?62;4;22cj"
    #expect(events(answers) == [j, j, .pictures(.kitty), j])
  }

  @Test("A name, sixels, nothing")
  func others() {
    #expect(events("\u{1B}P>|iTerm2 3.5.0\u{1B}\\\u{1B}[?64;4c") == [.pictures(.iterm)])
    #expect(events("\u{1B}P>|XTerm(390)\u{1B}\\\u{1B}[?64;1;4c") == [.pictures(.sixel)])
    #expect(events("\u{1B}_Gi=31;ENOTSUPPORTED\u{1B}\\\u{1B}[?6c") == [.pictures(.blocks)])
  }

  @Test("What was not asked for is no answer")
  func unasked() {
    #expect(!events("\u{1B}[?62;4c", asked: false).contains { if case .pictures = $0 { true } else { false } })
    #expect(events("\u{1B}_j", asked: false) == [.key(Key(.character("_"), .alt)), j])
  }

  @Test("A string that does not end is dropped, and what comes behind it is keys")
  func endless() {
    #expect(events("\u{1B}_G" + String(repeating: "x", count: 4093) + "j") == [j])
  }

  @Test("A picture is sent at its place, and the cursor comes back")
  func sequences() {
    let rect = Rect(column: 2, row: 3, columns: 10, rows: 5)
    let kitty = PictureSequences.showing(
      .kitty(path: "L2EucG5n", column: 1, row: 2, columns: 30, rows: 40), in: rect)
    #expect(kitty.hasPrefix("\u{1B}7\u{1B}[4;3H\u{1B}_Ga=T,t=f,f=100,") && kitty.hasSuffix("\u{1B}\\\u{1B}8"))
    #expect(kitty.contains(",x=1,y=2,w=30,h=40,c=10,r=5;L2EucG5n"))
    let blocks = PictureSequences.showing(.blocks(["▀▀", "▄▄"]), in: rect)
    #expect(blocks == "\u{1B}7\u{1B}[4;3H\u{1B}[0m▀▀\u{1B}[5;3H\u{1B}[0m▄▄\u{1B}8")
  }
}

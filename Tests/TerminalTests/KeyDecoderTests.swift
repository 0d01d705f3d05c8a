import Chance
import Screen
import Testing

@testable import Terminal

@Suite("Keys and pastes from a terminal's bytes")
struct KeyDecoderTests {
  @Test("Characters come as they were typed, those of an input method too")
  func characters() {
    #expect(keys("jG习ü") == [Key("j"), Key("G"), Key("习"), Key("ü")])
  }

  @Test(
    "A control byte is a letter with ctrl, or the key that people call it",
    arguments: [
      ("\u{03}", Key(.character("c"), .control)), ("\u{04}", Key(.character("d"), .control)),
      ("\u{1A}", Key(.character("z"), .control)), ("\u{1C}", Key(.character("\\"), .control)),
      ("\u{00}", Key(.character(" "), .control)), ("\r", Key(.enter)), ("\n", Key(.enter)), ("\t", Key(.tab)),
      ("\u{7F}", Key(.backspace)), ("\u{08}", Key(.backspace)),
    ])
  func controls(typed: String, expected: Key) {
    #expect(keys(typed) == [expected])
  }

  @Test(
    "The keys that type nothing are known in each terminal's way of sending them",
    arguments: [
      ("[A", Key(.up)), ("OA", Key(.up)), ("[B", Key(.down)), ("OD", Key(.left)), ("[C", Key(.right)),
      ("[H", Key(.home)), ("[1~", Key(.home)), ("[7~", Key(.home)), ("OF", Key(.end)), ("[4~", Key(.end)),
      ("[5~", Key(.pageUp)), ("[6~", Key(.pageDown)), ("[2~", Key(.insert)), ("[3~", Key(.delete)),
      ("OM", Key(.enter)), ("Ow", Key("7")), ("OP", Key(.function(1))), ("[[E", Key(.function(5))),
      ("[15~", Key(.function(5))), ("[17~", Key(.function(6))), ("[24~", Key(.function(12))),
      ("[Z", Key(.tab, .shift)), ("[1;5A", Key(.up, .control)), ("[1;3C", Key(.right, .alt)),
      ("[5;2~", Key(.pageUp, .shift)), ("[5$", Key(.pageUp, .shift)), ("[5^", Key(.pageUp, .control)),
      ("Oa", Key(.up, .control)), ("[a", Key(.up, .shift)), ("[1;8F", Key(.end, [.shift, .alt, .control])),
      ("[97;5u", Key(.character("a"), .control)), ("[27;2;13~", Key(.enter, .shift)),
    ])
  func named(sequence: String, expected: Key) {
    #expect(keys("\u{1B}" + sequence) == [expected])
  }

  @Test("Alt is an escape just before the key, whatever key that is")
  func alt() {
    #expect(keys("\u{1B}x") == [Key(.character("x"), .alt)])
    #expect(keys("\u{1B}习") == [Key(.character("习"), .alt)])
    #expect(keys("\u{1B}\r") == [Key(.enter, .alt)])
    #expect(keys("\u{1B}\u{1B}[A") == [Key(.up, .alt)])
  }

  @Test("The mouse tells presses, drags and its wheel with the cell; other buttons and movements mean nothing")
  func mouse() {
    var decoder = KeyDecoder()
    decoder.append(
      Array(
        "\u{1B}[<0;3;2M\u{1B}[<32;4;2M\u{1B}[<0;4;2m\u{1B}[<65;200;50M\u{1B}[<80;1;1M\u{1B}[<2;1;1M\u{1B}[<35;9;9Mj"
          .utf8)[...])
    var events: [Event] = []
    while let event = decoder.next() { events.append(event) }
    #expect(
      events == [
        .mouse(Mouse(.press, at: Point(column: 2, row: 1))), .mouse(Mouse(.drag, at: Point(column: 3, row: 1))),
        .mouse(Mouse(.release, at: Point(column: 3, row: 1))),
        .mouse(Mouse(.wheelDown, at: Point(column: 199, row: 49))),
        .mouse(Mouse(.wheelUp, at: Point(column: 0, row: 0))), .key(Key("j")),
      ])
    #expect(keys("\u{1B}[<0;0;1M\u{1B}[<0;1Mj") == [Key("j")])
  }

  @Test("An escape alone is the escape key once nothing follows it, and so is each of two")
  func escape() {
    var decoder = KeyDecoder()
    decoder.append([0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.waitingTime == 25)
    #expect(keys("\u{1B}") == [Key(.escape)])
    #expect(keys("\u{1B}\u{1B}") == [Key(.escape), Key(.escape)])
  }

  @Test("The beginning of a sequence is alt with its letter once nothing follows it")
  func brokenOff() {
    #expect(keys("\u{1B}[") == [Key(.character("["), .alt)])
    #expect(keys("\u{1B}O") == [Key(.character("O"), .alt)])
    #expect(keys("\u{1B}[1;5") == [])
  }

  @Test("A sequence that means nothing is dropped whole, so that no part of it is taken for a key")
  func unknown() {
    #expect(keys("\u{1B}[?62;4cq") == [Key("q")])
    #expect(keys("\u{1B}[<0;12;7Mq") == [Key("q")])
    #expect(keys("\u{1B}[99;99;99yq") == [Key("q")])
    #expect(keys("\u{1B}[4 qq") == [Key("q")])
    #expect(keys("\u{1B}[99999999999999999999~q") == [Key("q")])
  }

  @Test("Bytes that are no UTF-8 are dropped, and so are the controls of C1")
  func invalid() {
    #expect(
      keys([0xFF, 0x61, 0xE4, 0xB9, 0x62, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x63]) == [Key("a"), Key("b"), Key("c")])
    #expect(keys("\u{9B}A\u{85}") == [Key("A")])
  }

  @Test("A sequence of terminfo's wins over what it would mean elsewhere")
  func terminfo() {
    let sequences = [KeyDecoder.Sequence(bytes: Array("\u{1B}[P".utf8), key: Key(.delete))]
    #expect(keys("\u{1B}[P") == [Key(.function(1))])
    #expect(keys("\u{1B}[P", sequences: sequences) == [Key(.delete)])
  }

  @Test("A paste is one event, with line feeds for line ends and without broken bytes; its keys are no keys")
  func paste() {
    let bytes = Array("\u{1B}[200~a\rq\r\n\u{1B}[A习".utf8) + [0xFF] + Array("\u{1B}[201~j".utf8)
    #expect(events(bytes) == [.paste("a\nq\n\u{1B}[A习"), .key(Key("j"))])
    #expect(events(Array("\u{1B}[200~\u{1B}[201~".utf8)) == [.paste("")])
  }

  @Test("A paste that never ends is let go after a while, and keys work again")
  func openPaste() {
    var decoder = KeyDecoder()
    decoder.append(ArraySlice("\u{1B}[200~abc".utf8))
    #expect(decoder.next() == nil)
    #expect(decoder.waitingTime == 2000)
    decoder.endInput()
    #expect(decoder.next() == .paste("abc"))
    decoder.append(ArraySlice("q".utf8))
    #expect(decoder.next() == .key(Key("q")))
  }

  @Test("However the bytes are cut into pieces, the events are the same")
  func pieces() {
    let bytes = Array("a习\u{1B}[1;5A\u{1B}OP\u{1B}x\u{1B}[200~p\r习\u{1B}[201~\u{1B}[?1cq\u{1B}[[Az".utf8)
    let whole = events(bytes)
    #expect(whole.count == 9)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      var found = drain(&decoder, bytes[..<cut])
      found += drain(&decoder, bytes[cut...])
      #expect(found == whole, "cut at \(cut)")
    }
  }

  @Test("After any rubbish a key is still a key")
  func rubbish() {
    var random = RandomSource(seed: 7)
    for _ in 0..<2000 {
      let count = Int.random(in: 0..<12, using: &random)
      // Mostly what sequences are made of; no `~`, which could open a paste.
      let alphabet = Array("\u{1B}\u{1B}[[O;0127?$AMz\u{08}".utf8) + [0xE4, 0xB9, 0xA0, 0xFF]
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      var decoder = KeyDecoder()
      _ = settle(&decoder, bytes[...])
      #expect(decoder.waitingTime == nil, "held after \(bytes)")
      #expect(settle(&decoder, ArraySlice("q".utf8)) == [.key(Key("q"))], "after \(bytes)")
    }
  }
}

// MARK: - Helpers

/// The events of bytes that came, without waiting for what is held.
private func drain(_ decoder: inout KeyDecoder, _ bytes: ArraySlice<UInt8>) -> [Event] {
  decoder.append(bytes)
  var events: [Event] = []
  while let event = decoder.next() { events.append(event) }
  return events
}

/// The events of bytes after which nothing comes for a while.
private func settle(_ decoder: inout KeyDecoder, _ bytes: ArraySlice<UInt8>) -> [Event] {
  var events = drain(&decoder, bytes)
  for _ in 0..<64 where decoder.waitingTime != nil {
    decoder.endInput()
    events += drain(&decoder, [])
  }
  return events
}

private func events(_ bytes: [UInt8], sequences: [KeyDecoder.Sequence] = []) -> [Event] {
  var decoder = KeyDecoder(sequences: sequences)
  return settle(&decoder, bytes[...])
}

private func keys(_ bytes: [UInt8], sequences: [KeyDecoder.Sequence] = []) -> [Key] {
  events(bytes, sequences: sequences).compactMap { if case .key(let key) = $0 { key } else { nil } }
}

private func keys(_ text: String, sequences: [KeyDecoder.Sequence] = []) -> [Key] {
  keys(Array(text.utf8), sequences: sequences)
}

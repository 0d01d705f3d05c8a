import Glibc
import Screen
import Testing

@testable import Terminal

// One after the other: a process has one terminal.
@Suite("The terminal, at a pseudo-terminal", .serialized)
struct NcursesTerminalTests {
  @Test("It takes the other screen and shows text; at the end screen, modes, cursor and paste are as before")
  func givesBack() throws {
    let tty = PseudoTerminal()
    let before = tty.modes
    let terminal = try open(tty)
    terminal.present(surface("报栏"), cursor: nil)
    #expect(tty.sent(until: "\u{1B}[?1049h") != nil)
    #expect(tty.sent(until: "报栏") != nil)
    #expect(tty.modes != before)
    terminal.end()
    terminal.end()
    let farewell = try #require(tty.sent(until: "\u{1B}[?1049l"))
    #expect(farewell.contains("\u{1B}[?2004l") && farewell.contains("\u{1B}[?25h"))
    #expect(tty.modes == before)
  }

  @Test("The mouse is asked for only while it is used, and is given back at the end and while the terminal is lent")
  func mouse() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    terminal.present(surface("none"), cursor: nil)
    #expect(tty.sent(until: "none")?.contains("\u{1B}[?1002h") == false)
    terminal.usesMouse = true
    #expect(tty.sent(until: "\u{1B}[?1006h")?.contains("\u{1B}[?1002h") == true)
    terminal.lend { #expect(tty.sent(until: "\u{1B}[?1049l")?.contains("\u{1B}[?1002l") == true) }
    #expect(tty.sent(until: "\u{1B}[?1006h") != nil)
    terminal.usesMouse = false
    #expect(tty.sent(until: "\u{1B}[?1002l") != nil)
    terminal.usesMouse = true
    terminal.end()
    #expect(tty.sent(until: "\u{1B}[?1049l")?.contains("\u{1B}[?1002l") == true)
  }

  @Test("Only what changed is sent, and nothing when nothing did")
  func sendsChanges() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    terminal.present(surface("abcdefgh", "second"), cursor: nil)
    #expect(tty.sent(until: "second") != nil)
    terminal.present(surface("abcdefgh", "second"), cursor: nil)
    terminal.present(surface("abcdefgh", "secoNd"), cursor: nil)
    let sent = try #require(tty.sent(until: "N"))
    #expect(!sent.contains("abc") && !sent.contains("seco"))
    terminal.redraw()
    terminal.present(surface("abcdefgh", "secoNd"), cursor: nil)
    #expect(tty.sent(until: "secoNd")?.contains("abcdefgh") == true)
  }

  @Test("A text that goes on by a line is scrolled, a part beside others where the terminal says that it has margins")
  func scrolls() throws {
    for hasMargins in [false, true] {
      let tty = PseudoTerminal(columns: 60, rows: 10)
      let terminal = try open(tty)
      #expect(tty.sent(until: "\u{1B}[?69$p") != nil)
      tty.type(hasMargins ? "\u{1B}[?69;2$y\u{1B}[?2026;2$y" : "\u{1B}[?69;0$y\u{1B}[?2026;0$y")
      #expect(terminal.nextEvent(within: 50) == nil)
      func line(_ index: Int, _ count: Int) -> String {
        String(repeating: Character(Unicode.Scalar(UInt8(0x61 + index))), count: count)
      }
      func text(_ left: Int, _ right: Int) -> Surface {
        var surface = Surface(size: terminal.size)
        for row in 0..<9 { surface.write(line(left + row, 22) + "|" + line(right + row, 30), row: row) }
        surface.parts = [0..<22, 23..<60]
        return surface
      }
      terminal.present(text(1, 1), cursor: nil)
      #expect(tty.sent(until: line(9, 30)) != nil)
      terminal.present(text(2, 2), cursor: nil)
      let whole = try #require(tty.sent(until: line(10, 30)))
      #expect(whole.contains("\u{1B}[1;9r\u{1B}[9H") && !whole.contains("d"))
      terminal.present(text(3, 3), cursor: nil)
      #expect(tty.sent(until: line(11, 30))?.contains("\u{1B}[1;9r") == false)
      terminal.present(text(3, 4), cursor: nil)
      let part = try #require(tty.sent(until: line(12, 30)))
      #expect(part.contains("\u{1B}[?69h\u{1B}[24;60s\u{1B}[9;24H") == hasMargins)
      #expect(part.contains("\u{1B}[?69l") == hasMargins && part.contains("fff") != hasMargins)
      terminal.end()
      #expect(tty.sent(until: "\u{1B}[?1049l")?.contains("\u{1B}[r") == true)
    }
  }

  @Test("A large screen is held back until all of it is there, where the terminal says that it can")
  func synchronized() throws {
    for isHeld in [false, true] {
      let tty = PseudoTerminal(columns: 100, rows: 30)
      let terminal = try open(tty)
      tty.type("\u{1B}[?69;0$y\u{1B}[?2026;\(isHeld ? 2 : 0)$y")
      #expect(terminal.nextEvent(within: 50) == nil)
      var surface = Surface(size: terminal.size)
      for row in 0..<29 { surface.write(String(repeating: "word\(row) ", count: 12), row: row) }
      terminal.present(surface, cursor: nil)
      terminal.end()
      let sent = try #require(tty.sent(until: "\u{1B}[?1049l"))
      #expect(sent.contains("\u{1B}[?2026h") == isHeld && sent.contains("\u{1B}[?2026l") == isHeld)
    }
  }

  @Test("The cursor shows where it was put and hides again")
  func cursor() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    terminal.present(surface("/query"), cursor: Point(column: 6, row: 0))
    #expect(tty.sent(until: "\u{1B}[?25h") != nil)
    terminal.present(surface("/query"), cursor: nil)
    #expect(tty.sent(until: "\u{1B}[?25l") != nil)
  }

  @Test("Colours are sent where they may be, and none where they may not, but attributes are")
  func colors() throws {
    for (usesColor, isRed) in [(true, true), (false, false)] {
      let tty = PseudoTerminal()
      let terminal = try open(tty, usesColor: usesColor)
      var red = Surface(size: terminal.size)
      red.write("red", row: 0, style: Style(.palette(1), on: .standard, .bold))
      terminal.present(red, cursor: nil)
      let sent = try #require(tty.sent(until: "red"))
      #expect(sent.contains("\u{1B}[31m") == isRed)
      #expect(sent.contains("1m"))
      terminal.end()
    }
  }

  @Test("What is not printable never reaches the terminal")
  func unprintable() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    var hostile = Surface(size: terminal.size)
    for (column, glyph) in ["\u{1B}", "\u{9B}", "\n", "\u{202E}", ""].enumerated() {
      hostile.put(glyph, width: 1, column: column, row: 0, style: .plain, clip: hostile.bounds)
    }
    for (column, glyph) in ["x\u{1B}c", "y\u{202E}", "z\u{9D}", "e\u{301}"].enumerated() {
      hostile.put(glyph, width: 1, column: column, row: 1, style: .plain, clip: hostile.bounds)
    }
    terminal.present(hostile, cursor: nil)
    #expect(tty.sent(until: String(repeating: "\u{FFFD}", count: 5)) != nil)
    #expect(tty.sent(until: "xyze\u{301}") != nil)
  }

  @Test("Keys and pastes arrive; when there is none the time is over")
  func keys() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    #expect(terminal.nextEvent(within: 0) == nil)
    tty.type("j习\u{1B}OA\u{1B}[200~x\ry\u{1B}[201~")
    let events = (0..<4).map { _ in terminal.nextEvent(within: 5000) }
    #expect(events == [.key(Key("j")), .key(Key("习")), .key(Key(.up)), .paste("x\ny")])
    tty.type("\u{1B}")
    #expect(terminal.nextEvent(within: 5000) == .key(Key(.escape)))
  }

  @Test("ctrl-c and ctrl-z are keys like others")
  func rawKeys() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    tty.type("\u{03}\u{1A}\u{13}")
    let events = (0..<3).map { _ in terminal.nextEvent(within: 5000) }
    #expect(events == ["c", "z", "s"].map { .key(Key(.character($0), .control)) })
  }

  @Test(
    "Another size is told, down to one cell, and surfaces of any size can be shown",
    arguments: [(1, 1), (3, 2), (50, 9)])
  func resize(columns: Int, rows: Int) throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    terminal.present(surface("报栏 before"), cursor: nil)
    tty.resize(columns: columns, rows: rows)
    sendSignal(SIGWINCH)
    #expect(terminal.nextEvent(within: 5000) == .resize(Size(columns: columns, rows: rows)))
    #expect(terminal.size == Size(columns: columns, rows: rows))
    terminal.present(surface("报栏 late"), cursor: Point(column: 19, row: 4))
    var fitting = Surface(size: terminal.size)
    fitting.write("Z", row: 0)
    terminal.present(fitting, cursor: nil)
    #expect(tty.sent(until: "Z") != nil)
  }

  @Test("A signal that asks for the end is an event, and says which it was", arguments: [SIGTERM, SIGHUP, SIGINT])
  func endingSignal(number: Int32) throws {
    // Whoever runs the tests may ignore it.
    let before = signal(number, SIG_DFL)
    defer { signal(number, before) }
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    #expect(terminal.endingSignal == nil)
    sendSignal(number)
    #expect(terminal.nextEvent(within: 5000) == .hangUp)
    #expect(terminal.endingSignal == number)
    terminal.end()
  }

  @Test("A signal that whoever started the program ignores stays ignored, as nohup expects")
  func ignoredSignal() throws {
    let before = signal(SIGHUP, SIG_IGN)
    defer { signal(SIGHUP, before) }
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    sendSignal(SIGHUP)
    #expect(terminal.nextEvent(within: 0) == nil)
    terminal.end()
  }

  @Test("A terminal that is gone is a hang-up, each time it is asked")
  func gone() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    tty.hangUp()
    #expect(terminal.nextEvent(within: 5000) == .hangUp)
    #expect(terminal.nextEvent(within: 5000) == .hangUp)
    terminal.end()
    #expect(terminal.nextEvent(within: 5000) == .hangUp)
  }

  @Test(
    "A type that cannot be used is an error that leaves the terminal as it was",
    arguments: [
      ("no-such-terminal", TerminalError.unknownTerminal("no-such-terminal")), ("", .noTerminalType),
      ("dumb", .unsuitableTerminal("dumb")),
    ])
  func unusable(type: String, error: TerminalError) {
    let tty = PseudoTerminal()
    let before = tty.modes
    #expect(throws: error) { try NcursesTerminal(type: type, input: tty.terminal, output: tty.terminal) }
    #expect(tty.modes == before)
  }

  @Test("A terminal that says it is larger than any is taken as the largest that there is room for")
  func enormous() throws {
    let tty = PseudoTerminal(columns: 65_535, rows: 65_535)
    let terminal = try open(tty)
    #expect(terminal.size == Size(columns: 2000, rows: 1000))
    terminal.present(Surface(size: terminal.size), cursor: nil)
    tty.resize(columns: 30, rows: 10)
    sendSignal(SIGWINCH)
    #expect(terminal.nextEvent(within: 5000) == .resize(Size(columns: 30, rows: 10)))
    terminal.end()
  }

  @Test("A pipe is no terminal")
  func pipe() throws {
    var ends: [Int32] = [0, 0]
    Glibc.pipe(&ends)
    defer { ends.forEach { close($0) } }
    #expect(throws: TerminalError.notATerminal) { try NcursesTerminal(type: "xterm", input: ends[0], output: ends[1]) }
  }

  @Test("A second terminal is refused while there is one")
  func second() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    #expect(throws: TerminalError.alreadyOpen) { try open(tty) }
    terminal.end()
    try open(tty).end()
  }

  @Test("Messages are one printable line, whatever TERM holds")
  func messages() {
    let message = TerminalError.unknownTerminal("x\u{1B}[2J\n习" + String(repeating: "y", count: 500)).message
    #expect(message.contains("'x?[2J??yy"))
    #expect(message.unicodeScalars.allSatisfy { (" "..."~").contains($0) })
    #expect(message.count < 200)
  }
}

// To the process and not with raise(): the threads that tests run on block signals.
private func sendSignal(_ number: Int32) { kill(getpid(), number) }

func open(_ tty: PseudoTerminal, usesColor: Bool = true) throws -> NcursesTerminal {
  try NcursesTerminal(type: "xterm-256color", usesColor: usesColor, input: tty.terminal, output: tty.terminal)
}

private func surface(_ lines: String...) -> Surface {
  var surface = Surface(size: Size(columns: 20, rows: 5))
  for (row, line) in lines.enumerated() { surface.write(line, row: row) }
  return surface
}

import Glibc
import Screen
import Testing

@testable import Terminal

extension NcursesTerminalTests {
  @Test("Asked how wide it draws “, a terminal that answers tells, and keys typed meanwhile are keys")
  func asksForWidth() throws {
    for (answer, columns) in [("\u{1B}[2;2R", 1), ("\u{1B}[2;3R", 2)] {
      let tty = PseudoTerminal()
      let terminal = try open(tty)
      terminal.askAmbiguousWidth()
      #expect(tty.sent(until: "“\u{1B}[6n") != nil)
      // Nothing of the question stays.
      #expect(tty.sent(until: "\r\u{1B}[K") != nil)
      tty.type("j" + answer + "k")
      #expect(terminal.nextEvent(within: 5000) == .key(Key(.character("j"))))
      #expect(terminal.nextEvent(within: 5000) == .ambiguousColumns(columns))
      #expect(terminal.nextEvent(within: 5000) == .key(Key(.character("k"))))
      terminal.end()
    }
  }

  @Test(
    "Asked for its ground before that, a terminal that answers tells, with either end; what is no colour tells nothing")
  func asksForGround() throws {
    for (answer, isLight) in [
      ("]11;rgb:1010/1414/1818\u{1B}\\", false), ("]11;rgb:fcfc/fcfc/f8f8\u{7}", true),
      ("]11;rgba:ff/ff/e0/ff\u{7}", true), ("]11;rgb:f/f/f\u{7}", true), ("]11;rgb:00000/0/0\u{7}", nil),
      ("]11;?\u{7}", nil),
    ] {
      let tty = PseudoTerminal()
      let terminal = try open(tty)
      terminal.askAmbiguousWidth()
      #expect(tty.sent(until: "\u{1B}]11;?\u{1B}\\") != nil)
      tty.type("\u{1B}" + answer + "j\u{1B}[2;2R\u{1B}]")
      if let isLight { #expect(terminal.nextEvent(within: 5000) == .ground(isLight: isLight)) }
      #expect(terminal.nextEvent(within: 5000) == .key(Key(.character("j"))))
      #expect(terminal.nextEvent(within: 5000) == .ambiguousColumns(1))
      #expect(terminal.nextEvent(within: 5000) == .key(Key(.character("]"), .alt)))
      terminal.end()
    }
  }

  @Test("F3 with shift or alt is no answer")
  func functionKeyIsNoAnswer() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    terminal.askAmbiguousWidth()
    tty.type("\u{1B}[1;2R\u{1B}[1;3R")
    #expect(terminal.nextEvent(within: 5000) == .key(Key(.function(3), .shift)))
    #expect(terminal.nextEvent(within: 5000) == .key(Key(.function(3), .alt)))
    terminal.end()
  }

  @Test("An answer that comes late is waited for at the end, so that the shell does not get it")
  func swallowsLateAnswer() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    terminal.askAmbiguousWidth()
    tty.type("\u{1B}[2;2R")
    terminal.end()
    var file = pollfd(fd: tty.terminal, events: Int16(POLLIN), revents: 0)
    #expect(poll(&file, 1, 0) == 0)
  }

  @Test("A glyph that the terminal has wide and ncurses narrow is put in its column, and what follows in its own")
  func placesOddlyWideGlyphs() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    terminal.present(wideSurface("a“b"), cursor: nil)
    // Row 1, column 2.
    #expect(tty.sent(until: "\u{1B}[1;2H“") != nil)
    terminal.present(wideSurface("a　b"), cursor: nil)
    // The space overwrites it, though ncurses has been told that an ideographic space stood there.
    #expect(tty.sent(until: "  ") != nil)
    terminal.end()
  }

  @Test("When it turns out that such glyphs are wide, everything is sent anew: rows stand elsewhere than was thought")
  func startsAnew() throws {
    let tty = PseudoTerminal()
    let terminal = try open(tty)
    var narrow = Surface(size: Size(columns: 20, rows: 5))
    narrow.write("first", row: 0)
    terminal.present(narrow, cursor: nil)
    #expect(tty.sent(until: "first") != nil)
    narrow.hasWideAmbiguous = true
    terminal.present(narrow, cursor: nil)
    #expect(tty.sent(until: "first") != nil)
    terminal.end()
  }

  private func wideSurface(_ text: String) -> Surface {
    var surface = Surface(size: Size(columns: 20, rows: 5))
    surface.hasWideAmbiguous = true
    var column = 0
    for character in text {
      let width = character.isASCII ? 1 : 2
      surface.put(String(character), width: width, column: column, row: 0, style: .plain, clip: surface.bounds)
      column += width
    }
    return surface
  }
}

import Foundation
import Glibc
import TestFolders
import Testing

@testable import System

@Suite("Other programs")
struct ProgramTests {
  private func text(_ end: ProgramEnd) -> String { String(decoding: end.output, as: UTF8.self) }

  @Test("A document is what a program writes, without its messages; nothing is there for it to read")
  func output() {
    let end = Programs.output(of: ["sh", "-c", "cat; echo page; echo complaint >&2; exit 3"])
    #expect(end == ProgramEnd(status: 3, output: Array("page\n".utf8)))
  }

  @Test("What a program says to a text are its words and its messages")
  func run() {
    let end = Programs.run(["sh", "-c", "cat; echo complaint >&2"], input: Array("text\n".utf8), hasTerminal: false)
    #expect(end.status == 0 && text(end) == "text\ncomplaint\n")
  }

  @Test("A program that is not there is told from one that ends so")
  func missing() throws {
    for name in ["no-such-program", "/no/such/program", "", "/"] {
      let end = Programs.output(of: [name])
      #expect(end.isMissing && end.status == 127, "\(name)")
    }
    #expect(Programs.output(of: []).isMissing)
    let end = Programs.output(of: ["sh", "-c", "exit 127"])
    #expect(end.status == 127 && !end.isMissing)
    let folder = try Scratch()
    try folder.write("no program", to: "plain")
    #expect(Programs.find(folder.path + "/plain") == nil && Programs.find(folder.path) == nil)
    #expect(Programs.find("sh")?.hasSuffix("/sh") == true)
  }

  @Test("A signal that ends a program is told as the shell tells it")
  func signal() {
    #expect(Programs.output(of: ["sh", "-c", "kill -TERM $$"]).status == 128 + SIGTERM)
  }

  @Test("A program that says more than is kept is ended, and what it said so far is there", .timeLimit(.minutes(10)))
  func tooMuch() {
    let pages = Programs.output(of: ["yes"], atMost: 100_000)
    #expect(pages.isCutShort && pages.output.count == 100_000)
    let said = Programs.run(["sh", "-c", "yes >&2"], input: [], hasTerminal: false)
    #expect(said.isCutShort && said.output.count == 1 << 20)
    // One that says as much as is kept has said all.
    let whole = Programs.output(of: ["printf", "12345"], atMost: 5)
    #expect(!whole.isCutShort && text(whole) == "12345")
  }

  @Test("No words are read by a shell, and each stays one word")
  func words() {
    let words = ["a b", "$HOME", "*", "'", "; exit 1", "\u{4E2D}"]
    #expect(text(Programs.output(of: ["printf", "%s\\n"] + words)) == words.map { $0 + "\n" }.joined())
  }

  @Test("A line of a command is divided at spaces, but not within quotes or behind a backslash")
  func commandLine() {
    let lines: KeyValuePairs = [
      "less -R": ["less", "-R"], "  a\t b ": ["a", "b"], "": [], "a 'b c'd": ["a", "b cd"], #"a "b'c""#: ["a", "b'c"],
      #"a\ b \\ '\'"#: ["a b", "\\", "\\"], "a ''": ["a", ""], "a 'open": ["a", "open"],
    ]
    for (line, words) in lines { #expect(Programs.words(line) == words, "\(line)") }
  }

  @Test("Long texts go in and come out at once; a program that does not listen ends nothing", .timeLimit(.minutes(10)))
  func longTexts() {
    let text = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(Programs.run(["cat"], input: text, hasTerminal: false) == ProgramEnd(status: 0, output: text))
    #expect(Programs.run(["true"], input: text, hasTerminal: false) == ProgramEnd(status: 0))
    #expect(Programs.give(text, to: ["true"]) == ProgramEnd(status: 0))
    #expect(Programs.give(text, to: ["sh", "-c", "cat; exit 4"]) == ProgramEnd(status: 4))
  }

  @Test(
    "A program has ended when it has, although another that it left in the background keeps its input and output open",
    .timeLimit(.minutes(10)))
  func leavesAnother() throws {
    let folder = try Scratch()
    let gate = folder.path + "/gate"
    #expect(mkfifo(gate, 0o600) == 0)
    // The one in the background ends once somebody opens the gate.
    let script = "cat '\(gate)' & printf '%0100000d'; exit 3"
    let end = Programs.run(["sh", "-c", script], input: Array("text".utf8), hasTerminal: false)
    #expect(end == ProgramEnd(status: 3, output: [UInt8](repeating: UInt8(ascii: "0"), count: 100_000)))
    close(open(gate, O_WRONLY))
    let listener = "exec 3<&0; cat '\(gate)' > /dev/null & exit 4"
    let text = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(Programs.give(text, to: ["sh", "-c", listener]) == ProgramEnd(status: 4))
    close(open(gate, O_WRONLY))
  }

  @Test("Programs in several threads do not end this one by the signal of a pipe", .timeLimit(.minutes(10)))
  func threads() async {
    await #expect(processExitsWith: .success) {
      Glibc.signal(SIGPIPE, SIG_DFL)
      let text = [UInt8](repeating: 0x61, count: 1 << 20)
      parallelForEach(40, threads: 8) { _ in _ = Programs.give(text, to: ["true"]) }
      exit(0)
    }
  }

  @Test("A program with the terminal to itself may be broken off without this one, and gets a text if it is given one")
  func terminal() async {
    await #expect(processExitsWith: .success) {
      let here = "kill -INT \(getpid()); "
      let isThere = Programs.runInTerminal(["sh", "-c", here + "exit 5"]).status == 5
      let end = Programs.run(["sh", "-c", here + "cat"], input: Array("text".utf8), hasTerminal: true)
      let text = Programs.runInTerminal(["sh", "-c", "test $(cat) = text"], input: Array("text".utf8))
      exit(isThere && end.output == Array("text".utf8) && text.status == 0 ? 0 : 1)
    }
  }
}

@Suite("Programs that run beside this one")
struct RunningProgramTests {
  @Test("One is ended with what it has started")
  func ending() async {
    let program = RunningProgram()
    let run = Task.detached { Programs.give([], to: ["sh", "-c", "sleep 60 | sleep 60"], as: program) }
    program.end()
    let end = await run.value
    #expect(end.status == 128 + SIGTERM)
    program.end()
  }

  @Test("A text that nobody reads any more keeps nobody waiting")
  func text() {
    let program = RunningProgram()
    let end = Programs.give([UInt8](repeating: 65, count: 1 << 20), to: ["true"], as: program)
    #expect(end.status == 0)
  }
}

import Chance
import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Library
@testable import System

@Suite("Files as they are")
struct FilesAsTheyAreTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Makes a file by a name of any bytes.
  private func write(_ text: String, toName name: [UInt8]) {
    let path = (Array((scratch.path + "/").utf8) + name).map(CChar.init(bitPattern:)) + [0]
    let file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    _ = writeAll(Array(text.utf8), to: file)
    close(file)
  }

  @Test(
    "A name that is not UTF-8 is read like any other", arguments: [[0xE9], [0xFF, 0x41], [0xE8, 0xA1], [0xF4, 0x90]])
  func misnamed(name: [UInt8]) throws {
    write("衡阳日报", toName: name + Array(".txt".utf8))
    var corpus = scratch.open()
    #expect(corpus.problems.isEmpty)
    let id = try #require(corpus.ids.first)
    #expect(try corpus.lines(of: id) == ["衡阳日报"])
  }

  @Test("Names with line breaks, escapes and private characters are read, too")
  func oddNames() throws {
    let names = ["a\nb", "\u{1B}[2J", "\u{10FE80}", "\u{10FD00}1,1,0,9,1,0,", "\u{202E}gpj", "'\"$(x)"]
    for name in names { write(name, toName: Array((name + ".txt").utf8)) }
    var corpus = scratch.open()
    #expect(corpus.ids.count == names.count)
    #expect(corpus.problems.isEmpty)
    let texts = try corpus.ids.compactMap { try corpus.issue($0)?.pages.first?.text.bytes }
    #expect(Set(texts) == Set(names.map { Array($0.utf8) }))
  }

  @Test("Any bytes of a name come back from its text", arguments: 0..<100)
  func roundTrip(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let pool: [UInt8] = [0x41, 0xE4, 0xB8, 0x80, 0xF4, 0x8F, 0xBA, 0xBB, 0xFF, 0xC3]
    let name = (0..<20).map { _ in CChar(bitPattern: pool.randomElement(using: &random) ?? 0x41) } + [0]
    let back = withPathBytes(pathText(name)) { Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1)) }
    #expect(back == name)
  }

  @Test(
    "A page that is there no more, or became a FIFO or a folder, is said when it is opened", .timeLimit(.minutes(10)))
  func replaced() throws {
    for number in 0..<40 { try scratch.write("文", to: "sheet\(number).txt") }
    var corpus = scratch.open()
    for number in [0, 1, 10] { try FileManager.default.removeItem(atPath: scratch.path + "/sheet\(number).txt") }
    mkfifo(scratch.path + "/sheet1.txt", 0o600)
    try scratch.write("文", to: "sheet10.txt/a.txt")
    let messages = [0, 1, 10].map { number -> String in
      do throws(Problem) {
        _ = try corpus.issue("sheet\(number)")
        return "nothing"
      } catch {
        return error.message
      }
    }
    #expect(messages[0] == "no such file or folder; check the path")
    #expect(messages[1].hasPrefix("is a FIFO"))
    #expect(messages[2] == "is a folder, not a file")
  }

  @Test("A page that shrinks or grows while it is read is what it was at some moment, and never a fault")
  func restless() async throws {
    let path = try scratch.write("文", to: "a.txt")
    let writer = Task.detached {
      for turn in 0..<300 where !Task.isCancelled {
        let file = open(path, O_WRONLY | O_CLOEXEC)
        _ = writeAll(Array(repeating: UInt8(ascii: "x"), count: 300_000), to: file)
        ftruncate(file, off_t(turn % 2 == 0 ? 3 : 200_000))
        close(file)
      }
    }
    for _ in 0..<60 {
      let bytes = try readFile(path)
      #expect(bytes.count <= 300_000)
    }
    writer.cancel()
    await writer.value
  }

  @Test(
    "An export that cannot be written leaves the one before as it was", .enabled(if: access("/dev/full", W_OK) == 0))
  func fullDisk() throws {
    try scratch.write("文", to: "a.txt")
    let corpus = scratch.open()
    #expect(throws: Problem("/dev/full", "cannot be written: the disk is full")) {
      try corpus.write("x", to: "/dev/full")
    }
    let missing = scratch.path + "/nowhere/out.json"
    #expect(throws: Problem.self) { try corpus.write("x", to: missing) }
    let old = try scratch.write("old", to: "out.json")
    try corpus.write("new", to: old)
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["a.txt", "out.json"])
  }

  @Test("An export keeps its rights and the link that leads to it")
  func replacedInPlace() throws {
    try scratch.write("文", to: "a.txt")
    let old = try scratch.write("old", to: "real/out.json")
    chmod(old, 0o640)
    try scratch.link("out.json", to: old)
    try scratch.open().write("new", to: scratch.path + "/out.json")
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "new")
    var status = stat()
    stat(old, &status)
    #expect(status.st_mode & 0o777 == 0o640)
    lstat(scratch.path + "/out.json", &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }
}

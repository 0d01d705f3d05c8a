import Foundation
import TestFolders
import Testing

@testable import Library
@testable import System

@Suite("What a path leads to")
struct FileWalkerTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("A folder is read with all that is in it, by name, and only pages are taken")
  func folder() throws {
    for name in ["b.txt", "a.md", "notes.pdf", "Makefile", "sub/c.TXT", "sub/deeper/d.txt"] {
      try scratch.write("文", to: name)
    }
    #expect(scratch.open().ids == ["a", "b", "c", "d"])
  }

  @Test("What is hidden stays hidden")
  func hidden() throws {
    try scratch.write("文", to: "a.txt")
    try scratch.write("文", to: ".draft.txt")
    try scratch.write("文", to: ".git/b.txt")
    #expect(scratch.open().ids == ["a"])
  }

  @Test("A file that is named is taken whatever its ending")
  func namedFile() throws {
    let path = try scratch.write("文", to: "page.ocr")
    #expect(Corpus.open(paths: [path]).ids == ["page"])
  }

  @Test("Two files of one name get ids of their own")
  func sameName() throws {
    for folder in ["1998", "1999", "2000"] { try scratch.write("文", to: folder + "/p1.txt") }
    #expect(scratch.open().ids == ["p1", "p1~2", "p1~3"])
  }

  @Test("A name that is taken by itself is passed over by those who would get it")
  func takenName() throws {
    for name in ["a/p1.txt", "b/p1~2.txt", "c/p1.txt", "d/p1.txt", "e/p1~2.txt", "f/p1.txt"] {
      try scratch.write("文", to: name)
    }
    #expect(Set(scratch.open().ids) == ["p1", "p1~2", "p1~2~2", "p1~3", "p1~4", "p1~5"])
  }

  @Test("A file that is given twice, or once itself and once in its folder, is one issue")
  func twice() throws {
    let path = try scratch.write("文", to: "a.txt")
    #expect(Corpus.open(paths: [path, scratch.path, path]).ids == ["a"])
  }

  @Test("A link that leads back to a parent folder ends the walk", .timeLimit(.minutes(10)))
  func linkLoop() throws {
    try scratch.write("文", to: "sub/a.txt")
    try scratch.link("sub/up", to: "..")
    try scratch.link("self.txt", to: "self.txt")
    let corpus = scratch.open()
    #expect(corpus.ids == ["a"])
    #expect(scratch.problems(of: corpus) == ["self.txt: a symbolic link that leads back to itself; left out"])
  }

  @Test("Folders too deep for any archive are left out and named")
  func tooDeep() throws {
    let folder = Array(repeating: "d", count: 33).joined(separator: "/")
    try scratch.write("文", to: folder + "/a.txt")
    try scratch.write("文", to: "b.txt")
    let corpus = scratch.open()
    #expect(corpus.ids == ["b"])
    #expect(corpus.problems.map(\.message) == ["is 32 folders deep; left out; start from a folder nearer to its pages"])
  }

  @Test("A FIFO is left out and named, and nobody waits for it", .timeLimit(.minutes(10)))
  func fifo() throws {
    #expect(mkfifo(scratch.path + "/pipe.txt", 0o600) == 0)
    try scratch.write("文", to: "a.txt")
    let corpus = scratch.open()
    #expect(corpus.ids == ["a"])
    #expect(scratch.problems(of: corpus).first?.hasPrefix("pipe.txt: is a FIFO, not a file") == true)
  }

  @Test("A device is left out and named", .timeLimit(.minutes(10)))
  func device() {
    let corpus = Corpus.open(paths: ["/dev/zero"])
    #expect(corpus.sources.isEmpty)
    #expect(corpus.problems.first?.message.hasPrefix("is a device") == true)
  }

  @Test("A path that leads nowhere is named, and the other paths are read")
  func missing() throws {
    let path = try scratch.write("文", to: "a.txt")
    let corpus = Corpus.open(paths: [scratch.path + "/nope", path])
    #expect(corpus.ids == ["a"])
    #expect(scratch.problems(of: corpus) == ["nope: no such file or folder; check the path"])
  }

  @Test("A folder without pages says what a page is")
  func noPages() throws {
    try scratch.write("%PDF", to: "a.pdf")
    let corpus = scratch.open()
    #expect(corpus.sources.isEmpty)
    #expect(
      corpus.problems.map(\.message) == ["no pages in this folder; a page is a file that ends in .txt, .md or .html"])
  }

  @Test("A page without read permission is named, and the rest is read", .enabled(if: geteuid() != 0))
  func noPermission() throws {
    try scratch.write("文", to: "a.txt")
    let path = try scratch.write("文", to: "b.txt")
    chmod(path, 0)
    let corpus = scratch.open()
    #expect(corpus.ids == ["a"])
    #expect(
      scratch.problems(of: corpus) == ["b.txt: no permission to read it; `chmod u+r` gives it to the owner"])
    try scratch.write("文", to: "closed/c.txt")
    let folder = String(path.dropLast("b.txt".count)) + "closed"
    chmod(folder, 0)
    defer { chmod(folder, 0o700) }
    #expect(
      scratch.problems(of: scratch.open()).contains {
        $0.contains("closed: no permission") && $0.contains("`chmod u+rx`")
      })
  }
}

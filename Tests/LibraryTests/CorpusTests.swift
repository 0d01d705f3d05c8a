import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Library
@testable import System

@Suite("A corpus")
struct CorpusTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("The five pages open without a complaint, each as the file has it, byte for byte")
  func seedsOpen() throws {
    var corpus = Corpus.open(paths: [seeds])
    #expect(corpus.ids.count == 5)
    #expect(corpus.problems.isEmpty)
    for source in corpus.sources {
      let page = try #require(try corpus.issue(source.id)?.pages.first)
      #expect(page.text.bytes == Array(try Data(contentsOf: URL(fileURLWithPath: page.path))))
    }
  }

  @Test("An issue that nobody has is none")
  func unknown() throws {
    var corpus = Corpus.open(paths: [seeds])
    #expect(try corpus.issue("nope") == nil)
  }

  @Test("More issues than are kept at hand are read again")
  func manyIssues() throws {
    for number in 0..<80 { try scratch.write("第\(number)页", to: "sheet\(number).txt") }
    var corpus = scratch.open()
    for number in 0..<80 { #expect(try corpus.lines(of: "sheet\(number)") == ["第\(number)页"]) }
  }

  @Test("An issue whose file is gone says so")
  func vanished() throws {
    for number in 0..<80 { try scratch.write("文", to: "sheet\(number).txt") }
    var corpus = scratch.open()
    try FileManager.default.removeItem(atPath: scratch.path + "/sheet0.txt")
    #expect(throws: Problem(scratch.path + "/sheet0.txt", "no such file or folder; check the path")) {
      try corpus.issue("sheet0")
    }
  }

  @Test("An issue is found by its id, its date, or a beginning that only it has")
  func names() throws {
    for name in ["monday", "monday-evening", "tuesday"] { try scratch.write("文", to: name + ".txt") }
    let corpus = scratch.open()
    #expect(corpus.ids(matching: "monday") == ["monday"])
    #expect(corpus.ids(matching: "mon") == ["monday", "monday-evening"])
    #expect(corpus.ids(matching: "t") == ["tuesday"])
    #expect(corpus.ids(matching: "x").isEmpty)
  }

  @Test("A document is written, but never over a page of the corpus")
  func writing() throws {
    let page = try scratch.write("文", to: "a.txt")
    try scratch.link("alias", to: page)
    let corpus = scratch.open()
    try corpus.write("out", to: scratch.path + "/out.json")
    #expect(try String(contentsOfFile: scratch.path + "/out.json", encoding: .utf8) == "out")
    #expect(throws: Problem.self) { try corpus.write("out", to: scratch.path + "/alias") }
    #expect(try String(contentsOfFile: page, encoding: .utf8) == "文")
  }
}

extension Corpus {
  /// The whole list.
  var summaries: [IssueSummary] { shelf.indices.map { shelf[$0] } }

  /// Writes a document to a file at once.
  func write(_ text: String, to path: String) throws(Problem) {
    let file = try document(path)
    try file.write(Array(text.utf8))
    try file.finish()
  }
}

import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Library
@testable import PageFormats
@testable import System

@Suite("A file that holds more than a page")
struct LargeFileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let count = 3000

  private static func lines(break lineBreak: String = "\n") -> String {
    (1...count).map { "第\($0)行，大家好。" + lineBreak }.joined()
  }

  /// The pages that a file is read as, were parts so short.
  private func pages(of path: String, length: Int = 4096, encoding: PageEncoding? = nil) throws -> [Page] {
    let modified = try FileStatus(path: path).stamp.modified
    let paths = try FileDivision.paths(of: path, modified: modified, encoding: encoding, length: length)
    let source = IssueSource(id: "x", pages: paths.map { IssueSource.PageFile(path: $0, number: 1) })
    let reading = IssueLoader(encoding: encoding).read(source)
    #expect(reading.files.compactMap(\.problem).isEmpty)
    return reading.pages
  }

  /// That pages have the numbered lines, each under its own number and all of them.
  private func expectNumbered(_ pages: [Page]) {
    var next = 1
    for page in pages {
      #expect(page.text.lines.lowerBound == next)
      for line in page.text.lines { #expect(page.text.line(line) == "第\(line)行，大家好。") }
      next = page.text.lines.upperBound
    }
    #expect(next == Self.count + 1)
    #expect(pages.count > 10)
  }

  @Test(
    "Its parts have every line under its own number, in every encoding and with every line break",
    arguments: [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian], ["\n", "\r\n", "\r"])
  func parts(encoding: String.Encoding, lineBreak: String) throws {
    let text = "\u{FEFF}" + Self.lines(break: lineBreak)
    let path = try scratch.write(Array(try #require(text.data(using: encoding))), to: "big.txt")
    for length in [4096, 4097, 5000] { expectNumbered(try pages(of: path, length: length)) }
  }

  @Test("What is said of such a file's line names the line of the file")
  func problems() throws {
    let bytes = Array(Self.lines().utf8) + [0xFF] + Array("尾\n".utf8)
    let path = try scratch.write(bytes, to: "big.txt")
    let modified = try FileStatus(path: path).stamp.modified
    let paths = try FileDivision.paths(of: path, modified: modified, encoding: nil, length: 4096)
    let source = IssueSource(id: "x", pages: paths.map { IssueSource.PageFile(path: $0, number: 1) })
    let problems = IssueLoader().read(source).files.compactMap(\.problem)
    #expect(problems.map(\.description) == ["\(path):\(Self.count + 1): not UTF-8 (byte 0xFF); shown as \u{FFFD}"])
  }

  @Test("A line longer than a part goes on in the next one, and no character is cut", arguments: 0..<4)
  func longLine(shift: Int) throws {
    let text = String(repeating: "a", count: shift) + String(repeating: "衡𠮷", count: 5_000)
    let path = try scratch.write(text, to: "line.txt")
    let pages = try pages(of: path)
    #expect(pages.allSatisfy { $0.text.lines == 1..<2 })
    #expect(pages.map { $0.text.line(1) }.joined() == text)
  }

  @Test("In the other encodings no character is cut either", arguments: PageEncoding.allCases.prefix(11), 0..<4)
  func longLine(encoding: PageEncoding, shift: Int) throws {
    let hanzi: [UInt8]
    switch encoding {
    case .utf8: hanzi = Array("衡".utf8)
    case .utf16LittleEndian: hanzi = [0x42, 0xD8, 0xB7, 0xDF]
    case .utf16BigEndian: hanzi = [0xD8, 0x42, 0xDF, 0xB7]
    case .utf32LittleEndian: hanzi = [0xB7, 0x0B, 0x02, 0]
    case .utf32BigEndian: hanzi = [0, 0x02, 0x0B, 0xB7]
    case .gb18030: hanzi = [0xBA, 0xE2, 0x95, 0x32, 0x82, 0x36]
    case .big5: hanzi = [0xBF, 0xC5]
    case .eucJP: hanzi = [0x8F, 0xB0, 0xA1]
    case .shiftJIS: hanzi = [0x8D, 0x71]
    case .eucKR: hanzi = [0xFB, 0xAC]
    default: hanzi = [0x62]
    }
    let padding = [UInt8](repeating: 0, count: encoding.unitLength - 1)
    let letter = encoding.isBigEndian ? padding + [0x61] : [0x61] + padding
    let bytes = (0..<shift).flatMap { _ in letter } + (0..<5_000).flatMap { _ in hanzi }
    let path = try scratch.write(bytes, to: "line.txt")
    // A part's end is cut off at another byte each time.
    let text = try pages(of: path, length: 4096 + shift, encoding: encoding).map { $0.text.line(1) }.joined()
    #expect(!text.contains("\u{FFFD}"))
    #expect(text.unicodeScalars.count == shift + 5_000 * (encoding == .gb18030 ? 2 : 1))
  }

  // MARK: As a corpus has them

  /// More than four million bytes with hardly anything in them.
  private static let gap = "上卷\n" + String(repeating: "\n", count: 5_000_000) + "下卷\n"

  @Test("It is read in parts, each an issue of its own, and that is said; a blank stretch is no part")
  func corpus() throws {
    try scratch.write(Self.gap, to: "big.txt")
    try scratch.write(String(repeating: " ", count: 5_000_000), to: "void.txt")
    var corpus = scratch.open()
    #expect(corpus.ids == ["big.part1", "big.part2"])
    let page = try #require(try corpus.issue("big.part2")?.pages.first)
    #expect(page.text.line(5_000_002) == "下卷")
    #expect(page.path == scratch.path + "/big.txt")
    #expect(
      scratch.problems(of: corpus) == [
        "big.txt: is 4 MiB, more than a page has; read in 2 parts, big.part1 to big.part2",
        "void.txt: is empty; left out",
      ])
  }

  @Test("What changes after it was parted is not read with wrong lines, but said")
  func changed() throws {
    let path = try scratch.write(Self.gap, to: "big.txt")
    for number in 0..<40 { try scratch.write("文", to: "sheet\(number).txt") }
    var corpus = scratch.open()
    try scratch.write("短", to: "big.txt")
    #expect(throws: Problem(path, "has changed since it was parted; open it again")) { try corpus.issue("big.part1") }
  }

  @Test("What a side file says of the file holds for its parts, but they do not all become one page")
  func sideFile() throws {
    try scratch.write(Self.gap, to: "big.txt")
    try scratch.write(#"{ "pages": { "big.txt": { "issue": "x", "page": 2, "title": "乡报" } } }"#, to: "baolan.json")
    var corpus = scratch.open()
    #expect(corpus.ids == ["big.part1", "big.part2"])
    #expect(try corpus.issue("big.part2")?.title == "乡报")
  }

  @Test("The catalogue knows the parts, and reads them again")
  func catalogued() throws {
    try scratch.write(Self.gap, to: "big.txt")
    let outcome = CatalogueBuild.make(LibraryScan(paths: [scratch.path]), older: nil, .init())
    let catalogue = try #require(outcome?.catalogue)
    #expect(catalogue.count == 2)
    var corpus = Corpus(catalogue, encoding: nil)
    #expect(try corpus.issue("big.part2")?.pages.first?.text.line(5_000_002) == "下卷")
    let again = try #require(CatalogueBuild.make(LibraryScan(paths: [scratch.path]), older: catalogue, .init()))
    #expect(again.catalogue.count == 2)
  }
}

import CSystem
import Chance
import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Library
@testable import PageFormats
@testable import System

@Suite("What the bytes of a page say")
struct DecodingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("A byte order mark is no part of the first line")
  func byteOrderMark() throws {
    try scratch.write([0xEF, 0xBB, 0xBF] + Array("衡阳\n日报\n".utf8), to: "a.txt")
    var corpus = scratch.open()
    #expect(try corpus.lines(of: "a") == ["衡阳", "日报"])
    #expect(corpus.problems.isEmpty)
  }

  @Test("CR LF and CR end lines as LF does")
  func lineBreaks() throws {
    try scratch.write("一\r\n二\r三\n\n四", to: "a.txt")
    var corpus = scratch.open()
    #expect(try corpus.lines(of: "a") == ["一", "二", "三", "", "四"])
  }

  @Test("A byte that is not UTF-8 is shown as �, its line is named, and all else is kept")
  func invalid() throws {
    try scratch.write(Array("一\n二".utf8) + [0xE9] + Array("三\n".utf8), to: "a.txt")
    var corpus = scratch.open()
    #expect(try corpus.lines(of: "a") == ["一", "二\u{FFFD}三"])
    #expect(scratch.problems(of: corpus) == ["a.txt:2: not UTF-8 (byte 0xE9); shown as \u{FFFD}"])
  }

  @Test("Many such bytes are one complaint with their number")
  func manyInvalid() throws {
    try scratch.write(Array("a".utf8) + [0xFF, 0x41, 0xFF, 0x41, 0x0A, 0xFF], to: "a.txt")
    #expect(
      scratch.problems(of: scratch.open()) == ["a.txt:1: not UTF-8 (byte 0xFF and 2 more); shown as \u{FFFD}"])
  }

  @Test("A character that the file's end cuts off is one �")
  func cutOff() throws {
    try scratch.write(Array("一".utf8) + Array("二".utf8.prefix(2)), to: "a.txt")
    var corpus = scratch.open()
    #expect(try corpus.lines(of: "a") == ["一\u{FFFD}"])
  }

  @Test("Any bytes are decoded to the same text as Swift decodes them to", arguments: 0..<200)
  func likeSwift(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let pool: [UInt8] = [0x41, 0x0A, 0xE4, 0xB8, 0x80, 0xC3, 0xA9, 0xF0, 0x9F, 0x92, 0xA9, 0xFF, 0xED, 0xA0]
    let bytes = [0x41] + (0..<40).map { _ in pool.randomElement(using: &random) ?? 0x41 }
    let page = try decodePage(bytes, path: "x", encoding: .utf8)
    #expect(page.text.bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
    #expect((page.problem == nil) == (String(validating: bytes, as: UTF8.self) != nil))
  }

  @Test("Text of hanzi and letters in which some bytes are wrong reads as Swift reads it", arguments: 0..<200)
  func damagedText(seed: UInt64) throws {
    var random = RandomSource(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ 3)
    let characters = Array("衡阳日报，。\u{E000}豈\u{FFFD}한é𠀀ab cdefghijk\n")
    var bytes = Array(String((0..<120).map { _ in characters.randomElement(using: &random) ?? "衡" }).utf8)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0x80...0xFF, using: &random)
    }
    let page = try decodePage(bytes, path: "a", encoding: .utf8)
    #expect(String(decoding: page.text.bytes, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
  }

  @Test("Sound text ends where its bytes end, whatever lies behind them", arguments: ["abcdefghijklmnop", "衡阳日报一二三四"])
  func endOfBytes(text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      for length in 0...buffer.count {
        let whole = String(validating: buffer.prefix(length), as: UTF8.self) != nil
        let prefix = bl_utf8_prefix(buffer.baseAddress, length)
        #expect(whole ? prefix == length : prefix < length && length - prefix < 3)
      }
    }
  }

  @Test("A page with a NUL or a few is still a page, in whatever encoding, and loses nothing", arguments: [1, 2, 5])
  func nul(count: Int) throws {
    let text = String(repeating: "大桥昨日通车，全市人民欢庆。\n", count: 20)
    let spoilt = text + String(repeating: "\u{0}第", count: count) + "\n" + text
    for (encoding, foundation) in [(PageEncoding.utf8, String.Encoding.utf8), (.gb18030, .init(rawValue: 0x8000_0632))]
    {
      let page = try decodePage(Array(try #require(spoilt.data(using: foundation))), path: "x")
      #expect(page.encoding == encoding)
      #expect(page.text == PageText(spoilt))
    }
  }

  @Test(
    "A page of Latin letters with a NUL is not taken for UTF-16",
    arguments: ["hello\u{0} world\n", "hello w\u{0}orld\n"])
  func latinNUL(line: String) throws {
    let text = "The bridge was opened yesterday.\n" + line
    let page = try decodePage(Array(text.utf8), path: "x")
    #expect(page.encoding == .utf8)
    #expect(page.text == PageText(text))
  }

  @Test("A page with a NUL and a byte that is not UTF-8 is still a page")
  func nulAndFault() throws {
    let page = try decodePage(Array("大桥昨日\u{0}通车".utf8) + [0xFF] + Array("全市人民欢庆\n".utf8), path: "x")
    #expect(page.text.line(1) == "大桥昨日\u{0}通车\u{FFFD}全市人民欢庆")
  }

  @Test(
    "A file of bytes of all kinds is binary: the file and the line are named, and the rest is read", arguments: 0..<20)
  func binaryNUL(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let bytes = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &random) }
    try scratch.write(Array("一\n二".utf8) + [0] + bytes, to: "a.txt")
    try scratch.write("文", to: "b.txt")
    let corpus = scratch.open()
    #expect(corpus.ids == ["b"])
    #expect(scratch.problems(of: corpus) == ["a.txt:2: NUL byte: binary, not a page of text; left out"])
  }

  @Test("Text of many NULs is binary")
  func manyNULs() throws {
    try scratch.write("一\n二" + String(repeating: "a\u{0}文", count: 100), to: "a.txt")
    #expect(
      scratch.problems(of: scratch.open()) == ["a.txt:2: NUL byte: binary, not a page of text; left out"])
  }

  @Test("A file of control characters is binary")
  func binary() throws {
    try scratch.write(Array(repeating: [1, 2, 3, 0x41, 0x42], count: 50).flatMap { $0 }, to: "a.txt")
    #expect(scratch.problems(of: scratch.open()) == ["a.txt: binary, not a page of text; left out"])
  }

  @Test("A page with a few escapes is still a page")
  func escapes() throws {
    try scratch.write("\u{1B}[1m衡阳日报\u{1B}[0m 第一版\u{7}", to: "a.txt")
    #expect(scratch.open().ids == ["a"])
  }

  @Test("An empty file, a blank one and a lone byte order mark are named, and the rest is read")
  func empty() throws {
    try scratch.write("", to: "a.txt")
    try scratch.write(" \n\t\r\n\n", to: "b.txt")
    try scratch.write([0xEF, 0xBB, 0xBF], to: "c.txt")
    try scratch.write("文", to: "d.txt")
    let corpus = scratch.open()
    #expect(corpus.ids == ["d"])
    #expect(
      scratch.problems(of: corpus) == ["a.txt", "b.txt", "c.txt"].map { $0 + ": is empty; left out" })
  }
}

import Chance
import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Library
@testable import PageFormats

@Suite("How a page is encoded")
struct EncodingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let simplified = "大桥昨日通车 全市人民欢庆\n■本报记者 王小明\n本报讯 一月三日上午，甲地举行大桥通车仪式。\n"
  static let traditional = "大橋昨日通車 市民歡慶\n本報記者 王小明\n本報訊 一月三日上午，甲地舉行大橋通車儀式，許多市民參加。\n"

  static let written: [(PageEncoding, String.Encoding, String)] = [
    (.gb18030, String.Encoding(rawValue: 0x8000_0632), simplified),
    (.gb18030, String.Encoding(rawValue: 0x8000_0632), traditional),
    (.big5, String.Encoding(rawValue: 0x8000_0A03), traditional),
    (.utf16LittleEndian, .utf16LittleEndian, simplified), (.utf16BigEndian, .utf16BigEndian, traditional),
    (.utf8, .utf8, simplified),
  ]

  @Test("A page is read in the encoding that it is written in, whether it is named or not", arguments: written.indices)
  func toldApart(row: Int) throws {
    let (encoding, foundation, text) = Self.written[row]
    let bytes = Array(try #require(text.data(using: foundation)))
    for named in [nil, encoding] {
      let page = try decodePage(bytes, path: "x", encoding: named)
      #expect(page.encoding == encoding)
      #expect(String(decoding: page.text.bytes, as: UTF8.self) == text)
      #expect(page.problem == nil)
    }
  }

  @Test("A byte order mark says which, and is no part of the text", arguments: written.indices)
  func marks(row: Int) throws {
    let (encoding, foundation, text) = Self.written[row]
    let bytes = encoding.byteOrderMark + Array(try #require(text.data(using: foundation)))
    let page = try decodePage(bytes, path: "x")
    #expect(page.encoding == encoding)
    #expect(page.text.line(1) == text.split(separator: "\n").first.map(String.init))
  }

  @Test("The five pages are told apart from Big5 and UTF-8 in whatever encoding, down to a line of each")
  func seedsInAll() throws {
    var corpus = Corpus.open(paths: [seeds])
    for id in corpus.ids {
      let page = try #require(try corpus.issue(id)?.pages.first)
      let lines = (1...page.text.lineCount).map { page.text.line($0) }.filter { $0.count > 7 }
      for text in lines + [lines.joined(separator: "\r\n")] {
        let data = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        let decoded = try decodePage(Array(data), path: id)
        #expect(decoded.encoding == .gb18030 && decoded.text == PageText(text), "\(text)")
      }
    }
  }

  @Test("A page that is UTF-8 but for a few bytes stays UTF-8")
  func mostlyUTF8() throws {
    let page = try decodePage(Array(Self.simplified.utf8) + [0xB0, 0xA1, 0x0A], path: "x")
    #expect(page.encoding == .utf8)
    #expect(page.text.line(1) == "大桥昨日通车 全市人民欢庆")
    #expect(page.problem?.line == 4)
  }

  @Test("A Western page in Latin-1 is not taken for Chinese")
  func latin() throws {
    let text = "Le général est arrivé à l'hôtel, où il a été reçu.\n"
    let page = try decodePage(Array(try #require(text.data(using: .isoLatin1))), path: "x")
    #expect(page.encoding == .windows1252)
    #expect(page.text.line(1).hasPrefix("Le général est arrivé"))
  }

  @Test("Bytes that are not of the encoding are shown as �, with their line, and the rest is kept")
  func faults() throws {
    let bytes = Array(try #require(Self.simplified.data(using: String.Encoding(rawValue: 0x8000_0632))))
    let cut = Array(bytes.dropLast(3))
    let page = try decodePage(cut + [0xFF, 0x0A] + bytes, path: "x")
    #expect(page.text.lineCount == 6)
    #expect(page.text.line(3).hasSuffix("仪式\u{FFFD}") || page.text.line(3).hasSuffix("仪式。\u{FFFD}"))
    #expect(page.text.line(6) == "本报讯 一月三日上午，甲地举行大桥通车仪式。")
    #expect(page.problem?.description.hasPrefix("x:3: ") == true)
  }

  @Test(
    "A page larger than the converter's piece loses nothing at the seams", arguments: [PageEncoding.gb18030, .big5])
  func seams(encoding: PageEncoding) throws {
    let foundation = String.Encoding(rawValue: encoding == .big5 ? 0x8000_0A03 : 0x8000_0632)
    let text = "a" + String(repeating: "大橋通車，市民參加。", count: 20_000)
    let page = try decodePage(Array(try #require(text.data(using: foundation))), path: "x", encoding: encoding)
    #expect(page.text == PageText(text))
    #expect(page.problem == nil)
  }

  @Test("Any bytes in any encoding become valid UTF-8", arguments: 0..<100)
  func anything(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let bytes = [0x41] + (0..<60).map { _ in UInt8.random(in: 1...255, using: &random) }
    for encoding in PageEncoding.allCases {
      guard let page = try? decodePage(bytes, path: "x", encoding: encoding) else { continue }
      #expect(String(validating: page.text.bytes, as: UTF8.self) != nil)
      #expect(page.encoding == encoding)
    }
  }

  @Test("The model has the encoding, and a forced one holds when a page is read again")
  func model() throws {
    let bytes = Array(try #require(Self.simplified.data(using: String.Encoding(rawValue: 0x8000_0632))))
    for number in 0..<40 { try scratch.write(bytes, to: "sheet\(number).txt") }
    for encoding in [nil, PageEncoding.big5] {
      var corpus = Corpus.open(paths: [scratch.path], encoding: encoding)
      for id in corpus.ids {
        #expect(try corpus.issue(id)?.pages.first?.encoding == encoding?.rawValue ?? "GB18030")
      }
    }
  }

  @Test("An encoding is known by the names that people give it")
  func names() {
    #expect(
      ["gbk", "GB2312", "gb18030", "GB-18030"].map { PageEncoding(named: $0) } == Array(repeating: .gb18030, count: 4))
    #expect(["big5", "BIG-5", "cp950"].map { PageEncoding(named: $0) } == Array(repeating: .big5, count: 3))
    #expect(["utf8", "UTF-8"].map { PageEncoding(named: $0) } == [.utf8, .utf8])
    #expect(
      ["utf-16", "utf16le", "UTF-16BE"].map { PageEncoding(named: $0) } == [
        .utf16LittleEndian, .utf16LittleEndian, .utf16BigEndian,
      ])
    #expect(
      ["latin1", "us-ascii", "sjis", "EUC_JP", "ks_c_5601-1987"].map { PageEncoding(named: $0) } == [
        .windows1252, .windows1252, .shiftJIS, .eucJP, .eucKR,
      ])
    for encoding in PageEncoding.allCases { #expect(PageEncoding(named: encoding.rawValue) == encoding) }
    #expect(PageEncoding(named: "klingon") == nil)
  }
}

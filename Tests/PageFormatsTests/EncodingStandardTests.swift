import Glibc
import Testing

@testable import PageFormats

/// Decoders against the Encoding Standard: known texts, its rules for faults, and other implementations of its tables.
@Suite("Encodings of the Standard")
struct EncodingStandardTests {
  private func text(_ bytes: [UInt8], _ encoding: PageEncoding) throws -> String {
    String(decoding: try #require(decoded(bytes, from: encoding)).bytes, as: UTF8.self)
  }

  @Test(
    "Known bytes of each family read as what they are",
    arguments: [
      (PageEncoding.shiftJIS, [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0xB6, 0x2E], "日本語ｶ."),
      (.shiftJIS, [0x87, 0x40, 0xFA, 0x54, 0xF0, 0x40], "①￢\u{E000}"),
      (.eucJP, [0xC6, 0xFC, 0xCB, 0xDC, 0x8E, 0xB6, 0x8F, 0xB0, 0xA1], "日本ｶ丂"),
      (.iso2022JP, [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42, 0x61, 0x0A], "日本a\n"),
      (.iso2022JP, [0x1B, 0x28, 0x49, 0x36, 0x1B, 0x28, 0x4A, 0x5C], "ｶ¥"),
      (.eucKR, [0xC7, 0xD1, 0xB1, 0xB9, 0x81, 0x41], "한국갂"),
      (.windows1251, [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет"), (.koi8R, [0xF0, 0xD2], "Пр"),
      (.windows1252, [0x80, 0xE9, 0x9D], "€é\u{9D}"), (.iso8859x15, [0xA4], "€"), (.ibm866, [0x8F, 0xE0], "Пр"),
      (.gb18030, [0xBA, 0xE2, 0x80, 0x81, 0x30, 0x81, 0x30, 0x95, 0x32, 0x82, 0x36], "衡€\u{80}𠀀"),
      (
        .gb18030, [0x81, 0x35, 0xF4, 0x37, 0xA8, 0xBC, 0xA6, 0xD9, 0xFE, 0x59, 0xE3, 0x32, 0x9A, 0x35],
        "\u{E7C7}ḿ︐龴\u{10FFFF}"
      ),
      (.big5, [0xBF, 0xC5, 0x88, 0x62, 0x88, 0xA5, 0x87, 0x40, 0x87, 0x45], "衡\u{CA}\u{304}\u{EA}\u{30C}䏰\u{27267}"),
      (.utf16BigEndian, [0xD8, 0x40, 0xDC, 0x00, 0x88, 0x61, 0x00, 0x00], "𠀀衡\u{0}"),
    ] as [(PageEncoding, [UInt8], String)])
  func known(encoding: PageEncoding, bytes: [UInt8], expected: String) throws {
    #expect(try text(bytes, encoding) == expected)
  }

  @Test(
    "Of a character at fault an ASCII byte is kept, and nothing else is lost",
    arguments: [
      (PageEncoding.gb18030, [0x81, 0x3C, 0x62], "\u{FFFD}<b"),
      (.gb18030, [0x81, 0x30, 0x3C, 0xBA, 0xE2], "\u{FFFD}0<衡"),
      (.gb18030, [0xBA], "\u{FFFD}"),
      (.gb18030, [0x81, 0x30, 0x81], "\u{FFFD}"), (.gb18030, [0xE3, 0x32, 0x9A, 0x36], "\u{FFFD}"),
      (.big5, [0x81, 0x40, 0xFF, 0xBF, 0xC5], "\u{FFFD}@\u{FFFD}衡"), (.eucKR, [0xC9, 0xFF, 0x61], "\u{FFFD}a"),
      (.shiftJIS, [0x81, 0x20, 0xA0, 0xFD, 0x61], "\u{FFFD} \u{FFFD}\u{FFFD}a"),
      (.eucJP, [0x8E, 0x41, 0x8F, 0x41, 0xA1], "\u{FFFD}A\u{FFFD}A\u{FFFD}"),
      (.iso2022JP, [0x1B, 0x24, 0x41, 0x80, 0x0E], "\u{FFFD}$A\u{FFFD}\u{FFFD}"),
      (.iso2022JP, [0x1B, 0x28, 0x42, 0x1B, 0x28, 0x42, 0x61], "\u{FFFD}a"),
      (.utf16LittleEndian, [0x00, 0xDC, 0x61, 0x00, 0x42, 0xD8, 0x62, 0x00, 0x63], "\u{FFFD}a\u{FFFD}b\u{FFFD}"),
    ] as [(PageEncoding, [UInt8], String)])
  func faults(encoding: PageEncoding, bytes: [UInt8], expected: String) throws {
    #expect(try text(bytes, encoding) == expected)
  }

  @Test("GB18030 reads every scalar that its four bytes have a place for, each from one place")
  func fourBytes() throws {
    var bytes: [UInt8] = []
    for pointer in 0..<39_420 {
      bytes += [UInt8(0x81 + pointer / 12_600), UInt8(0x30 + pointer / 1260 % 10)]
      bytes += [UInt8(0x81 + pointer / 10 % 126), UInt8(0x30 + pointer % 10)]
    }
    let found = Set(try text(bytes, .gb18030).unicodeScalars.map(\.value))
    #expect(found.count == 39_420 && found.min() == 0x80 && found.max() == 0xFFFF)
  }

  @Test("Every pair of bytes is one character or one fault, at any place, in every encoding of pairs")
  func pairs() throws {
    for encoding in [PageEncoding.gb18030, .big5, .eucJP, .shiftJIS, .eucKR] {
      for first in UInt8(0x80)...0xFF {
        for second in stride(from: UInt8(0), through: 0xFF, by: 3) {
          let read = try text([first, second, 0x61, 0x61, 0x61], encoding)
          #expect(read.hasSuffix("aaa") || read.hasSuffix("aa"), "\(encoding) \(first) \(second)")
        }
      }
    }
  }

  @Test(
    "The C library, where it knows an encoding, reads nearly all pairs of bytes alike",
    arguments: [
      (PageEncoding.gb18030, "GB18030", 7), (.big5, "BIG5-HKSCS", 16), (.eucKR, "CP949", 1), (.shiftJIS, "CP932", 0),
      (.windows1251, "CP1251", 0), (.windows1252, "CP1252", 0), (.iso8859x7, "ISO-8859-7", 0), (.koi8R, "KOI8-R", 0),
    ])
  func asTheCLibrary(encoding: PageEncoding, name: String, differences: Int) throws {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return }
    defer { iconv_close(converter) }
    var (same, different) = (0, 0)
    for first in UInt8(0x81)...0xFF {
      let rows: [UInt8] = (UInt8(0x20)...0xFF).flatMap { [first, $0, 0x0A] }
      let read = try text(rows, encoding).split(separator: "\n", omittingEmptySubsequences: false)
      for (second, found) in zip(UInt8(0x20)...0xFF, read) {
        guard let expected = converted([first, second], converter) else { continue }
        if found == expected { same += 1 } else { different += 1 }
      }
    }
    #expect(different <= differences && same > 1000, "\(different) pairs differ, \(same) do not")
  }

  /// Two bytes as the C library reads them; nil if it does not take both.
  private func converted(_ bytes: [UInt8], _ converter: iconv_t) -> String? {
    var (left, space) = (bytes.count, 16)
    let text = [UInt8](unsafeUninitializedCapacity: space) { room, count in
      var source = bytes.map(CChar.init(bitPattern:))
      source.withUnsafeMutableBufferPointer { source in
        room.withMemoryRebound(to: CChar.self) { room in
          var (place, next) = (source.baseAddress, room.baseAddress)
          _ = iconv(converter, nil, nil, nil, nil)
          _ = iconv(converter, &place, &left, &next, &space)
          _ = iconv(converter, nil, nil, &next, &space)
        }
      }
      count = 16 - space
    }
    return left == 0 ? String(decoding: text, as: UTF8.self) : nil
  }
}

import Chance
import Glibc
import Library
import Newspaper
import PageFormats

/// A page's file as it may come from anywhere: in one encoding or another, as HTML, with bytes that are at fault.
struct FuzzedFile {
  /// Forms that a page's lines are written in.
  enum Shape: CaseIterable {
    case utf8, marked, gb18030, big5, utf16, utf16Marked, html, spoiltHTML, spoiltBytes, noise
  }

  var shape: Shape
  var bytes: [UInt8]
  /// The encoding that is asked for; nil lets it be guessed.
  var encoding: PageEncoding?
  /// The letters that must come out; nil where bytes are at fault, or the encoding is guessed.
  var letters: [Unicode.Scalar]?

  /// A file of some lines.
  init(_ lines: [String], _ random: inout RandomSource) {
    shape = Shape.allCases[random.below(Shape.allCases.count)]
    let text = lines.joined(separator: "\n")
    switch shape {
    case .utf8: bytes = Array(text.utf8)
    case .marked: bytes = [0xEF, 0xBB, 0xBF] + text.utf8
    case .utf16: bytes = wide(text, .utf16LittleEndian)
    case .utf16Marked: bytes = [0xFE, 0xFF] + wide(text, .utf16BigEndian)
    case .gb18030: bytes = encoded(text, "GB18030")
    case .big5: bytes = encoded(text, "BIG5-HKSCS")
    case .html, .spoiltHTML: bytes = Array(markup(lines, spoilt: shape == .spoiltHTML, &random).utf8)
    case .spoiltBytes: bytes = spoilt(random.oneIn(2) ? encoded(text, "GB18030") : Array(text.utf8), &random)
    case .noise: bytes = (0..<random.below(20_000)).map { _ in UInt8(random.below(256)) }
    }
    expect(text, &random)
  }

  private mutating func expect(_ text: String, _ random: inout RandomSource) {
    let isCertain = random.oneIn(2)
    switch shape {
    case .utf8, .marked, .utf16: letters = isCertain ? Self.letters(text) : nil
    case .utf16Marked: letters = Self.letters(text)
    // With fewer tags it need not be HTML.
    case .html: letters = text.count { $0 == "\n" } > 4 ? Self.letters(text) : nil
    default: break
    }
    guard isCertain else { return }
    switch shape {
    case .utf8, .marked: encoding = .utf8
    case .utf16: encoding = .utf16LittleEndian
    case .gb18030: encoding = .gb18030
    case .big5: encoding = .big5
    default: break
    }
  }

  static func letters(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter(\.properties.isAlphabetic) }
}

private func wide(_ text: String, _ encoding: PageEncoding) -> [UInt8] {
  text.utf16.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return encoding == .utf16BigEndian ? [high, low] : [low, high]
  }
}

/// In an encoding of the C library; what the encoding lacks is left out.
private func encoded(_ text: String, _ name: String) -> [UInt8] {
  guard let converter = iconv_open(name + "//IGNORE", "UTF-8"), converter != iconv_t(bitPattern: -1) else { return [] }
  defer { iconv_close(converter) }
  var input = text.utf8.map(CChar.init(bitPattern:))
  return [UInt8](unsafeUninitializedCapacity: input.count * 4 + 16) { buffer, count in
    buffer.withMemoryRebound(to: CChar.self) { room in
      var (left, space, next) = (input.count, room.count, room.baseAddress)
      input.withUnsafeMutableBufferPointer { source in
        var place = source.baseAddress
        _ = iconv(converter, &place, &left, &next, &space)
      }
      count = room.count - space
    }
  }
}

private func spoilt(_ bytes: [UInt8], _ random: inout RandomSource) -> [UInt8] {
  var bytes = bytes
  for _ in 0..<random.below(400) where !bytes.isEmpty {
    let place = random.below(bytes.count)
    switch random.below(3) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes.remove(at: place)
    default: bytes.insert(UInt8(random.below(256)), at: place)
    }
  }
  return bytes
}

/// The lines as a page of HTML; spoilt, with tags where none belong.
private func markup(_ lines: [String], spoilt: Bool, _ random: inout RandomSource) -> String {
  let strays = [
    "<p", "</div>", "<!--", "-->", "<script>", "</style", "<pre>", "<br/>", "&#x", "&amp", "<td a='", "<h1>",
  ]
  var page = random.oneIn(2) ? "<html><head><title>x</title></head><body>\n" : ""
  for line in lines {
    let text = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let tag = ["p", "div", "h2", "li", "td"][random.below(5)]
    page += "<\(tag)>\(text)" + (random.oneIn(4) ? "" : "</\(tag)>") + (random.oneIn(2) ? "\n" : "")
    if spoilt, random.oneIn(5) { page += strays[random.below(strays.count)] }
  }
  return page
}

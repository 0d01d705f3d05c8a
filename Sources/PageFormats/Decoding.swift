import CSystem
import Glibc
import Newspaper
import System

/// The text of a file, its encoding, and the first fault.
package struct DecodedPage {
  /// Without a byte order mark.
  package var text: PageText
  /// The encoding that the file was read in.
  package var encoding: PageEncoding
  /// The name of the encoding if it is another one.
  package var encodingName: String?
  /// The first place that is not in the encoding, and the number of such places.
  package var problem: Problem?
  /// True if the text is made from markup, so that its lines are not those of the file.
  package var isMarkup = false
  /// The text of the file, where that of the page is made from markup or was mended.
  package var source: PageText?
  /// True if UTF-8 was read in another encoding and saved so, and this was undone.
  package var isMended = false
  /// The meanings of names in a file with places, if they were asked for.
  package var names: [String: NamedPlace] = [:]
  /// The page's width in the units of a file with places.
  package var unitWidth: Float = 0
  /// The articles that a file with places states itself, with 0 for the page's number.
  package var zoning: StatedZoning?
  /// The page's index among those of its file, blank ones too.
  package var index = 0
  /// The pages behind it in its file that have text.
  package var further: [DecodedPage] = []

  /// Numbers the lines from another line than 1.
  package mutating func number(from line: Int) {
    text = PageText(bytes: text.bytes, firstLine: line)
    if let told = problem?.line { problem?.line = told + line - 1 }
  }
}

/// Decodes a page.
///
/// The encoding is the one that is asked for; else that of the byte order mark; else UTF-8 if the bytes are, or nearly
/// are; else a guess. Bytes that do not belong to the encoding become U+FFFD. A few NULs are faults of a text and stay
/// in it; a file with one tenth of control characters is no text.
///
/// The text of a page with markup is the text that a browser shows; of a format with places, the lines that it states.
/// Throws the problem of a file that is no page.
/// - Parameter keepsNames: true if the names of a format's blocks, lines and words are needed.
package func decodePage(
  _ file: [UInt8], path: String, encoding: PageEncoding? = nil, keepsNames: Bool = false
) throws(Problem) -> DecodedPage {
  var page = try decodeDeclared(file, path: path, encoding: encoding)
  try page.readFormat(path: path, keepsNames: keepsNames)
  return page
}

/// The bytes of an XML file in UTF-8, without a byte order mark.
package func decodedMarkup(_ file: [UInt8], path: String) throws(Problem) -> [UInt8] {
  try decodeDeclared(file, path: path, encoding: nil).text.bytes
}

/// Decodes a file in the encoding that its XML declaration names, if it has one.
private func decodeDeclared(_ file: [UInt8], path: String, encoding: PageEncoding?) throws(Problem) -> DecodedPage {
  guard encoding == nil, let name = XMLDeclaration.encodingName(of: file) else {
    return try decodeText(file, path: path, encoding: encoding)
  }
  if Latin1.isName(name), bl_utf8_prefix(file, file.count) < file.count {
    var page = try decodeText(Latin1.decoded(file), path: path, encoding: .utf8)
    page.encodingName = "windows-1252"
    return page
  }
  let declared = PageEncoding(named: name)
  // A declaration in letters of one byte each is wrong in a file of two-byte letters.
  let isWide = declared.map { $0.unitLength > 1 } ?? false
  return try decodeText(file, path: path, encoding: isWide ? nil : declared)
}

private func decodeText(_ file: [UInt8], path: String, encoding: PageEncoding?) throws(Problem) -> DecodedPage {
  let marked = PageEncoding(markOf: file)
  let known = encoding ?? marked ?? (has(0, file) ? encodingOfFileWithNULs(file) : nil)
  let isWide = known.map { $0.unitLength > 1 } ?? false
  // Asked for UTF-16, a file that names its own order of bytes has that one.
  let chosen = isWide && marked?.unitLength == known?.unitLength ? marked : known
  let mark = marked.map { $0 == chosen ? $0.byteOrderMark.count : 0 } ?? 0
  let bytes = mark > 0 ? Array(file.dropFirst(mark)) : file
  if bytes.allSatisfy(isBlank) { throw Problem(path, "is empty; left out") }
  if !isWide, isMostlyControl(bytes) { throw binary(path, file) }
  guard let chosen, let text = decoded(bytes, from: chosen) else {
    return try decodeUTF8(bytes, path: path, isCertain: chosen != nil)
  }
  return try DecodedPage(text, from: chosen, path: path)
}

/// The encoding of a file with NULs: UTF-8 if all of it is, UTF-16 or UTF-32 if it reads so; nil if it must be guessed
/// as for other files.
private func encodingOfFileWithNULs(_ file: [UInt8]) -> PageEncoding? {
  if !isMostlyControl(file), bl_utf8_prefix(file, file.count) == file.count { return .utf8 }
  return wideEncoding(of: file)
}

private func binary(_ path: String, _ file: [UInt8]) -> Problem {
  guard let place = file.firstIndex(of: 0) else { return Problem(path, "binary, not a page of text; left out") }
  return Problem(path, line: lineNumber(of: place, in: file), "NUL byte: binary, not a page of text; left out")
}

/// - Parameter isCertain: true if no other encoding is tried.
private func decodeUTF8(_ bytes: [UInt8], path: String, isCertain: Bool) throws(Problem) -> DecodedPage {
  if bl_utf8_prefix(bytes, bytes.count) == bytes.count {
    if !isCertain, ISO2022JPDecoder.isUsed(in: bytes), let text = decoded(bytes, from: .iso2022JP) {
      return try DecodedPage(text, from: .iso2022JP, path: path)
    }
    return isCertain ? DecodedPage(text: PageText(bytes: bytes), encoding: .utf8) : mendedPage(bytes, path: path)
  }
  let (page, isMostlyUTF8) = repairedUTF8(bytes, path: path)
  if isCertain { return page }
  if let mixed = MixedText(bytes) { return mixed.page(path: path) }
  if isMostlyUTF8 { return page }
  let ranked = EncodingCosts.ranked(bytes)
  if let best = ranked.first, best.isPlausible(bytes), let text = decoded(bytes, from: best.encoding) {
    var page = try DecodedPage(text, from: best.encoding, path: path)
    if page.problem == nil, let rival = best.rival(in: ranked, bytes) {
      page.problem = Problem(
        path,
        "read as \(best.encoding.rawValue), but may be in \(rival.rawValue); if it reads wrong, give another --encoding"
      )
    }
    return page
  }
  // Pictures and archives have both NULs and bytes of no encoding; a damaged text has one of them.
  if has(0, bytes) { throw binary(path, bytes) }
  return page
}

/// A page of UTF-8; the text that was meant where UTF-8 was read as Windows-1252 and saved so.
private func mendedPage(_ bytes: [UInt8], path: String) -> DecodedPage {
  var page = DecodedPage(text: PageText(bytes: bytes), encoding: .utf8)
  guard let mended = Mojibake.mended(bytes) else { return page }
  page.source = page.text
  page.text = PageText(bytes: mended)
  page.isMended = true
  page.problem = Problem(
    path, "UTF-8 that was read as windows-1252 and saved so; mended here, show --raw prints it as it is")
  return page
}

extension DecodedPage {
  /// A page of text that was converted.
  fileprivate init(_ text: ConvertedText, from encoding: PageEncoding, path: String) throws(Problem) {
    if text.bytes.allSatisfy(isBlank) { throw Problem(path, "is empty; left out") }
    let problem = text.firstFault.map { place in
      let count = text.faults == 1 ? "a character" : "\(text.faults) characters"
      return Problem(
        path, line: lineNumber(of: place, in: text.bytes),
        "\(count) not in \(encoding.rawValue), shown as \u{FFFD}; "
          + "if all of it reads wrong, give another --encoding")
    }
    self.init(text: PageText(bytes: text.bytes), encoding: encoding, problem: problem)
  }
}

/// True for a space, a tab and the characters of ASCII that end lines or pages.
package func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// True if a tenth of the bytes are control characters, more than any text has.
private func isMostlyControl(_ bytes: [UInt8]) -> Bool { bl_count_controls(bytes, bytes.count) * 10 > bytes.count }

/// True if the bytes contain one, at the speed of memory.
func has(_ byte: UInt8, _ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) } ?? nil } != nil
}

private func lineNumber(of place: Int, in bytes: [UInt8]) -> Int {
  PageText(bytes: Array(bytes[..<place])).lineCount + (place == 0 || bytes[place - 1] == 0x0A ? 1 : 0)
}

/// Replaces each ill-formed sequence by U+FFFD (Unicode Standard, chapter 3.9, maximal subparts). The text is mostly
/// UTF-8 if such sequences are few beside the well-formed ones of several bytes, which other encodings have only by
/// accident.
private func repairedUTF8(_ bytes: [UInt8], path: String) -> (page: DecodedPage, isMostlyUTF8: Bool) {
  var repaired: [UInt8] = []
  repaired.reserveCapacity(bytes.count + 64)
  var firstPlace: Int?
  var count = 0
  var wellFormed = 0
  var rest = bytes[...]
  while true {
    let sound = rest.prefix(rest.withUnsafeBufferPointer { bl_utf8_prefix($0.baseAddress, $0.count) })
    repaired += sound
    wellFormed += sound.count { $0 >= 0xC0 }
    rest = rest[sound.endIndex...]
    if rest.isEmpty { break }
    firstPlace = firstPlace ?? rest.startIndex
    count += 1
    repaired += "\u{FFFD}".utf8
    rest = rest.dropFirst(faultLength(rest))
  }
  let problem = firstPlace.map { notUTF8(path, bytes, at: $0, count: count) }
  return (DecodedPage(text: PageText(bytes: repaired), encoding: .utf8, problem: problem), wellFormed >= count * 3)
}

/// The length of the ill-formed sequence at the beginning of some bytes.
private func faultLength(_ bytes: ArraySlice<UInt8>) -> Int {
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  guard case .error(let length) = parser.parseScalar(from: &iterator) else { return 1 }
  return max(1, length)
}

private func notUTF8(_ path: String, _ bytes: [UInt8], at place: Int, count: Int) -> Problem {
  let byte = "0x" + (bytes[place] < 0x10 ? "0" : "") + String(bytes[place], radix: 16, uppercase: true)
  let more = count == 1 ? "" : " and \(count - 1) more"
  return Problem(path, line: lineNumber(of: place, in: bytes), "not UTF-8 (byte \(byte)\(more)); shown as \u{FFFD}")
}

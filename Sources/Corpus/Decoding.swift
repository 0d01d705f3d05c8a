import Newspaper

/// A file's text, the name of its encoding, and what could not be decoded.
struct DecodedPage {
  /// Without a byte order mark.
  var text: PageText
  /// As the export names it.
  var encoding: String
  /// The first place that is not in the encoding, and how many there are.
  var problem: Problem?
}

/// Decodes a page, or says why its bytes are none.
///
/// UTF-8, with or without a byte order mark. Bytes that are not UTF-8 become U+FFFD, so that the rest is kept.
/// Other encodings are to be told apart and decoded here.
func decodePage(_ file: [UInt8], path: String) throws(Problem) -> DecodedPage {
  if let place = file.firstIndex(of: 0) {
    throw Problem(path, line: lineNumber(of: place, in: file), "NUL byte: binary, not a page of text; left out")
  }
  let marked = file.starts(with: [0xEF, 0xBB, 0xBF])
  let bytes = marked ? Array(file.dropFirst(3)) : file
  if bytes.allSatisfy(isBlank) { throw Problem(path, "is empty; left out") }
  if isMostlyControl(bytes) { throw Problem(path, "binary, not a page of text; left out") }
  if String(validating: bytes, as: UTF8.self) != nil {
    return DecodedPage(text: PageText(bytes: bytes), encoding: "UTF-8")
  }
  return repairedUTF8(bytes, path: path)
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// More control characters than any text has: a tenth of the bytes.
private func isMostlyControl(_ bytes: [UInt8]) -> Bool {
  let controls = bytes.reduce(into: 0) { count, byte in
    if byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B || byte == 0x7F { count += 1 }
  }
  return controls * 10 > bytes.count
}

private func lineNumber(of place: Int, in bytes: [UInt8]) -> Int {
  PageText(bytes: Array(bytes[..<place])).lineCount + (place == 0 || bytes[place - 1] == 0x0A ? 1 : 0)
}

/// U+FFFD for each ill-formed sequence, as the Unicode Standard has it (chapter 3.9, maximal subparts).
private func repairedUTF8(_ bytes: [UInt8], path: String) -> DecodedPage {
  var repaired: [UInt8] = []
  repaired.reserveCapacity(bytes.count + 64)
  var firstPlace: Int?
  var count = 0
  var place = 0
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  parsing: while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar):
      repaired.append(contentsOf: scalar)
      place += scalar.count
    case .error(let length):
      repaired.append(contentsOf: "\u{FFFD}".utf8)
      firstPlace = firstPlace ?? place
      count += 1
      place += length
    case .emptyInput:
      break parsing
    }
  }
  let problem = firstPlace.map { notUTF8(path, bytes, at: $0, count: count) }
  return DecodedPage(text: PageText(bytes: repaired), encoding: "UTF-8", problem: problem)
}

private func notUTF8(_ path: String, _ bytes: [UInt8], at place: Int, count: Int) -> Problem {
  let byte = "0x" + (bytes[place] < 0x10 ? "0" : "") + String(bytes[place], radix: 16, uppercase: true)
  let more = count == 1 ? "" : " and \(count - 1) more"
  return Problem(path, line: lineNumber(of: place, in: bytes), "not UTF-8 (byte \(byte)\(more)); shown as \u{FFFD}")
}

import Glibc

// File names are bytes, and not all of them are UTF-8. Within the program a path is text all the same: a byte that is
// no part of a character is one of 128 private characters, and becomes that byte again when the file is opened.

/// The private characters that stand for the bytes 0x80 to 0xFF. A name that has one of them itself has its bytes
/// written so, too, so that every name comes back as it was.
private let byteCharacters: ClosedRange<UInt32> = 0x10FE80...0x10FEFF

/// The block of private characters with a meaning within a path.
private let privateCharacters: ClosedRange<UInt32> = 0x10FD00...0x10FEFF

/// A path as text, from the system's bytes. `withPathBytes` gives the same bytes back.
public func pathText(_ bytes: UnsafePointer<CChar>) -> String {
  if let text = String(validatingCString: bytes), !holdsPrivateCharacters(text) { return text }
  var text = String.UnicodeScalarView()
  var place = UnsafeBufferPointer(start: bytes, count: strlen(bytes)).lazy.map(UInt8.init(bitPattern:)).makeIterator()
  var start = bytes
  var parser = Unicode.UTF8.ForwardParser()
  while true {
    switch parser.parseScalar(from: &place) {
    case .valid(let encoded):
      let scalar = Unicode.UTF8.decode(encoded)
      let isPrivate = privateCharacters.contains(scalar.value)
      text.append(contentsOf: isPrivate ? byteScalars(start, encoded.count) : [scalar])
      start += encoded.count
    case .error(let length):
      text.append(contentsOf: byteScalars(start, length))
      start += length
    case .emptyInput:
      return String(text)
    }
  }
}

/// Calls a function with the bytes of the file that a path names, or of which it names a part.
public func withPathBytes<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  guard holdsPrivateCharacters(path) else { return path.withCString(body) }
  var bytes: [CChar] = []
  for scalar in plainPath(path).unicodeScalars {
    if byteCharacters.contains(scalar.value) {
      bytes.append(CChar(truncatingIfNeeded: scalar.value & 0xFF))
    } else {
      bytes += String(scalar).utf8.map(CChar.init(bitPattern:))
    }
  }
  return (bytes + [0]).withUnsafeBufferPointer { buffer in
    buffer.baseAddress.map(body) ?? path.withCString(body)
  }
}

private func byteScalars(_ start: UnsafePointer<CChar>, _ count: Int) -> [Unicode.Scalar] {
  (0..<count).compactMap { Unicode.Scalar(0x10_FE00 + UInt32(UInt8(bitPattern: start[$0]))) }
}

/// All of them begin with the byte 0xF4, which hardly any path has.
private func holdsPrivateCharacters(_ text: String) -> Bool {
  text.utf8.contains(0xF4) && text.unicodeScalars.contains { privateCharacters.contains($0.value) }
}

import CSystem
import Text

/// UTF-8 whose bytes were read as Windows-1252 and saved as UTF-8 again: `ä¸­å›½` for 中国, `Ã©` for é.
enum Mojibake {
  /// The share of characters beyond ASCII that must become UTF-8 again.
  private static let least = 0.9
  /// Number of characters that must become UTF-8 again.
  private static let leastCharacters = 2
  /// From so many other characters on a text in which they are the most is no such one.
  private static let mostBroken = 64

  /// The text that was meant; nil for a text that is no such one.
  static func mended(_ bytes: [UInt8]) -> [UInt8]? {
    // Such text is full of the letters that lead bytes are read as.
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }),
      (0xC2...0xC5).contains(bytes[first]) || bytes[first] == 0xE2
    else { return nil }
    var text = MendedText(atMost: bytes.count)
    let isWhole = bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        if text.broken > mostBroken, text.broken > text.whole { return false }
        let start = place
        while place < bytes.count, bytes[place] < 0x80 { place += 1 }
        if place > start {
          text.add(UnsafeBufferPointer(rebasing: bytes[start..<place]))
          continue
        }
        let (scalar, length) = UTF8.decode(bytes, at: place)
        place += length
        if scalar < bytesOfWindows.count, bytesOfWindows[Int(scalar)] != 0 {
          text.run.append(bytesOfWindows[Int(scalar)])
        } else {
          text.add(UnsafeBufferPointer(rebasing: bytes[start..<place]))
          text.broken += 1
        }
      }
      text.endRun()
      return true
    }
    guard isWhole, text.characters >= leastCharacters,
      Double(text.whole) >= least * Double(text.whole + text.broken)
    else { return nil }
    return mended(text.bytes) ?? text.bytes
  }

  fileprivate static let codes: [UInt32] = {
    let index = EncodingIndex("windows-1252")
    return (0..<128).map { index[$0] == 0 ? UInt32($0) + 0x80 : index[$0] }
  }()

  /// By scalar, the byte that it is read from; 0 for none.
  private static let bytesOfWindows: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: Int(codes.max() ?? 0) + 1)
    for (code, byte) in zip(codes, UInt8(0x80)...UInt8(0xFF)) { bytes[Int(code)] = byte }
    // Who read it as Latin-1 has the control characters themselves.
    for code in 0x80..<0xA0 { bytes[code] = UInt8(code) }
    return bytes
  }()
}

/// The text that was meant, as far as it has been made.
private struct MendedText {
  private(set) var bytes: [UInt8] = []
  /// Bytes that were read as characters of Windows-1252, since the last character that is none of them.
  var run: [UInt8] = []
  /// The number of bytes that are UTF-8 again, and of the characters in them.
  private(set) var (whole, characters) = (0, 0)
  /// The number of characters beyond ASCII that became nothing else.
  var broken = 0

  init(atMost count: Int) { bytes.reserveCapacity(count) }

  /// Adds text as it is.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    endRun()
    bytes.append(contentsOf: text)
  }

  /// Reads the run as UTF-8. Hanzi stand in one run, in which each has its lead byte, and some may be damaged.
  mutating func endRun() {
    var rest = run[...]
    while !rest.isEmpty {
      let sound = rest.prefix(rest.withUnsafeBufferPointer { bl_utf8_prefix($0.baseAddress, $0.count) })
      bytes += sound
      (whole, characters) = (whole + sound.count, characters + sound.count { $0 >= 0xC0 })
      rest = rest[sound.endIndex...]
      guard let byte = rest.popFirst() else { break }
      broken += 1
      bytes += UTF8.bytes(of: Mojibake.codes[Int(byte) - 0x80])
    }
    run.removeAll(keepingCapacity: true)
  }
}

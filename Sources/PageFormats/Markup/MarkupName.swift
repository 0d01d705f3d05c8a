/// The name of an element or attribute without its prefix, capitals or not, as a number that is quick to compare.
struct MarkupName: Hashable, Sendable {
  /// The 64-bit FNV-1a hash of its letters, A to Z as small ones.
  let hash: UInt64

  /// The name that some letters are.
  init(_ name: StaticString) {
    var hash = Self.start
    name.withUTF8Buffer { for byte in $0 { Self.add(byte, to: &hash) } }
    self.hash = hash
  }

  /// The name in some bytes of a document, without what stands before its last colon.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var hash = Self.start
    for place in range {
      if bytes[place] == UInt8(ascii: ":") { hash = Self.start } else { Self.add(bytes[place], to: &hash) }
    }
    self.hash = hash
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    let isCapital = byte >= 0x41 && byte <= 0x5A
    hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01B3
  }

  static func == (left: MarkupName, right: MarkupName) -> Bool { left.hash == right.hash }
}

extension MarkupName: ExpressibleByStringLiteral {
  init(stringLiteral name: StaticString) { self.init(name) }
}

/// A reference of HTML within Markdown, as engines escape signs: `&amp;`, `&lt;`, `&#39;`, `&#x26;`.
struct CharacterReference {
  /// The characters that it takes.
  let length: Int
  /// The character that it stands for.
  let scalar: UInt32

  /// The most characters that one takes.
  static let longest = 10

  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0x20,
  ]

  /// The reference with which some characters begin; nil for none.
  init?(_ scalars: some Collection<UInt32>) {
    guard scalars.first == 0x26, let end = scalars.firstIndex(of: 0x3B) else { return nil }
    let name = String(String.UnicodeScalarView(scalars[..<end].dropFirst().compactMap(Unicode.Scalar.init)))
    length = scalars.distance(from: scalars.startIndex, to: end) + 1
    if let scalar = Self.named[name] {
      self.scalar = scalar
    } else if name.hasPrefix("#x"), let scalar = UInt32(name.dropFirst(2), radix: 16), Self.isText(scalar) {
      self.scalar = scalar
    } else if name.hasPrefix("#"), let scalar = UInt32(name.dropFirst()), Self.isText(scalar) {
      self.scalar = scalar
    } else {
      return nil
    }
  }

  private static func isText(_ scalar: UInt32) -> Bool { scalar >= 0x20 && Unicode.Scalar(scalar) != nil }
}

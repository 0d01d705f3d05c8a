import FoundationEssentials

/// A value as JSON text: indented, keys in order, ending in a line break. What nobody sees of its strings is escaped, so
/// that it can be seen and a terminal does not obey it.
public func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  // Between strings there is nothing but ASCII.
  return String(decoding: try encoder.encode(value), as: UTF8.self).replacingUnseen(escaped) + "\n"
}

/// By its UTF-16 code units (RFC 8259, section 7).
private func escaped(_ scalar: Unicode.Scalar) -> String {
  String(scalar).utf16.map { unit in
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }.joined()
}

import FoundationEssentials

/// A value as JSON text: indented, names in order, ending in a line break.
///
/// Unseen characters of its strings are escaped, so that they can be seen and a terminal does not obey them.
public func jsonText(_ value: some Encodable) throws -> String { try encoded(value, [.prettyPrinted]) }

/// A value as JSON text in one line, ending in a line break; escaped as `jsonText` does.
public func jsonLine(_ value: some Encodable) throws -> String { try encoded(value, []) }

private func encoded(_ value: some Encodable, _ form: JSONEncoder.OutputFormatting) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = form.union([.sortedKeys, .withoutEscapingSlashes])
  // Between strings there is only ASCII.
  return String(decoding: try encoder.encode(value), as: UTF8.self).replacingUnseen(\.jsonEscape) + "\n"
}

extension Unicode.Scalar {
  /// The character by its UTF-16 code units (RFC 8259, section 7).
  var jsonEscape: String {
    String(self).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}

extension JSONTree {
  /// JSON text in UTF-8, indented by two spaces, with a value on one line if it fits into 100 bytes. Ends in a line
  /// break.
  package var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.write(self, depth: 0)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// JSON text in UTF-8 on one line, without a line break at its end.
  package var lineBytes: [UInt8] {
    var writer = JSONWriter()
    writer.writeLine(self)
    return writer.bytes
  }
}

private struct JSONWriter {
  var bytes: [UInt8] = []

  /// The largest number of bytes of a value on one line.
  private static let mostOnLine = 100

  mutating func write(_ tree: JSONTree, depth: Int) {
    let start = bytes.count
    if write(tree, indent: nil, limit: start + Self.mostOnLine) { return }
    bytes.removeSubrange(start...)
    _ = write(tree, indent: depth, limit: .max)
  }

  /// - Parameters:
  ///   - indent: the depth of the lines; nil writes one line.
  ///   - limit: the length at which writing one line is given up.
  /// - Returns: false if it was given up.
  private mutating func write(_ tree: JSONTree, indent: Int?, limit: Int) -> Bool {
    switch tree.value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .number(let digits): append(digits)
    case .string(let text): append(quoted: text)
    case .array(let elements):
      return writeItems(elements, "[", "]", indent: indent, limit: limit) { writer, element in
        writer.writeItem(element, indent: indent, limit: limit)
      }
    case .object(let members):
      return writeItems(members, "{", "}", indent: indent, limit: limit) { writer, member in
        writer.append(quoted: member.name)
        writer.append(": ")
        return writer.writeItem(member.value, indent: indent, limit: limit)
      }
    }
    return bytes.count <= limit
  }

  mutating func writeLine(_ tree: JSONTree) { _ = write(tree, indent: nil, limit: .max) }

  private mutating func writeItem(_ tree: JSONTree, indent: Int?, limit: Int) -> Bool {
    guard let indent else { return write(tree, indent: nil, limit: limit) }
    write(tree, depth: indent + 1)
    return true
  }

  private mutating func writeItems<Item>(
    _ items: [Item], _ start: String, _ end: String, indent: Int?, limit: Int,
    write: (inout JSONWriter, Item) -> Bool
  ) -> Bool {
    func lineBreak(_ depth: Int) -> String { "\n" + String(repeating: "  ", count: depth) }
    append(start)
    for (index, item) in items.enumerated() {
      if index > 0 { append(indent == nil ? ", " : ",") }
      if let indent { append(lineBreak(indent + 1)) }
      guard write(&self, item) else { return false }
    }
    if let indent { append(lineBreak(indent)) }
    append(end)
    return bytes.count <= limit
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  private mutating func append(quoted text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      // Characters that steer a terminal, or hide, are escaped: people look at these files with `cat`.
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: append(String(scalar))
      }
    }
    append("\"")
  }
}

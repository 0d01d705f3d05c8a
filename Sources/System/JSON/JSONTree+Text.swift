extension JSONTree.Value {
  /// JSON text in UTF-8, indented by two spaces; what fits into 100 bytes stays on one line. Ends in a line break.
  package var bytes: [UInt8] {
    var writing = JSONWriting()
    writing.write(self, depth: 0)
    return writing.bytes + [UInt8(ascii: "\n")]
  }
}

private struct JSONWriting {
  var bytes: [UInt8] = []

  /// The longest value on one line.
  private static let longest = 100

  mutating func write(_ value: JSONTree.Value, depth: Int) {
    let start = bytes.count
    if writeOnLine(value, end: start + Self.longest) { return }
    bytes.removeSubrange(start...)
    switch value {
    case .object(let members):
      writeLines(members, "{", "}", depth: depth) { writing, member in
        writing.writeName(member.name)
        writing.write(member.value.value, depth: depth + 1)
      }
    case .array(let elements):
      writeLines(elements, "[", "]", depth: depth) { writing, element in writing.write(element.value, depth: depth + 1)
      }
    default: _ = writeOnLine(value, end: .max)
    }
  }

  private mutating func writeLines<Item>(
    _ items: [Item], _ start: Character, _ end: Character, depth: Int, write: (inout JSONWriting, Item) -> Void
  ) {
    append(String(start))
    for (index, item) in items.enumerated() {
      append((index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: depth + 1))
      write(&self, item)
    }
    append("\n" + String(repeating: "  ", count: depth) + String(end))
  }

  /// - Returns: false as soon as there are more bytes than `end`; what was written then is no JSON.
  private mutating func writeOnLine(_ value: JSONTree.Value, end: Int) -> Bool {
    switch value {
    case .null: append("null")
    case .bool(let isTrue): append(isTrue ? "true" : "false")
    case .number(let digits): append(digits)
    case .string(let text): writeText(text)
    case .array(let elements):
      append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { append(", ") }
        guard writeOnLine(element.value, end: end) else { return false }
      }
      append("]")
    case .object(let members):
      append("{")
      for (index, member) in members.enumerated() {
        if index > 0 { append(", ") }
        writeName(member.name)
        guard writeOnLine(member.value.value, end: end) else { return false }
      }
      append("}")
    }
    return bytes.count <= end
  }

  private mutating func writeName(_ name: String) {
    writeText(name)
    append(": ")
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  private mutating func writeText(_ text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      // What steers a terminal, or hides, is spelled out: these files are looked at with `cat`.
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: append(String(scalar))
      }
    }
    append("\"")
  }
}

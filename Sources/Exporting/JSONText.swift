/// A value as JSON text: indented, keys in order, ending in a line break. What nobody sees of its strings is escaped,
/// so that it can be seen and a terminal does not obey it.
public func jsonText(_ value: some Encodable) throws -> String {
  let node = JSONNode()
  try node.take(value)
  var writing = JSONLines()
  writing.write(node, depth: 0)
  // Between strings there is nothing but ASCII.
  return writing.text.replacingUnseen(escaped) + "\n"
}

/// As Foundation's encoder sets its lines.
private struct JSONLines {
  var text = ""

  mutating func write(_ node: JSONNode, depth: Int) {
    switch node.content {
    case .null: text += "null"
    case .literal(let literal): text += literal
    case .text(let string): write(string)
    case .array(let elements):
      write(elements, "[", "]", depth: depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      write(members.sorted { $0.name < $1.name }, "{", "}", depth: depth) { lines, member in
        lines.write(member.name)
        lines.text += " : "
        lines.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], _ start: String, _ end: String, depth: Int, each: (inout JSONLines, Item) -> Void
  ) {
    text += start + "\n"
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "" : ",\n") + String(repeating: "  ", count: depth + 1)
      each(&self, item)
    }
    text += "\n" + String(repeating: "  ", count: depth) + end
  }

  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case "\0"..<" ": text += escaped(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

/// By its UTF-16 code units (RFC 8259, section 7).
private func escaped(_ scalar: Unicode.Scalar) -> String {
  String(scalar).utf16.map { unit in
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }.joined()
}

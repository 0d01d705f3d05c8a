// Characters that nobody sees but programs obey. Each format of documents writes them in its own way.

extension Unicode.Scalar {
  /// True for control characters that no line of text needs: C0 but for tab and line feed, DEL, C1.
  var isCommand: Bool { properties.generalCategory == .control && self != "\t" && self != "\n" }

  /// A sign for a control character in a format that cannot write it.
  var commandSign: Unicode.Scalar {
    switch value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value) ?? "␦"
    case 0x7F: "␡"
    default: "␦"
    }
  }

  /// True for characters that set the direction of the text around them (UAX #9).
  var isBidiControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// True for characters that show nothing, or something else than was meant: controls, marks of direction, zero-width
  /// characters, tags, line separators, private use, unassigned. Quick for common text.
  var isUnseen: Bool {
    switch value {
    case 0x20...0x7E, 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF01...0xFF60, 0x2010...0x2027, 0x0A: return false
    // Hanzi may be newer than the table of categories at hand.
    case 0x20000...0x3FFFD: return value & 0xFFFE == 0xFFFE
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }
}

extension String {
  /// The text with its unseen characters written in another way.
  func replacingUnseen(_ written: (Unicode.Scalar) -> String) -> String {
    guard unicodeScalars.contains(where: \.isUnseen) else { return self }
    return unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isUnseen { result += written(scalar) } else { result.unicodeScalars.append(scalar) }
    }
  }
}

/// A reference to a character in HTML and CommonMark; a sign for one that may not be referred to.
func characterReference(_ scalar: Unicode.Scalar) -> String {
  if scalar.isCommand { return String(scalar.commandSign) }
  return scalar.isNoncharacter ? "\u{FFFD}" : "&#x" + String(scalar.value, radix: 16, uppercase: true) + ";"
}

extension Unicode.Scalar {
  /// The character in a format that has no escapes: a sign for what programs obey, a space for what parts lines,
  /// nothing for what has no width, � for what Unicode gives to no text. Variants of characters stay.
  var plainForm: String {
    guard isUnseen else { return String(self) }
    if isCommand || isBidiControl { return String(commandSign) }
    if isNoncharacter { return "\u{FFFD}" }
    switch properties.generalCategory {
    case .lineSeparator, .paragraphSeparator: return " "
    // Of letters only fillers are unseen.
    case .format, .otherLetter: return ""
    default: return String(self)
    }
  }

  /// True for the code points that Unicode gives to no character.
  var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) }
}

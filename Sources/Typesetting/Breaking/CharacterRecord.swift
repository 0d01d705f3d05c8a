/// The record of a character in the embedded table.
package struct CharacterRecord: RawRepresentable, Hashable, Sendable {
  /// East_Asian_Width, as far as it matters here.
  package enum Width: UInt16, Sendable {
    /// Na or N.
    case narrow
    /// F, W or H.
    case eastAsian
    /// A: as wide as the terminal's font has it.
    case ambiguous
  }

  /// Six bits of class, two of width, one for the unassigned pictograph, two for the columns and 1.
  package var rawValue: UInt16

  /// A record as the table holds it.
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A record of its parts.
  /// - Parameter columns: in a terminal: 0, 1 or 2, or -1 where it is no character for one; `bl_wcwidth` reads them.
  package init(lineBreak: LineBreakClass, width: Width, columns: Int, isUnassignedPictograph: Bool) {
    rawValue = UInt16(lineBreak.rawValue) | width.rawValue << 6 | UInt16(columns + 1) << 9
    if isUnassignedPictograph { rawValue |= 1 << 8 }
  }

  /// Line_Break; SA is CM already where it is a mark (LB1).
  package var lineBreak: LineBreakClass { LineBreakClass(rawValue: UInt8(rawValue & 0x3F)) ?? .al }
  /// East_Asian_Width.
  package var width: Width { Width(rawValue: rawValue >> 6 & 3) ?? .narrow }
  /// Extended_Pictographic and not assigned yet, as LB30b wants to know.
  package var isUnassignedPictograph: Bool { rawValue & 1 << 8 != 0 }
}

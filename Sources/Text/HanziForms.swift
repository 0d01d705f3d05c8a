/// Simplified and traditional forms of hanzi, by the table that search folds text with.
package enum HanziForms {
  private static let table = FoldingTable()
  private static let hanzi: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// The simplified form of a scalar; a scalar that has none is its own.
  package static func simplified(_ scalar: UInt32) -> UInt32 {
    guard hanzi.contains(scalar), case .others(let entry) = table[scalar], entry.bytes.count == 3 else { return scalar }
    return UTF8.decode(entry.bytes, at: 0).scalar
  }

  /// The first of the traditional forms of a scalar; a scalar that has none is its own.
  package static func traditional(_ scalar: UInt32) -> UInt32 { traditionalForms[scalar] ?? scalar }

  private static let traditionalForms: [UInt32: UInt32] = hanzi.reduce(into: [:]) { forms, scalar in
    let simplified = simplified(scalar)
    if simplified != scalar, forms[simplified] == nil { forms[simplified] = scalar }
  }
}

/// Simplified and traditional forms of the hanzi that the forms of bylines, datelines and jumps are made of.
package enum HanziForms {
  private static let traditionalForms = "報訊電記員轉詳見專圖攝實習據華編輯評論約廣".unicodeScalars.map(\.value)
  private static let hanzi: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// By hanzi, its simplified form as search folds it; 0 for a hanzi that is its own.
  private static let simplifiedForms: [UInt16] = {
    let table = FoldingTable()
    var forms = [UInt16](repeating: 0, count: hanzi.count)
    for scalar in traditionalForms {
      guard case .others(let entry) = table[scalar], entry.bytes.count == 3 else { continue }
      forms[Int(scalar - hanzi.lowerBound)] = UInt16(UTF8.decode(entry.bytes, at: 0).scalar)
    }
    return forms
  }()

  private static let simplifiedOfTraditional = traditionalForms.map(simplified)

  /// The simplified form of a scalar; a scalar that has none is its own.
  @inlinable
  package static func simplified(_ scalar: UInt32) -> UInt32 {
    scalar < 0x4E00 || scalar > 0x9FFF ? scalar : simplifiedHanzi(scalar)
  }

  /// The simplified form of a scalar of the main block of hanzi.
  @usableFromInline
  package static func simplifiedHanzi(_ scalar: UInt32) -> UInt32 {
    let form = simplifiedForms[Int(scalar - hanzi.lowerBound)]
    return form == 0 ? scalar : UInt32(form)
  }

  /// The traditional form of a scalar; a scalar that has none is its own.
  package static func traditional(_ scalar: UInt32) -> UInt32 {
    simplifiedOfTraditional.firstIndex(of: scalar).map { traditionalForms[$0] } ?? scalar
  }
}

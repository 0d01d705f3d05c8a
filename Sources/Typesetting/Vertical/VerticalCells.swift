/// A cell of a vertical line: two columns wide, one row high.
public struct VerticalCell: Sendable, Hashable {
  /// The characters to send, one or two glyphs of a column each or one of two; empty for white space.
  public var text: String
  /// Columns of it, at most 2.
  public var width: Int
  /// The characters that it stands for: UTF-8 offsets in the text.
  public var range: Range<Int>
}

/// A text as it stands in vertical lines: marks in their vertical forms, brackets and dashes turned, two-digit numbers
/// and short names (21, 5G) upright in one cell, other letters and digits one below the other in full width.
/// Characters that should be turned and have no turned form stand upright.
/// - Complexity: O(n)
public func verticalCells(_ text: String, ambiguous: AmbiguousWidth = .narrow) -> [VerticalCell] {
  VerticalCutter(text: text, clusters: clusters(of: text, ambiguous: ambiguous), ambiguous: ambiguous)
    .cells().map(\.cell)
}

/// Cuts a text into the cells of vertical lines.
struct VerticalCutter {
  let text: String
  let clusters: [Cluster]
  let ambiguous: AmbiguousWidth

  /// The cells, and their effect on their lines: clusters that are a cell "wide".
  func cells() -> [(cell: VerticalCell, cluster: Cluster)] {
    let scalars = plainScalars() ?? clusters.map(visibleScalar)
    var result: [(VerticalCell, Cluster)] = []
    var index = 0
    while index < clusters.count {
      let count = isPair(index, scalars) ? 2 : 1
      var cluster = clusters[index]
      cluster.width = 1
      cluster.end = clusters[index + count - 1].end
      let range = Int(cluster.start)..<Int(cluster.end)
      let cell = count == 2 ? pair(scalars[index...index + 1], range) : single(clusters[index], scalars[index], range)
      // A text that shows nothing has no cells.
      if clusters[index].width > 0 { result.append((cell, cluster)) }
      index += count
    }
    return result
  }

  /// The scalars of a text in which each is a character by itself: nearly every text.
  private func plainScalars() -> [UInt32]? {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(clusters.count)
    let isPlain = PlainScalars.forEach(in: text, ambiguous: ambiguous) { scalar, _, _ in scalars.append(scalar) }
    return isPlain && scalars.count == clusters.count ? scalars : nil
  }

  /// The first scalar of a character that is shown, 0 where that is not plain.
  private func visibleScalar(_ cluster: Cluster) -> UInt32 {
    let characters = text.part(Int(cluster.start)..<Int(cluster.end))
    guard let character = characters.first(where: { Glyph($0).width > 0 }) else { return 0 }
    return character.unicodeScalars.count == 1 ? character.unicodeScalars.first?.value ?? 0 : 0
  }

  /// True if two digits, or a name of two capitals and digits, stand here and nothing that belongs to them around.
  private func isPair(_ index: Int, _ scalars: [UInt32]) -> Bool {
    guard index + 1 < scalars.count, isUpright(scalars[index]), isUpright(scalars[index + 1]) else { return false }
    let before = index > 0 ? clusters[index - 1].kind : .sp
    let after = index + 2 < clusters.count ? clusters[index + 2].kind : .sp
    return !before.joinsNumbers && !after.joinsNumbers
  }

  private func isUpright(_ scalar: UInt32) -> Bool {
    let narrow = scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
    return 0x30...0x39 ~= narrow || 0x41...0x5A ~= narrow
  }

  private func pair(_ scalars: ArraySlice<UInt32>, _ range: Range<Int>) -> VerticalCell {
    let narrow = scalars.compactMap { Unicode.Scalar($0 > 0xFF00 ? $0 - 0xFEE0 : $0) }
    return VerticalCell(text: String(String.UnicodeScalarView(narrow)), width: 2, range: range)
  }

  private func single(_ cluster: Cluster, _ scalar: UInt32, _ range: Range<Int>) -> VerticalCell {
    if cluster.kind == .sp { return VerticalCell(text: "", width: 0, range: range) }
    if let form = VerticalForms.form(of: scalar) {
      return VerticalCell(text: String(form), width: displayWidth(String(form)), range: range)
    }
    // A hanzi.
    if 0x4E00...0x9FFF ~= scalar, let hanzi = Unicode.Scalar(scalar) {
      return VerticalCell(text: String(hanzi), width: 2, range: range)
    }
    let glyphs = text.part(range).map { Glyph($0, ambiguous: ambiguous) }
    // Of a character of many parts, as many as a cell has room for.
    var cell = VerticalCell(text: "", width: 0, range: range)
    for part in glyphs.first(where: { $0.width > 0 })?.parts ?? [] where cell.width + part.width <= 2 {
      cell.text += part.text
      cell.width += part.width
    }
    return cell
  }
}

extension LineBreakClass {
  /// True if it makes a longer number or word of digits beside it.
  fileprivate var joinsNumbers: Bool { isWordlike || self == .is || self == .sy || self == .hy }
}

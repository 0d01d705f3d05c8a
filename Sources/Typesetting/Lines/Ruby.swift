import Text

/// Pinyin over hanzi: each hanzi that has a reading gets as many columns as that is wide, and stands below its middle.
///
/// The reading is the one in most common use, without its tone: hanzi that are read in several ways are not told apart.
struct Ruby {
  private static let readings = ReadingsTable()
  private static let folding = FoldingTable()

  /// A character of the text.
  private struct Base {
    var offset: Int
    /// Columns of its own, and those that were added for its reading.
    var width: Int
    var added = 0
    /// Letters of its reading; 0 for a character without one.
    var letters: Int

    /// Columns of those added that stand before it.
    var lead: Int { max(0, letters - width) / 2 }
  }

  /// By clusters.
  private var bases: [Base]

  /// Makes room over the clusters of a text. Two readings that meet have a blank between them.
  init(makingRoomOver clusters: inout [Cluster], of text: String) {
    var rest = text.utf8[...]
    var offset = 0
    bases = clusters.map { cluster in
      rest = rest.dropFirst(Int(cluster.start) - offset)
      offset = Int(cluster.start)
      let scalar = Substring(rest).unicodeScalars.first
      let letters = scalar.flatMap(Self.reading)?.count ?? 0
      return Base(offset: offset, width: Int(cluster.width), letters: letters)
    }
    for index in bases.indices where bases[index].letters > 0 {
      let meets = index + 1 < bases.count && bases[index + 1].letters > 0
      bases[index].added = max(0, bases[index].letters + (meets ? 1 : 0) - bases[index].width)
      clusters[index].width += UInt8(bases[index].added)
    }
  }

  /// Puts the columns that were added around the hanzi of a line that was set with them.
  /// - Parameter range: the clusters of the line.
  func spread(_ range: Range<Int>, of line: inout TypesetLine) {
    let justified = Dictionary(line.spread.map { ($0.offset, $0.columns) }, uniquingKeysWith: +)
    var behind = 0
    line.spread = []
    for base in bases[range] {
      let columns = behind + base.lead + (justified[base.offset] ?? 0)
      if columns > 0 { line.spread.append(TypesetLine.Spread(offset: base.offset, columns: columns)) }
      behind = base.added - base.lead
    }
    line.width -= behind
  }

  /// The columns that a text takes more with its readings.
  static func room(over text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + max(0, (reading(of: $1)?.count ?? 0) - 1) }
  }

  /// The readings over a line that was set with room for them, and the column at which the first one begins.
  static func row(
    over line: TypesetLine, of text: String, _ ambiguous: AmbiguousWidth
  ) -> (text: String, column: Int)? {
    var (row, start, end) = ("", 0, 0)
    for placed in line.glyphs(in: text, ambiguous: ambiguous) {
      guard let reading = placed.glyph.text.unicodeScalars.first.flatMap(reading) else { continue }
      let column = placed.column - max(0, reading.count - Int(placed.glyph.width)) / 2
      if row.isEmpty { (start, end) = (column, column) }
      row += String(repeating: " ", count: max(0, column - end)) + reading
      end = max(column, end) + reading.count
    }
    return row.isEmpty ? nil : (row, start)
  }

  /// The reading of a hanzi; nil for any other character.
  private static func reading(of scalar: Unicode.Scalar) -> String? {
    guard scalar.value >= 0x2E80 else { return nil }
    var folded = scalar.value
    if case .others(let entry) = folding[folded] {
      folded = String(decoding: entry.bytes, as: UTF8.self).unicodeScalars.first?.value ?? folded
    }
    guard let readings = readings[folded], readings.count(rare: false) > 0 else { return nil }
    let letters = UnsafeBufferPointer(start: readings[0], count: 8).prefix { $0 != 0 }
    return String(letters.map { $0 == UInt8(ascii: "v") ? "ü" : Character(Unicode.Scalar($0)) })
  }
}

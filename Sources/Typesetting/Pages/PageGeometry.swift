import Screen

/// The shape of an article in its room: that of its lines, and the number and place of its columns.
package struct PageGeometry: Sendable, Hashable {
  var view: PageView
  /// The shape of the lines.
  package var form: GalleyForm
  /// Columns of text, or in vertical setting tiers of it.
  package var columns = 1
  /// Cells between two of them.
  var gutter = 0
  /// Lines of a page.
  package var depth: Int
  /// Cells between vertical lines.
  var leading = 0

  /// 16 hanzi and 22: between them a column of print is comfortable.
  private static let narrowestMeasure = 32
  private static let widestMeasure = 44

  /// One column that scrolls.
  package static func one(
    measure: Int, hasMargin: Bool = true, rows: Int, _ composition: Composition = Composition()
  ) -> PageGeometry {
    let form = GalleyForm(measure: measure, hasMargin: hasMargin, composition: composition)
    return PageGeometry(view: .one, form: form, depth: max(1, rows))
  }

  /// As many columns as find room.
  package static func columns(in room: Size, _ composition: Composition = Composition()) -> PageGeometry {
    let gutter = 3
    let width = max(1, room.columns - 2 * margin(of: room.columns))
    let count = max(1, (width + gutter) / (narrowestMeasure + gutter))
    let measure = max(2, min(widestMeasure, ((width - (count - 1) * gutter) / count) & ~1))
    let used = count * measure + (count - 1) * gutter
    let form = GalleyForm(
      measure: measure, isTight: true, hasMargin: room.columns > used, composition: composition)
    return PageGeometry(view: .columns, form: form, gutter: gutter, depth: max(1, room.rows)).with(columns: count)
  }

  /// Vertical lines, in as many tiers of 14 to 28 hanzi as find room.
  package static func vertical(in room: Size, _ composition: Composition = Composition()) -> PageGeometry {
    let leading = room.columns >= 40 ? 2 : 1
    let width = max(2, room.columns - 2 * margin(of: room.columns))
    // A row for marks that hang stands above the rule between tiers, and below the last one.
    let margin = composition.justification == .hanging && room.rows >= 16 ? 1 : 0
    let gap = 1 + margin
    let tiers = max(1, (room.rows - margin + gap) / (14 + gap))
    let rows = max(1, min(28, (room.rows - margin - (tiers - 1) * gap) / tiers))
    let form = GalleyForm(
      measure: 2 * rows, isTight: true, isVertical: true, hasMargin: margin > 0, composition: composition)
    return PageGeometry(
      view: .vertical, form: form, gutter: gap, depth: max(1, (width + leading) / (2 + leading)), leading: leading
    ).with(columns: tiers)
  }

  /// The text of a box of a printed page: the stack over as many columns as find room.
  ///
  /// The column behind the text is free: a column of air is beside the rule.
  static func box(in room: Size, isLead: Bool, _ composition: Composition = Composition()) -> PageGeometry {
    let (gutter, narrowest) = (3, 26)
    let count = max(1, (room.columns + gutter) / (narrowest + gutter))
    let measure = max(2, ((room.columns - (count - 1) * gutter) / count) & ~1)
    let form = GalleyForm(
      measure: measure, isTight: true, isLead: isLead, isBox: true, hasMargin: true, composition: composition)
    return PageGeometry(view: .front, form: form, gutter: gutter, depth: max(1, room.rows)).with(columns: count)
  }

  /// The same with fewer columns, or more.
  func with(columns count: Int) -> PageGeometry {
    var geometry = self
    geometry.columns = count
    geometry.form.stackMeasure =
      form.isVertical
      ? 2 * (count * (form.measure / 2) + (count - 1) * gutter) : count * form.measure + (count - 1) * gutter
    return geometry
  }

  /// The columns of the screen that the text takes, and the rows.
  package var size: Size {
    guard form.isVertical else { return Size(columns: form.stackMeasure, rows: depth) }
    return Size(columns: depth * (2 + leading) - leading, rows: form.stackMeasure / 2)
  }

  private static func margin(of columns: Int) -> Int { columns >= 30 ? 2 : (columns >= 22 ? 1 : 0) }
}

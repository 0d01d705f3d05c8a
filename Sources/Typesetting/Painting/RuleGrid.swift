/// Rules that cross and meet: each cell knows in which directions a rule leaves it, and how heavy.
struct RuleGrid {
  /// The weights of rules.
  enum Weight: UInt8 {
    case light = 1
    case heavy = 2
  }

  private let columns: Int
  private let rows: Int
  /// Base 3: up, right, down, left.
  private var arms: [[UInt8]]

  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    arms = Array(repeating: [0, 0, 0, 0], count: self.columns * self.rows)
  }

  mutating func addHorizontal(row: Int, from start: Int, to end: Int, _ weight: Weight) {
    for column in start..<max(start, end) {
      add(column, row, 1, weight)
      add(column + 1, row, 3, weight)
    }
  }

  mutating func addVertical(column: Int, from start: Int, to end: Int, _ weight: Weight) {
    for row in start..<max(start, end) {
      add(column, row, 2, weight)
      add(column, row + 1, 0, weight)
    }
  }

  private mutating func add(_ column: Int, _ row: Int, _ arm: Int, _ weight: Weight) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    let index = row * columns + column
    arms[index][arm] = max(arms[index][arm], weight.rawValue)
  }

  /// The character of a cell; nil where no rule passes it.
  func glyph(_ column: Int, _ row: Int) -> Unicode.Scalar? {
    let index = arms[row * columns + column].reduce(0) { $0 * 3 + Int($1) }
    return index == 0 ? nil : Self.glyphs[index]
  }

  /// Box drawing characters by their arms, up, right, down, left in base 3; every combination has one. A rule that ends
  /// is drawn to the edge of its cell.
  private static let glyphs = Array(
    (" ─━│┐┑┃┒┓──╾┌┬┭┎┰┱━╼━┍┮┯┏┲┳" + "│┘┙│┤┥╽┧┪└┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈" + "┃┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋")
      .unicodeScalars)
}

import Testing

@testable import Screen

@Suite("A surface of cells")
struct SurfaceTests {
  private func surface(_ columns: Int, _ rows: Int) -> Surface { Surface(size: Size(columns: columns, rows: rows)) }

  @Test("A wide glyph takes two cells")
  func wide() {
    var surface = surface(6, 1)
    surface.put("报", width: 2, column: 1, row: 0, style: .plain, clip: surface.bounds)
    #expect(surface.text == " 报")
    #expect(surface.row(0).map(\.width) == [1, 2, 0, 1, 1, 1])
  }

  @Test("Half a wide glyph never stays: what overwrites the one half blanks the other", arguments: [1, 2])
  func halves(column: Int) {
    var surface = surface(6, 1)
    surface.put("报", width: 2, column: 1, row: 0, style: .plain, clip: surface.bounds)
    surface.put("x", width: 1, column: column, row: 0, style: .plain, clip: surface.bounds)
    #expect(surface.text == (column == 1 ? " x" : "  x"))
    #expect(surface.row(0).allSatisfy { $0.width == 1 })
  }

  @Test("What would straddle an edge is not drawn")
  func edges() {
    var surface = surface(4, 2)
    surface.put("报", width: 2, column: 3, row: 0, style: .plain, clip: surface.bounds)
    surface.put("x", width: 1, column: 0, row: 2, style: .plain, clip: surface.bounds)
    surface.put("x", width: 1, column: -1, row: 0, style: .plain, clip: surface.bounds)
    let pane = Rect(column: 0, row: 0, columns: 2, rows: 2)
    surface.put("栏", width: 2, column: 1, row: 1, style: .plain, clip: pane)
    #expect(surface.text == "\n")
  }

  @Test("Whatever is drawn, every row is exactly as wide as the surface")
  func rows() {
    var surface = surface(7, 3)
    var state: UInt64 = 5
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let width = Int(state >> 60) % 2 + 1
      surface.put(
        width == 2 ? "报" : "x", width: width, column: Int(state >> 40) % 9 - 1, row: Int(state >> 20) % 5 - 1,
        style: .plain,
        clip: surface.bounds)
      #expect((0..<3).allSatisfy { row in surface.row(row).reduce(0) { $0 + Int($1.width) } == 7 })
    }
  }

  @Test("A surface of no size takes everything and shows nothing")
  func nothing() {
    var surface = surface(0, 0)
    surface.put("x", width: 1, column: 0, row: 0, style: .plain, clip: surface.bounds)
    surface.fill(Rect(column: 0, row: 0, columns: 3, rows: 3))
    #expect(surface.text == "")
  }

  @Test("Restyling changes how cells look and leaves what stands in them")
  func restyle() {
    var surface = surface(4, 1)
    surface.put("报", width: 2, column: 0, row: 0, style: .plain, clip: surface.bounds)
    surface.restyle(Rect(column: 0, row: 0, columns: 2, rows: 1)) { $0.attributes.insert(.reverse) }
    #expect(surface.text == "报")
    #expect(surface[0, 0].style.attributes == .reverse && surface[3, 0].style == .plain)
  }

  @Test("Rectangles that do not meet have an empty part in common")
  func intersections() {
    let left = Rect(column: 0, row: 0, columns: 3, rows: 3)
    #expect(left.intersection(Rect(column: 5, row: 5, columns: 2, rows: 2)).isEmpty)
    #expect(
      left.intersection(Rect(column: 2, row: 1, columns: 9, rows: 1)) == Rect(column: 2, row: 1, columns: 1, rows: 1))
  }
}

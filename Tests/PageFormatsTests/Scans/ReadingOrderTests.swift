import Newspaper
import Testing

@testable import PageFormats

@Suite("The order in which the lines of a page are read")
struct ReadingOrderTests {
  /// The reading order of lines, as an engine that knows nothing of columns gives them: `name` at left, top and width.
  private func order(_ lines: [(String, Int, Int, Int)], height: Int = 20) throws -> String {
    let entries = lines.map { name, x, y, width in
      "[[\(x),\(y),\(x + width),\(y + height)],\"\(name)\",0.9]"
    }
    let sample = try ScanSample("[\(entries.joined(separator: ","))]")
    return sample.read.joined(separator: " ")
  }

  /// Two columns of lines, read across: `a0 b0 a1 b1 …`.
  private func columns(_ names: String, from top: Int, count: Int, left: Int = 0) -> [(String, Int, Int, Int)] {
    (0..<count).flatMap { row in
      names.enumerated().map { place, name in ("\(name)\(row)", left + place * 320, top + row * 25, 300) }
    }
  }

  @Test("Columns that were read across are read from the top down, one after the other")
  func acrossColumns() throws {
    #expect(try order(columns("ab", from: 0, count: 3)) == "a0 a1 a2 b0 b1 b2")
    #expect(try order(columns("abc", from: 0, count: 2)) == "a0 a1 b0 b1 c0 c1")
  }

  @Test("A head over both columns comes before them, and parts what stands above from what stands below")
  func spanningHead() throws {
    let lines =
      columns("ab", from: 0, count: 3) + [("HEAD", 100, 100, 420)] + columns("cd", from: 150, count: 3)
    #expect(try order(lines) == "a0 a1 a2 b0 b1 b2 HEAD c0 c1 c2 d0 d1 d2")
  }

  @Test("A line that the engine joined over a gutter does not hide the gutter")
  func bridge() throws {
    var lines = columns("ab", from: 0, count: 12)
    lines.removeAll { $0.0 == "a5" || $0.0 == "b5" }
    lines.insert(("joined", 0, 125, 620), at: 10)
    let read = try order(lines)
    #expect(read == "a0 a1 a2 a3 a4 joined a6 a7 a8 a9 a10 a11 b0 b1 b2 b3 b4 b6 b7 b8 b9 b10 b11")
  }

  /// Two columns of six lines, one behind the other, the fourth line of the first in pieces of which two come last.
  private var brokenRow: [(String, Int, Int, Int)] {
    var lines = columns("a", from: 0, count: 6) + columns("b", from: 0, count: 6, left: 320)
    lines[3] = ("a3", 0, 75, 90)
    return lines + [("a3c", 220, 75, 80), ("a3b", 110, 75, 90)]
  }

  @Test("Pieces of a line that stand at the end of the file are read where the line stands")
  func pieces() throws {
    #expect(try order(brokenRow) == "a0 a1 a2 a3 a3b a3c a4 a5 b0 b1 b2 b3 b4 b5")
  }

  @Test("Pieces of a line are read together where columns were read across")
  func piecesAcross() throws {
    let lines = brokenRow.sorted { ($0.2, $0.1) < ($1.2, $1.1) }
    #expect(try order(lines) == "a0 a1 a2 a3 a3b a3c a4 a5 b0 b1 b2 b3 b4 b5")
  }

  @Test("Lines on both sides of a gutter are no pieces of one, even below a head over both columns")
  func noPieces() throws {
    let apart = columns("a", from: 25, count: 3) + columns("b", from: 25, count: 3, left: 310)
    let read = try order([("HEAD", 0, 0, 610)] + apart)
    #expect(read == "HEAD a0 a1 a2 b0 b1 b2")
  }

  @Test("Lines keep the numbers that they have in the file, and those without a place stay behind the one before them")
  func numbers() throws {
    let sample = try ScanSample(
      """
      {"rec_texts":["a0","b0","unplaced","a1","b1","a2","b2"],"rec_boxes":[[0,0,90,9],[110,0,190,9],null,[0,12,90,21],
      [110,12,190,21],[0,24,90,33],[110,24,190,33]]}
      """)
    #expect(sample.layout.order == [1, 4, 6, 2, 3, 5, 7])
    #expect(sample.layout.blocks.count == 2)
  }

  @Test("A file that keeps its columns apart is left as it is, and so is a table")
  func leftAlone() throws {
    let apart = columns("ba", from: 0, count: 3, left: 0).sorted { $0.0 < $1.0 }
    #expect(try order(apart) == "a0 a1 a2 b0 b1 b2")
    let rows = (0..<6).flatMap { row in
      (0..<2).map {
        "<TextLine HPOS='\($0 * 60)' VPOS='\(row * 12)' WIDTH='50' HEIGHT='10'><String CONTENT='\(row)'/></TextLine>"
      }
    }
    let text = (0..<20).map {
      "<TextLine HPOS='0' VPOS='\(100 + $0 * 12)' WIDTH='110' HEIGHT='10'><String CONTENT='t'/></TextLine>"
    }
    let sample = try ScanSample(
      "<alto><Page WIDTH='110'><TextBlock>\(rows.joined())</TextBlock><TextBlock>\(text.joined())</TextBlock></Page></alto>"
    )
    #expect(sample.read == sample.lines)
  }

  /// Two heads beside each other and the columns below them, `HEADS` in the order given first.
  private func twoStories(_ headsFirst: Bool) -> [(String, Int, Int, Int)] {
    let (left, right) = (columns("a", from: 100, count: 4), columns("b", from: 100, count: 4, left: 320))
    let heads = [("LEFT", 40, 65, 200), ("RIGHT", 360, 65, 200)]
    return headsFirst ? heads + left + right : [heads[0]] + left + [heads[1]] + right
  }

  @Test("A head that its text stands right below comes before that and not before another head beside it")
  func headsBesideEachOther() throws {
    let read = "LEFT a0 a1 a2 a3 RIGHT b0 b1 b2 b3"
    #expect(try order(twoStories(true)) == read)
    #expect(try order(twoStories(false)) == read)
  }

  @Test("Where a page falls apart into single lines, as dirt does, the file's order stays")
  func dirt() throws {
    let lines = [
      ("c", 300, 0, 80), ("a", 0, 10, 60), ("f", 90, 300, 40), ("b", 150, 90, 90), ("e", 320, 210, 50),
      ("d", 20, 190, 70),
    ]
    #expect(try order(lines) == "c a f b e d")
  }
}

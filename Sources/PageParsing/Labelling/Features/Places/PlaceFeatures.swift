import Newspaper

/// Features of the places of a page's lines on its scan, where the format gives them.
struct PlaceFeatures {
  /// A row of properties for each line, with as many empty ones before and behind as templates reach over.
  private var codes: [UInt8]

  private static let width = PlaceCode.allCases.count
  private static let reach = 3
  /// The first row of each template's features.
  private static let firsts: [Int] = {
    var row = FeatureRows.line.count + EdgeFeatures.count
    return PlaceTemplate.line.map { template in
      defer { row += template.count }
      return row
    }
  }()

  /// The first row, and the number of rows.
  static let first = FeatureRows.line.count + EdgeFeatures.count
  static let count = PlaceTemplate.line.reduce(0) { $0 + $1.count }

  /// Nil for a page without places.
  init?(_ reading: PageReading, _ lines: LineCodes) {
    guard let layout = reading.scan.layout, let places = LinePlaces(layout, reading) else { return nil }
    codes = [UInt8](repeating: 0, count: (reading.judged.count + 2 * Self.reach) * Self.width)
    for line in reading.judged.indices {
      for code in PlaceCode.allCases {
        let value = code.ofText.map { lines[line, $0] } ?? places.value(code, of: line)
        codes[(line + Self.reach) * Self.width + code.rawValue] = UInt8(truncatingIfNeeded: value)
      }
    }
  }

  /// Calls a function with the rows of a line.
  func forEachRow(of line: Int, _ body: (Int) -> Void) {
    for (template, first) in zip(PlaceTemplate.line, Self.firsts) {
      var value = 0
      for part in template.parts {
        let code = codes[(line + part.offset + Self.reach) * Self.width + part.code.rawValue]
        value = value * part.code.count + Int(code)
      }
      body(first + value)
    }
  }
}

/// The places of a page's judged lines, and what they are measured against.
private struct LinePlaces {
  private let layout: PageLayout
  private let reading: PageReading
  /// By judged line.
  private let boxes: [PageBox?]
  /// The extent of the column that a line stands in, by what stands near it.
  private let columns: [(left: Float, right: Float)]
  /// The number of lines of each block.
  private let blockCounts: [Int32: Int]
  /// The medians of heights, widths, widths of a character, sizes of type, and distances of lines.
  private let (height, width, pitch, type, lead): (Float, Float, Float, Float, Float)

  /// The number of lines before and behind that tell the extent of a column.
  private static let near = 6

  init?(_ layout: PageLayout, _ reading: PageReading) {
    let lines = reading.judged.map { layout.lines[$0.line.number - 1] }
    let boxes = lines.map(\.box)
    (self.layout, self.reading, self.boxes) = (layout, reading, boxes)
    guard let height = Self.median(boxes.compactMap { $0?.height }), height > 0,
      let width = Self.median(boxes.compactMap { $0?.width }), width > 0
    else { return nil }
    (self.height, self.width) = (height, width)
    pitch = Self.median(zip(reading.judged, boxes).compactMap { Self.pitch($0, $1) }) ?? 0
    type = Self.median(lines.compactMap(\.typeSize)) ?? 0
    lead = Self.median(boxes.indices.compactMap { Self.lead(boxes, $0) }.filter { $0 > 0 }) ?? height
    blockCounts = lines.reduce(into: [:]) { $0[$1.block, default: 0] += 1 }
    columns = boxes.indices.map { Self.column(boxes, $0) }
  }

  private static func median(_ values: [Float]) -> Float? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }

  /// The width of a column of text; nil for a line that is too short to say it.
  private static func pitch(_ facts: LineFacts, _ box: PageBox?) -> Float? {
    facts.width < 4 ? nil : box.map { $0.width / Float(facts.width) }
  }

  /// The distance of a line's lower edge from that of the line before; nil where that one is not above it.
  private static func lead(_ boxes: [PageBox?], _ line: Int) -> Float? {
    guard line > 0, let box = boxes[line], let above = boxes[line - 1], box.sharedWidth(above) > 0,
      box.bottom > above.y
    else { return nil }
    return box.bottom - above.bottom
  }

  private static func column(_ boxes: [PageBox?], _ line: Int) -> (Float, Float) {
    guard let box = boxes[line] else { return (0, 0) }
    var (left, right) = (box.x, box.right)
    for other in max(0, line - near)...min(boxes.count - 1, line + near) {
      guard let near = boxes[other], near.sharedWidth(box) > 0 else { continue }
      (left, right) = (min(left, near.x), max(right, near.right))
    }
    return (left, right)
  }

  /// A property of a line.
  func value(_ code: PlaceCode, of line: Int) -> Int {
    guard let box = boxes[line] else { return code == .role ? role(line) : 0 }
    switch code {
    case .tall: return bucket(box.height / height, [0.8, 0.93, 1.08, 1.2, 1.35, 1.7, 2.6])
    case .pitch:
      guard pitch > 0, let own = Self.pitch(reading.judged[line], box) else { return 0 }
      return bucket(own / pitch, [0.75, 0.9, 1.1, 1.25, 1.5, 2])
    case .type:
      guard type > 0, let size = layout.lines[reading.judged[line].line.number - 1].typeSize else { return 0 }
      return bucket(size / type, [0.85, 0.97, 1.03, 1.2, 1.5])
    case .gap: return gap(box, above: line > 0 ? boxes[line - 1] : nil)
    case .lead: return Self.lead(boxes, line).map { 1 + bucket($0 / lead, [0.8, 1.1, 1.25, 1.5, 2, 3]) } ?? 1
    case .setting: return setting(box, in: columns[line])
    case .wide: return bucket(box.width / width, [0.3, 0.6, 0.85, 1.15, 1.6, 2.5])
    case .block: return block(line)
    case .height: return layout.height > 0 ? bucket(box.middle / layout.height, [0.05, 0.15, 0.85, 0.95]) : 0
    case .role: return role(line)
    case .rules: return 1 + (hasRule(box.y, box) ? 1 : 0) + (hasRule(box.bottom, box) ? 2 : 0)
    case .letters: return letters(line)
    case .size, .letterCase, .close: return 0
    }
  }

  /// The gap above a line in heights; 0 where it begins a column, 7 where it goes on in the row of the line before.
  private func gap(_ box: PageBox, above: PageBox?) -> Int {
    guard let above else { return 0 }
    if box.x > above.x, box.sharedHeight(above) > 0.6 * min(box.height, above.height) { return 7 }
    guard box.sharedWidth(above) > 0 else { return 0 }
    return bucket((box.y - above.bottom) / height, [0, 0.4, 0.8, 1.5, 3])
  }

  /// In the middle of its column, or the white space at its left and at its right.
  private func setting(_ box: PageBox, in column: (left: Float, right: Float)) -> Int {
    let whole = column.right - column.left
    guard whole > 0 else { return 1 }
    let (left, right) = ((box.x - column.left) / whole, (column.right - box.right) / whole)
    if abs(left - right) < 0.08, left + right > 0.2 { return left + right > 0.5 ? 11 : 10 }
    return 1 + (bucket(left, [0.025, 0.12]) - 1) * 3 + bucket(right, [0.05, 0.2]) - 1
  }

  /// The number of lines of its block, and its place among them.
  private func block(_ line: Int) -> Int {
    func block(_ line: Int) -> Int32? {
      reading.judged.indices.contains(line) ? layout.lines[reading.judged[line].line.number - 1].block : nil
    }
    guard let own = block(line), own >= 0 else { return 0 }
    let size = bucket(blockCounts[own] ?? 0, [2, 3, 6]) - 1
    return 1 + size * 4 + (block(line - 1) != own ? 1 : 0) + (block(line + 1) != own ? 2 : 0)
  }

  /// True if a printed rule lies at an edge of a line.
  private func hasRule(_ edge: Float, _ box: PageBox) -> Bool {
    layout.rules.contains { rule in
      rule.width > 3 * rule.height && rule.sharedWidth(box) > 0 && abs(rule.middle - edge) < 1.5 * height
    }
  }

  private func letters(_ line: Int) -> Int {
    let range = reading.judged[line].line.range
    let letters = range.count { place in
      switch reading.scan.lettering[place] {
      case .hanzi, .latin, .digit: true
      default: false
      }
    }
    return bucket(Float(letters) / Float(max(1, range.count)), [0.6, 0.8, 0.92])
  }

  private func role(_ line: Int) -> Int {
    let placed = layout.lines[reading.judged[line].line.number - 1]
    let block = layout.blocks.indices.contains(Int(placed.block)) ? layout.blocks[Int(placed.block)] : nil
    switch placed.role ?? block?.role {
    case nil: return 1
    case .heading: return 2
    case .header, .footer, .pageNumber: return 3
    case .caption, .credit: return 4
    case .advertisement, .table: return 5
    case .subheading: return 7
    case .author: return 8
    default: return 6
    }
  }
}

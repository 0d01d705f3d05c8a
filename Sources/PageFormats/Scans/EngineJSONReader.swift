import Newspaper
import System

/// Reads the JSON that engines of the Paddle family give: PaddleOCR 2 (`[[[box, [text, score]] …]]`), PaddleOCR 3
/// (`rec_texts`, `rec_polys`), PP-Structure (`parsing_res_list`) and RapidOCR (`[box, text, score]`, or objects).
///
/// A line for each entry. It gives no page's width: that is how far the boxes reach.
struct EngineJSONReader {
  private var writer = ScanWriter()

  /// Reads the file; nil for JSON that is none of these.
  static func read(_ bytes: [UInt8]) -> ScannedDocument? {
    guard let value = try? JSONTree(bytes) else { return nil }
    var reader = EngineJSONReader()
    guard reader.read(value, depth: 0) else { return nil }
    return ScannedDocument(pages: reader.writer.pages)
  }

  /// Readings lie in lists of pages, at most so deep.
  private static let deepest = 4

  private mutating func read(_ tree: JSONTree, depth: Int) -> Bool {
    guard depth < Self.deepest else { return false }
    switch tree.value {
    case .object:
      if let pages = tree["res"] { return read(pages, depth: depth + 1) }
      if readBlocks(tree) || readParallel(tree) { return true }
      return false
    case .array(let entries):
      let lines = entries.compactMap(EngineLine.init)
      if !lines.isEmpty, lines.count * 2 > entries.count {
        addPage(lines)
        return true
      }
      return entries.reduce(false) { found, entry in read(entry, depth: depth + 1) || found }
    default: return false
    }
  }

  /// Texts and places in lists side by side, as PaddleOCR 3 has them.
  private mutating func readParallel(_ members: JSONTree) -> Bool {
    guard case .array(let texts)? = members["rec_texts"]?.value else { return false }
    let places = (members["rec_polys"] ?? members["rec_boxes"] ?? members["dt_polys"])?.elements ?? []
    let scores = members["rec_scores"]?.elements ?? []
    let lines = texts.enumerated().map { index, text in
      EngineLine(
        text: text.string ?? "", box: index < places.count ? places[index].box : nil,
        score: index < scores.count ? scores[index].number : nil)
    }
    writer.page.layout.image = members["input_path"]?.string
    addPage(lines)
    return true
  }

  /// Blocks with their text and stated order, as PP-Structure has them.
  private mutating func readBlocks(_ members: JSONTree) -> Bool {
    guard case .array(let blocks)? = members["parsing_res_list"]?.value else { return false }
    var ranks: [Int: Int] = [:]
    writer.pageSize = (Float(members["width"]?.number ?? 0), Float(members["height"]?.number ?? 0))
    for block in blocks.filter(\.isObject) {
      let role = block["block_label"]?.string.flatMap(Self.role)
      let index = writer.addBlock(block["block_bbox"]?.box, role: role)
      if let order = block["block_order"]?.number, abs(order) < 1e6 { ranks[index] = Int(order) }
      let text = block["block_content"]?.string ?? ""
      for line in text.split(separator: "\n") {
        add(EngineLine(text: String(line), box: nil, score: nil), block: index, role: role)
      }
    }
    writer.blockRanks = ranks
    writer.endPage()
    return true
  }

  private static func role(_ label: String) -> PageLayout.Role? {
    switch label {
    case "doc_title", "paragraph_title": .heading
    case "header": .header
    case "footer": .footer
    case "number": .pageNumber
    case "figure_title", "table_title", "chart_title": .caption
    case "footnote": .footnote
    case "table": .table
    case "text": .paragraph
    default: nil
    }
  }

  private mutating func addPage(_ lines: [EngineLine]) {
    for line in lines { add(line, block: nil, role: nil) }
    writer.endPage()
  }

  private mutating func add(_ line: EngineLine, block: Int?, role: PageLayout.Role?) {
    writer.beginLine(line.box, block: block, role: role)
    Array(line.text.utf8).withUnsafeBufferPointer {
      MarkupText.appendPlain($0, 0..<$0.count, to: &writer.page.text)
    }
    if let score = line.score { writer.setConfidence(Float(score)) }
    writer.endLine()
  }
}

/// An entry: a text, its place and how sure the engine is.
private struct EngineLine {
  var text: String
  var box: PageBox?
  var score: Double?

  init(text: String, box: PageBox?, score: Double?) { (self.text, self.box, self.score) = (text, box, score) }

  /// - Returns: nil for what is no entry.
  init?(_ tree: JSONTree) {
    switch tree.value {
    case .array(let parts) where parts.count >= 2:
      guard let box = parts[0].box else { return nil }
      if let text = parts[1].string {
        self.init(text: text, box: box, score: parts.count > 2 ? parts[2].number : nil)
      } else if case .array(let reading) = parts[1].value, let text = reading.first?.string {
        self.init(text: text, box: box, score: reading.count > 1 ? reading[1].number : nil)
      } else {
        return nil
      }
    case .object:
      guard let text = (tree["text"] ?? tree["rec_text"] ?? tree["txt"])?.string,
        let box = (tree["box"] ?? tree["points"] ?? tree["text_region"] ?? tree["dt_box"])?.box
      else { return nil }
      self.init(text: text, box: box, score: (tree["score"] ?? tree["confidence"])?.number)
    default: return nil
    }
  }
}

extension JSONTree {
  fileprivate var isObject: Bool { if case .object = value { true } else { false } }
  fileprivate var number: Double? { if case .number(let digits) = value { Double(digits) } else { nil } }

  /// Of four numbers (left, top, right, bottom), or of points.
  fileprivate var box: PageBox? {
    guard case .array(let parts) = value else { return nil }
    let numbers = parts.compactMap(\.number)
    if numbers.count == 4, parts.count == 4 {
      let (left, top, right, bottom) = (numbers[0], numbers[1], numbers[2], numbers[3])
      return Self.box([left, right], [top, bottom])
    }
    let points = parts.map { $0.elements.compactMap(\.number) }.filter { $0.count == 2 }
    guard points.count >= 3, points.count == parts.count else { return nil }
    return Self.box(points.map { $0[0] }, points.map { $0[1] })
  }

  /// In any unit; no page is as large.
  private static let largest = 1e9

  private static func box(_ xs: [Double], _ ys: [Double]) -> PageBox? {
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
      [left, right, top, bottom].allSatisfy({ abs($0) < largest })
    else { return nil }
    return PageBox(x: Float(left), y: Float(top), width: Float(right - left), height: Float(bottom - top))
  }
}

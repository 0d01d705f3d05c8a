import Newspaper

/// The paragraphs that are lines which the page keeps apart: the items of a list, the lines of a verse. Setting them as
/// lines loses nothing where that is wrong, so the evidence need not be strong: several in a row, each short and a line
/// of the scan by itself, and either none but the last ends a sentence, or some do and all are equally long, or each
/// begins with a number. Of the rows of a table, whose parts stand in columns, two are enough.
/// - Returns: indices in `blocks`.
func preservedLines(_ blocks: [Galley.PlacedBlock]) -> Set<Int> {
  var kept: Set<Int> = []
  for run in runs(in: blocks) {
    var start = run.startIndex
    while start < run.endIndex {
      let open = run[start...].prefix { !blocks[$0].endsSentence }
      if open.count >= 3 || open.count == 2 && open.allSatisfy({ blocks[$0].hasColumns }) { kept.formUnion(open) }
      start = min(run.endIndex, open.endIndex + 1)
      // The sentence that goes on over several of them ends with the next one.
      if open.count >= 3, open.last.map({ blocks[$0].endsPausing }) == true {
        kept.formUnion(run[open.endIndex..<start])
      }
    }
    for (one, next) in zip(run, run.dropFirst()) where blocks[one].isNumbered && blocks[next].isNumbered {
      kept.formUnion([one, next])
    }
    let isEven = Set(run.map { blocks[$0].columns }).count == 1
    if run.count >= 4, isEven, run.contains(where: { !blocks[$0].endsSentence }) { kept.formUnion(run) }
  }
  return kept
}

/// Stretches of blocks that could be such lines.
private func runs(in blocks: [Galley.PlacedBlock]) -> [[Int]] {
  blocks.indices.reduce(into: [[Int]]()) { runs, index in
    guard blocks[index].isShortLine else { return }
    if let last = runs.last?.last, last + 1 == index, blocks[last].article == blocks[index].article {
      runs[runs.count - 1].append(index)
    } else {
      runs.append([index])
    }
  }
}

extension Galley.PlacedBlock {
  /// As wide as the line of a list or a verse may be, and a row of a table.
  private static let widest = 64
  private static let widestRow = 160

  fileprivate var columns: Int { displayWidth(content.passage.text) }

  fileprivate var isShortLine: Bool {
    content.role == .paragraph && content.passage.sourceLines.count == 1
      && content.passage.text.utf8.count <= 4 * Self.widestRow
      && columns <= (hasColumns ? Self.widestRow : Self.widest)
  }

  /// True if it begins with a number or a sign, as items do: `一、`, `（二）`, `3.`, `(a)`, `•`.
  fileprivate var isNumbered: Bool {
    var rest = content.passage.text.unicodeScalars[...]
    guard let first = rest.first else { return false }
    if "•●○◆◇■□▲".unicodeScalars.contains(first) || (0x2460...0x24FF).contains(first.value) { return true }
    let isBracketed = "（(".unicodeScalars.contains(first)
    if isBracketed { rest.removeFirst() }
    let number = rest.prefix { $0.properties.numericType != nil || "〇零十百".unicodeScalars.contains($0) }
    let letter = number.isEmpty && isBracketed ? rest.prefix(1).count { $0.isASCII && $0.properties.isAlphabetic } : 0
    let count = number.count + letter
    return (1...3).contains(count)
      && rest.dropFirst(count).first.map { "、．.）)是".unicodeScalars.contains($0) } ?? false
  }

  /// True if its parts stand apart, as the parser leaves them in the rows of tables only.
  fileprivate var hasColumns: Bool {
    let text = content.passage.text.unicodeScalars.drop { $0 == " " || $0 == "\u{3000}" }
    return text.contains("\u{3000}") || zip(text, text.dropFirst()).contains { $0 == " " && $1 == " " }
  }

  fileprivate var endsPausing: Bool { content.passage.text.last.map { "，；、,;".contains($0) } ?? false }

  fileprivate var endsSentence: Bool {
    !hasColumns && (content.passage.text.last { !$0.isWhitespace }.map { "。！？：….!?:”’」』—".contains($0) } ?? true)
  }
}

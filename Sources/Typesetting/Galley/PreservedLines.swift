import Newspaper

/// The paragraphs that are lines which the page keeps apart: the items of a list, the lines of a verse. Setting them as
/// lines loses nothing where that is wrong, so the evidence need not be strong: several in a row, each short and a line
/// of the scan by itself, and either none ends a sentence, or some do and all are equally long. Of the rows of a table,
/// whose parts stand in columns, two are enough.
/// - Returns: indices in `blocks`.
func preservedLines(_ blocks: [Galley.PlacedBlock]) -> Set<Int> {
  var kept: Set<Int> = []
  for run in runs(in: blocks) {
    for items in run.split(whereSeparator: { blocks[$0].endsSentence }) {
      if items.count >= 3 || items.count == 2 && items.allSatisfy({ blocks[$0].hasColumns }) { kept.formUnion(items) }
    }
    let isEven = Set(run.map { blocks[$0].letters }).count == 1
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
  /// As long as the line of a list may be.
  private static let longest = 32
  private static let widestRow = 160

  fileprivate var letters: Int { content.passage.text.count }

  fileprivate var isShortLine: Bool {
    content.role == .paragraph && content.passage.sourceLines.count == 1
      && (letters <= Self.longest || letters <= Self.widestRow && hasColumns)
  }

  /// True if its parts stand apart, as the parser leaves them in the rows of tables only.
  fileprivate var hasColumns: Bool {
    let text = content.passage.text.unicodeScalars.drop { $0 == " " || $0 == "\u{3000}" }
    return text.contains("\u{3000}") || zip(text, text.dropFirst()).contains { $0 == " " && $1 == " " }
  }

  fileprivate var endsSentence: Bool {
    !hasColumns && (content.passage.text.last { !$0.isWhitespace }.map { "。！？：….!?:”’」』—".contains($0) } ?? true)
  }
}

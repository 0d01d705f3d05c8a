/// Lines of a galley on pages of columns: the headline stack across the columns, the text down and across them, the
/// columns of the last page balanced.
///
/// It counts in lines only. How wide one is, and which way lines run, is for others to know.
package struct PageFlow: Sendable, Equatable {
  /// The place of a line.
  package struct Slot: Sendable, Equatable {
    /// Index of the line in the galley.
    package var line: Int
    /// Of the page's columns; nil for a line that stands across them.
    package var column: Int?
    /// The number of lines above it.
    package var depth: Int
  }

  /// A page.
  package struct Page: Sendable, Equatable {
    /// In reading order; never empty.
    package var slots: [Slot] = []
    /// The number of lines of the stack, with the air below it.
    var stackDepth = 0
    /// The number of lines of its longest column, stack and all.
    var depth = 0
  }

  /// At least one, unless the galley is empty.
  package private(set) var pages: [Page] = []

  /// - Parameters:
  ///   - stackCount: the number of lines at the start that stand across the columns.
  ///   - columns: of text, at least 1.
  ///   - depth: lines of a page, at least 1.
  init(_ lines: [Galley.Line], stackCount: Int, columns: Int, depth: Int) {
    let depth = max(1, depth)
    // Air in the head would cost lines of it, or all of the text.
    let isLow = stackCount + min(2, lines.count - stackCount) > depth
    let filler = ColumnFiller(lines: lines, columns: max(1, columns))
    var page = Page()
    for index in 0..<stackCount {
      if page.stackDepth == depth { close(&page) }
      let isFirst = page.slots.isEmpty && (index > 0 || depth < 16)
      if lines[index].part == .air, isFirst || (isLow && index + 1 < stackCount) { continue }
      page.slots.append(Slot(line: index, column: nil, depth: page.stackDepth))
      page.stackDepth += 1
      page.depth = page.stackDepth
    }
    var next = stackCount
    while next < lines.count {
      let fewest = min(3, depth, (lines.count - next + columns - 1) / max(1, columns))
      if page.stackDepth > 0, depth - page.stackDepth < fewest { close(&page) }
      next = filler.fill(&page, from: next, depth: depth)
      close(&page)
    }
    close(&page)
  }

  private mutating func close(_ page: inout Page) {
    if page.slots.contains(where: { $0.depth >= 0 }) { pages.append(page) }
    page = Page()
  }

  /// The page that shows a line, or the nearest before it.
  package func page(ofLine line: Int) -> Int {
    max(0, (pages.lastIndex { ($0.slots.first?.line ?? 0) <= line }) ?? 0)
  }

  /// The first line of a page.
  package func firstLine(ofPage page: Int) -> Int {
    pages.indices.contains(page) ? pages[page].slots.first?.line ?? 0 : 0
  }
}

/// Fills the columns of one page after the other.
private struct ColumnFiller {
  let lines: [Galley.Line]
  let columns: Int

  /// Puts lines below the stack of a page; the last ones in columns of about the same height.
  /// - Returns: the first line that finds no room.
  func fill(_ page: inout PageFlow.Page, from start: Int, depth: Int) -> Int {
    let room = depth - page.stackDepth
    var (slots, next) = filled(from: start, depth: room, in: columns)
    if next == lines.count {
      var height = max(1, slots.count / columns)
      while height <= room {
        let balanced = filled(from: start, depth: height, in: columns)
        if balanced.next == lines.count {
          slots = even(from: start, depth: height)
          break
        }
        height += 1
      }
    }
    let top = page.stackDepth
    page.slots += slots.map { PageFlow.Slot(line: $0.line, column: $0.column, depth: $0.depth + top) }
    page.depth = max(page.depth, (slots.map(\.depth).max() ?? -1) + 1 + top)
    if slots.isEmpty { next = lines.count }
    return next
  }

  /// The last lines in columns no longer than need be, each with its share of those that are left, as nearly as the
  /// lines that belong together allow.
  private func even(from start: Int, depth: Int) -> [PageFlow.Slot] {
    var slots: [PageFlow.Slot] = []
    var next = start
    for column in 0..<columns {
      next += air(from: next)
      let share = (lines.count - next + columns - column - 1) / (columns - column)
      let ends = (min(share, depth)...depth).lazy.map { [next] in end(from: next, depth: $0) }
      let fitting = ends.first { filled(from: $0, depth: depth, in: columns - column - 1).next == lines.count }
      let stop = fitting ?? end(from: next, depth: depth)
      for line in next..<stop { slots.append(PageFlow.Slot(line: line, column: column, depth: line - next)) }
      next = stop
    }
    return slots
  }

  private func air(from start: Int) -> Int { lines[start...].prefix { $0.part == .air }.count }

  private func filled(from start: Int, depth: Int, in columns: Int) -> (slots: [PageFlow.Slot], next: Int) {
    var slots: [PageFlow.Slot] = []
    var next = start
    for column in 0..<columns {
      next += air(from: next)
      let end = end(from: next, depth: depth)
      for line in next..<end { slots.append(PageFlow.Slot(line: line, column: column, depth: line - next)) }
      next = end
    }
    return (slots, next + air(from: next))
  }

  /// The end of a column that starts with a line: no subhead is its last line.
  private func end(from start: Int, depth: Int) -> Int {
    var end = min(lines.count, start + depth)
    guard end < lines.count else { return end }
    while end > start + 1, isBound(end - 1) { end -= 1 }
    return end
  }

  /// True if a line must have the next one below it.
  private func isBound(_ index: Int) -> Bool {
    switch lines[index].part {
    case .subhead, .air, .ruby: true
    case .mark: standsAboveText(index)
    default: lines[index].part.isHead && index + 1 < lines.count && lines[index + 1].part != .air
    }
  }

  /// True if a mark says something of the text below it.
  private func standsAboveText(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    return lines[index + 1].block == lines[index].block && lines[index + 1].part != .mark
  }
}

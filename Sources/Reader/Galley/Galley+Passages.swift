import Newspaper

// Passages of a galley: the blocks that one goes to and asks about.
extension Galley {
  /// The block that is read where a line is the first on the screen: the first one that begins there or below, else the
  /// one that goes on there.
  /// - Parameter rows: how many lines are in sight.
  func block(readFrom top: Int, rows: Int) -> Int? {
    let sight = lines.indices.dropFirst(max(0, top)).prefix(max(1, rows))
    let found = sight.lazy.compactMap(blockShown)
    return found.first { self.lines(ofBlock: $0).first.map { $0 >= top } == true } ?? found.first
      ?? (blocks.isEmpty ? nil : max(0, blocks.count - 1))
  }

  private func blockShown(onLine index: Int) -> Int? {
    let line = lines[index]
    guard isRaw, line.part == .scan else { return line.block }
    let place = scan[line.text]
    return blocks.firstIndex { $0.content.passage.page == place.page && $0.content.passage.lines.contains(place.line) }
  }

  /// The lines that show a block; for one that is folded away with others the line that stands for them.
  func lines(ofBlock block: Int) -> [Int] {
    let own = lines.indices.filter { lines[$0].part != .air && shows(block, onLine: $0) }
    return own.isEmpty ? [line(ofBlock: block, offset: 0)] : own
  }

  private func shows(_ block: Int, onLine index: Int) -> Bool {
    guard isRaw else { return lines[index].block == block }
    let passage = blocks[block].content.passage
    let place = scan[lines[index].text]
    return lines[index].part == .scan && place.page == passage.page && passage.sourceLines.contains(place.line)
  }
}

import Newspaper

// Passages of a galley: the blocks that one goes to and asks about.
extension Galley {
  /// The block that is read where a line is the first on the screen: the first one that begins there or below, else the
  /// one that goes on there.
  /// - Parameter rows: the number of lines in sight.
  package func block(readFrom top: Int, rows: Int) -> Int? {
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
  package func lines(ofBlock block: Int) -> [Int] {
    let passage = blocks[block].content.passage
    let places = isRaw ? Set(passage.sourceLines.map { ScanLine(page: passage.page, line: $0) }) : []
    let own = lines.indices.filter { index in
      guard isRaw else { return lines[index].block == block && lines[index].part != .air }
      return lines[index].part == .scan && places.contains(scan[lines[index].text])
    }
    return own.isEmpty ? [line(ofBlock: block, offset: 0)] : own
  }
}

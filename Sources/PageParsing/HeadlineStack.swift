/// Which line of a stack is its headline: the lines above it are kickers, those below decks.
struct HeadlineStack {
  let facts: [LineFacts]

  /// The index of the headline among the heads.
  func headline(of heads: [Int]) -> Int {
    if let kicker = heads.dropLast().lastIndex(where: isKicker) { return kicker + 1 }
    if heads.count > 2, facts[heads[1]].width < facts[heads[0]].width, !isDeck(heads[1]) { return 1 }
    return heads.firstIndex { !isDeck($0) } ?? 0
  }

  /// …时强调——, 【评论】: leads to what stands below.
  private func isKicker(_ line: Int) -> Bool {
    !facts[line].evidence.isDisjoint(with: [.endsLeadingOn, .endsWithDash, .label])
      && !facts[line].evidence.contains(.startsWithDash)
  }

  /// ——访…: belongs to what stands above.
  private func isDeck(_ line: Int) -> Bool { facts[line].evidence.contains(.startsWithDash) }
}

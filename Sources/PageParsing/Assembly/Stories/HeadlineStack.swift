import Newspaper

/// Which line of a stack is its headline: the lines above it are kickers, those below decks.
struct HeadlineStack {
  let scan: PageScan
  let facts: [LineFacts]
  /// Nil for a page without places.
  private var layout: PageLayout? { scan.layout }

  /// The index of the headline among the heads.
  func headline(of heads: [Int]) -> Int {
    if let tallest = tallest(of: heads) { return tallest }
    if let kicker = heads.dropLast().lastIndex(where: isKicker) { return kicker + 1 }
    if heads.count > 2, facts[heads[1]].width < facts[heads[0]].width, !isDeck(heads[1]) { return 1 }
    return heads.firstIndex { !isDeck($0) } ?? 0
  }

  /// By how much the tallest letters are taller than others that are no part of the headline.
  private static let taller: Float = 1.2

  /// The first of the lines with by far the tallest letters; nil where none has, or there are no places.
  private func tallest(of heads: [Int]) -> Int? {
    guard heads.count > 1, let layout else { return nil }
    let heights = heads.compactMap { layout.lines[facts[$0].line.number - 1].box?.height }
    guard heights.count == heads.count, let most = heights.max(), let least = heights.min(),
      most > least * Self.taller
    else { return nil }
    return heights.firstIndex { $0 * Self.taller > most }
  }

  /// The members of a stack, each a line or, in narrow letters, lines printed right below each other in one setting:
  /// there a head is broken between its words.
  func members(of heads: [Int]) -> [Range<Int>] {
    heads.indices.reduce(into: []) { members, place in
      if let last = members.last, goesOn(heads[last.upperBound - 1], heads[place]) {
        members[members.count - 1] = last.lowerBound..<place + 1
      } else {
        members.append(place..<place + 1)
      }
    }
  }

  private func goesOn(_ line: Int, _ next: Int) -> Bool {
    if facts[line].endsWithinWord(scan), facts[next].line.number == facts[line].line.number + 1 { return true }
    let settings: LineEvidence = [.capitals, .raisedWords]
    let setting = facts[line].evidence.intersection(settings)
    return !setting.isEmpty && !facts[line].isHeadWithStop && facts[next].evidence.intersection(settings) == setting
      && facts[next].line.number == facts[line].line.number + 1
  }

  /// …时强调——, 【评论】: leads to what stands below.
  private func isKicker(_ line: Int) -> Bool {
    !facts[line].evidence.isDisjoint(with: [.endsLeadingOn, .endsWithDash, .label])
      && !facts[line].evidence.contains(.startsWithDash)
  }

  /// ——访…, (From our correspondent.): belongs to what stands above.
  private func isDeck(_ line: Int) -> Bool {
    !facts[line].evidence.isDisjoint(with: [.startsWithDash, .bracketed])
      || facts[line].isLatin && facts[line].startsWithBracket
  }
}

import Newspaper

/// The place where a passage was found again.
public struct FoundPlace: Sendable, Equatable {
  /// The first place, and the one behind the last.
  public var start: SourcePosition
  /// The place behind the last character.
  public var end: SourcePosition
  /// True if it is another place than the anchor names.
  public var isMoved: Bool
}

/// Finds passages on the pages of an issue by their text, also where letters were read otherwise, lines have been put
/// before them, or the page has another number.
///
/// A place counts only where it is clearly better than the next best: a passage is rather said to be gone than shown
/// at a wrong place.
public struct AnchorFinder: Sendable {
  private let pages: [(number: Int, text: PageText)]
  private var folded: [Int: FoldedPage] = [:]

  /// A finder for the pages of an issue.
  public init(_ issue: Issue) { pages = issue.pages.map { ($0.number, $0.text) } }

  /// Finds a passage; nil where it is gone or cannot be told from another.
  public mutating func find(_ anchor: Anchor) -> FoundPlace? {
    if let same = samePlace(anchor) { return same }
    let numbers = [anchor.start.page] + pages.map(\.number).filter { $0 != anchor.start.page }
    for number in numbers {
      guard let page = page(number), let start = start(of: anchor, in: page) else { continue }
      let place = page.place(of: start, page: number)
      let end = end(of: anchor, from: start, in: page)
      return FoundPlace(start: place, end: page.end(of: end, page: number), isMoved: place != anchor.start)
    }
    return nil
  }

  /// The place that the anchor names, if its text stands there still with what stood before it.
  private mutating func samePlace(_ anchor: Anchor) -> FoundPlace? {
    guard let page = page(anchor.start.page) else { return nil }
    let (first, last) = (page.index(of: anchor.start), page.index(of: anchor.end))
    let isSame =
      page.text(first..<first + Anchor.inside) == anchor.head && page.text(last - Anchor.inside..<last) == anchor.tail
      && page.text(first - Anchor.outside..<first) == anchor.before && !anchor.head.isEmpty
      && page.place(of: first, page: anchor.start.page).line == anchor.start.line
    return isSame ? FoundPlace(start: anchor.start, end: anchor.end, isMoved: false) : nil
  }

  private mutating func page(_ number: Int) -> FoldedPage? {
    if let page = folded[number] { return page }
    guard let text = pages.first(where: { $0.number == number })?.text else { return nil }
    let page = FoldedPage(text)
    folded[number] = page
    return page
  }

  // MARK: Ends

  /// The least shares of the same letters for beginnings of so many letters: a short one must be as it was.
  private static let tries = [(letters: Anchor.inside, share: 0.72), (24, 0.8), (12, 0.9), (6, 1)]
  /// Letters that must be alike at a beginning.
  private static let beginning = 8
  /// Letters of a text that nobody writes twice.
  private static let longEnough = 24
  /// A place counts if the next best one shares less by so much.
  private static let lead = 0.2

  /// The first letter of the passage.
  private func start(of anchor: Anchor, in page: FoldedPage) -> Int? {
    let (head, before) = (FoldedPage.letters(anchor.head), FoldedPage.letters(anchor.before))
    let after = FoldedPage.letters(anchor.after)
    for (count, share) in Self.tries where head.count >= min(count, 6) {
      let text = Array(head.prefix(count))
      let found = Alignment.all(of: text, in: page).filter { $0.score >= share }
      // Of a text that stands there twice the surroundings tell which is meant, on either side.
      let best = only(found, long: count >= Self.longEnough) { found in
        let start = found.range.lowerBound
        return (
          likeness(before, before: start, in: page),
          likeness(after, behind: end(of: anchor, from: start, in: page), in: page)
        )
      }
      if let best {
        let start = best.range.lowerBound
        // A long text goes on beyond a short passage, whose own letters must be there.
        guard Alignment.isAlike(Array(head.prefix(Self.beginning)), in: page, at: start) else { continue }
        return anchor.start.offset > 0 ? start : page.lineStart(near: start) ?? start
      }
      if count >= head.count, found.isEmpty { continue }
    }
    return nil
  }

  /// The letter behind the passage, which starts at a letter.
  private func end(of anchor: Anchor, from start: Int, in page: FoldedPage) -> Int {
    let tail = FoldedPage.letters(anchor.tail)
    // The tail of a short passage begins before it, with letters that may have changed.
    if let own = ownLetters(of: anchor) {
      let found = Alignment.all(of: own, in: page).first { abs($0.range.lowerBound - start) <= 2 }
      return found?.range.upperBound ?? start + own.count
    }
    for (count, share) in Self.tries where tail.count >= min(count, 6) {
      let found = Alignment.all(of: Array(tail.suffix(count)), in: page)
        .filter { $0.score >= share && $0.range.upperBound > start }
      if let best = found.min(by: { $0.range.upperBound < $1.range.upperBound }) { return best.range.upperBound }
    }
    return start + FoldedPage.letters(anchor.head).count
  }

  /// The letters of a passage that is no longer than what is kept of its beginning; nil for a longer one.
  private func ownLetters(of anchor: Anchor) -> [UInt32]? {
    let (head, tail) = (FoldedPage.letters(anchor.head), FoldedPage.letters(anchor.tail))
    let after = FoldedPage.letters(anchor.after)
    let count = (1...max(1, min(head.count, tail.count))).last { count in
      head.prefix(count) == tail.suffix(count) && zip(head.dropFirst(count), after).allSatisfy { $0 == $1 }
    }
    return count.map { Array(head.prefix($0)) }
  }

  /// The one that is clearly best; of several alike the one whose surroundings are clearly more alike. Of two long
  /// texts that are the same, letter for letter, the first will do that stands beside what it stood beside.
  private func only(
    _ found: [Alignment], long: Bool, by likeness: (Alignment) -> (before: Double, after: Double)
  ) -> Alignment? {
    guard let best = found.first else { return nil }
    let rivals = found.filter { $0.score > best.score - Self.lead }
    if rivals.count == 1 { return best }
    let ranked = rivals.map { (found: $0, sides: likeness($0)) }
      .map { (found: $0.found, sides: $0.sides, total: $0.found.score + $0.sides.before + $0.sides.after) }
      .sorted { ($0.total, $1.found.range.lowerBound) > ($1.total, $0.found.range.lowerBound) }
    if ranked[0].total >= ranked[1].total + Self.lead { return ranked[0].found }
    let isSame = long && ranked[0].found.score == 1 && max(ranked[0].sides.before, ranked[0].sides.after) == 1
    return isSame ? ranked[0].found : nil
  }

  /// The share of letters that stand behind a place as they did.
  private func likeness(_ after: [UInt32], behind place: Int, in page: FoldedPage) -> Double {
    let there = page.letters[min(place, page.letters.count)..<min(place + after.count, page.letters.count)]
    guard !after.isEmpty else { return there.isEmpty ? 1 : 0 }
    return Double(zip(after, there).prefix { $0 == $1 }.count) / Double(after.count)
  }

  /// The share of letters that stand before a place as they did.
  private func likeness(_ before: [UInt32], before place: Int, in page: FoldedPage) -> Double {
    let there = page.letters[max(0, place - before.count)..<place]
    guard !before.isEmpty else { return there.isEmpty ? 1 : 0 }
    return Double(zip(before.reversed(), there.reversed()).prefix { $0 == $1 }.count) / Double(before.count)
  }
}

/// A list of issues of which some have other entries than in the list below it, as by what a person corrected in them:
/// those with another day stand elsewhere, too.
public struct RevisedShelf: IssueShelf {
  private let base: any IssueShelf
  /// By place in the base.
  private var entries: [Int: IssueSummary] = [:]
  /// Places in the base of those that stand elsewhere, ascending.
  private var gaps: [Int] = []
  /// Those that stand elsewhere: their places here, ascending, and in the base.
  private var moved: [(place: Int, base: Int)] = []
  /// The number of articles in all of them.
  public private(set) var articleCount: Int

  /// A list with other entries.
  /// - Parameters:
  ///   - base: in the order of lists.
  ///   - revised: entries for issues of the base; others are passed over.
  public init(_ base: any IssueShelf, _ revised: some Sequence<IssueSummary>) {
    self.base = base
    articleCount = base.articleCount
    for entry in revised {
      guard let place = base.index(ofIssue: entry.id) else { continue }
      let old = base[place]
      guard entry != old, entries.updateValue(entry, forKey: place) == nil else { continue }
      articleCount += entry.articleCount - old.articleCount
      if ListRank(entry.date) != ListRank(old.date) { gaps.append(place) }
    }
    gaps.sort()
    let places = gaps.compactMap { place in entries[place].map { (base: place, entry: $0) } }
      .sorted { $0.entry.stands(before: $1.entry) }
    for (index, (place, entry)) in places.enumerated() {
      let before = Self.place(of: entry, in: base)
      moved.append((before - gaps.count { $0 < before } + index, place))
    }
  }

  /// The number of issues of a list that stand before an entry.
  private static func place(of entry: IssueSummary, in base: any IssueShelf) -> Int {
    var (low, high) = (0, base.count)
    while low < high {
      let middle = (low + high) / 2
      if base[middle].stands(before: entry) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of issues.
  public var count: Int { base.count }

  /// An issue's entry in the list.
  public subscript(index: Int) -> IssueSummary {
    let place = basePlace(of: index)
    return entries[place] ?? base[place]
  }

  private func basePlace(of index: Int) -> Int {
    var before = 0
    for (place, base) in moved {
      if place == index { return base }
      if place > index { break }
      before += 1
    }
    var place = index - before
    for gap in gaps {
      if gap > place { break }
      place += 1
    }
    return place
  }

  /// The place of the issue with an id; nil where there is none.
  public func index(ofIssue id: String) -> Int? {
    guard let place = base.index(ofIssue: id) else { return nil }
    if let found = moved.first(where: { $0.base == place }) { return found.place }
    var index = place - gaps.count { $0 < place }
    for (place, _) in moved {
      if place > index { break }
      index += 1
    }
    return index
  }
}

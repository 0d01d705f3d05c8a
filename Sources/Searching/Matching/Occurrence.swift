/// An occurrence of a needle in a text, in the text's own measure of places.
protocol Occurrence {
  associatedtype Place: Comparable

  /// Index of its article.
  var article: Int { get }
  /// In what way it was found.
  var kind: Match.Kind { get }
  /// Occurrences of an issue are ordered by it as one reads.
  var start: Place { get }
  var end: Place { get }
}

extension Array {
  /// Lists in reading order as one: of occurrences that overlap the better one, of equally good ones the one that
  /// starts first, of these the longest.
  func united<Found: Occurrence>() -> [Found] where Element == [Found] {
    filter { !$0.isEmpty }.reduce([]) { $0.isEmpty ? $1 : $0.united(with: $1) }
  }
}

extension Array where Element: Occurrence {
  fileprivate func united(with others: Self) -> Self {
    var result: Self = []
    result.reserveCapacity(count + others.count)
    var (left, right) = (0, 0)
    while left < count || right < others.count {
      let isLeft = right == others.count || left < count && self[left].comes(before: others[right])
      let found = isLeft ? self[left] : others[right]
      if isLeft { left += 1 } else { right += 1 }
      if let last = result.last, found.start < last.end {
        if found.kind.rank < last.kind.rank { result[result.count - 1] = found }
      } else {
        result.append(found)
      }
    }
    return result
  }
}

extension Occurrence {
  fileprivate func comes(before other: Self) -> Bool {
    if start != other.start { return start < other.start }
    return kind == other.kind ? end >= other.end : kind.rank < other.kind.rank
  }
}

extension Match.Kind {
  /// The best is 0.
  public var rank: Int {
    switch self {
    case .literal: 0
    case .pinyin: 1
    case .lookalike: 2
    }
  }
}

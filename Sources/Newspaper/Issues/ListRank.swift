/// The rank of an issue in the list: the newest highest, a day without its year below all others, no date lowest.
package struct ListRank: Comparable {
  /// A number that is larger for a higher rank.
  package let number: Int32

  /// The rank of an issue with a date; nil for none.
  package init(_ date: IssueDate?) {
    number = Int32(clamping: date.map { (($0.year ?? -1) * 100 + $0.month) * 100 + $0.day } ?? -1_000_000)
  }

  /// True if the left one is lower in rank.
  package static func < (left: ListRank, right: ListRank) -> Bool { left.number < right.number }
}

extension IssueSummary {
  /// True if it stands before another one in the list: newer, or by its id among equals.
  package func stands(before other: IssueSummary) -> Bool {
    let ranks = (ListRank(date), ListRank(other.date))
    return ranks.0 == ranks.1 ? id < other.id : ranks.0 > ranks.1
  }
}

import Chance
import Newspaper
import Testing

@Suite("A list with other entries") struct RevisedShelfTests {
  @Test("Whatever is revised, the list is that of all entries in order, and every id is found at its place")
  func order() {
    var chance = RandomSource(seed: 15)
    for _ in 0..<300 {
      let count = chance.below(12)
      let base = (0..<count).map { entry("\($0)", day: chance.below(28), &chance) }.sorted { $0.stands(before: $1) }
      let ids = base.map(\.id).filter { _ in chance.below(3) == 0 } + ["none"]
      let revised = ids.map { entry($0, day: chance.below(28), &chance) }
      let shelf = RevisedShelf(base, revised)
      let all = base.map { old in revised.first { $0.id == old.id } ?? old }.sorted { $0.stands(before: $1) }
      #expect(shelf.indices.map { shelf[$0] } == all)
      #expect(shelf.articleCount == all.reduce(0) { $0 + $1.articleCount })
      for (place, entry) in all.enumerated() { #expect(shelf.index(ofIssue: entry.id) == place) }
      #expect(shelf.index(ofIssue: "none") == nil)
    }
  }

  private func entry(_ id: String, day: Int, _ chance: inout RandomSource) -> IssueSummary {
    let date = IssueDate(
      year: day == 0 ? nil : 1998, month: 2, day: max(1, day), certainty: .stated, source: .sideFile)
    return IssueSummary(
      id: id, title: nil, date: chance.below(6) == 0 ? nil : date, articleCount: chance.below(5), leadHeadline: "")
  }
}

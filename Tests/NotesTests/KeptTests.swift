import Newspaper
import Testing

@testable import Notes

private let paper = IssueReference(id: "a", path: "/p/a.txt", paper: "晨报", date: "2021-06-22 ≈", lead: "头条")
private let place = Anchor(
  start: SourcePosition(page: 2, line: 3), end: SourcePosition(page: 2, line: 5, offset: 9), before: "前", head: "头",
  tail: "尾", after: "后")

@Suite("What a person makes") struct KeptTests {
  @Test("Each is what it was once it has been a record")
  func records() {
    let clipping = Clipping(
      issue: paper, headline: "标题", page: 2, article: 1, text: "一\n二", note: "\"笔记\"", tags: ["水", "air"], anchor: place
    )
    #expect(Clipping(clipping.record) == clipping)
    let mark = Mark(name: "\"", issue: paper, headline: "标题", anchor: place)
    #expect(Mark(mark.record) == mark)
    for kind in Correction.Kind.allCases {
      let correction = Correction(issue: paper, kind: kind, old: "旧", new: "新", anchor: kind == .date ? nil : place)
      #expect(Correction(correction.record) == correction)
    }
  }

  @Test("A line of tags has each once, with or without #")
  func tags() { #expect(Clipping.tags(" #污水  环保 #污水 ＃air") == ["污水", "环保", "air"]) }

  @Test(
    "A search holds for clippings that have all its words",
    arguments: [
      ("", true), ("一二", true), ("标题 笔记", true), ("没有", false), ("tag:污", true), ("#污水", true), ("tag:水", false),
      ("date:2021", true), ("date:2022", false), ("paper:晨", true), ("paper:晚", false), ("tag:", true), ("HELLO", true),
    ])
  func queries(_ line: String, _ holds: Bool) {
    let clipping = Clipping(
      issue: paper, headline: "标题", page: 1, article: 1, text: "一二 Hello", note: "笔记", tags: ["污水"], anchor: nil)
    #expect(ClippingQuery(line).holds(for: clipping) == holds, "\(line)")
  }

  @Test("An issue is known by its id, and by its day and lead once it has another")
  func issues() {
    let day = IssueDate(year: 2021, month: 6, day: 22, certainty: .inferred, source: .page)
    let list = [
      IssueSummary(id: "b", title: nil, date: day, articleCount: 1, leadHeadline: "头条"),
      IssueSummary(id: "c", title: nil, date: nil, articleCount: 1, leadHeadline: "其他"),
    ]
    #expect(paper.index(in: list) == 0)
    let taken = [IssueSummary(id: "a", title: nil, date: nil, articleCount: 1, leadHeadline: "其他"), list[0]]
    #expect(paper.index(in: taken) == 1)
    #expect(paper.index(in: [list[1]]) == nil)
  }
}

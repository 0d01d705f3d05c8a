import Chance
import Newspaper
import Testing

@testable import Notes

/// An issue of two articles whose paragraphs are lines of one page.
private let issue: Newspaper.Issue = {
  let lines = ["标题甲", "甲文第一段，有一些字。", "甲文第二段，也有一些字。", "标题乙", "乙文只有一段，字不多。"]
  let blocks = lines.enumerated().map { index, line in
    Block(
      index % 3 == 0 ? .headline : .paragraph,
      Passage(
        text: line, page: 1, lines: [index + 1],
        runs: [
          .init(offset: 0, length: line.utf8.count, line: index + 1, sourceOffset: 0, sourceLength: line.utf8.count)
        ]))
  }
  return Issue(
    id: "a", pages: [Page(number: 1, path: "a.txt", text: PageText(lines.joined(separator: "\n")))],
    articles: [
      Article(number: 1, kind: .article, blocks: Array(blocks[0..<3])),
      Article(number: 2, kind: .article, blocks: Array(blocks[3...])),
    ])
}()

private func correction(_ kind: Correction.Kind, _ new: String = "", at article: Int, _ block: Int) -> Correction {
  Correction(
    issue: IssueReference(issue), kind: kind, new: new,
    anchor: Anchor([issue.articles[article].blocks[block].passage], in: issue))
}

@Suite("An issue as people corrected it") struct CorrectedIssueTests {
  @Test("Every letter of a corrected passage leads to the scan, those that stayed to their own")
  func places() {
    var chance = RandomSource(seed: 4)
    let old = issue.articles[0].blocks[1].passage
    for _ in 0..<500 {
      var characters = Array(old.text)
      for _ in 0...chance.below(5) {
        let place = chance.below(characters.count)
        switch chance.below(3) {
        case 0: characters.remove(at: place)
        case 1: characters.insert("新", at: place)
        default: characters[place] = "A"
        }
      }
      var passage = old
      passage.correct(String(characters))
      #expect(passage.text == String(characters))
      var offset = 0
      for run in passage.runs {
        #expect(Int(run.offset) == offset)
        offset += Int(run.length)
        if run.length == run.sourceLength {
          let text = Array(passage.text.utf8)[Int(run.offset)..<Int(run.offset + run.length)]
          #expect(Array(old.text.utf8)[Int(run.sourceOffset)..<Int(run.sourceOffset + run.sourceLength)] == text)
        }
      }
      #expect(offset == passage.text.utf8.count)
    }
  }

  @Test("No correction of structure loses or doubles a line")
  func linesStay() {
    let corrections = [
      correction(.join, at: 1, 0), correction(.split, at: 0, 1), correction(.split, "paragraph", at: 0, 2),
      correction(.role, "deck", at: 0, 2), correction(.join, at: 0, 2),
    ]
    for first in corrections {
      for second in corrections {
        let corrected = CorrectedIssue(issue, [first, second]).issue
        let lines = corrected.articles.flatMap(\.blocks).flatMap(\.passage.lines)
        #expect(lines.sorted() == [1, 2, 3, 4, 5], "\(first.kind) \(second.kind)")
        #expect(corrected.articles.map(\.number) == Array(1...corrected.articles.count))
      }
    }
  }

  @Test("The headline of an item that is joined to text heads a part of it, and heads an item again behind a split")
  func heads() {
    let joined = CorrectedIssue(issue, [correction(.join, at: 1, 0)]).issue
    #expect(joined.articles[0].title == "标题甲" && joined.articles[0].blocks[3].role == .subhead)
    let split = CorrectedIssue(issue, [correction(.join, at: 1, 0), correction(.split, at: 1, 0)]).issue
    #expect(split.articles == issue.articles)
  }

  @Test("On a page with lines before it each correction is at its passage; one whose lines are gone is said")
  func moved() {
    let lines = ["新行一", "新行二"] + issue.pages[0].text.lines.map { issue.pages[0].text.line($0) }
    var moved = issue
    moved.pages[0].text = PageText(lines.joined(separator: "\n"))
    for article in moved.articles.indices {
      for block in moved.articles[article].blocks.indices {
        let line = moved.articles[article].blocks[block].passage.lines[0] + 2
        moved.articles[article].blocks[block].passage.lines = [line]
        moved.articles[article].blocks[block].passage.runs[0].line = Int32(line)
      }
    }
    let new = correction(.text, "甲文第二段，改过了。", at: 0, 2)
    #expect(CorrectedIssue(moved, [new]).issue.articles[0].blocks[2].passage.text == "甲文第二段，改过了。")
    var other = issue
    other.pages[0].text = PageText("全然不同的一页")
    #expect(CorrectedIssue(other, [new]).lost == [new.id])
  }
}

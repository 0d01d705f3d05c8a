import Exporting
import Newspaper
import Notes

extension Clipping {
  /// The clipping as it was cut, whatever has become of its page since, for exports.
  public var exported: ExportSelection { Excerpt(self).exported }
}

extension Excerpt {
  /// An issue of one article that has the text, so that every format takes it.
  var exported: ExportSelection {
    let lines = Array(Set(self.lines)).sorted()
    let start = anchor?.start ?? SourcePosition(page: page, line: lines.first ?? 1)
    func passage(_ text: String, _ lines: [Int]) -> Passage {
      let run = Passage.Run(
        offset: 0, length: text.utf8.count, line: start.line, sourceOffset: start.offset, sourceLength: 0)
      return Passage(text: text, page: start.page, lines: lines, runs: [run])
    }
    var blocks = parts.enumerated().map { Block($1.role, passage($1.text, $0 == 0 ? lines : [])) }
    if !headline.isEmpty, !blocks.contains(where: { $0.role == .headline }) {
      blocks.insert(Block(.headline, passage(headline, [])), at: 0)
    }
    let cut = Article(
      number: max(1, article), kind: .article, blocks: blocks, people: authors.map { Person(role: "", name: $0) })
    let whole = Issue(
      id: issue.id, title: issue.paper.isEmpty ? nil : issue.paper, date: issue.issueDate,
      pages: [Page(number: start.page, path: issue.path, text: PageText(""))], articles: [cut])
    var selection = ExportSelection(whole, articles: [0])
    if !remark.isEmpty { selection.remarks[0] = remark }
    return selection
  }
}

extension IssueReference {
  /// The day that it carries, as far as it was known.
  fileprivate var issueDate: IssueDate? {
    guard let day else { return nil }
    // The day of an issue is inferred in one way only.
    let last = day.adding(days: -1)
    let source: IssueDate.Source =
      isInferred ? .dayAfterNewestReport(year: last.year, month: last.month, day: last.day) : .page
    return IssueDate(
      year: day.year, month: day.month, day: day.day, certainty: isInferred ? .inferred : .stated, source: source)
  }
}

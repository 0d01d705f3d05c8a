import Exporting
import Newspaper
import Notes
import State
import System

extension Invocation {
  /// A person's clippings as issues of one article each, the oldest first, so that every format takes them; those in
  /// which the words of `--query` stand, if it was given.
  func exportedClippings() throws -> [ExportSelection] {
    guard let store = StateStore(environment: environment) else {
      throw Failure(message: "export: neither $XDG_STATE_HOME nor $HOME names a folder with clippings")
    }
    let loaded = store.clippings.load()
    if let notice = loaded.notice { printError(notice.description) }
    let clippings = StoredClippings(loaded.value)
    let places = self[.query].map { clippings.indices(ClippingQuery($0)) } ?? Array(0..<clippings.count)
    let selections = places.compactMap { clippings[$0] }.map(\.exported)
    if selections.isEmpty { throw Failure(message: "export: no clippings", status: .nothingFound) }
    return selections
  }
}

extension Clipping {
  /// The clipping as it was cut, whatever has become of its page since.
  fileprivate var exported: ExportSelection {
    let start = anchor?.start ?? SourcePosition(page: max(1, page), line: 1)
    let stated = anchor.map { $0.end.page == start.page ? $0.end.line : start.line } ?? start.line
    // A passage has at least a character of each of its lines, whatever a damaged record says.
    let end = max(start.line, min(stated, start.line + text.utf8.count))
    var blocks = headline.isEmpty ? [] : [Block(.headline, passage(headline, at: start, lines: []))]
    for (index, paragraph) in text.split(separator: "\n").enumerated() {
      blocks.append(
        Block(.paragraph, passage(String(paragraph), at: start, lines: index == 0 ? Array(start.line...end) : [])))
    }
    let cut = Article(number: max(1, article), kind: .article, blocks: blocks)
    let page = Page(number: start.page, path: issue.path, text: PageText(""))
    let paper = issue.paper.isEmpty ? nil : issue.paper
    let whole = Issue(id: issue.id, title: paper, date: issue.issueDate, pages: [page], articles: [cut])
    var selection = ExportSelection(whole, articles: [0])
    let words = ([note] + tags.map { "#" + $0 }).filter { !$0.isEmpty }.joined(separator: " ")
    if !words.isEmpty { selection.remarks[0] = words }
    return selection
  }

  private func passage(_ text: String, at start: SourcePosition, lines: [Int]) -> Passage {
    let run = Passage.Run(
      offset: 0, length: text.utf8.count, line: start.line, sourceOffset: start.offset, sourceLength: 0)
    return Passage(text: text, page: start.page, lines: lines, runs: [run])
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

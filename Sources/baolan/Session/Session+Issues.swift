import Library
import Newspaper
import PageParsing
import Reader
import Searching
import System

/// The work of other threads for the open issue.
struct IssueWork {
  /// The large issue that is being read, and the one that is to be read next.
  var reading: String?
  var next: String?
  /// True while an article is being set; and the article that is to be set next.
  var isSetting = false
  var nextSetting: TypesettingJob?
  /// The page that was asked about last.
  var judged: JudgedPage?
  /// The question that is answered when the page is judged.
  var question: (id: String, page: Int, lines: Set<Int>)?
}

// Issues, articles and pages that the reader asks for: at once if that takes milliseconds, else in a thread.
extension Session {
  /// The number of bytes of pages that are read and parsed within a few milliseconds.
  static let quicklyRead = 1 << 18

  mutating func open(_ id: String) -> [Effect] {
    if corpus.isAtHand(id) || corpus.bytes(ofIssue: id) <= Self.quicklyRead {
      return handOver(read(id, &corpus).map { $0.map { OpenIssue($0) } }, id)
    }
    work.next = nil
    if work.reading == nil { readDetached(id) } else if work.reading != id { work.next = id }
    return []
  }

  /// Reads an issue in a thread, one at a time.
  private mutating func readDetached(_ id: String) {
    work.reading = id
    runDetached { [mailbox, corpus] in
      var corpus = corpus
      mailbox.post(.opened(id: id, read(id, &corpus).map { $0.map { OpenIssue($0, forSearch: true) } }))
    }
  }

  mutating func receiveIssue(_ id: String, _ result: Result<OpenIssue?, Problem>) {
    work.reading = nil
    if case .success(let opened?) = result { corpus.keep(opened.issue) }
    perform(handOver(result, id))
    if let id = work.next { perform(open(id)) }
  }

  /// Reads the issues of a small corpus beside the keys, so that going through its list waits for none.
  func readAhead() {
    guard let catalogue = corpus.catalogue, corpus.shelf.count <= Self.mostReadAhead else { return }
    let ids = corpus.shelf.indices.map { corpus.shelf[$0].id }.filter { !corpus.isAtHand($0) }
    guard ids.reduce(0, { $0 + corpus.bytes(ofIssue: $1) }) <= Self.quicklyRead else { return }
    runDetachedIfPossible { [mailbox, corpus] in
      var corpus = corpus
      mailbox.post(.readAhead(ids.compactMap { try? corpus.issue($0) }, of: catalogue))
    }
  }

  private static let mostReadAhead = 16

  /// Keeps issues at hand unless the corpus has changed since they were asked for.
  mutating func receive(_ issues: [Issue], of catalogue: Catalogue) {
    guard corpus.catalogue === catalogue else { return }
    for issue in issues where !corpus.isAtHand(issue.id) { corpus.keep(issue) }
  }

  private mutating func handOver(_ result: Result<OpenIssue?, Problem>, _ id: String) -> [Effect] {
    switch result {
    case .success(let issue?):
      hooks.tell(opened: issue.issue)
      let beside = saver == nil ? [] : corrections(besidePagesOf: issue.issue)
      return (beside.isEmpty ? [] : reader.receive(corrections: beside)) + reader.receive(issue)
    case .success(nil): return []
    case .failure(let problem): return reader.receive(failure: problem.description, issue: id)
    }
  }

  /// Sets an article in a thread, one at a time; of those that are asked for meanwhile the last one counts.
  mutating func set(_ setting: TypesettingJob) {
    work.nextSetting = work.isSetting ? setting : nil
    if work.isSetting { return }
    work.isSetting = true
    runDetached { [mailbox] in mailbox.post(.set(setting.set())) }
  }

  mutating func receive(_ article: SetArticle) {
    work.isSetting = false
    perform(reader.receive(article))
    if let setting = work.nextSetting { set(setting) }
  }

  mutating func explain(_ lines: Set<Int>, ofPage number: Int, _ id: String) -> [Effect] {
    guard let page = (try? corpus.issue(id))?.page(number) else {
      return reader.receive(explanations: [], issue: id, page: number, lines: lines)
    }
    if work.judged?.page != page, page.text.bytes.count > Self.quicklyRead {
      if work.question == nil { runDetached { [mailbox] in mailbox.post(.judged(judge(page))) } }
      work.question = (id, number, lines)
      return []
    }
    let judged = work.judged.flatMap { $0.page == page ? $0 : nil } ?? judge(page)
    work.judged = judged
    return reader.receive(explanations: judged.explainRoles(lines: lines), issue: id, page: number, lines: lines)
  }

  mutating func receive(_ page: JudgedPage) {
    work.judged = page
    guard let (id, page, lines) = work.question else { return }
    work.question = nil
    perform(explain(lines, ofPage: page, id))
  }
}

private func read(_ id: String, _ corpus: inout Corpus) -> Result<Issue?, Problem> {
  Result { () throws(Problem) in try corpus.issue(id) }
}

/// Judges a page by the weights that its corpus is read by.
private func judge(_ page: Page) -> JudgedPage { JudgedPage(page, by: PersonalTable.table(forPage: page.path)) }

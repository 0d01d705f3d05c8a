import Library
import Newspaper
import Notes
import State
import System

/// The corrections that people store beside the pages of an issue.
func corrections(besidePagesOf issue: Issue) -> [Correction] {
  let logs = Set(issue.pages.compactMap { RecordLog.corrections(besidePage: $0.path) })
  return logs.flatMap(\.storedCorrections)
    .filter { $0.issue.id == issue.id || $0.issue.lead == issue.summary.leadHeadline }
}

extension RecordLog {
  /// The corrections beside a page; nil for a page that is no file.
  static func corrections(besidePage page: String) -> RecordLog? {
    guard page != standardInputPath, !page.isEmpty else { return nil }
    return corrections(inFolder: page.lastIndex(of: "/").map { String(page[..<$0]) } ?? ".")
  }

  fileprivate static func corrections(inFolder folder: String) -> RecordLog {
    RecordLog(path: folder + "/baolan.corrections", isShared: true)
  }

  /// The corrections that a log has; none where there is no such file.
  fileprivate var storedCorrections: [Correction] {
    exists(path) ? load().value.records.compactMap(Correction.init) : []
  }
}

extension Corpus {
  /// The corpus as people corrected it.
  /// - Parameter own: a person's own corrections, the oldest first. Those beside the pages are added.
  func corrected(by own: [Correction]) -> Corpus {
    let beside = pageFolders.subtracting([""]).sorted().flatMap {
      RecordLog.corrections(inFolder: $0).storedCorrections
    }
    let known = Set(own.map(\.id))
    let all = own + beside.filter { !known.contains($0.id) }
    let ids = Set(all.compactMap { $0.issue.index(in: shelf).map { shelf[$0].id } })
    let revision = IssueRevision(ids: ids) {
      all.of($0).revised($0)
    } change: {
      CorrectedIssue($0, all.of($0)).issue
    }
    return revised(by: revision)
  }
}

extension Invocation {
  /// A corpus as the person who calls corrected it, unless it is to be as it was read.
  func corrected(_ corpus: Corpus) -> Corpus {
    guard !has(.noState) else { return corpus }
    guard let log = StateStore(environment: environment)?.corrections else { return corpus.corrected(by: []) }
    let loaded = log.load()
    if let notice = loaded.notice { printError(notice.description) }
    return corpus.corrected(by: loaded.value.records.compactMap(Correction.init))
  }
}

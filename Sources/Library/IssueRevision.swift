import Newspaper
import System

/// A change of some issues of a corpus whenever they are read, as by what people corrected in them.
public struct IssueRevision: Sendable {
  /// The ids of the issues that it changes.
  let ids: Set<String>
  private let change: @Sendable (Issue) -> Issue
  /// The entry of an issue in the list, and true if that is all that is to be changed of it.
  private let revisedEntry: @Sendable (IssueSummary) -> (entry: IssueSummary, isWhole: Bool)

  /// A revision of some issues.
  /// - Parameters:
  ///   - entry: changes an entry of the list as far as that can be done without reading the issue, and says whether
  ///     that is all; called in any thread.
  ///   - change: changes an issue; called in any thread.
  public init(
    ids: Set<String>, entry: @escaping @Sendable (IssueSummary) -> (entry: IssueSummary, isWhole: Bool),
    change: @escaping @Sendable (Issue) -> Issue
  ) {
    (self.ids, revisedEntry, self.change) = (ids, entry, change)
  }

  /// The entries of its issues in a list.
  func entries(in shelf: any IssueShelf) -> [(entry: IssueSummary, isWhole: Bool)] {
    ids.compactMap { shelf.index(ofIssue: $0) }.sorted().map { revisedEntry(shelf[$0]) }
  }

  /// The issue as it is shown and searched.
  func revised(_ issue: Issue) -> Issue { ids.contains(issue.id) ? change(issue) : issue }
}

extension Corpus {
  /// The same corpus with some of its issues revised: as they are read, shown, exported and searched. `shelf` has them
  /// as they were read, and in this order they are searched.
  public func revised(by revision: IssueRevision) -> Corpus {
    var corpus = self
    corpus.revision = revision.ids.isEmpty ? nil : revision
    return corpus
  }

  /// The list of issues as they are revised.
  /// - Parameter isQuick: true to read no issue for it, so that only days and names of papers are as they are revised.
  public func revisedShelf(isQuick: Bool = false) -> any IssueShelf {
    let entries = revisedEntries(isQuick: isQuick)
    return entries.count > 0 ? RevisedShelf(shelf, entries) : shelf
  }

  /// The entries of those issues in the list that are revised.
  public func revisedEntries(isQuick: Bool = false) -> [IssueSummary] {
    guard let revision else { return [] }
    return parallelMap(revision.entries(in: shelf)) { entry, isWhole in
      isQuick || isWhole ? entry : (try? readIssue(entry.id))?.summary ?? entry
    }
  }

  /// The folders in which its files lie, each with no slash at its end; the empty one is that of standard
  /// input.
  public var pageFolders: Set<String> {
    guard let catalogue else { return Set(sources.flatMap(\.paths).map { FoundFile(path: $0).folder }) }
    return Set(
      catalogue.segments.flatMap { segment in (0..<segment.folders.count).compactMap { segment.path(ofFolder: $0) } })
  }
}

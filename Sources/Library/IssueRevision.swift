import Newspaper

/// A change of some issues of a corpus whenever they are read, as by what people corrected in them.
public struct IssueRevision: Sendable {
  /// The ids of the issues that it changes.
  let ids: Set<String>
  private let change: @Sendable (Issue) -> Issue

  /// A revision of some issues.
  /// - Parameter change: called in any thread.
  public init(ids: Set<String>, change: @escaping @Sendable (Issue) -> Issue) {
    (self.ids, self.change) = (ids, change)
  }

  /// The issue as it is shown and searched.
  func revised(_ issue: Issue) -> Issue { ids.contains(issue.id) ? change(issue) : issue }
}

extension Corpus {
  /// The same corpus with some of its issues revised: as they are read, shown, exported and searched. The list has them
  /// as they were read.
  public func revised(by revision: IssueRevision) -> Corpus {
    var corpus = self
    corpus.revision = revision.ids.isEmpty ? nil : revision
    return corpus
  }

  /// The folders in which its files lie, each with no slash at its end; the empty one is that of standard
  /// input.
  public var pageFolders: Set<String> {
    guard let catalogue else { return Set(sources.flatMap(\.paths).map { FoundFile(path: $0).folder }) }
    return Set(
      catalogue.segments.flatMap { segment in (0..<segment.folders.count).compactMap { segment.path(ofFolder: $0) } })
  }
}

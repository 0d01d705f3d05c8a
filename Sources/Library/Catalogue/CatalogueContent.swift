import Newspaper
import System

/// The content of a catalogue, before it is laid out.
struct CatalogueContent: Sendable {
  /// The paths that were given.
  var roots: [String]
  var folders: [FoundFolder] = []
  var files: [CataloguedFile] = []
  /// In the order in which they were found.
  var issues: [CataloguedIssue] = []
  /// Problems that belong to none of the files.
  var problems: [Problem] = []
  var segments: [CataloguedSegment] = []
}

/// A file as it was when it was read.
struct CataloguedFile: Sendable, Equatable {
  var path: String
  var kind = FileRecord.Kind.page
  var stamp: FileStamp
  /// Of its bytes.
  var hash: UInt64
  /// The problem for which it is left out or shown otherwise.
  var problem: Problem?
  /// False if it is left out; a catalogue does not keep it.
  var isRead = true

  static func == (left: CataloguedFile, right: CataloguedFile) -> Bool {
    (left.path, left.kind, left.stamp, left.hash) == (right.path, right.kind, right.stamp, right.hash)
      && left.problem == right.problem
  }
}

/// An issue and its facts.
struct CataloguedIssue: Sendable, Equatable {
  /// Facts from its pages alone, without names and side files.
  struct Facts: Sendable, Equatable {
    var title: String?
    var date: IssueDate?
    var articleCount: Int
    var headline: String
  }

  /// The place of its folded text.
  struct Place: Sendable, Equatable {
    var segment: Int
    /// Its index among the issues of the segment.
    var member: Int
  }

  /// Its readable pages, and the facts from names and side files.
  var source: IssueSource
  /// By page, as indices of the content's files.
  var files: [Int]
  var facts: Facts
  var place: Place?
  var neighbourYear: Int?

  /// The day that it carries.
  var date: IssueDate? {
    let date = source.date ?? facts.date
    return neighbourYear.flatMap { date?.inYear(ofNeighbours: $0) } ?? date
  }
}

/// Folded text of some issues, as it lies in a file.
struct CataloguedSegment: Sendable, Equatable {
  var place: BlobPlace
  /// The number of issues that it was made of, outdated ones included.
  var memberCount: Int
}

extension CatalogueContent {
  /// Gives issues whose pages name no year the year of their neighbours, and sorts them in the order of the list.
  mutating func arrange() {
    let years = AgreedYears(issues.lazy.map { ($0.source.folder, ($0.source.date ?? $0.facts.date)?.year) })
    for index in issues.indices {
      let date = issues[index].source.date ?? issues[index].facts.date
      issues[index].neighbourYear = date?.year == nil && date != nil ? years[issues[index].source.folder] : nil
    }
    let order = issues.indices.map { (place: $0, rank: ListRank(issues[$0].date)) }.sorted { left, right in
      left.rank == right.rank
        ? issues[left.place].source.id < issues[right.place].source.id : left.rank > right.rank
    }
    issues = order.map { issues[$0.place] }
  }
}

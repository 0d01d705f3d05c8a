import Newspaper
import System

/// All that a catalogue says, before it is laid out.
struct CatalogueContent: Sendable {
  /// The paths that were given.
  var roots: [String]
  var folders: [FoundFolder] = []
  var files: [CataloguedFile] = []
  /// In the order in which they were found.
  var issues: [CataloguedIssue] = []
  /// What is wrong beside what is wrong with one of the files.
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
  /// Why it is left out, or what is odd about it.
  var problem: Problem?
}

/// An issue and what is known of it.
struct CataloguedIssue: Sendable, Equatable {
  /// What its pages say, whatever names and side files say.
  struct Facts: Sendable, Equatable {
    var title: String?
    var date: IssueDate?
    var articleCount: Int
    var headline: String
  }

  /// Where its folded text is.
  struct Place: Sendable, Equatable {
    var segment: Int
    /// Which of the segment's issues it is.
    var member: Int
  }

  /// Its pages that could be read, and what names and side files say.
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
  /// How many issues it was made of, those that are out of date among them.
  var memberCount: Int
}

extension CatalogueContent {
  /// Gives the issues whose pages name no year that of their neighbours, and puts them in the order of the list.
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

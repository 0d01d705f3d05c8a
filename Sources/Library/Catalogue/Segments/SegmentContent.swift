import Newspaper
import System

/// The content of a segment, before it is laid out.
struct SegmentContent: Sendable {
  /// The paths that were given.
  var roots: [String]
  var folders: [CataloguedFolder] = []
  var files: [CataloguedFile] = []
  var issues: [CataloguedIssue] = []
  /// Problems that belong to none of the files.
  var problems: [Problem] = []
}

/// A folder of files.
struct CataloguedFolder: Sendable {
  var folder: FoundFolder
  /// False if it only stands for the beginning of paths.
  var isWatched = true
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

  /// Its readable pages, and the facts from names and side files.
  var source: IssueSource
  /// By page, in the content's files.
  var files: [Int]
  var facts: Facts
  /// Its index in the folded text of the segment; nil if its text is not folded.
  var member: Int?
  var neighbourYear: Int?

  /// The day that it carries.
  var date: IssueDate? {
    let date = source.date ?? facts.date
    return neighbourYear.flatMap { date?.inYear(ofNeighbours: $0) } ?? date
  }
}

extension SegmentContent {
  /// Sorts the issues in the order of the list.
  mutating func sort() {
    let order = issues.indices.map { (place: $0, rank: ListRank(issues[$0].date)) }.sorted { left, right in
      left.rank == right.rank
        ? issues[left.place].source.id < issues[right.place].source.id : left.rank > right.rank
    }
    issues = order.map { issues[$0.place] }
  }

  /// Adds a file.
  /// - Returns: its place.
  mutating func add(_ file: CataloguedFile) -> Int {
    files.append(file)
    return files.count - 1
  }

  /// Adds the folders of files that are not among the folders yet, for the beginning of their paths.
  mutating func completeFolders() {
    var known = Set(folders.map(\.folder.path))
    let folders = files.lazy.map { FoundFile(path: $0.path).folder } + issues.lazy.map(\.source.folder)
    for path in folders where !path.isEmpty && known.insert(path).inserted {
      self.folders.append(CataloguedFolder(folder: FoundFolder(path: path, stamp: .unknown), isWatched: false))
    }
  }
}

import Newspaper
import System

/// The difference between a scan and an older catalogue: the records that hold no more, the issues that only need to be
/// written anew, and those that must be read.
struct CatalogueDiff: Sendable {
  /// An issue whose files must be read.
  struct Unread: Sendable {
    var source: IssueSource
    /// The issue of the older catalogue that it is if its files have the same bytes.
    var older: RecordPlace?
    /// The size of its files in bytes.
    var bytes: Int
  }

  /// An issue of the older catalogue whose facts are written anew.
  struct Carried: Sendable {
    /// The place of its folded text.
    var place: RecordPlace
    var source: IssueSource
    /// The readable ones, by page of the source.
    var files: [CataloguedFile]
  }

  /// The newest first.
  private(set) var unread: [Unread] = []
  private(set) var carried: [Carried] = []
  /// Records of the older catalogue that hold no more.
  private(set) var gone = GoneRecords()
  /// New files that belong to no issue.
  private(set) var files: [CataloguedFile] = []
  /// New folders, and changed ones.
  private(set) var folders: [FoundFolder] = []
  /// Problems that belong to no file; nil if they are as they were.
  private(set) var problems: [Problem]?
  /// True if the older catalogue is still right.
  var isUnchanged: Bool {
    unread.isEmpty && carried.isEmpty && gone.isEmpty && files.isEmpty && folders.isEmpty && problems == nil
  }

  private let older: Catalogue?
  private var known = KnownRecords()

  init(_ scan: LibraryScan, older: Catalogue?) {
    self.older = older
    if let older {
      gone = scan.scope ?? GoneRecords(allOf: older)
      known = KnownRecords(gone, of: older)
    }
    if scan.scope == nil, older.map({ $0.commonProblems != scan.problems }) ?? true { problems = scan.problems }
    for folder in scan.folders { take(folder, at: scan.time) }
    var ownerless = Set(scan.files.map(\.path))
    let stamps = Dictionary(scan.files.map { ($0.path, $0.stamp ?? .unknown) }) { first, _ in first }
    for source in scan.sources {
      ownerless.subtract(source.paths)
      take(source, stamps)
    }
    for file in scan.files where ownerless.contains(file.path) { take(file, .page, at: scan.time) }
    for file in scan.sideFiles { take(file, .sideFile, at: scan.time) }
    // Ranks are taken once, and no source is moved but to its place: of a large archive sorting took a second.
    let order = unread.indices.map { (place: $0, rank: ListRank(unread[$0].source.date)) }
      .sorted { ($1.rank, $0.place) < ($0.rank, $1.place) }
    unread = order.map { unread[$0.place] }
    known = KnownRecords()
  }

  private mutating func take(_ folder: FoundFolder, at time: Int64) {
    let now = FoundFolder(path: folder.path, stamp: folder.stamp.settled(at: time))
    if let place = known.folders[now.path], older?.segments[place.segment].folders[place.index]?.stamp == now.stamp {
      gone.folders.remove(place)
    } else {
      folders.append(now)
    }
  }

  private mutating func take(_ file: FoundFile, _ kind: FileRecord.Kind, at time: Int64) {
    let stamp = file.stamp?.settled(at: time) ?? .unknown
    let now = CataloguedFile(path: file.path, kind: kind, stamp: stamp, hash: 0)
    if let place = known.files[file.path], older?.segments[place.segment].file(place.index) == now {
      gone.files.remove(place)
    } else {
      files.append(now)
    }
  }

  private mutating func take(_ source: IssueSource, _ stamps: [String: FileStamp]) {
    let match = match(source)
    guard let match, let older, match.files.allSatisfy({ stamps[$0.path] == older.file($0.place)?.stamp }) else {
      let bytes = source.paths.reduce(0) { $0 + max(0, Int(stamps[$1]?.size ?? 0)) }
      return unread.append(Unread(source: source, older: match?.issue, bytes: bytes))
    }
    let readable = match.files.filter { known.owners[$0.place] != nil }
    gone.files.subtract(match.files.filter { known.owners[$0.place] == nil }.map(\.place))
    guard let issue = match.issue else { return }
    var now = source
    now.pages = source.pages.filter { page in readable.contains { $0.path == page.path } }
    if older.segments[issue.segment].source(issue.index) == now {
      gone.issues.remove(issue)
      gone.files.subtract(readable.map(\.place))
    } else {
      carried.append(Carried(place: issue, source: now, files: readable.compactMap { older.file($0.place) }))
    }
  }

  /// An issue of the older catalogue that is made of the same files.
  private struct Match {
    /// Nil if none of the files can be read.
    var issue: RecordPlace?
    /// By page of the source.
    var files: [(path: String, place: RecordPlace)]
  }

  private func match(_ source: IssueSource) -> Match? {
    guard let older else { return nil }
    let files = source.paths.compactMap { path in known.files[path].map { (path: path, place: $0) } }
    let owners = Set(files.compactMap { known.owners[$0.place] })
    guard files.count == source.pages.count, owners.count <= 1 else { return nil }
    if let issue = owners.first, let record = older.segments[issue.segment].issues[issue.index] {
      let readable = zip(files, source.pages).filter { known.owners[$0.0.place] != nil }
      let pages = older.segments[issue.segment].pageRecords(of: record)
      guard readable.elementsEqual(pages, by: { $0.0.place.index == Int($1.file) && $0.1.number == Int($1.number) })
      else { return nil }
    }
    return Match(issue: owners.first, files: files)
  }
}

/// Records of a catalogue that hold no more, or that a scan has looked at.
struct GoneRecords: Sendable {
  var issues: Set<RecordPlace> = []
  var files: Set<RecordPlace> = []
  var folders: Set<RecordPlace> = []

  var isEmpty: Bool { issues.isEmpty && files.isEmpty && folders.isEmpty }

  /// None.
  init() {}

  /// All that hold, of some segments.
  init(allOf catalogue: Catalogue, segments: (Int) -> Bool = { _ in true }) {
    issues = Set(catalogue.liveIssues.filter { segments($0.segment) })
    files = Set(catalogue.liveFiles.filter { segments($0.segment) })
    folders = Set(catalogue.liveFolders.filter { segments($0.segment) })
  }

  mutating func formUnion(_ other: GoneRecords) {
    issues.formUnion(other.issues)
    files.formUnion(other.files)
    folders.formUnion(other.folders)
  }
}

/// Records of an older catalogue by their paths, and the issues of its files.
private struct KnownRecords: Sendable {
  private(set) var files: [String: RecordPlace] = [:]
  private(set) var folders: [String: RecordPlace] = [:]
  /// By file; none for a file that belongs to no issue.
  private(set) var owners: [RecordPlace: RecordPlace] = [:]

  init() {}

  init(_ records: GoneRecords, of catalogue: Catalogue) {
    files.reserveCapacity(records.files.count)
    for file in records.files {
      if let path = catalogue.segments[file.segment].path(ofFile: file.index) { files[path] = file }
    }
    for folder in records.folders {
      if let path = catalogue.path(ofFolder: folder) { folders[path] = folder }
    }
    for issue in records.issues {
      for file in catalogue.files(ofIssue: issue) { owners[file] = issue }
    }
  }
}

extension Catalogue {
  /// A file as it was; nil outside the table.
  func file(_ place: RecordPlace) -> CataloguedFile? { segments[place.segment].file(place.index) }

  /// The places of an issue's files, by page.
  func files(ofIssue place: RecordPlace) -> [RecordPlace] {
    let segment = segments[place.segment]
    guard let record = segment.issues[place.index] else { return [] }
    return segment.pageRecords(of: record).map { RecordPlace(segment: place.segment, index: Int($0.file)) }
  }
}

import Newspaper

/// The difference between a scan and an older catalogue: the issues that are known, and those that must be read.
struct CatalogueDiff: Sendable {
  /// An issue whose files must be read.
  struct Unread: Sendable {
    var source: IssueSource
    /// By page, in the content's files.
    var files: [Int]
    /// The issue of the older catalogue that it is if its files have the same bytes.
    var older: Int?
    /// The size of its files in bytes.
    var bytes: Int
  }

  /// The known issues and files, and the older segments that are still in use.
  var content: CatalogueContent
  /// The newest first.
  private(set) var unread: [Unread] = []
  /// By segment of the older catalogue: its number in the content.
  private(set) var segments: [Int: Int] = [:]
  /// True if segments of the older catalogue are given up.
  private(set) var isDamaged = false
  /// True if the older catalogue is still right.
  private(set) var isUnchanged = false

  private let older: Catalogue?
  private let known: KnownFiles

  init(_ scan: LibraryScan, older: Catalogue?) {
    self.older = older
    known = KnownFiles(older)
    content = CatalogueContent(roots: scan.paths, problems: scan.problems)
    content.folders = scan.folders.map { FoundFolder(path: $0.path, stamp: $0.stamp.settled(at: scan.time)) }
    content.files = scan.files.map { CataloguedFile(path: $0.path, stamp: $0.stamp ?? .unknown, hash: 0) }
    takeSideFiles(scan.sideFiles, at: scan.time)
    let places = Dictionary(zip(scan.files.map(\.path), scan.files.indices)) { first, _ in first }
    let use = SegmentUse(older)
    for source in scan.sources {
      let files = source.pages.map { places[$0.path] ?? 0 }
      let match = match(source, files)
      let isOfUse = match.map { !use.isRetired($0.segment) } ?? false
      if let match, match.isCertain, isOfUse {
        keep(match, source, files)
      } else {
        let bytes = files.reduce(0) { $0 + max(0, Int(content.files[$1].stamp.size)) }
        let older = isOfUse ? match?.issue : nil
        unread.append(Unread(source: source, files: files, older: older, bytes: bytes))
      }
    }
    unread.sort { ListRank($0.source.date) > ListRank($1.source.date) }
    isDamaged = use.isAny
    isUnchanged = unread.isEmpty && older.map { content.says(thatOf: $0) } ?? false
  }

  /// An issue of the older catalogue that is made of the same files.
  private struct Match {
    /// Nil if none of the files can be read.
    var issue: Int?
    var segment: Int?
    /// By page, in the older catalogue's files.
    var files: [Int]
    /// True if all files are as they were when they were read.
    var isCertain: Bool
  }

  private func match(_ source: IssueSource, _ files: [Int]) -> Match? {
    guard let older else { return nil }
    let before = files.compactMap { known.file(content.files[$0].path) }
    guard before.count == files.count else { return nil }
    let owners = Set(before.compactMap { known.issue(ofFile: $0) })
    guard owners.count <= 1 else { return nil }
    let issue = owners.first
    if let record = issue.flatMap({ older.issues[$0] }) {
      let readable = zip(before, source.pages).filter { known.issue(ofFile: $0.0) != nil }
      let pages = older.pageRecords(of: record)
      guard readable.elementsEqual(pages, by: { $0.0 == Int($1.file) && $0.1.number == Int($1.number) }) else {
        return nil
      }
    }
    let isCertain = zip(files, before).allSatisfy { content.files[$0].stamp == older.files[$1]?.stamp }
    let segment = issue.flatMap { older.issues[$0] }.flatMap { $0.segment == IssueRecord.none ? nil : Int($0.segment) }
    return Match(issue: issue, segment: segment, files: before, isCertain: isCertain)
  }

  private mutating func keep(_ match: Match, _ source: IssueSource, _ files: [Int]) {
    for (file, before) in zip(files, match.files) {
      if let read = older?.file(before) { content.files[file] = read }
    }
    guard let issue = match.issue, let kept = kept(issue, source, files) else { return }
    content.issues.append(kept)
  }

  /// Adds an issue that was read.
  /// - Parameter isOlder: true if it is the issue of the older catalogue.
  mutating func take(_ unread: Unread, _ files: [CataloguedFile], _ issue: CataloguedIssue?, isOlder: Bool) {
    for (place, file) in zip(unread.files, files) { content.files[place] = file }
    let known = isOlder ? unread.older.flatMap { kept($0, unread.source, unread.files) } : nil
    if let issue = issue ?? known { content.issues.append(issue) }
  }

  /// An issue of the older catalogue, with the present facts from names and side files.
  /// - Parameter files: by page of the source, in the content's files.
  private mutating func kept(_ issue: Int, _ source: IssueSource, _ files: [Int]) -> CataloguedIssue? {
    guard let older, let record = older.issues[issue], let facts = older.facts(issue) else { return nil }
    let readable = Set(older.pageRecords(of: record).compactMap { older.path(ofFile: Int($0.file)) })
    var source = source
    let pages = zip(source.pages, files).filter { readable.contains($0.0.path) }
    source.pages = pages.map(\.0)
    var place: CataloguedIssue.Place?
    if record.segment != IssueRecord.none, let segment = segment(Int(record.segment)) {
      place = CataloguedIssue.Place(segment: segment, member: Int(record.member))
    }
    return CataloguedIssue(source: source, files: pages.map(\.1), facts: facts, place: place)
  }

  /// The number of an older segment in the content.
  private mutating func segment(_ number: Int) -> Int? {
    if let segment = segments[number] { return segment }
    guard let older, let record = older.segments[number] else { return nil }
    segments[number] = content.segments.count
    content.segments.append(CataloguedSegment(place: record.place, memberCount: Int(record.memberCount)))
    return content.segments.count - 1
  }

  private mutating func takeSideFiles(_ files: [FoundFile], at time: Int64) {
    content.files += files.map {
      CataloguedFile(path: $0.path, kind: .sideFile, stamp: $0.stamp?.settled(at: time) ?? .unknown, hash: 0)
    }
  }
}

/// The files of an older catalogue, by their paths.
private struct KnownFiles: Sendable {
  private var places: [String: Int] = [:]
  private var owners: [Int] = []

  init(_ catalogue: Catalogue?) {
    guard let catalogue else { return }
    owners = [Int](repeating: -1, count: catalogue.files.count)
    places.reserveCapacity(owners.count)
    for index in 0..<catalogue.files.count {
      if let path = catalogue.path(ofFile: index) { places[path] = index }
    }
    for index in catalogue.indices {
      guard let record = catalogue.issues[index] else { continue }
      for page in catalogue.pageRecords(of: record) where owners.indices.contains(Int(page.file)) {
        owners[Int(page.file)] = index
      }
    }
  }

  func file(_ path: String) -> Int? { places[path] }

  /// Nil for a file that could not be read.
  func issue(ofFile file: Int) -> Int? { owners[file] >= 0 ? owners[file] : nil }
}

/// The use of the older catalogue's segments.
private struct SegmentUse {
  /// Segments that are given up, so that their issues are folded anew: damaged ones, those of which less than half is
  /// in use, and small ones if they are very many.
  private var retired: Set<Int> = []

  private static let smallBytes: UInt64 = 4 << 20
  private static let mostSmall = 16

  var isAny: Bool { !retired.isEmpty }

  func isRetired(_ segment: Int?) -> Bool { segment.map(retired.contains) ?? false }

  init(_ catalogue: Catalogue?) {
    guard let catalogue else { return }
    var small: [Int] = []
    for number in 0..<catalogue.segmentCount {
      guard let record = catalogue.segments[number] else { continue }
      let members = 0..<Int(record.memberCount)
      let used = members.count { catalogue.issue(ofSegment: number, member: $0) != nil }
      if used * 2 < members.count || !catalogue.isSound(segment: number) { retired.insert(number) }
      if record.place.length < Self.smallBytes { small.append(number) }
    }
    if small.count > Self.mostSmall { retired.formUnion(small) }
  }
}

extension CatalogueContent {
  /// True if a catalogue has the same content.
  func says(thatOf catalogue: Catalogue) -> Bool {
    guard issues.count == catalogue.count, files.count == catalogue.files.count,
      folders.count == catalogue.folders.count
    else { return false }
    let sameFiles = files.indices.allSatisfy { catalogue.file($0) == files[$0] }
    let sameFolders = folders.indices.allSatisfy { index in
      catalogue.path(ofFolder: index) == folders[index].path && catalogue.folders[index]?.stamp == folders[index].stamp
    }
    guard sameFiles, sameFolders else { return false }
    var arranged = self
    arranged.arrange()
    let sameIssues = arranged.issues.indices.allSatisfy { index in
      catalogue.source(index) == arranged.issues[index].source
        && catalogue.neighbourYear(index) == arranged.issues[index].neighbourYear
    }
    return sameIssues && catalogue.problems == problems + files.compactMap(\.problem)
  }
}

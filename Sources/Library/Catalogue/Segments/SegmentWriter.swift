import Newspaper
import System

/// Writes a segment's tables.
struct SegmentWriter {
  private var sections = [[UInt8]](repeating: [], count: SegmentHeader.Section.allCases.count)
  private var texts = TextHeap()
  private var problemCount = 0
  private var ids: [TextPlace] = []
  private let paths: PathRecordWriter
  private let content: SegmentContent

  /// The tables of some content, and the header that goes with them.
  /// - Parameters:
  ///   - content: its issues in the order of the list.
  ///   - folded: the place of the folded text, which the tables follow.
  static func tables(
    of content: SegmentContent, for key: CatalogueKey, behind folded: BlobPlace
  ) -> (header: SegmentHeader, bytes: [UInt8]) {
    var writer = SegmentWriter(content)
    writer.addAll()
    return writer.laidOut(for: key, behind: folded)
  }

  /// A segment as a whole, without folded text.
  static func whole(_ content: SegmentContent, for key: CatalogueKey) -> [UInt8] {
    let folded = BlobPlace(offset: UInt64(SegmentHeader.length), length: 0, checksum: checksum([]))
    let (header, bytes) = tables(of: content, for: key, behind: folded)
    return header.bytes + bytes
  }

  private init(_ content: SegmentContent) {
    self.content = content
    paths = PathRecordWriter(roots: content.roots, folders: content.folders.map(\.folder))
  }

  private mutating func add<Record: BitwiseCopyable>(_ record: Record, to section: SegmentHeader.Section) {
    // The padding behind the last field is written as well.
    withUnsafeTemporaryAllocation(byteCount: MemoryLayout<Record>.stride, alignment: 16) { room in
      room.initializeMemory(as: UInt8.self, repeating: 0)
      room.storeBytes(of: record, as: Record.self)
      sections[section.rawValue] += room
    }
  }

  private mutating func addAll() {
    // Ids are compared when segments are put in order, and lie together.
    for issue in content.issues { ids.append(texts.add(issue.source.id)) }
    let folders = Dictionary(zip(content.folders.map(\.folder.path), UInt32(0)...)) { first, _ in first }
    for problem in content.problems { _ = add(problem) }
    for (issue, id) in zip(content.issues, ids) {
      add(issue, id, folder: folders[issue.source.folder] ?? IssueRecord.none)
    }
    for folder in content.folders { add(folder) }
    for file in content.files { add(file) }
    addIndex()
  }

  private func laidOut(
    for key: CatalogueKey, behind folded: BlobPlace
  ) -> (header: SegmentHeader, bytes: [UInt8]) {
    var sections = sections
    sections[SegmentHeader.Section.texts.rawValue] = texts.bytes
    let end = Int(folded.offset + folded.length)
    let offset = end + paddingLength(behind: end)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sections.reduce(0) { $0 + $1.count + FixedBytes.alignment })
    var places: [BlobPlace] = []
    for section in sections.dropLast() {
      let place = UInt64(offset + bytes.count)
      places.append(BlobPlace(offset: place, length: UInt64(section.count), checksum: checksum(section)))
      bytes += section
      bytes += [UInt8](repeating: 0, count: paddingLength(behind: bytes.count))
    }
    let header = SegmentHeader(
      program: key.program, corpus: key.corpus, length: UInt64(offset + bytes.count),
      articleCount: UInt64(content.issues.reduce(0) { $0 + $1.facts.articleCount }),
      problemCount: UInt64(content.problems.count), sections: places + [folded])
    return (header, bytes)
  }
}

/// The number of padding bytes to the next alignment.
func paddingLength(behind length: Int) -> Int { -length & (FixedBytes.alignment - 1) }

extension SegmentWriter {
  private mutating func add(_ issue: CataloguedIssue, _ id: TextPlace, folder: UInt32) {
    let source = issue.source
    var record = IssueRecord()
    record.id = id
    record.rank = ListRank(issue.date).number
    record.headline = texts.add(issue.facts.headline)
    record.title = texts.share(source.title)
    record.date = self.record(source.date, of: issue, record.id)
    record.number = Int64(source.number ?? 0)
    record.parsedTitle = texts.share(issue.facts.title)
    record.parsedDate = self.record(issue.facts.date, of: issue, record.id)
    record.articleCount = UInt32(clamping: issue.facts.articleCount)
    record.firstPage = UInt32(sections[SegmentHeader.Section.pages.rawValue].count / MemoryLayout<PageRecord>.stride)
    record.pageCount = UInt32(clamping: source.pages.count)
    record.folder = folder
    record.member = issue.member.map { UInt32($0) } ?? IssueRecord.none
    record.neighbourYear = Int32(issue.neighbourYear ?? 0)
    for (page, file) in zip(source.pages, issue.files) {
      add(PageRecord(file: UInt32(file), number: UInt32(clamping: page.number)), to: .pages)
    }
    add(record, to: .issues)
  }

  /// - Parameter id: the place of the issue's id, which is often the name that held the day as well.
  private mutating func record(_ date: IssueDate?, of issue: CataloguedIssue, _ id: TextPlace) -> DateRecord {
    guard let date else { return DateRecord() }
    var record = DateRecord()
    record.year = date.year.map { Int16(clamping: $0) } ?? DateRecord.noYear
    record.month = UInt8(clamping: date.month)
    record.day = UInt8(clamping: date.day)
    record.isInferred = date.certainty == .inferred ? 1 : 0
    switch date.source {
    case .dayAfterNewestReport(let year, let month, let day):
      record.kind = DateRecord.Kind.dayAfterNewestReport.rawValue
      record.reportedYear = year.map { Int16(clamping: $0) } ?? DateRecord.noYear
      record.reportedMonth = UInt8(clamping: month)
      record.reportedDay = UInt8(clamping: day)
    case .fileName(let name):
      record.kind = DateRecord.Kind.fileName.rawValue
      record.name = name == issue.source.id ? id : texts.share(name)
    case .folderName(let name):
      record.kind = DateRecord.Kind.folderName.rawValue
      record.name = texts.share(name)
    case .sideFile: record.kind = DateRecord.Kind.sideFile.rawValue
    case .page: record.kind = DateRecord.Kind.page.rawValue
    case .library: record.kind = DateRecord.Kind.library.rawValue
    // The year that neighbours give is stored beside the date, since neighbours change.
    case .neighbours: return DateRecord()
    }
    return record
  }

  private mutating func add(_ folder: CataloguedFolder) {
    let (path, stamp) = (folder.folder.path, folder.folder.stamp)
    add(
      FolderRecord(path: paths.folder(path, &texts), stamp: stamp, isWatched: folder.isWatched ? 1 : 0), to: .folders)
  }

  private mutating func add(_ file: CataloguedFile) {
    let record = FileRecord(
      path: paths.file(file.path, &texts), stamp: file.stamp, hash: file.hash,
      problem: file.problem.map { add($0) } ?? IssueRecord.none, kind: file.kind.rawValue)
    add(record, to: .files)
  }

  /// - Returns: the problem's place in its table.
  private mutating func add(_ problem: Problem) -> UInt32 {
    defer { problemCount += 1 }
    let record = ProblemRecord(
      path: paths.file(problem.path, &texts), message: texts.share(problem.message), line: Int64(problem.line ?? 0))
    add(record, to: .problems)
    return UInt32(problemCount)
  }

  /// Adds the index by id: a hash table with open addressing, at most half full.
  private mutating func addIndex() {
    guard !content.issues.isEmpty else { return }
    var slots = [UInt32](repeating: IssueRecord.none, count: IDIndex.slotCount(content.issues.count))
    for (issue, number) in zip(content.issues, UInt32(0)...) {
      var slot = IDIndex.slot(of: issue.source.id, in: slots.count)
      while slots[slot] != IssueRecord.none { slot = (slot + 1) % slots.count }
      slots[slot] = number
    }
    sections[SegmentHeader.Section.index.rawValue] = slots.withUnsafeBytes { Array($0) }
  }
}

/// The hash function of the index by id.
enum IDIndex {
  static func slotCount(_ issues: Int) -> Int { max(2, issues * 2) }

  static func slot(of id: String, in slots: Int) -> Int {
    var id = id
    return id.withUTF8 { Int(checksum(UnsafeRawBufferPointer($0)) % UInt64(slots)) }
  }
}

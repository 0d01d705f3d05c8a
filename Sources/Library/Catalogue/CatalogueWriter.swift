import Newspaper
import System

/// Writes a catalogue's tables.
struct CatalogueWriter {
  private var sections = [[UInt8]](repeating: [], count: CatalogueHeader.Section.allCases.count)
  private var texts = TextHeap()
  private var problemCount = 0
  private let paths: PathRecordWriter
  private let content: CatalogueContent

  /// The tables of some content, and the header that goes with them.
  /// - Parameters:
  ///   - content: its issues in the order of the list.
  ///   - offset: the place of the tables in the file; a multiple of `FixedBytes.alignment`.
  static func tables(
    of content: CatalogueContent, for key: CatalogueKey, at offset: Int
  ) -> (header: CatalogueHeader, bytes: [UInt8]) {
    var writer = CatalogueWriter(content)
    writer.addAll()
    return writer.laidOut(for: key, at: offset)
  }

  /// A catalogue as a whole, without folded text.
  static func whole(_ content: CatalogueContent, for key: CatalogueKey) -> [UInt8] {
    let (header, bytes) = tables(of: content, for: key, at: CatalogueHeader.length)
    return header.bytes + bytes
  }

  private init(_ content: CatalogueContent) {
    self.content = content
    paths = PathRecordWriter(roots: content.roots, folders: content.folders)
  }

  private mutating func add<Record: BitwiseCopyable>(_ record: Record, to section: CatalogueHeader.Section) {
    // The padding behind the last field is written as well.
    withUnsafeTemporaryAllocation(byteCount: MemoryLayout<Record>.stride, alignment: 16) { room in
      room.initializeMemory(as: UInt8.self, repeating: 0)
      room.storeBytes(of: record, as: Record.self)
      sections[section.rawValue] += room
    }
  }

  private mutating func addAll() {
    let folders = Dictionary(zip(content.folders.map(\.path), UInt32(0)...)) { first, _ in first }
    for problem in content.problems { _ = add(problem) }
    for issue in content.issues { add(issue, folder: folders[issue.source.folder] ?? IssueRecord.none) }
    for folder in content.folders { add(folder) }
    for file in content.files { add(file) }
    addMembers()
    addIndex()
  }

  private func laidOut(for key: CatalogueKey, at offset: Int) -> (header: CatalogueHeader, bytes: [UInt8]) {
    var sections = sections
    sections[CatalogueHeader.Section.texts.rawValue] = texts.bytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sections.reduce(0) { $0 + $1.count + FixedBytes.alignment })
    var places: [BlobPlace] = []
    for section in sections {
      let place = UInt64(offset + bytes.count)
      places.append(BlobPlace(offset: place, length: UInt64(section.count), checksum: checksum(section)))
      bytes += section
      bytes += [UInt8](repeating: 0, count: paddingLength(behind: bytes.count))
    }
    let header = CatalogueHeader(
      program: key.program, corpus: key.corpus, length: UInt64(offset + bytes.count),
      articleCount: UInt64(content.issues.reduce(0) { $0 + $1.facts.articleCount }), sections: places)
    return (header, bytes)
  }
}

/// The number of padding bytes to the next alignment.
func paddingLength(behind length: Int) -> Int { -length & (FixedBytes.alignment - 1) }

extension CatalogueWriter {
  private mutating func add(_ issue: CataloguedIssue, folder: UInt32) {
    let source = issue.source
    var record = IssueRecord()
    record.id = texts.add(source.id)
    record.headline = texts.add(issue.facts.headline)
    record.title = texts.share(source.title)
    record.date = self.record(source.date, of: issue, record.id)
    record.number = Int64(source.number ?? 0)
    record.parsedTitle = texts.share(issue.facts.title)
    record.parsedDate = self.record(issue.facts.date, of: issue, record.id)
    record.articleCount = UInt32(clamping: issue.facts.articleCount)
    record.firstPage = UInt32(sections[CatalogueHeader.Section.pages.rawValue].count / MemoryLayout<PageRecord>.stride)
    record.pageCount = UInt32(clamping: source.pages.count)
    record.folder = folder
    record.segment = issue.place.map { UInt32($0.segment) } ?? IssueRecord.none
    record.member = issue.place.map { UInt32($0.member) } ?? 0
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

  private mutating func add(_ folder: FoundFolder) {
    add(FolderRecord(path: paths.folder(folder.path, &texts), stamp: folder.stamp), to: .folders)
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

  /// Adds the segments, and the place in the list of each of their issues.
  private mutating func addMembers() {
    var members = content.segments.map { [UInt32](repeating: IssueRecord.none, count: $0.memberCount) }
    for (index, issue) in content.issues.enumerated() {
      if let place = issue.place { members[place.segment][place.member] = UInt32(index) }
    }
    var first: UInt32 = 0
    for (segment, members) in zip(content.segments, members) {
      let count = UInt32(members.count)
      add(SegmentRecord(place: segment.place, firstMember: first, memberCount: count), to: .segments)
      for member in members { add(member, to: .members) }
      first += count
    }
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
    sections[CatalogueHeader.Section.index.rawValue] = slots.withUnsafeBytes { Array($0) }
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

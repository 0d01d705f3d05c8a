import Newspaper
import Searching
import System

/// Makes segments one after the other, in the same memory.
struct SegmentMaking: Sendable {
  /// A segment whose folded text is written.
  struct Made: Sendable {
    var content: SegmentContent
    /// Nil if it is in memory only, without folded text.
    var file: (file: NewSegmentFile, folded: BlobPlace)?
  }

  /// The segment that is being made.
  private(set) var content: SegmentContent
  private(set) var made: [Made] = []
  /// The problem that kept folded text from being written.
  private(set) var problem: Problem?

  private let folder: CatalogueFolder?
  private let key: CatalogueKey
  private var writer = FoldedSegmentWriter()
  private var bytes: [UInt8] = []

  /// Bytes of folded text in a segment: large segments are searched faster, and each thread has one in memory.
  private static let largest = 32 << 20

  /// - Parameters:
  ///   - folder: the folder of the files; nil keeps segments in memory, without folded text.
  ///   - bytes: the bytes of the pages that are to come.
  init(roots: [String], folder: CatalogueFolder?, key: CatalogueKey, expecting bytes: Int) {
    content = SegmentContent(roots: roots)
    (self.folder, self.key) = (folder, key)
    // Folded text is about as long as its pages.
    if folder != nil { writer.reserve(textLength: min(bytes + bytes / 16, Self.largest + Self.largest / 16)) }
  }

  /// Adds an issue that was read, with its files.
  mutating func add(_ source: IssueSource, _ files: [CataloguedFile], _ facts: CataloguedIssue.Facts, _ issue: Issue) {
    if folder != nil { writer.add(issue) }
    add(source, files, facts, isFolded: folder != nil)
  }

  /// Adds an issue of an older segment, with its folded text.
  /// - Parameter text: nil if it is not folded.
  mutating func add(
    _ source: IssueSource, _ files: [CataloguedFile], _ facts: CataloguedIssue.Facts,
    _ text: (segment: FoldedSegment, member: Int)?
  ) {
    if folder != nil, let text { writer.add(text.member, of: text.segment) }
    add(source, files, facts, isFolded: folder != nil && text != nil)
  }

  private mutating func add(
    _ source: IssueSource, _ files: [CataloguedFile], _ facts: CataloguedIssue.Facts, isFolded: Bool
  ) {
    let member = isFolded ? writer.count - 1 : nil
    let places = files.map { content.add($0) }
    content.issues.append(CataloguedIssue(source: source, files: places, facts: facts, member: member))
    if writer.textLength >= Self.largest { close() }
  }

  /// Changes what the segment has besides issues.
  mutating func withContent(_ change: (inout SegmentContent) -> Void) { change(&content) }

  /// Ends the segment that is being made, if it has anything.
  mutating func close() {
    guard !content.isEmpty else { return }
    var made = Made(content: content)
    content = SegmentContent(roots: content.roots)
    writer.finish(into: &bytes)
    if let folder, problem == nil {
      do throws(Problem) {
        let file = try NewSegmentFile(in: folder, for: key)
        made.file = (file, try file.write(folded: bytes))
      } catch {
        problem = error
      }
    }
    self.made.append(made)
  }

  /// Frees the memory of folded text.
  mutating func release() { (writer, bytes) = (FoldedSegmentWriter(), []) }
}

extension SegmentMaking.Made {
  /// The segment, once all is known of its issues.
  /// - Parameter years: the years that folders agree on.
  /// - Throws: the problem that keeps it from being written.
  func finish(_ years: AgreedYears, for key: CatalogueKey) throws(Problem) -> CatalogueSegment? {
    guard let file else { return inMemory(years, for: key) }
    return try file.file.finish(content.finished(years), behind: file.folded, for: key)
  }

  /// The segment without folded text.
  func inMemory(_ years: AgreedYears, for key: CatalogueKey) -> CatalogueSegment? {
    var content = content.finished(years)
    for index in content.issues.indices { content.issues[index].member = nil }
    let bytes = SegmentWriter.whole(content, for: key)
    let number = UInt64.random(in: 1...UInt64.max)
    return CatalogueSegment(FixedBytes(bytes), number: number, roots: content.roots, key: key)
  }
}

extension SegmentContent {
  fileprivate var isEmpty: Bool { issues.isEmpty && files.isEmpty && folders.isEmpty && problems.isEmpty }

  /// The same in the order of the list, with the years that folders agree on.
  func finished(_ years: AgreedYears) -> SegmentContent {
    var content = self
    for index in content.issues.indices {
      let issue = content.issues[index]
      content.issues[index].neighbourYear = years.year(of: issue.source.date ?? issue.facts.date, issue.source.folder)
    }
    content.sort()
    content.completeFolders()
    return content
  }
}

extension AgreedYears {
  /// The year that an issue without one gets from its neighbours.
  func year(of date: IssueDate?, _ folder: String) -> Int? { date != nil && date?.year == nil ? self[folder] : nil }
}

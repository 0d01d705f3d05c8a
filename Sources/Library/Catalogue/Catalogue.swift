import Newspaper
import Searching
import System

/// An index of the issues of a corpus, used in place in a mapped file or in memory.
///
/// The tables are checked when it is opened, and each index when it is used, so that nothing leads outside. Segments
/// are so large that they are checked in a thread beside the reader, and before they are copied.
public final class Catalogue: IssueShelf {
  let bytes: FixedBytes
  let roots: [String]
  let header: CatalogueHeader
  let issues: Table<IssueRecord>
  let slots: Table<UInt32>
  let pages: Table<PageRecord>
  let files: Table<FileRecord>
  let folders: Table<FolderRecord>
  let problemRecords: Table<ProblemRecord>
  let segments: Table<SegmentRecord>
  let members: Table<UInt32>
  private let texts: UnsafeTexts

  /// Nil if the bytes are no sound catalogue of that program for that corpus.
  /// - Parameter roots: the paths as they are given now.
  init?(_ bytes: FixedBytes, roots: [String], key: CatalogueKey) {
    guard let header = CatalogueHeader(bytes.bytes, program: key.program, corpus: key.corpus) else { return nil }
    var parts: [UnsafeRawBufferPointer] = []
    for place in header.sections {
      guard let part = bytes.part(place), checksum(part) == place.checksum else { return nil }
      parts.append(part)
    }
    func part(_ section: CatalogueHeader.Section) -> UnsafeRawBufferPointer { parts[section.rawValue] }
    guard let issues = Table<IssueRecord>(part(.issues)), let slots = Table<UInt32>(part(.index)),
      let pages = Table<PageRecord>(part(.pages)), let files = Table<FileRecord>(part(.files)),
      let folders = Table<FolderRecord>(part(.folders)), let problems = Table<ProblemRecord>(part(.problems)),
      let segments = Table<SegmentRecord>(part(.segments)), let members = Table<UInt32>(part(.members))
    else { return nil }
    (self.issues, self.slots, self.pages, self.files) = (issues, slots, pages, files)
    (self.folders, problemRecords, self.segments, self.members) = (folders, problems, segments, members)
    texts = UnsafeTexts(part(.texts))
    self.bytes = bytes
    self.roots = roots
    self.header = header
  }

  /// The number of issues.
  public var count: Int { issues.count }

  /// The number of articles of all issues.
  public var articleCount: Int { Int(clamping: header.articleCount) }

  /// The entry of an issue in the list.
  public subscript(index: Int) -> IssueSummary {
    guard let record = issues[index] else {
      return IssueSummary(id: "", title: nil, date: nil, articleCount: 0, leadHeadline: "")
    }
    return IssueSummary(
      id: text(record.id) ?? "", title: text(record.title) ?? text(record.parsedTitle), date: date(of: record),
      articleCount: Int(record.articleCount), leadHeadline: text(record.headline) ?? "")
  }

  /// The place of the issue with an id; nil if there is none.
  /// - Complexity: O(1).
  public func index(ofIssue id: String) -> Int? {
    guard slots.count > 0 else { return nil }
    var slot = IDIndex.slot(of: id, in: slots.count)
    for _ in 0..<slots.count {
      guard let index = slots[slot].map(Int.init), let record = issues[index] else { return nil }
      if texts.has(record.id, id) { return index }
      slot = (slot + 1) % slots.count
    }
    return nil
  }

  // MARK: Segments

  /// The number of segments of folded text; 0 if the catalogue is in memory only.
  public var segmentCount: Int { segments.count }

  /// A segment's bytes, which stay as long as the catalogue; nil if it lies outside. They were whole on the disk before
  /// the file had its name; whether they are still sound, `isSound` says.
  public func segment(_ number: Int) -> UnsafeRawBufferPointer? {
    segments[number].flatMap { bytes.part($0.place) }
  }

  /// True if a segment is as it was written.
  /// - Complexity: O(n), at the speed of memory.
  func isSound(segment number: Int) -> Bool {
    guard let record = segments[number], let part = bytes.part(record.place) else { return false }
    defer { bytes.evict(record.place) }
    return checksum(part) == record.place.checksum
  }

  /// True if all segments are as they were written.
  func isSound() -> Bool { (0..<segmentCount).allSatisfy(isSound) }

  /// The number of issues that a segment was made of.
  public func memberCount(ofSegment number: Int) -> Int { Int(segments[number]?.memberCount ?? 0) }

  /// The place of an issue that a segment was made of; nil if its text stands elsewhere now.
  public func issue(ofSegment number: Int, member: Int) -> Int? {
    guard let record = segments[number], member < Int(record.memberCount),
      let issue = members[Int(record.firstMember) + member].map(Int.init), issues.contains(issue)
    else { return nil }
    return issue
  }

  func text(_ place: TextPlace) -> String? { texts[place] }

  func bytes(of place: TextPlace) -> UnsafeRawBufferPointer? { texts.part(place) }
}

/// A table in memory that another object owns.
struct Table<Record: BitwiseCopyable>: @unchecked Sendable {
  let count: Int
  private let bytes: UnsafeRawBufferPointer

  /// Nil if the bytes are no whole number of records.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count % MemoryLayout<Record>.stride == 0 else { return nil }
    self.bytes = bytes
    count = bytes.count / MemoryLayout<Record>.stride
  }

  func contains(_ index: Int) -> Bool { index >= 0 && index < count }

  /// Nil outside the table.
  subscript(index: Int) -> Record? {
    guard contains(index) else { return nil }
    return bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Record>.stride, as: Record.self)
  }
}

/// Texts in memory that another object owns.
private struct UnsafeTexts: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  func part(_ place: TextPlace) -> UnsafeRawBufferPointer? {
    let (start, length) = (Int(place.offset), Int(place.length))
    guard place != .none, start <= bytes.count, length <= bytes.count - start else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
  }

  subscript(place: TextPlace) -> String? { part(place).map { String(decoding: $0, as: UTF8.self) } }

  func has(_ place: TextPlace, _ text: String) -> Bool { part(place).map { $0.elementsEqual(text.utf8) } ?? false }
}

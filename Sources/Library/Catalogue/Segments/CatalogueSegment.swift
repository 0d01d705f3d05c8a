import Newspaper
import Searching
import System

/// Some issues of a catalogue with their files, folders and folded text, used in place in a mapped file or in memory.
/// It never changes; a manifest says which of its records are outdated.
///
/// The tables are checked when it is opened, and each index when it is used, so that nothing leads outside. Folded text
/// is so large that it is checked in a thread beside the reader, and before it is copied; so are the tables of a large
/// catalogue, where a reader waits for its list.
final class CatalogueSegment: Sendable {
  /// The number in its file's name; 0 in memory.
  let number: UInt64
  let bytes: FixedBytes
  /// The paths as they are given now.
  let roots: [String]
  let header: SegmentHeader
  /// In the order of the list.
  let issues: Table<IssueRecord>
  let pages: Table<PageRecord>
  let files: Table<FileRecord>
  let folders: Table<FolderRecord>
  let problemRecords: Table<ProblemRecord>
  private let slots: Table<UInt32>
  private let texts: UnsafeTexts
  private let hasCheckedTables: Bool

  /// Nil if the bytes are no sound segment of that program for that corpus.
  /// - Parameter checksTables: false if the tables are checked later, by `isSound`.
  init?(
    _ bytes: FixedBytes, number: UInt64 = 0, roots: [String], key: CatalogueKey, checksTables: Bool = true
  ) {
    guard let header = SegmentHeader(bytes.bytes, program: key.program, corpus: key.corpus) else { return nil }
    var parts: [UnsafeRawBufferPointer] = []
    for (section, place) in zip(SegmentHeader.Section.allCases, header.sections) {
      guard let part = bytes.part(place),
        section == .folded || !checksTables || checksum(part) == place.checksum
      else { return nil }
      parts.append(part)
    }
    func part(_ section: SegmentHeader.Section) -> UnsafeRawBufferPointer { parts[section.rawValue] }
    guard let issues = Table<IssueRecord>(part(.issues)), let slots = Table<UInt32>(part(.index)),
      let pages = Table<PageRecord>(part(.pages)), let files = Table<FileRecord>(part(.files)),
      let folders = Table<FolderRecord>(part(.folders)), let problems = Table<ProblemRecord>(part(.problems)),
      !bytes.isTorn
    else { return nil }
    (self.issues, self.slots, self.pages) = (issues, slots, pages)
    (self.files, self.folders, problemRecords) = (files, folders, problems)
    texts = UnsafeTexts(part(.texts))
    (self.bytes, self.number, self.roots, self.header) = (bytes, number, roots, header)
    hasCheckedTables = checksTables
  }

  /// The place of the issue with an id; nil if there is none.
  /// - Complexity: O(1).
  func index(ofIssue id: String) -> Int? {
    guard slots.count > 0 else { return nil }
    var slot = IDIndex.slot(of: id, in: slots.count)
    for _ in 0..<slots.count {
      guard let index = slots[slot].map(Int.init), let record = issues[index] else { return nil }
      if texts.has(record.id, id) { return index }
      slot = (slot + 1) % slots.count
    }
    return nil
  }

  /// The folded text of its issues, without its index; nil if it has none, or if it is no folded text.
  var folded: FoldedSegment? { bytes.part(header[.folded]).flatMap { FoldedSegment($0, owner: self) } }

  /// True if there is so much folded text that it has an index.
  var isIndexed: Bool { header[.folded].length >= 4 << 20 }

  /// The index of the folded text; nil if there is none that is of use.
  /// - Parameter path: the path of its file.
  func index(at path: String) -> PairIndex? {
    FixedBytes(mapping: path).flatMap {
      PairIndex($0.bytes, of: header[.folded].checksum, checksum: { checksum($0) }, owner: $0)
    }
  }

  /// True if the folded text, and what has not been checked yet, is as it was written.
  /// - Complexity: O(n), at the speed of memory.
  var isSound: Bool {
    defer { bytes.evict(header[.folded]) }
    let unchecked = hasCheckedTables ? [header[.folded]] : header.sections
    return unchecked.allSatisfy { place in bytes.part(place).map { checksum($0) == place.checksum } ?? false }
      && !bytes.isTorn
  }

  /// Bytes of the tables.
  var tableLength: Int { bytes.bytes.count - Int(clamping: header[.folded].length) }

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

  var indices: Range<Int> { 0..<count }

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

import Newspaper
import Searching
import System

/// The facts and the folded text of a corpus: immutable segments, and a manifest that says which of their records hold.
public final class Catalogue: IssueShelf {
  let segments: [CatalogueSegment]
  /// Its entries are those of `segments`.
  let manifest: Manifest
  /// The generation of the manifest on the disk that it comes from; nil if there was none.
  let base: UInt64?
  /// True if every segment of the manifest is there.
  let isWhole: Bool
  /// True if all of it is on the disk.
  let isKept: Bool
  /// The folder of its files; nil if it is in memory only.
  let folder: String?
  let order: ListOrder
  /// The number of articles of all issues.
  public let articleCount: Int

  /// - Parameters:
  ///   - isWhole: false if segments had to be set aside.
  ///   - isKept: false if some of it is in memory only.
  init(
    _ segments: [CatalogueSegment], _ manifest: Manifest, base: UInt64?, in folder: String?, isWhole: Bool = true,
    isKept: Bool = true
  ) {
    (self.segments, self.manifest, self.base, self.folder) = (segments, manifest, base, folder)
    (self.isWhole, self.isKept) = (isWhole, isKept)
    order = ListOrder(segments.map(\.issues.count), without: manifest.entries.map(\.issues)) { left, right in
      segments[left.segment].issue(left.index, precedes: right.index, of: segments[right.segment])
    }
    articleCount = zip(segments, manifest.entries).reduce(0) { sum, pair in
      let gone = pair.1.issues.reduce(0) { $0 + Int(pair.0.issues[Int($1)]?.articleCount ?? 0) }
      return sum + max(0, Int(clamping: pair.0.header.articleCount) - gone)
    }
  }

  /// The number of issues.
  public var count: Int { order.count }

  /// The entry of an issue in the list.
  public subscript(index: Int) -> IssueSummary {
    order[index].flatMap { segments[$0.segment].summary($0.index) }
      ?? IssueSummary(id: "", title: nil, date: nil, articleCount: 0, leadHeadline: "")
  }

  /// The place of the issue with an id; nil if there is none.
  /// - Complexity: O(segments).
  public func index(ofIssue id: String) -> Int? {
    segments.indices.reversed().lazy.compactMap { [self] segment in
      segments[segment].index(ofIssue: id).flatMap { order.place(of: RecordPlace(segment: segment, index: $0)) }
    }.first
  }

  /// The source of an issue; nil outside the list.
  func source(_ index: Int) -> IssueSource? { order[index].flatMap { segments[$0.segment].source($0.index) } }

  /// The year that an issue's neighbours gave it.
  func neighbourYear(_ index: Int) -> Int? { order[index].flatMap { segments[$0.segment].neighbourYear($0.index) } }

  /// Problems that belong to none of the files, and those of files, ordered by these.
  var problems: [Problem] {
    let isOfFiles = segments.contains { $0.problemRecords.count > Int(clamping: $0.header.problemCount) }
    let own = (isOfFiles ? liveFiles : []).compactMap { place -> Problem? in
      guard let record = segments[place.segment].files[place.index], record.problem != IssueRecord.none else {
        return nil
      }
      return segments[place.segment].file(place.index)?.problem
    }
    return commonProblems + own.sorted { isPath($0.path, before: $1.path) }
  }

  /// Problems that belong to none of the files.
  var commonProblems: [Problem] { segments.first { $0.number == manifest.problems }?.problems ?? [] }

  // MARK: Records that hold

  /// The issues, by segment.
  var liveIssues: [RecordPlace] { live(\.issues) { $0.issues.count } }
  /// The files, by segment.
  var liveFiles: [RecordPlace] { live(\.files) { $0.files.count } }
  /// The folders that are watched, by segment.
  var liveFolders: [RecordPlace] {
    live(\.folders) { $0.folders.count }.filter { segments[$0.segment].folders[$0.index]?.isWatched == 1 }
  }

  private func live(
    _ gone: (Manifest.Entry) -> [UInt32], _ count: (CatalogueSegment) -> Int
  ) -> [RecordPlace] {
    segments.indices.flatMap { segment in
      gone(manifest.entries[segment]).gaps(in: 0..<count(segments[segment])).joined().map {
        RecordPlace(segment: segment, index: $0)
      }
    }
  }

  // MARK: Damage

  /// True if a segment's file was truncated, or could not be read, since it was opened.
  var isTorn: Bool { segments.contains { $0.bytes.isTorn } }

  /// The same without the segments of which something is true: the pages of these must be read again.
  func without(_ isUseless: (CatalogueSegment) -> Bool) -> Catalogue {
    let kept = segments.indices.filter { !isUseless(segments[$0]) }
    if kept.count == segments.count { return self }
    let rest = Manifest(
      generation: manifest.generation, kept.map { manifest.entries[$0] }, problems: manifest.problems)
    return Catalogue(kept.map { segments[$0] }, rest, base: base, in: folder, isWhole: false, isKept: isKept)
  }
}

extension CatalogueSegment {
  /// True if an issue stands in the list before one of another segment.
  fileprivate func issue(_ index: Int, precedes other: Int, of segment: CatalogueSegment) -> Bool {
    guard let left = issues[index], let right = segment.issues[other] else { return false }
    guard left.rank == right.rank else { return left.rank > right.rank }
    return text(left.id) ?? "" < segment.text(right.id) ?? ""
  }
}

/// The order in which folders are walked through: by the bytes of each part of a path.
private func isPath(_ left: String, before right: String) -> Bool {
  left.split(separator: "/").lexicographicallyPrecedes(right.split(separator: "/")) {
    $0.utf8.lexicographicallyPrecedes($1.utf8)
  }
}

import Newspaper
import Text

/// The folded text of some issues and the facts that search needs, in bytes that are used in place.
///
/// Damaged bytes do no harm: counts are checked once, offsets at each use.
public struct FoldedSegment: @unchecked Sendable {
  /// Keeps the bytes alive.
  private let owner: AnyObject
  let arrays: SegmentArrays
  /// The index of literal text; nil if there is none.
  private(set) var pairs: PairIndex?

  /// The text of all issues, with separators that no match crosses.
  var text: UnsafeBufferPointer<UInt8> { arrays.text }
  /// The index of rare text; nil in a small segment.
  var signature: SegmentSignature? { arrays.signature }
  /// Ordered by `text`.
  var exceptions: UnsafeBufferPointer<SegmentException> { arrays.exceptions }
  /// The number of issues.
  public var issueCount: Int { max(0, arrays.issues.count - 1) }
  var articleCount: Int { max(0, arrays.articles.count - 1) }

  /// A segment in constant bytes; nil if they are no segment.
  /// - Parameters:
  ///   - bytes: at an address that is a multiple of eight.
  ///   - owner: keeps the bytes alive and unchanged.
  /// - Complexity: O(1).
  public init?(_ bytes: UnsafeRawBufferPointer, owner: AnyObject & Sendable) {
    guard let arrays = SegmentArrays(bytes) else { return nil }
    self.arrays = arrays
    self.owner = owner
  }

  /// The same with an index of its text.
  public func indexed(by pairs: PairIndex?) -> FoldedSegment {
    var segment = self
    segment.pairs = pairs
    return segment
  }

  /// A segment in memory of its own.
  public init?(_ bytes: [UInt8]) {
    let owner = OwnedBytes(bytes)
    self.init(UnsafeRawBufferPointer(owner.bytes), owner: owner)
  }

  /// A segment that was just written.
  init(_ writer: consuming FoldedSegmentWriter) {
    guard let segment = FoldedSegment(writer.finish()) else { preconditionFailure("what is written can be read") }
    self = segment
  }
}

// Fields of records, clamped to valid ranges.
extension FoldedSegment {
  func articles(ofIssue issue: Int) -> Range<Int> { articles(ofIssues: issue..<issue + 1) }

  /// The articles of consecutive issues.
  func articles(ofIssues range: Range<Int>) -> Range<Int> {
    Range(
      arrays.issues[range.lowerBound].firstArticle, arrays.issues[range.upperBound].firstArticle, upTo: articleCount)
  }

  /// The folded text of consecutive issues.
  func text(ofIssues range: Range<Int>) -> Range<Int> {
    Range(arrays.issues[range.lowerBound].text, arrays.issues[range.upperBound].text, upTo: text.count)
  }

  /// The folded text of consecutive articles.
  func text(ofArticles range: Range<Int>) -> Range<Int> {
    Range(arrays.articles[range.lowerBound].text, arrays.articles[range.upperBound].text, upTo: text.count)
  }

  /// The folded text of a block, with its separator.
  func text(ofEntry entry: Int) -> Range<Int> {
    Range(arrays.entries[entry].text, arrays.entries[entry + 1].text, upTo: text.count)
  }

  /// The blocks of an article.
  func entries(ofArticle article: Int) -> Range<Int> {
    Range(
      arrays.articles[article].firstEntry, arrays.articles[article + 1].firstEntry,
      upTo: max(0, arrays.entries.count - 1))
  }

  func kind(ofArticle article: Int) -> Article.Kind {
    let kinds = Article.Kind.allCases
    return kinds[min(kinds.count - 1, Int(arrays.articles[article].kind))]
  }

  /// The people of an article, by their place in the segment.
  func people(ofArticle article: Int) -> Range<Int> {
    Range(
      arrays.articles[article].firstPerson, arrays.articles[article + 1].firstPerson,
      upTo: max(0, arrays.people.count - 1))
  }

  /// Someone who wrote or photographed.
  func person(_ person: Int) -> Person {
    func string(_ start: UInt32, _ end: UInt32) -> String {
      String(decoding: arrays.names[Range(start, end, upTo: arrays.names.count)], as: UTF8.self)
    }
    let (this, next) = (arrays.people[person], arrays.people[person + 1])
    return Person(role: string(this.role, this.name), name: string(this.name, next.role))
  }

  /// The part that a block plays.
  func role(ofEntry entry: Int) -> Block.Role {
    let roles = Block.Role.allCases
    return roles[min(roles.count - 1, Int(arrays.entries[entry].role))]
  }

  /// The page that a block stands on.
  func page(ofEntry entry: Int) -> Int { Int(arrays.entries[entry].page) }

  /// True if a block has no repaired text.
  func isEmpty(entry: Int) -> Bool { arrays.entries[entry].isEmpty != 0 }

  /// The last issue whose text starts at an offset or before it.
  /// - Parameter start: one that does.
  func issue(at offset: Int, from start: Int) -> Int {
    min(max(0, issueCount - 1), arrays.issues.lastIndex(from: start) { Int($0.text) <= offset })
  }

  /// The last article whose text starts at an offset or before it.
  /// - Parameter start: one that does.
  func article(at offset: Int, from start: Int) -> Int {
    min(max(0, articleCount - 1), arrays.articles.lastIndex(from: start) { Int($0.text) <= offset })
  }

  /// The last block of some whose text starts at an offset or before it; nil if there are none.
  func entry(at offset: Int, in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    return UnsafeBufferPointer(rebasing: arrays.entries[..<range.upperBound]).lastIndex(from: range.lowerBound) {
      Int($0.text) <= offset
    }
  }
}

extension Range<Int> {
  /// From one offset of a file to another, as far as they lie below a limit.
  fileprivate init(_ lower: UInt32, _ upper: UInt32, upTo limit: Int) {
    let end = Swift.min(Int(upper), limit)
    self = Swift.min(Int(lower), end)..<end
  }
}

/// Bytes at an address that eight divides, for as long as someone holds them. `FixedBytes` is the same, but stands in
/// `System`, which this room does not know: it is given the files that it searches.
private final class OwnedBytes: Sendable {
  nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    self.bytes = .allocate(byteCount: bytes.count, alignment: SegmentHead.alignment)
    self.bytes.copyBytes(from: bytes)
  }

  deinit { bytes.deallocate() }
}

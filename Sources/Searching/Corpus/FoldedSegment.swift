import Newspaper

/// The folded text of some issues and what search must know of them, in bytes that are used where they lie.
///
/// Whatever the bytes hold, nothing outside them is read: counts are checked once, offsets each time.
public struct FoldedSegment: @unchecked Sendable {
  /// Keeps the bytes where they are.
  private let owner: AnyObject
  private let arrays: SegmentArrays

  /// Everything that can be found: issues behind each other, with separators between texts that no match crosses.
  var text: UnsafeBufferPointer<UInt8> { arrays.text }
  /// Tells where rare text can be; nil in a small segment.
  var signature: SegmentSignature? { arrays.signature }
  /// Ordered by `text`.
  var oddities: UnsafeBufferPointer<SegmentOddity> { arrays.oddities }
  /// How many issues it holds.
  public var issueCount: Int { max(0, arrays.issues.count - 1) }
  /// How many articles they have.
  var articleCount: Int { max(0, arrays.articles.count - 1) }

  /// A segment in bytes that stay; nil where they are none.
  /// - Parameters:
  ///   - bytes: from an address that eight divides.
  ///   - owner: keeps them where they are, unchanged.
  /// - Complexity: O(1).
  public init?(_ bytes: UnsafeRawBufferPointer, owner: AnyObject & Sendable) {
    guard let arrays = SegmentArrays(bytes) else { return nil }
    self.arrays = arrays
    self.owner = owner
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

// What records say, kept within bounds.
extension FoldedSegment {
  /// The articles of an issue.
  func articles(ofIssue issue: Int) -> Range<Int> { articles(ofIssues: issue..<issue + 1) }

  /// The articles of issues behind each other.
  func articles(ofIssues range: Range<Int>) -> Range<Int> {
    Range(
      arrays.issues[range.lowerBound].firstArticle, arrays.issues[range.upperBound].firstArticle, upTo: articleCount)
  }

  /// The folded text of issues behind each other.
  func text(ofIssues range: Range<Int>) -> Range<Int> {
    Range(arrays.issues[range.lowerBound].text, arrays.issues[range.upperBound].text, upTo: text.count)
  }

  /// The folded text of articles behind each other.
  func text(ofArticles range: Range<Int>) -> Range<Int> {
    Range(arrays.articles[range.lowerBound].text, arrays.articles[range.upperBound].text, upTo: text.count)
  }

  /// The folded text of a block, with what separates it from the next.
  func text(ofEntry entry: Int) -> Range<Int> {
    Range(arrays.entries[entry].text, arrays.entries[entry + 1].text, upTo: text.count)
  }

  /// The blocks of an article.
  func entries(ofArticle article: Int) -> Range<Int> {
    Range(
      arrays.articles[article].firstEntry, arrays.articles[article + 1].firstEntry,
      upTo: max(0, arrays.entries.count - 1))
  }

  /// What an article is.
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

  /// Whether a block has no repaired text.
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

  /// The last block of some whose text starts at an offset or before it; nil where there are none.
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

/// Bytes at an address that eight divides, for as long as someone holds them.
private final class OwnedBytes: Sendable {
  nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    self.bytes = .allocate(byteCount: bytes.count, alignment: SegmentHead.alignment)
    self.bytes.copyBytes(from: bytes)
  }

  deinit { bytes.deallocate() }
}

import Newspaper

// What a segment consists of, after its head: arrays of these, one behind the other, each at a multiple of eight bytes.
// Numbers have their least byte first. The last record of an array only says where the one before it ends.

/// The head of a segment: what it is, and how many records each of its arrays has.
struct SegmentHead {
  /// `BLSEG` and the version of the form, with the rules of folding.
  static let mark: UInt64 = 0x0002_4745_534C_42

  var mark = Self.mark
  var issues: UInt32 = 0
  var articles: UInt32 = 0
  var entries: UInt32 = 0
  var people: UInt32 = 0
  var oddities: UInt32 = 0
  /// Bytes.
  var text: UInt32 = 0
  /// Bytes.
  var names: UInt32 = 0
  /// Groups of issues that the signature tells apart; 0 where there is none.
  var groups: UInt32 = 0

  /// Bytes from one place to the next that a segment's arrays can start at.
  static let alignment = 8
}

/// An issue.
struct SegmentIssue {
  var firstArticle: UInt32
  /// Where its folded text starts.
  var text: UInt32
}

/// An article.
struct SegmentArticle {
  /// Where its folded text starts.
  var text: UInt32
  var firstEntry: UInt32
  var firstPerson: UInt32
  /// Index in `Article.Kind.allCases`.
  var kind: UInt32
}

/// A block of an article.
struct SegmentEntry {
  /// Where its folded text starts.
  var text: UInt32
  /// The page that it stands on, at most 65,535.
  var page: UInt16
  /// Index in `Block.Role.allCases`.
  var role: UInt8
  /// 1 where the repaired text is empty.
  var isEmpty: UInt8
}

/// Someone who wrote or photographed: where the names of their role and of themselves start.
struct SegmentPerson {
  var role: UInt32
  var name: UInt32
}

/// A place where folded text is not, character by character, as long as the repaired text that it stands for.
struct SegmentOddity {
  /// Where in the folded text.
  var text: UInt32
  /// How many scalars more the repaired text has here.
  var more: Int16
  /// Bytes of folded text that stand for repaired text only as a whole; 0 for text that folding took out.
  var length: UInt16
}

extension CaseIterable where Self: Equatable {
  /// The place in the list of all.
  var code: UInt8 { UInt8(truncatingIfNeeded: Array(Self.allCases).firstIndex(of: self) ?? 0) }
}

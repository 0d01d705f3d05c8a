import Newspaper

// Records of a segment. After the head come arrays of them, each at a multiple of eight bytes. Numbers are
// little-endian. The last record of an array only ends the one before it.

/// The head of a segment: its kind, and the number of records in each array.
struct SegmentHead {
  /// `BLSEG` and the version of the format and of the rules of folding.
  static let mark: UInt64 = 0x0002_4745_534C_42

  var mark = Self.mark
  var issues: UInt32 = 0
  var articles: UInt32 = 0
  var entries: UInt32 = 0
  var people: UInt32 = 0
  var exceptions: UInt32 = 0
  /// Bytes.
  var text: UInt32 = 0
  /// Bytes.
  var names: UInt32 = 0
  /// The number of groups of issues in the signature; 0 if there is none.
  var groups: UInt32 = 0

  /// The alignment of arrays in bytes.
  static let alignment = 8
}

struct SegmentIssue {
  var firstArticle: UInt32
  /// The start of its folded text.
  var text: UInt32
}

struct SegmentArticle {
  /// The start of its folded text.
  var text: UInt32
  var firstEntry: UInt32
  var firstPerson: UInt32
  /// Index in `Article.Kind.allCases`.
  var kind: UInt32
}

/// A block of an article.
struct SegmentEntry {
  /// The start of its folded text.
  var text: UInt32
  /// The page that it stands on, at most 65,535.
  var page: UInt16
  /// Index in `Block.Role.allCases`.
  var role: UInt8
  /// 1 if the repaired text is empty.
  var isEmpty: UInt8
}

/// A person who wrote or photographed: the starts of the names of their role and of themselves.
struct SegmentPerson {
  var role: UInt32
  var name: UInt32
}

/// A place at which folded text is not, character by character, as long as the repaired text that it stands for.
struct SegmentException {
  /// The place in the folded text.
  var text: UInt32
  /// The number of scalars by which the repaired text is longer here.
  var more: Int16
  /// Bytes of folded text that stand for repaired text only as a whole; 0 for text that folding removed.
  var length: UInt16
}

extension CaseIterable where Self: Equatable {
  /// The place in the list of all.
  var code: UInt8 { UInt8(truncatingIfNeeded: Array(Self.allCases).firstIndex(of: self) ?? 0) }
}

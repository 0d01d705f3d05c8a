import System

// What a catalogue's tables are made of: numbers of fixed size, as they lie in memory. Any bytes make valid ones; what
// they point at is looked at before it is used.

/// A text in the catalogue's heap of texts.
struct TextPlace: BitwiseCopyable, Equatable {
  /// In the heap, in bytes.
  var offset: UInt32 = 0
  var length: UInt32 = 0

  /// Stands for no text, which is not the same as an empty one.
  static let none = TextPlace(offset: .max, length: 0)
}

/// A day and how it is known.
struct DateRecord: BitwiseCopyable, Equatable {
  /// How it is known; what is not among them is no date.
  enum Kind: UInt8 {
    case none, dayAfterNewestReport, fileName, folderName, sideFile, page
  }

  /// `noYear` where it is unknown.
  var year: Int16 = 0
  var month: UInt8 = 0
  var day: UInt8 = 0
  var kind: UInt8 = Kind.none.rawValue
  /// The newest day that is reported.
  var reportedMonth: UInt8 = 0
  var reportedDay: UInt8 = 0
  var isInferred: UInt8 = 0
  var reportedYear: Int16 = 0
  var padding: UInt16 = 0
  /// The name that it was read from.
  var name = TextPlace.none

  static let noYear: Int16 = .min
}

/// An issue; its table is in the order of the list.
struct IssueRecord: BitwiseCopyable {
  var id = TextPlace()
  var headline = TextPlace()
  /// What side files say.
  var title = TextPlace.none
  var date = DateRecord()
  /// 0 where they say none.
  var number: Int64 = 0
  /// What its pages say.
  var parsedTitle = TextPlace.none
  var parsedDate = DateRecord()
  var articleCount: UInt32 = 0
  /// In the table of pages.
  var firstPage: UInt32 = 0
  var pageCount: UInt32 = 0
  var folder: UInt32 = 0
  /// `none` where its text is not folded.
  var segment: UInt32 = IssueRecord.none
  /// Which of the segment's issues it is.
  var member: UInt32 = 0
  /// 0 where its neighbours gave it none.
  var neighbourYear: Int32 = 0
  var padding: UInt32 = 0

  static let none: UInt32 = .max
}

/// A page of an issue.
struct PageRecord: BitwiseCopyable {
  /// In the table of files.
  var file: UInt32
  /// The page's number, from 1.
  var number: UInt32
}

/// A file that the paths lead to; the table is in the order in which they were found, side files behind.
struct FileRecord: BitwiseCopyable {
  /// What it was found as.
  enum Kind: UInt32 {
    case page, sideFile
  }

  var path = PathRecord()
  var size: Int64 = 0
  var modified: Int64 = 0
  var changed: Int64 = 0
  var inode: UInt64 = 0
  /// Of its bytes.
  var hash: UInt64 = 0
  /// In the table of problems; `IssueRecord.none` where it is as it should be.
  var problem: UInt32 = IssueRecord.none
  var kind: UInt32 = Kind.page.rawValue
}

/// A folder that was looked at.
struct FolderRecord: BitwiseCopyable {
  var path = PathRecord()
  var size: Int64 = 0
  var modified: Int64 = 0
  var changed: Int64 = 0
  var inode: UInt64 = 0
}

/// A path by the path that was given, so that it holds from wherever that is given.
struct PathRecord: BitwiseCopyable {
  /// How it is made.
  enum Kind: UInt32 {
    /// The text, as it is.
    case plain
    /// The path that was given.
    case given
    /// The folder of the file that was given.
    case folderOfGiven
    /// The text, behind the folder that was given.
    case within
    /// The text, behind a folder of the table of folders and a slash.
    case inFolder
  }

  var kind: UInt32 = Kind.plain.rawValue
  /// Which of the paths that were given, or of the table of folders.
  var base: UInt32 = 0
  var text = TextPlace()
}

/// What was left out, and why.
struct ProblemRecord: BitwiseCopyable {
  var path = PathRecord()
  var message = TextPlace()
  /// 0 where it is about no line.
  var line: Int64 = 0
}

/// The folded text of some issues.
struct SegmentRecord: BitwiseCopyable {
  var place = BlobPlace(offset: 0, length: 0, checksum: 0)
  /// In the table of members.
  var firstMember: UInt32 = 0
  var memberCount: UInt32 = 0
}

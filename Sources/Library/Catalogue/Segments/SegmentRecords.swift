import System

// The records of a segment's tables: numbers of fixed size, as they are in memory. All bytes are valid records; every
// index is checked before it is used.

/// A text in the segment's heap of texts.
struct TextPlace: BitwiseCopyable, Equatable {
  /// In the heap, in bytes.
  var offset: UInt32 = 0
  var length: UInt32 = 0

  /// Stands for no text, which is not the same as an empty one.
  static let none = TextPlace(offset: .max, length: 0)
}

/// A day and its source.
struct DateRecord: BitwiseCopyable, Equatable {
  /// The source; any other number is no date.
  enum Kind: UInt8 {
    case none, dayAfterNewestReport, fileName, folderName, sideFile, page, library
  }

  /// `noYear` if it is unknown.
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
  /// The name of the file or folder that it was read from.
  var name = TextPlace.none

  static let noYear: Int16 = .min
}

/// An issue; its table is in the order of the list.
struct IssueRecord: BitwiseCopyable {
  /// Its rank in the list, the highest first.
  var rank: Int32 = 0
  /// Its index in the folded text; `none` if its text is not folded.
  var member: UInt32 = IssueRecord.none
  var id = TextPlace()
  var headline = TextPlace()
  /// The facts from side files.
  var title = TextPlace.none
  var date = DateRecord()
  /// 0 if there is none.
  var number: Int64 = 0
  /// The facts from its pages.
  var parsedTitle = TextPlace.none
  var parsedDate = DateRecord()
  var articleCount: UInt32 = 0
  /// In the table of pages.
  var firstPage: UInt32 = 0
  var pageCount: UInt32 = 0
  var folder: UInt32 = 0
  /// 0 if its neighbours gave it none.
  var neighbourYear: Int32 = 0

  static let none: UInt32 = .max
}

/// A page of an issue.
struct PageRecord: BitwiseCopyable {
  /// In the table of files.
  var file: UInt32
  /// The page's number, from 1.
  var number: UInt32
}

/// A file that the paths lead to; the table is in no order.
struct FileRecord: BitwiseCopyable {
  /// The kind of file.
  enum Kind: UInt32 {
    case page, sideFile
  }

  var path = PathRecord()
  /// From when it was read.
  var stamp = FileStamp.unknown
  /// The checksum of its bytes.
  var hash: UInt64 = 0
  /// In the table of problems; `IssueRecord.none` if there is none.
  var problem: UInt32 = IssueRecord.none
  var kind: UInt32 = Kind.page.rawValue
}

/// A folder of files; the table is in no order.
struct FolderRecord: BitwiseCopyable {
  var path = PathRecord()
  /// From before it was listed.
  var stamp = FileStamp.unknown
  /// 1 if it is watched; else it only stands for the beginning of paths.
  var isWatched: UInt64 = 0
}

/// A path relative to one that was given, so that it holds from any working directory.
struct PathRecord: BitwiseCopyable {
  /// The forms of paths.
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
  /// An index into the paths that were given, or into the table of folders.
  var base: UInt32 = 0
  var text = TextPlace()
}

struct ProblemRecord: BitwiseCopyable {
  var path = PathRecord()
  var message = TextPlace()
  /// 0 if it concerns the whole file.
  var line: Int64 = 0
}

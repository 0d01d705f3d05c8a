/// An issue and the files that its pages stand in.
public struct IssueSource: Sendable, Equatable {
  /// Unique within its corpus: the file's name without its ending, with `~2`, `~3` … where another file has that name.
  public var id: String
  /// A file for each page, by page number; `-` is standard input.
  public var paths: [String]

  /// An issue of some files.
  public init(id: String, paths: [String]) {
    self.id = id
    self.paths = paths
  }

  /// The path that stands for standard input, and the id of an issue read from there.
  static let standardInput = (path: "-", id: "stdin")
}

import Newspaper
import System

/// An issue and the files that its pages stand in, and what their names and side files say of it.
public struct IssueSource: Sendable, Equatable {
  /// A page and its file.
  public struct PageFile: Sendable, Equatable {
    /// The file; `-` is standard input.
    public var path: String
    /// The page's number, from 1.
    public var number: Int
  }

  /// Unique within its corpus: the file's name without its ending; for several pages what their names have in common,
  /// or the folder's name. With `~2`, `~3` … where another issue has that id.
  public var id: String
  /// Its pages, by number; no two have the same.
  public var pages: [PageFile]
  /// The folder that its files stand in.
  var folder = ""
  /// The paper's name, where a side file gives it.
  var title: String?
  /// Its number in the paper's own count, where a side file gives it.
  var number: Int?
  /// The day, where a name or a side file gives it.
  var date: IssueDate?

  /// Its files, by page number.
  public var paths: [String] { pages.map(\.path) }

  /// The path that stands for standard input, and the id of an issue read from there.
  static let standardInput = (path: standardInputPath, id: "stdin")
}

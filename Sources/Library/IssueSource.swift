import Newspaper
import System

/// An issue, its files, and the facts from their names and side files.
public struct IssueSource: Sendable, Equatable {
  /// A page and its file.
  public struct PageFile: Sendable, Equatable {
    /// The path; `-` is standard input.
    public var path: String
    /// The page's number, from 1; 0 for the file that names the issue's pages and articles.
    public var number: Int

    /// The number of a METS or DIDL file among an issue's files.
    static let structureNumber = 0
  }

  /// Unique within its corpus: the file's name without its extension; for several pages the common part of their names,
  /// or the folder's name. With `~2`, `~3` … if another issue has that id.
  public var id: String
  /// Its pages, by number; all numbers differ.
  public var pages: [PageFile]
  /// The folder of its files.
  var folder = ""
  /// The paper's name, if a side file gives it.
  var title: String?
  /// Its number in the paper's own count, if a side file gives it.
  var number: Int?
  /// The day, if a name or a side file gives it.
  var date: IssueDate?

  /// Its files, by page number.
  public var paths: [String] { pages.map(\.path) }

  /// The path that stands for standard input, and the id of an issue read from there.
  static let standardInput = (path: standardInputPath, id: "stdin")
}

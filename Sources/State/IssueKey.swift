import Library
import Newspaper
import System

/// By what an issue is known again: the file of its first page. Where that file is gone, because the folder was moved
/// or renamed, an issue of the same name and lead headline takes the marks over.
struct IssueKey: Sendable, Equatable {
  /// The first page's file, absolute and without links; the same from whatever folder it was opened.
  var path: String
  /// The id without the `~2` that only the other issues of a corpus bring about.
  var id: String
  /// The lead headline.
  var headline: String

  /// Nil for what stands in no file.
  init?(_ source: IssueSource, headline: String) {
    guard let page = source.pages.first, page.path != standardInputPath, let path = realPath(page.path)
    else { return nil }
    self.path = path + (FilePart(path: page.path)?.ending ?? "")
    id = Self.plain(source.id)
    self.headline = headline
  }

  /// An id without what keeps it apart from the same one in another folder.
  static func plain(_ id: String) -> String {
    guard let tilde = id.lastIndex(of: "~"), id[tilde...].dropFirst().allSatisfy(\.isNumber), !id.hasSuffix("~") else {
      return id
    }
    return String(id[..<tilde])
  }
}

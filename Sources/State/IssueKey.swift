import Library
import Newspaper
import System

/// The identity of an issue between two sessions: the file of its first page.
///
/// If that file is gone, because the folder was moved or renamed, an issue of the same name and lead headline takes the
/// marks over.
struct IssueKey: Sendable, Equatable {
  /// The first page's file, absolute and without links, however it was opened.
  var path: String
  /// The id without the `~2` that only other issues of the corpus bring about.
  var id: String
  /// The lead headline.
  var headline: String

  /// Nil for an issue that has no file.
  init?(_ source: IssueSource, headline: String) {
    guard let page = source.pages.first, page.path != standardInputPath, let path = realPath(page.path) else {
      return nil
    }
    self.path = path + (FilePart(path: page.path)?.ending ?? "")
    id = Self.plain(source.id)
    self.headline = headline
  }

  /// An id without the suffix that tells it from the same id in another folder.
  static func plain(_ id: String) -> String {
    guard let tilde = id.lastIndex(of: "~"), id[tilde...].dropFirst().allSatisfy(\.isNumber), !id.hasSuffix("~") else {
      return id
    }
    return String(id[..<tilde])
  }
}

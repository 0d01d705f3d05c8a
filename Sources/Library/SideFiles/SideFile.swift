import Newspaper
import System

/// The side file of a folder, `baolan.json`: facts about its issues and pages.
struct SideFile: Sendable {
  static let name = "baolan.json"

  /// Facts about an issue, or about a page and its issue.
  struct Entry: Sendable, Equatable {
    /// The line of the entry, from 1.
    var line: Int
    var day: CalendarDay?
    /// The paper's name.
    var title: String?
    /// The issue's number in the paper's own count.
    var number: Int?
    var page: Int?
    /// The id of a page's issue.
    var issue: String?
  }

  /// The paper's name.
  var title: String?
  /// By id.
  var issues: [String: Entry] = [:]
  /// By the path within the folder.
  var pages: [String: Entry] = [:]
}

/// The side files of some folders.
struct SideFiles: Sendable {
  var byFolder: [String: SideFile] = [:]

  func page(_ file: FoundFile) -> SideFile.Entry? {
    let path = plainPath(file.path)
    let isPart = path != file.path
    return above(file.folder).lazy.compactMap { side, folder -> SideFile.Entry? in
      let folder = path.hasPrefix(folder + "/") ? folder + "/" : folder == "/" ? "/" : ""
      guard var entry = side.pages[String(path.dropFirst(folder.count))] else { return nil }
      // The parts of a file are not one page.
      if isPart { (entry.issue, entry.page) = (nil, nil) }
      return entry
    }.first
  }

  /// The entry of an issue whose files are in a folder.
  func issue(_ id: String, from folder: String) -> SideFile.Entry? {
    above(folder).lazy.compactMap { $0.side.issues[id] }.first
  }

  /// The paper's name for the issues of a folder.
  func title(of folder: String) -> String? {
    above(folder).lazy.compactMap { $0.side.title }.first
  }

  /// The side files of a folder and of those above it, the nearest first.
  func above(_ folder: String) -> [(side: SideFile, folder: String)] {
    if byFolder.isEmpty { return [] }
    var found: [(side: SideFile, folder: String)] = []
    var path = folder[...]
    while true {
      if let side = byFolder[String(path)] { found.append((side, String(path))) }
      guard let slash = path.lastIndex(of: "/") else { return found }
      path = path[..<slash]
    }
  }
}

import Glibc
import PageFormats
import System

/// A page's file, before anything of it is read.
struct FoundFile: Sendable, Equatable {
  /// As it is opened; `-` is standard input.
  var path: String
  /// What it was when it was found; nil for standard input.
  var stamp: FileStamp?

  /// The folder it stands in, as it is opened; none for standard input.
  var folder: String {
    if path == IssueSource.standardInput.path { return "" }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path's last part.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The name without its ending.
  var stem: String {
    let name = name
    let stem = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? String(name[..<$0]) : nil }
    guard let part = FilePart(path: name) else { return stem ?? name }
    return (stem ?? plainPath(name)) + part.ending
  }
}

/// A folder that was looked at.
struct FoundFolder: Sendable, Equatable {
  /// As it is opened, without a slash at the end.
  var path: String
  /// What it was before it was looked at.
  var stamp: FileStamp
}

/// The files that some paths lead to, before any of them is read.
struct Finding {
  /// In the order of the paths; within a folder by name.
  private(set) var files: [FoundFile] = []
  /// The folders of these files, those that hold side files among them, and whether all of a folder was looked at.
  private(set) var sideFiles: [(folder: String, isWhole: Bool)] = []
  /// What was left out and why.
  private(set) var problems: [Problem] = []
  /// The folders that were looked at, and those of files that were given.
  private(set) var folders: [FoundFolder] = []
  /// Whether there is more than was asked for.
  var isCutShort: Bool { files.count > limit || isTooLarge }

  /// How deep folders are followed: deeper than any archive, and an end to what links could build.
  private static let deepest = 32

  private var seen: Set<FileStatus.Identity> = []
  private let limit: Int
  private let encoding: PageEncoding?
  /// A file was met that is as much as very many.
  private var isTooLarge = false

  /// Looks at files, at folders and all that is in them, and at `-`.
  /// - Parameters:
  ///   - encoding: that of all pages; nil tells it for each by its content.
  ///   - limit: ends the search when there are more files than that, or one that is read in parts.
  init(paths: [String], encoding: PageEncoding? = nil, limit: Int = .max) {
    self.limit = limit
    self.encoding = encoding
    for path in paths {
      if path == IssueSource.standardInput.path {
        if !files.contains(where: { $0.path == path }) { files.append(FoundFile(path: path)) }
      } else {
        visit(path, name: nil, depth: 0)
      }
    }
  }

  /// - Parameter name: the entry's name for what was found in a folder; nil for a path that was given.
  private mutating func visit(_ path: String, name: String?, depth: Int) {
    if isCutShort { return }
    do throws(Problem) {
      let status = try FileStatus(path: path)
      switch status.kind {
      case .folder:
        try visitFolder(path, status, depth: depth)
      case .file where name.map(Self.isPage) ?? true:
        if seen.insert(status.identity).inserted {
          try takeWhole(FoundFile(path: path, stamp: status.stamp), isNamed: name == nil)
        }
      case .other(let what) where name.map(Self.isPage) ?? true:
        throw notAFile(path, what)
      default:
        break
      }
    } catch {
      if name.map(Self.isPage) ?? true { problems.append(error) }
    }
  }

  /// Takes a file, in parts where it is larger than a page.
  private mutating func takeWhole(_ file: FoundFile, isNamed: Bool) throws(Problem) {
    guard let stamp = file.stamp, stamp.size > FilePart.largestWhole else { return take(file, isNamed: isNamed) }
    if limit < .max { return isTooLarge = true }
    let parts = try FileDivision.paths(of: file.path, modified: stamp.modified, encoding: encoding)
    if parts.isEmpty { throw Problem(file.path, "is empty; left out") }
    for path in parts { take(FoundFile(path: path, stamp: stamp), isNamed: isNamed) }
    let names = [parts.first, parts.last].compactMap { $0 }.map { FoundFile(path: $0).stem }
    problems.append(
      Problem(
        file.path,
        "is \(stamp.size >> 20) MiB, more than a page has; read in \(parts.count) parts, "
          + names.joined(separator: " to ")))
  }

  /// A side file speaks of its folder's pages and is none, also where a shell's `*` gives it; and it speaks of pages
  /// that are given without their folder.
  private mutating func take(_ file: FoundFile, isNamed: Bool) {
    if isNamed, !folders.contains(where: { $0.path == file.folder }), let status = try? FileStatus(path: file.folder) {
      folders.append(FoundFolder(path: file.folder, stamp: status.stamp))
    }
    if isNamed, !sideFiles.contains(where: { $0.folder == file.folder }),
      exists(file.folder + "/" + SideFile.name)
    {
      sideFiles.append((file.folder, false))
    }
    if file.name != SideFile.name { files.append(file) }
  }

  private mutating func visitFolder(_ path: String, _ status: FileStatus, depth: Int) throws(Problem) {
    // A folder that was seen is a link to one of its parents, or given twice.
    guard seen.insert(status.identity).inserted else { return }
    guard depth < Self.deepest else {
      return problems.append(
        Problem(path, "is \(depth) folders deep; left out; start from a folder nearer to its pages"))
    }
    let before = (files.count, problems.count)
    let folder = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    folders.append(FoundFolder(path: folder, stamp: status.stamp))
    do throws(Problem) {
      let names = try entries(ofFolder: path) { isCalledAsPage($0) || strcmp($0, SideFile.name) == 0 }
      if names.contains(SideFile.name) { noteSideFile(in: folder) }
      for name in names { visit((folder == "/" ? "" : folder) + "/" + name, name: name, depth: depth + 1) }
    } catch {
      problems.append(error)
    }
    if depth == 0, before == (files.count, problems.count) {
      throw Problem(path, "no pages in this folder; a page is a file that ends in .txt, .md or .html")
    }
  }

  private mutating func noteSideFile(in folder: String) {
    sideFiles.removeAll { $0.folder == folder }
    sideFiles.append((folder, true))
  }

  private static func isPage(_ name: String) -> Bool { name.withCString(isCalledAsPage) }
}

import Glibc
import PageFormats
import System

/// A page's file, before it is read.
struct FoundFile: Sendable, Equatable {
  /// The path as it is opened; `-` is standard input.
  var path: String
  /// The stamp from when it was found; nil for standard input.
  var stamp: FileStamp?
  /// It names the pages of an issue, and is none.
  var isStructure = false

  /// The path of its folder; empty for standard input.
  var folder: String {
    if path == IssueSource.standardInput.path { return "" }
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path's last part.
  var name: String {
    guard path.utf8.last != 0x2F else { return path.split(separator: "/").last.map(String.init) ?? path }
    return path.utf8.lastIndex(of: 0x2F).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// The name without its ending.
  var stem: String {
    let name = name
    let plain = withoutPacking(name)
    let stem = plain.utf8.lastIndex(of: 0x2E).flatMap { $0 > plain.startIndex ? String(plain[..<$0]) : nil }
    guard let part = FilePart(path: String(plain)) else { return stem ?? String(plain) }
    return (stem ?? plainPath(String(plain))) + part.ending
  }
}

/// A name without the ending that says how its file is packed.
func withoutPacking(_ name: String) -> Substring {
  var rest = name[...]
  for packing: StaticString in [".gz", ".bz2"] where rest.utf8.hasSuffix(packing) {
    rest = rest[..<rest.utf8.index(rest.endIndex, offsetBy: -packing.utf8CodeUnitCount)]
  }
  return rest
}

extension Substring.UTF8View {
  /// True if the bytes end with some of ASCII.
  /// - Parameter inAnyCase: true if letters that are small in the ending may be capitals here.
  func hasSuffix(_ ending: StaticString, inAnyCase: Bool = false) -> Bool {
    ending.withUTF8Buffer { ending in
      count >= ending.count
        && zip(suffix(ending.count), ending).allSatisfy { byte, other in
          byte == other || inAnyCase && byte | 0x20 == other && (0x41...0x5A).contains(byte)
        }
    }
  }
}

/// A folder that was listed.
struct FoundFolder: Sendable, Equatable {
  /// The path as it is opened, without a slash at the end.
  var path: String
  /// The stamp from before it was listed.
  var stamp: FileStamp
}

/// Walks through files and folders, and collects the files of pages before any of them is read.
struct FileWalker {
  /// In the order of the paths; within a folder by name.
  private(set) var files: [FoundFile] = []
  /// The folders that have side files, and whether all of a folder was listed.
  private(set) var sideFiles: [(folder: String, isWhole: Bool)] = []
  /// The problems that were met.
  private(set) var problems: [Problem] = []
  /// The folders that were listed, and those of files that were given.
  private(set) var folders: [FoundFolder] = []
  /// True if there are more files than the limit.
  var isCutShort: Bool { files.count > limit || isTooLarge }

  /// The depth to which folders are followed: deeper than any archive, and an end to loops of links.
  private static let deepest = 32

  private var seen: Set<FileStatus.Identity> = []
  /// The folders of files that were given; those in `folders`; and the places of others in `sideFiles`.
  private var named: Set<String> = []
  private var listed: Set<String> = []
  private var places: [String: Int] = [:]
  private let limit: Int
  private let encoding: PageEncoding?
  /// True if links that lead out of the given folders are followed.
  private let followsLinks: Bool
  /// The paths that were given, without links.
  private let roots: [String]
  /// True if a file was met that is as large as very many pages.
  private var isTooLarge = false
  /// The folders that are not listed within others; nil if all are. And the number of those that were met.
  private var known: Set<String>?
  private var knownCount = 0

  /// Walks through files, folders and `-`.
  /// - Parameters:
  ///   - encoding: the encoding of all pages; nil guesses it for each.
  ///   - limit: ends the walk if there are more files than that, or a file that is read in parts.
  ///   - followsLinks: true if links that lead out of the folders are followed; they are named else.
  init(paths: [String], encoding: PageEncoding? = nil, limit: Int = .max, followsLinks: Bool = false) {
    self.limit = limit
    self.encoding = encoding
    self.followsLinks = followsLinks
    roots = followsLinks ? [] : paths.compactMap(realPath)
    for path in paths {
      if path == IssueSource.standardInput.path {
        if !files.contains(where: { $0.path == path }) { files.append(FoundFile(path: path)) }
      } else {
        visit(path, name: nil, depth: 0)
      }
    }
  }

  /// Lists some folders, without the folders in them that are known. It is cut short where one of these is gone.
  init(folders: [String], among known: Set<String>, encoding: PageEncoding?) {
    limit = .max
    self.encoding = encoding
    self.known = known
    (followsLinks, roots) = (false, folders.compactMap(realPath))
    for folder in folders { visit(folder, name: nil, depth: 0) }
    let listed = Set(folders)
    let within = known.count { $0 != FoundFile(path: $0).folder && listed.contains(FoundFile(path: $0).folder) }
    if within != knownCount { isTooLarge = true }
  }

  /// - Parameter name: the name within a folder; nil for a path that was given.
  private mutating func visit(_ path: String, name: String?, depth: Int) {
    if isCutShort { return }
    do throws(Problem) {
      let isAsked = name != nil && !followsLinks
      let status = try isAsked ? FileStatus(pathOrLink: path) : FileStatus(path: path)
      if status.isLink, leadsOut(path) {
        throw Problem(path, "is a link that leads out of the folder; not followed, as --follow would")
      }
      switch status.kind {
      case .folder where depth > 0 && known?.contains(path) ?? false: knownCount += 1
      case .folder:
        try visitFolder(path, status, depth: depth)
      case .file where name.map(Self.isPage) ?? true:
        if seen.insert(status.identity).inserted {
          try takeProbed(FoundFile(path: path, stamp: status.stamp), isNamed: name == nil)
        }
      case .other(let what) where name.map(Self.isPage) ?? true:
        throw notAFile(path, what)
      default:
        break
      }
    } catch {
      if name.map(Self.isPage) ?? true || error.message.hasPrefix("is a link") { problems.append(error) }
    }
  }

  private func leadsOut(_ link: String) -> Bool {
    guard let target = realPath(link) else { return false }
    return !roots.contains { target == $0 || target.hasPrefix($0 == "/" ? $0 : $0 + "/") }
  }

  /// Adds a file as what its beginning says it is, if its extension leaves that open.
  private mutating func takeProbed(_ file: FoundFile, isNamed: Bool) throws(Problem) {
    guard file.name.withCString(PageFormat.hasSharedExtension), file.name != SideFile.name else {
      return try takeWhole(file, isNamed: isNamed)
    }
    var file = file
    switch ScanProbe.kind(of: file.path) {
    case .structure: file.isStructure = true
    case .other where isNamed: return try takeWhole(file, isNamed: true)
    case .other: return
    case .page: break
    }
    take(file, isNamed: isNamed)
  }

  /// Adds a file, in parts if it is larger than a page.
  private mutating func takeWhole(_ file: FoundFile, isNamed: Bool) throws(Problem) {
    guard let stamp = file.stamp, stamp.size > FilePart.largestWhole else { return take(file, isNamed: isNamed) }
    if limit < .max || known != nil { return isTooLarge = true }
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

  /// Adds a file. A side file is no page, also if a shell's `*` gives it, and holds for pages that are given without
  /// their folder.
  private mutating func take(_ file: FoundFile, isNamed: Bool) {
    if isNamed, named.insert(file.folder).inserted {
      if let status = try? FileStatus(path: file.folder) { add(FoundFolder(path: file.folder, stamp: status.stamp)) }
      if exists(file.folder + "/" + SideFile.name) { noteSideFile(in: file.folder, isWhole: false) }
    }
    if file.name != SideFile.name { files.append(file) }
  }

  private mutating func visitFolder(_ path: String, _ status: FileStatus, depth: Int) throws(Problem) {
    // A folder that was seen is a link to one of its parents, or was given twice.
    guard seen.insert(status.identity).inserted else { return }
    guard depth < Self.deepest else {
      return problems.append(
        Problem(path, "is \(depth) folders deep; left out; start from a folder nearer to its pages"))
    }
    let before = (files.count, problems.count)
    let folder = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    add(FoundFolder(path: folder, stamp: status.stamp))
    do throws(Problem) {
      let names = try entries(ofFolder: path) { PageFormat.hasExtension($0) || strcmp($0, SideFile.name) == 0 }
      if names.contains(SideFile.name) { noteSideFile(in: folder, isWhole: true) }
      for name in names { visit((folder == "/" ? "" : folder) + "/" + name, name: name, depth: depth + 1) }
    } catch {
      problems.append(error)
    }
    if depth == 0, before == (files.count, problems.count) {
      let hasImages = ((try? entries(ofFolder: path)) ?? []).contains(where: ImageFiles.isImage)
      let advice =
        hasImages
        ? "its images have no text yet: `baolan ocr` reads them"
        : "a page is a file that ends in \(PageFormat.extensionsInWords.words(in: .english))"
      throw Problem(path, "no pages in this folder; \(advice)")
    }
  }

  private mutating func add(_ folder: FoundFolder) {
    if listed.insert(folder.path).inserted { folders.append(folder) }
  }

  private mutating func noteSideFile(in folder: String, isWhole: Bool) {
    if let place = places[folder] {
      sideFiles[place].isWhole = sideFiles[place].isWhole || isWhole
    } else {
      places[folder] = sideFiles.count
      sideFiles.append((folder, isWhole))
    }
  }

  private static func isPage(_ name: String) -> Bool { name.withCString(PageFormat.hasExtension) }
}

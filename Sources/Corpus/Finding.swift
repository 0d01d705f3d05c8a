/// The issues that some paths lead to, before any of their files is read.
struct Finding {
  /// In the order of the paths; within a folder by name.
  private(set) var sources: [IssueSource] = []
  /// What was left out and why.
  private(set) var problems: [Problem] = []

  /// How deep folders are followed: deeper than any archive, and an end to what links could build.
  private static let deepest = 32
  /// What a page's file name ends in, within a folder. A file that is named itself may end as it likes.
  private static let endings = [".txt", ".md"]

  private var seen: Set<FileStatus.Identity> = []
  private var ids: Set<String> = []

  /// Looks at files, at folders and all that is in them, and at `-`.
  init(paths: [String]) {
    for path in paths {
      if path == IssueSource.standardInput.path {
        addStandardInput()
      } else {
        visit(path, name: nil, depth: 0)
      }
    }
  }

  private mutating func addStandardInput() {
    let (path, id) = IssueSource.standardInput
    if !sources.contains(where: { $0.paths == [path] }) { add(id: id, path: path) }
  }

  /// - Parameter name: the entry's name for what was found in a folder; nil for a path that was given.
  private mutating func visit(_ path: String, name: String?, depth: Int) {
    do throws(Problem) {
      let status = try FileStatus(path: path)
      switch status.kind {
      case .folder:
        try visitFolder(path, identity: status.identity, depth: depth)
      case .file where name.map(Self.isPage) ?? true:
        if seen.insert(status.identity).inserted { add(id: Self.id(of: path), path: path) }
      case .other(let what) where name.map(Self.isPage) ?? true:
        throw notAFile(path, what)
      default:
        break
      }
    } catch {
      if name.map(Self.isPage) ?? true { problems.append(error) }
    }
  }

  private mutating func visitFolder(_ path: String, identity: FileStatus.Identity, depth: Int) throws(Problem) {
    // A folder that was seen is a link to one of its parents, or given twice.
    guard seen.insert(identity).inserted else { return }
    guard depth < Self.deepest else {
      return problems.append(Problem(path, "is \(depth) folders deep; left out"))
    }
    let before = (sources.count, problems.count)
    do throws(Problem) {
      let (names, misnamed) = try entries(ofFolder: path)
      for name in names {
        visit(path.hasSuffix("/") ? path + name : path + "/" + name, name: name, depth: depth + 1)
      }
      if misnamed > 0 {
        problems.append(Problem(path, "\(misnamed) entries whose names are not UTF-8; rename them to have them read"))
      }
    } catch {
      problems.append(error)
    }
    if depth == 0, before == (sources.count, problems.count) {
      throw Problem(path, "no pages in this folder; a page is a file that ends in .txt or .md")
    }
  }

  private mutating func add(id: String, path: String) {
    var unique = id
    var number = 1
    while !ids.insert(unique).inserted {
      number += 1
      unique = "\(id)~\(number)"
    }
    sources.append(IssueSource(id: unique, paths: [path]))
  }

  private static func isPage(_ name: String) -> Bool {
    endings.contains { name.lowercased().hasSuffix($0) }
  }

  /// A path's last part without its ending.
  private static func id(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}

import Newspaper
import System

/// Groups files into issues, and gives each issue its id and day.
///
/// A page's number at the end of its name makes it a page of the issue that the rest of the name stands for, or of the
/// folder if nothing is left, provided that the rest or the folder's name holds a day. A folder with pages of several
/// issues keeps its files apart: an archive of loose pages is seldom complete, and a file is found again by its own
/// name. Without a day a folder is an issue only if its pages are named by numbers alone, or are files with places that
/// a scanner numbered. Every other file is an issue of its own. Side files take precedence.
struct IssueGrouping {
  /// In the order of their first files.
  private(set) var sources: [IssueSource] = []
  /// The problems that were met.
  private(set) var problems: [Problem] = []

  private var ids: Set<String> = []
  /// The last suffix of an id that several issues would have.
  private var lastNumbers: [String: Int] = [:]
  private let sides: SideFiles

  init(_ files: [FoundFile], sides: SideFiles = SideFiles()) {
    self.sides = sides
    let structured = StructuredIssues(files)
    problems = structured.problems
    for issue in structured.found { add(issue, among: structured.found) }
    let files = PageForms.richest(files.filter { !structured.claimed.contains($0.path) })
    var groups: [Key: [NamedPage]] = [:]
    var order: [Key] = []
    for page in Self.named(files, sides) {
      if groups[page.key] == nil { order.append(page.key) }
      groups[page.key, default: []].append(page)
    }
    for key in order { add(key, groups[key] ?? []) }
  }

  /// Adds an issue whose pages a file names: it is called as the folder that holds all of it, or as that file where the
  /// folder holds several issues.
  private mutating func add(_ issue: StructuredIssues.Found, among all: [StructuredIssues.Found]) {
    let name = Self.folderName(issue.folder)
    let isAlone = all.count { $0.folder == issue.folder } == 1 && !name.isEmpty
    var source = IssueSource(id: unique(isAlone ? name : issue.structure.stem), pages: [])
    source.folder = issue.folder
    source.pages = [IssueSource.PageFile(path: issue.structure.path, number: IssueSource.PageFile.structureNumber)]
    source.pages += issue.pages.map { IssueSource.PageFile(path: $0.file.path, number: $0.number) }
    if issue.day == nil, let day = PageName(stem: name).day { source.date = day.stated(by: .folderName(name)) }
    if let entry = sides.issue(source.id, from: source.folder) { describe(&source, by: entry) }
    source.title = source.title ?? sides.title(of: source.folder)
    sources.append(source)
  }

  private mutating func add(_ key: Key, _ pages: [NamedPage]) {
    guard let first = pages.first else { return }
    var source = IssueSource(id: unique(id(of: key, pages)), pages: [])
    source.folder = first.file.folder
    source.pages = numbered(pages)
    source.date = date(of: pages)
    for page in pages { describe(&source, by: page.side) }
    if let issue = sides.issue(source.id, from: source.folder) { describe(&source, by: issue) }
    source.title = source.title ?? sides.title(of: source.folder)
    sources.append(source)
  }

  private func describe(_ source: inout IssueSource, by entry: SideFile.Entry?) {
    source.title = entry?.title ?? source.title
    source.number = entry?.number ?? source.number
    source.date = entry?.day?.stated(by: .sideFile) ?? source.date
  }

  private mutating func unique(_ id: String) -> String {
    var unique = id
    var number = lastNumbers[id] ?? 1
    while !ids.insert(unique).inserted {
      number += 1
      unique = "\(id)~\(number)"
    }
    if number > 1 { lastNumbers[id] = number }
    return unique
  }

  private func id(of key: Key, _ pages: [NamedPage]) -> String {
    let name = pages.first?.name
    let stem = name?.stem ?? ""
    switch key {
    case .issue(_, let id): return id
    case .file(let path): return path == IssueSource.standardInput.path ? IssueSource.standardInput.id : stem
    case .rest(_, let rest): return pages.count > 1 ? rest : stem
    case .folder(let folder, let mark):
      // A bare number means nothing without its folder.
      let isBare = name?.rest.isEmpty ?? true
      return pages.count > 1 || folder.day != nil && isBare ? folder.stem + mark : stem
    }
  }

  /// The first day in the name of a file, else the folder's.
  private func date(of pages: [NamedPage]) -> IssueDate? {
    for page in pages {
      if let day = page.name.day { return day.stated(by: .fileName(page.name.stem)) }
    }
    guard let folder = pages.first?.folder else { return nil }
    return folder.day?.stated(by: .folderName(folder.stem))
  }

  /// The pages by number. A page whose number is taken goes to the end; a page without a number takes a free one.
  private mutating func numbered(_ pages: [NamedPage]) -> [IssueSource.PageFile] {
    var taken: [Int: NamedPage] = [:]
    var left: [NamedPage] = []
    // Side files take precedence over names.
    for page in pages.filter({ $0.side?.page != nil }) + pages.filter({ $0.side?.page == nil }) {
      if let number = page.number, taken[number] == nil { taken[number] = page } else { left.append(page) }
    }
    for page in left {
      let behind = (taken.keys.max() ?? 0) + 1
      let free = page.number == nil ? (1...behind).first { taken[$0] == nil } ?? behind : behind
      if let number = page.number, let other = taken[number] {
        problems.append(
          Problem(
            page.file.path,
            "page \(number) is \(other.file.name); shown as page \(free); \(SideFile.name) can say which it is"))
      }
      taken[free] = page
    }
    return taken.sorted { $0.key < $1.key }.map { IssueSource.PageFile(path: $1.file.path, number: $0) }
  }
}

/// The key by which files are grouped.
private enum Key: Hashable {
  /// A side file names their issue.
  case issue(folder: String, id: String)
  /// Their names are the same without the page number.
  case rest(folder: String, rest: String)
  /// The folder is the issue, or several with different names.
  case folder(Folder, name: String)
  /// The file is an issue of its own.
  case file(path: String)
}

/// A folder and the facts from its name.
private struct Folder: Hashable {
  var path: String
  var stem: String
  var day: CalendarDay?
}

/// A file and the facts from its name and a side file.
private struct NamedPage {
  var file: FoundFile
  var name: PageName
  var folder: Folder
  var side: SideFile.Entry?
  var key: Key

  /// The page's number, if it is known to be one.
  var number: Int? {
    if let page = side?.page { return page }
    if case .file = key { return nil }
    return name.page
  }
}

extension IssueGrouping {
  /// The files with their keys, in order.
  private static func named(_ files: [FoundFile], _ sides: SideFiles) -> [NamedPage] {
    var pages = files.map { file in
      NamedPage(
        file: file, name: PageName(stem: file.stem), folder: Folder(path: file.folder, stem: "", day: nil),
        side: sides.page(file), key: .file(path: file.path))
    }
    let folders = Dictionary(grouping: pages.indices) { pages[$0].folder.path }
    for (path, members) in folders {
      let name = folderName(path)
      let folder = Folder(path: path, stem: name, day: PageName(stem: name).day)
      let keys = keys(of: members.map { pages[$0] }, in: folder)
      for (index, key) in zip(members, keys) {
        pages[index].folder = folder
        pages[index].key = key
      }
    }
    return pages
  }

  private static func keys(of pages: [NamedPage], in folder: Folder) -> [Key] {
    let isNumbersOnly = pages.allSatisfy { $0.name.page != nil && $0.name.rest.isEmpty }
    let rests = Set(
      pages.filter { $0.name.page != nil && $0.name.day == nil && !$0.name.rest.isEmpty }.map(\.name.rest))
    let isOneIssue = Set(pages.map { $0.name.page == nil ? $0.name.stem : $0.name.rest }).count == 1
    let runs = ScanRuns(pages.map(\.file))
    return pages.map { page in
      let (name, path) = (page.name, folder.path)
      if let id = page.side?.issue { return .issue(folder: path, id: id) }
      if folder.day == nil, name.day == nil, let run = runs[page.file] {
        return .folder(folder, name: runs.count > 1 ? "_" + run : "")
      }
      guard name.page != nil else { return .file(path: page.file.path) }
      if name.rest.isEmpty {
        return folder.day != nil || isNumbersOnly ? .folder(folder, name: "") : .file(path: page.file.path)
      }
      let isFolders = name.restIsDay && name.day == folder.day || name.rest == folder.stem
      if folder.day != nil, isFolders { return .folder(folder, name: "") }
      if name.day != nil { return .rest(folder: path, rest: isOneIssue ? name.rest : name.stem) }
      guard folder.day != nil else { return .file(path: page.file.path) }
      return .folder(folder, name: rests.count > 1 ? "_" + name.rest : "")
    }
  }

  /// The real name of a folder, also for `.` and `..`.
  private static func folderName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard name.isEmpty || name == "." || name == ".." else { return name }
    return realPath(path).flatMap { $0.split(separator: "/").last.map(String.init) } ?? name
  }
}

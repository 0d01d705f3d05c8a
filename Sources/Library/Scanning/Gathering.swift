import Newspaper
import System

/// From files to issues: which of them are pages of one issue, what each issue is called, which day it carries.
///
/// A page's number at the end of its name makes it a page of the issue that the rest of the name stands for, or the
/// folder where nothing is left, as long as a day says that it is a newspaper's: the rest holds one, or the folder's
/// name does. A folder that holds pages of several issues keeps its files apart: an archive of loose pages is seldom
/// whole, and a file is found again by its own name. Without a day a folder is an issue only where its pages are called
/// by nothing but their numbers. Everything else is an issue of its own. What a side file says goes before.
struct Gathering {
  /// In the order of their first files.
  private(set) var sources: [IssueSource] = []
  /// What could not be taken as it says it is, and why.
  private(set) var problems: [Problem] = []

  private var ids: Set<String> = []
  /// The last number that was put behind an id which several issues would have.
  private var lastNumbers: [String: Int] = [:]
  private let sides: SideFiles

  init(_ files: [FoundFile], sides: SideFiles = SideFiles()) {
    self.sides = sides
    var groups: [Key: [NamedPage]] = [:]
    var order: [Key] = []
    for page in Self.named(files, sides) {
      if groups[page.key] == nil { order.append(page.key) }
      groups[page.key, default: []].append(page)
    }
    for key in order { add(key, groups[key] ?? []) }
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
      // A bare number says nothing without its folder.
      let isBare = name?.rest.isEmpty ?? true
      return pages.count > 1 || folder.day != nil && isBare ? folder.stem + mark : stem
    }
  }

  /// The first day that a file's name holds, else the folder's.
  private func date(of pages: [NamedPage]) -> IssueDate? {
    for page in pages {
      if let day = page.name.day { return day.stated(by: .fileName(page.name.stem)) }
    }
    guard let folder = pages.first?.folder else { return nil }
    return folder.day?.stated(by: .folderName(folder.stem))
  }

  /// The pages by number. One whose number another has is put behind them all; one without a number takes a free one.
  private mutating func numbered(_ pages: [NamedPage]) -> [IssueSource.PageFile] {
    var taken: [Int: NamedPage] = [:]
    var left: [NamedPage] = []
    // What a side file says goes before what names say.
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

/// What the files of one issue have in common.
private enum Key: Hashable {
  /// A side file names their issue.
  case issue(folder: String, id: String)
  /// Their names say the same beside the page.
  case rest(folder: String, rest: String)
  /// The folder is the issue; with what is to be told apart within it.
  case folder(Folder, name: String)
  /// It stands for itself.
  case file(path: String)
}

/// A folder as far as its name says something.
private struct Folder: Hashable {
  var path: String
  var stem: String
  var day: CalendarDay?
}

/// A file and what its name and a side file say of it.
private struct NamedPage {
  var file: FoundFile
  var name: PageName
  var folder: Folder
  var side: SideFile.Entry?
  var key: Key

  /// The page's number, where something tells that it is one.
  var number: Int? {
    if let page = side?.page { return page }
    if case .file = key { return nil }
    return name.page
  }
}

extension Gathering {
  /// The files with their keys, in their order.
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
    return pages.map { page in
      let (name, path) = (page.name, folder.path)
      if let id = page.side?.issue { return .issue(folder: path, id: id) }
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

  /// The name that a folder has where it is, also for `.` and `..`.
  private static func folderName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard name.isEmpty || name == "." || name == ".." else { return name }
    return realPath(path).flatMap { $0.split(separator: "/").last.map(String.init) } ?? name
  }
}

import Newspaper
import System

extension SideFile {
  /// Reads a side file. Faults are reported with their lines and skipped; the rest holds.
  static func read(_ bytes: [UInt8], path: String) -> (file: SideFile, problems: [Problem]) {
    var reading = SideFileReading(path: path)
    do throws(JSONTree.Fault) {
      reading.read(try JSONTree(bytes))
    } catch {
      reading.tell(
        error.line, "is not JSON here: \(error.message); nothing of the file is used until that is put right")
    }
    return (reading.file, reading.problems)
  }
}

private struct SideFileReading {
  let path: String
  var file = SideFile()
  var problems: [Problem] = []

  init(path: String) { self.path = path }

  mutating func tell(_ line: Int, _ message: String) { problems.append(Problem(path, line: line, message)) }

  mutating func read(_ tree: JSONTree) {
    for member in members(of: tree, called: "the file") {
      switch member.name {
      case "title": file.title = text(member)
      case "issues": file.issues = entries(member, keys: ["date", "number", "title"])
      case "pages": file.pages = entries(member, keys: ["date", "issue", "number", "page", "title"])
      default: tellUnknown(member, known: ["issues", "pages", "title"])
      }
    }
  }

  /// The members of an object, each name once.
  private mutating func members(of tree: JSONTree, called what: String) -> [JSONTree.Member] {
    guard case .object(let members) = tree.value else {
      tell(tree.line, "\(what) must be { \"NAME\": …, }; this one is ignored")
      return []
    }
    var lines: [String: Int] = [:]
    return members.filter { member in
      if let first = lines[member.name] {
        tell(member.line, "\"\(member.name)\" stands in line \(first) already; this one is ignored")
        return false
      }
      lines[member.name] = member.line
      return true
    }
  }

  private mutating func entries(_ member: JSONTree.Member, keys: [String]) -> [String: SideFile.Entry] {
    var entries: [String: SideFile.Entry] = [:]
    for member in members(of: member.value, called: "\"\(member.name)\"") {
      entries[member.name] = entry(member, keys: keys)
    }
    return entries
  }

  private mutating func entry(_ member: JSONTree.Member, keys: [String]) -> SideFile.Entry {
    var entry = SideFile.Entry(line: member.line)
    for fact in members(of: member.value, called: "\"\(member.name)\"") {
      switch fact.name {
      case _ where !keys.contains(fact.name): tellUnknown(fact, known: keys)
      case "title": entry.title = text(fact)
      case "issue": entry.issue = text(fact)
      case "number": entry.number = number(fact, in: 1...Int.max)
      case "page": entry.page = number(fact, in: 1...9999)
      default: entry.day = day(fact)
      }
    }
    return entry
  }

  private mutating func text(_ member: JSONTree.Member) -> String? {
    if case .string(let text) = member.value.value, text.contains(where: { !$0.isWhitespace }) { return text }
    tell(member.value.line, "\"\(member.name)\" must be text in \"quotes\"; ignored")
    return nil
  }

  private mutating func number(_ member: JSONTree.Member, in range: ClosedRange<Int>) -> Int? {
    if case .number(let text) = member.value.value, let number = Int(text), range.contains(number) { return number }
    tell(member.value.line, "\"\(member.name)\" must be a whole number from 1, without quotes; ignored")
    return nil
  }

  private mutating func day(_ member: JSONTree.Member) -> CalendarDay? {
    if case .string(let text) = member.value.value, let day = CalendarDay(iso: text), day.isOfNewspaper { return day }
    tell(member.value.line, "\"\(member.name)\" must be a day of the calendar written as \"2021-06-22\"; ignored")
    return nil
  }

  private mutating func tellUnknown(_ member: JSONTree.Member, known: [String]) {
    let names = known.map { "\"\($0)\"" }.joined(separator: ", ")
    tell(member.line, "\"\(member.name)\" is not known here, only \(names); ignored")
  }
}

extension SideFiles {
  /// Reads the side files of some folders, and adds their problems.
  init(_ folders: [String], problems: inout [Problem]) {
    for folder in folders {
      let path = Self.path(in: folder)
      do throws(Problem) {
        let (file, found) = SideFile.read(try readFile(path), path: path)
        byFolder[folder] = file
        problems += found
      } catch {
        problems.append(error)
      }
    }
  }

  /// The problems of entries for files that are missing, or for issues that the folder does not have.
  /// - Parameter wholeFolders: the folders that were listed.
  func missing(_ sources: [IssueSource], wholeFolders: Set<String>) -> [Problem] {
    let ids = idsByFolder(sources)
    return byFolder.sorted { $0.key < $1.key }.flatMap { folder, side in
      let path = Self.path(in: folder)
      let pages = side.pages.filter { (try? FileStatus(path: folder + "/" + $0.key)) == nil }.map { name, entry in
        Problem(path, line: entry.line, "there is no file \(name) in this folder; put its name right, or take it out")
      }
      let ids = ids[folder] ?? []
      let isWhole = wholeFolders.contains(folder)
      let issues = side.issues.filter { isWhole && !ids.contains($0.key) }.map { id, entry in
        Problem(path, line: entry.line, "there is no issue \(id) in this folder; `baolan list` shows their ids")
      }
      return (pages + issues).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }
  }

  /// The ids of the issues in each folder with a side file, and in the folders in it.
  private func idsByFolder(_ sources: [IssueSource]) -> [String: Set<String>] {
    var ids: [String: Set<String>] = [:]
    for source in sources { for (_, folder) in above(source.folder) { ids[folder, default: []].insert(source.id) } }
    return ids
  }

  private static func path(in folder: String) -> String { (folder == "/" ? "" : folder) + "/" + SideFile.name }
}

/// The problems in the text of a side file, for programs that check one.
public func problemsOfSideFile(_ bytes: [UInt8], path: String) -> [Problem] {
  SideFile.read(bytes, path: path).problems
}

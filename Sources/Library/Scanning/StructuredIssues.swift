import Newspaper
import PageFormats
import System
import Text

/// Issues whose pages a METS or DIDL file names.
struct StructuredIssues {
  /// An issue and what the file says of it.
  struct Found {
    /// The file that names the pages.
    var structure: FoundFile
    /// The pages' files by number.
    var pages: [(number: Int, file: FoundFile)]
    /// The folder that holds all of these.
    var folder: String
    var day: CalendarDay?
  }

  /// In the order of the files that name them.
  private(set) var found: [Found] = []
  private(set) var problems: [Problem] = []
  /// Paths of the files that are pages of these issues, or name them.
  private(set) var claimed: Set<String> = []

  /// Files by their names without packing, in the order of their paths.
  private let named: [String: [FoundFile]]

  /// - Parameter files: all that were found.
  init(_ files: [FoundFile]) {
    let structures = files.filter(\.isStructure)
    let pages = structures.isEmpty ? [] : files.filter { !$0.isStructure }.sorted { $0.path < $1.path }
    named = Dictionary(grouping: pages) { String(withoutPacking($0.name)) }
    claimed = Set(structures.map(\.path))
    let read = structures.compactMap { file in structure(file).map { (file: file, structure: $0) } }
    // Of several that name the same pages the one that has articles counts.
    for (file, structure) in read.enumerated().sorted(by: {
      ($1.element.structure.unitCount, $0.offset) < ($0.element.structure.unitCount, $1.offset)
    }).map(\.element) { add(file, structure) }
  }

  private mutating func structure(_ file: FoundFile) -> IssueStructure? {
    do throws(Problem) {
      let structure = try IssueStructure(path: file.path)
      if structure == nil { problems.append(Problem(file.path, "names no pages; left out")) }
      return structure
    } catch {
      problems.append(error)
      return nil
    }
  }

  private mutating func add(_ file: FoundFile, _ structure: IssueStructure) {
    var pages: [(number: Int, file: FoundFile)] = []
    var missing: [String] = []
    for (index, page) in structure.pages.enumerated() {
      if let found = firstFile(at: page.addresses, from: file) {
        pages.append((index + 1, found))
      } else if let address = page.addresses.first {
        missing.append(address)
      }
    }
    let paths = Set(pages.map(\.file.path))
    guard paths.isDisjoint(with: claimed) else { return }
    guard !pages.isEmpty else {
      return problems.append(Problem(file.path, "names pages, none of which is here; left out"))
    }
    claimed.formUnion(paths)
    if let first = missing.first {
      let more = missing.count > 1 ? ", and \(missing.count - 1) more" : ""
      problems.append(Problem(file.path, "names a page that is not here (\(first)\(more)); the rest was read"))
    }
    let folder = Self.commonFolder([file.folder] + pages.map(\.file.folder))
    found.append(Found(structure: file, pages: pages, folder: folder, day: structure.day))
  }

  // MARK: Addresses

  private func firstFile(at addresses: [String], from structure: FoundFile) -> FoundFile? {
    for address in addresses {
      if let file = file(at: address, from: structure) { return file }
    }
    return nil
  }

  /// The file that an address means: where it says, else one of its name in the folder of the file that has it, or
  /// else in a folder beside that.
  private func file(at address: String, from structure: FoundFile) -> FoundFile? {
    let path = Self.path(address)
    let name = String(path.split(separator: "/").last ?? "")
    guard !name.isEmpty else { return nil }
    let alike = named[String(withoutPacking(name))] ?? []
    func first(below start: String) -> FoundFile? {
      let index = alike.partitioningIndex { $0.path >= start }
      return alike.indices.contains(index) && alike[index].path.hasPrefix(start) ? alike[index] : nil
    }
    let own = Self.folder(structure.path)
    for start in [own + path, own, Self.folder(String(own.dropLast()))] {
      if let file = first(below: start) { return file }
    }
    for candidate in [joined(structure.folder, path), joined(structure.folder, path) + ".gz"] {
      guard let status = try? FileStatus(path: candidate), status.kind == .file,
        candidate.withCString(PageFormat.hasSharedExtension) || path.lowercased().hasSuffix(".html")
      else { continue }
      return FoundFile(path: candidate, stamp: status.stamp)
    }
    return nil
  }

  /// An address as a path from the file that has it: `file://./ALTO/1.xml` is `ALTO/1.xml`.
  private static func path(_ address: String) -> String {
    var path = address[...]
    if path.lowercased().hasPrefix("file:") { path = path.dropFirst(5) }
    if path.contains("://"), let scheme = path.firstRange(of: "://") { path = path[scheme.upperBound...] }
    while path.hasPrefix("/") { path = path.dropFirst() }
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return path.split(separator: "\\").joined(separator: "/")
  }

  /// The number of parts that two paths share at their beginning.
  private static func shared(_ one: String, _ other: String) -> Int {
    zip(one.split(separator: "/"), other.split(separator: "/")).prefix { $0 == $1 }.count
  }

  /// The beginning of a path with the last slash; empty where there is none.
  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func commonFolder(_ folders: [String]) -> String {
    guard let first = folders.first else { return "" }
    let count = folders.dropFirst().map { shared($0, first) }.min() ?? first.split(separator: "/").count
    let parts = first.split(separator: "/").prefix(count).joined(separator: "/")
    return first.hasPrefix("/") ? "/" + parts : parts.isEmpty ? "." : parts
  }
}

extension IssueStructure {
  /// Reads the structure that a file holds; nil where it holds none.
  init?(path: String) throws(Problem) {
    let (bytes, _) = try unpacked(try readFile(path), path: path)
    self.init(try decodedMarkup(bytes, path: path))
  }
}

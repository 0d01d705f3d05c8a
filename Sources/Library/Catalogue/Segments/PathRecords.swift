/// Makes records of paths, relative to the paths that were given.
struct PathRecordWriter {
  private let roots: [String: UInt32]
  /// Folders that were given, by the beginnings of paths in them.
  private let rootFolders: [String: UInt32]
  private let foldersOfGiven: [String: UInt32]
  private var folders: [String: UInt32] = [:]

  init(roots: [String], folders: [FoundFolder]) {
    let numbered = zip(roots, UInt32(0)...)
    let known = Set(folders.map(\.path))
    self.roots = Dictionary(numbered) { first, _ in first }
    rootFolders = Dictionary(
      numbered.map { (folderBase(of: $0), $1) }.filter { known.contains($0.0) || $0.0.isEmpty }
    ) { first, _ in first }
    foldersOfGiven = Dictionary(numbered.map { (FoundFile(path: $0).folder, $1) }) { first, _ in first }
    for (folder, index) in zip(folders, UInt32(0)...) { self.folders[folder.path] = index }
  }

  /// - Parameter texts: the heap for the path's own text.
  func folder(_ path: String, _ texts: inout TextHeap) -> PathRecord {
    if let root = roots[path] { return PathRecord(kind: .given, base: root) }
    var base = path[...]
    while true {
      if let root = rootFolders[String(base)] {
        return PathRecord(kind: .within, base: root, text: texts.add(path[base.endIndex...]))
      }
      guard let slash = base.lastIndex(of: "/") else { break }
      base = base[..<slash]
    }
    if let root = foldersOfGiven[path] { return PathRecord(kind: .folderOfGiven, base: root) }
    return PathRecord(kind: .plain, base: 0, text: texts.add(path))
  }

  /// - Parameter texts: the heap for the path's own text.
  func file(_ path: String, _ texts: inout TextHeap) -> PathRecord {
    if let root = roots[path] { return PathRecord(kind: .given, base: root) }
    let file = FoundFile(path: path)
    guard let folder = folders[file.folder], joined(file.folder, file.name) == path else {
      return self.folder(path, &texts)
    }
    return PathRecord(kind: .inFolder, base: folder, text: texts.add(file.name))
  }
}

extension PathRecord {
  fileprivate init(kind: Kind, base: UInt32, text: TextPlace = TextPlace()) {
    self.init(kind: kind.rawValue, base: base, text: text)
  }
}

/// The prefix of all paths within a folder that was given.
func folderBase(of root: String) -> String { root.hasSuffix("/") ? String(root.dropLast()) : root }

func joined(_ folder: String, _ name: String) -> String { (folder == "/" ? "" : folder) + "/" + name }

/// The texts of a catalogue, concatenated.
struct TextHeap {
  private(set) var bytes: [UInt8] = []
  private var known: [String: TextPlace] = [:]

  mutating func add(_ text: some StringProtocol) -> TextPlace {
    let place = TextPlace(offset: UInt32(clamping: bytes.count), length: UInt32(clamping: text.utf8.count))
    bytes += text.utf8
    return place
  }

  /// Adds a text that many records share, such as a paper's name.
  mutating func share(_ text: String?) -> TextPlace {
    guard let text else { return .none }
    if let place = known[text] { return place }
    let place = add(text)
    known[text] = place
    return place
  }
}

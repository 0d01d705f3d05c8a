import Glibc
import System

/// A file of a person's state: a JSON object with a version.
///
/// It is replaced as a whole and never torn. A file that cannot be understood is set aside under a new name and never
/// overwritten.
struct StateFile: Sendable {
  /// The path, which need not exist yet.
  let folder: String
  /// The file's name without its ending.
  let name: String

  /// The version that is read and written.
  static let version = 1

  /// Digits of a version that go into a file's name: names have a limit.
  private static let longestVersion = 20

  private var path: String { folder + "/" + name + ".json" }

  /// The content of the file; an empty object if there is no file.
  func read() throws(Problem) -> Loaded<JSONTree> {
    switch try look() {
    case .missing: return Loaded(value: .object([]))
    case .readable(let value): return Loaded(value: value)
    // Another reader may have set it aside meanwhile: under the lock it is looked at once more.
    case .unreadable:
      let lock = try FileLock(folder: folder)
      defer { lock.release() }
      return try readUnderLock()
    }
  }

  /// Applies a patch to the content that the file has now.
  /// - Returns: a notice if a file was set aside.
  func apply(_ patch: StatePatch) throws(Problem) -> Problem? {
    patch.isEmpty ? nil : try change { patch.apply(to: &$0) }
  }

  /// Changes the content that the file has now.
  /// - Returns: a notice if a file was set aside.
  func change(_ change: (inout [JSONTree.Member]) -> Void) throws(Problem) -> Problem? {
    try makeFolder(folder)
    let lock = try FileLock(folder: folder)
    defer { lock.release() }
    let content = try readUnderLock()
    var members = content.value.members
    change(&members)
    members.removeAll { $0.name == "version" }
    members.insert(JSONTree.Member(name: "version", value: .number("\(Self.version)")), at: 0)
    try replaceFile(path, with: JSONTree.object(members).bytes)
    return content.notice
  }

  private enum Sight {
    case missing
    case readable(JSONTree)
    /// The fault, and the mark in the name that the file is set aside under.
    case unreadable(String, mark: String)
  }

  private func look() throws(Problem) -> Sight {
    if status(at: path) == nil {
      if errno == ENOENT && !isTaken(path) { return .missing }
      throw errno == ENOTDIR ? Problem(folder, writingMessage(ENOTDIR)) : Problem(path, systemMessage(errno))
    }
    let bytes = try readFile(path)
    do throws(JSONTree.Fault) {
      let tree = try JSONTree(bytes)
      guard case .number(let version)? = tree["version"]?.value else {
        return .unreadable("is damaged: it has no version", mark: "damaged")
      }
      if version == "\(Self.version)" { return .readable(tree) }
      return .unreadable(
        "was written by another version of Baolan", mark: "version-\(version.prefix(Self.longestVersion))")
    } catch {
      return .unreadable("is damaged in line \(error.line): \(error.message)", mark: "damaged")
    }
  }

  private func readUnderLock() throws(Problem) -> Loaded<JSONTree> {
    switch try look() {
    case .missing: return Loaded(value: .object([]))
    case .readable(let value): return Loaded(value: value)
    case .unreadable(let fault, let mark):
      let new = try setAside(mark)
      return Loaded(value: .object([]), notice: Problem(path, "\(fault); set aside as \(new), and begun anew"))
    }
  }

  /// Renames the file to a name that nothing has; needs the lock.
  private func setAside(_ mark: String) throws(Problem) -> String {
    let new = freePath("\(path).\(mark)-")
    guard giveName(new, to: path) else {
      throw Problem(path, "cannot be understood, nor set aside: " + writingMessage(errno))
    }
    return String(new.dropFirst(folder.count + 1))
  }
}

import Glibc
import System

/// A file of kept things: a JSON object with a version. It is replaced as a whole and never torn; what cannot be
/// understood is set aside under a new name and never overwritten.
struct KeptFile: Sendable {
  /// What the file says.
  struct Content: Sendable {
    var value: JSONTree.Value = .object([])
    /// What was set aside, and why.
    var notice: Problem?
  }

  /// The folder of the state, which need not be there yet.
  let folder: String
  /// The file's name, without its ending.
  let name: String

  /// The version that is read and written.
  static let version = 1

  private var fileName: String { name + ".json" }
  private var path: String { folder + "/" + fileName }

  /// What the file says; nothing where there is none.
  func read() throws(Problem) -> Content {
    switch try look() {
    case .nothing: return Content()
    case .good(let value): return Content(value: value)
    // Another may have set it aside meanwhile: under the lock it is looked at once more.
    case .strange:
      let lock = try KeptLock(folder: folder)
      defer { lock.release() }
      return try readUnderLock()
    }
  }

  /// Makes changes to what the file says now.
  /// - Returns: what was set aside before, and why.
  func change(_ changes: KeptChanges) throws(Problem) -> Problem? { try change { changes.apply(to: &$0) } }

  /// Makes what the file says now something else.
  /// - Returns: what was set aside before, and why.
  func change(_ change: (inout [JSONTree.Member]) -> Void) throws(Problem) -> Problem? {
    try makeFolder(folder)
    let lock = try KeptLock(folder: folder)
    defer { lock.release() }
    let content = try readUnderLock()
    var members = content.value.members
    change(&members)
    members.removeAll { $0.name == "version" }
    let version = JSONTree(value: .number("\(Self.version)"))
    members.insert(JSONTree.Member(name: "version", line: 0, value: version), at: 0)
    try replaceFile(path, with: JSONTree.Value.object(members).bytes)
    return content.notice
  }

  private enum Sight {
    case nothing
    case good(JSONTree.Value)
    /// What is wrong, and what the name that it is set aside under says of it.
    case strange(String, mark: String)
  }

  private func look() throws(Problem) -> Sight {
    if status(at: path) == nil {
      if errno == ENOENT && !isTaken(path) { return .nothing }
      throw errno == ENOTDIR ? Problem(folder, writingMessage(ENOTDIR)) : Problem(path, systemMessage(errno))
    }
    let bytes = try readFile(path)
    do throws(JSONTree.Fault) {
      let value = try JSONTree(bytes).value
      guard case .object = value, case .number(let version)? = value["version"] else {
        return .strange("is damaged: it has no version", mark: "damaged")
      }
      if version == "\(Self.version)" { return .good(value) }
      return .strange("was written by another version of Baolan", mark: "version-\(version)")
    } catch {
      return .strange("is damaged in line \(error.line): \(error.message)", mark: "damaged")
    }
  }

  private func readUnderLock() throws(Problem) -> Content {
    switch try look() {
    case .nothing: return Content()
    case .good(let value): return Content(value: value)
    case .strange(let fault, let mark):
      let new = try setAside(mark)
      return Content(notice: Problem(path, "\(fault); set aside as \(new), and begun anew"))
    }
  }

  /// Gives the file a name that no other has; needs the lock.
  private func setAside(_ mark: String) throws(Problem) -> String {
    var number = 1
    while isTaken("\(path).\(mark)-\(number)") { number += 1 }
    let new = "\(fileName).\(mark)-\(number)"
    guard giveName(folder + "/" + new, to: path) else {
      throw Problem(path, "cannot be understood, nor set aside: " + writingMessage(errno))
    }
    return new
  }
}

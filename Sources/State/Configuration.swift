import System

/// A person's own files for Baolan.
public struct Configuration: Sendable {
  /// `$XDG_CONFIG_HOME/baolan`, else `~/.config/baolan`; nil if neither is known.
  public var folder: String?
  private var home: String?

  /// The configuration that the environment names.
  public init(environment: (String) -> String?) {
    home = homeFolder(environment)
    folder = XDGFolder.configuration.path(environment)
  }

  /// The paths in the file `corpus`, one a line; empty lines and those that start with `#` are ignored, and `~/` is the
  /// home folder. Empty if there is no such file.
  public func corpusPaths() throws(Problem) -> [String] {
    guard let folder, exists(folder + "/corpus") else { return [] }
    let text = (try bytes(of: folder + "/corpus") + [0]).withUnsafeBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.map(pathText) ?? ""
    }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    return lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map(expandingHome)
  }

  /// The path and the text of a person's keymap; nil if there is none.
  public func keymap() throws(Problem) -> (path: String, text: String)? {
    guard let folder, let text = try text(of: "keymap") else { return nil }
    return (folder + "/keymap", text)
  }

  /// The path and the text of a person's theme; nil if there is none.
  public func theme() throws(Problem) -> (path: String, text: String)? {
    guard let folder, let text = try text(of: "theme") else { return nil }
    return (folder + "/theme", text)
  }

  /// The path and the text of a person's hooks; nil if there are none.
  public func hooks() throws(Problem) -> (path: String, text: String)? {
    guard let folder, let text = try text(of: "hooks") else { return nil }
    return (folder + "/hooks", text)
  }

  private func text(of name: String) throws(Problem) -> String? {
    guard let folder, exists(folder + "/" + name) else { return nil }
    return String(decoding: try bytes(of: folder + "/" + name), as: UTF8.self)
  }

  /// No settings that a person writes are larger.
  private static let largest = 1 << 20

  /// The bytes of a file of settings, without a byte order mark.
  private func bytes(of path: String) throws(Problem) -> [UInt8] {
    let bytes = try readFile(path)
    guard bytes.count <= Self.largest else { throw Problem(path, "is larger than 1 MiB, as no settings are; left out") }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private func expandingHome(_ path: Substring) -> String {
    guard path.hasPrefix("~/"), let home else { return String(path) }
    return home + path.dropFirst()
  }
}

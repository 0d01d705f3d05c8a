import Glibc

/// Where a person's own files for Baolan are, and what they say.
public struct Configuration: Sendable {
  /// `$XDG_CONFIG_HOME/baolan`, else `~/.config/baolan`; nil where neither is known.
  public var folder: String?
  private var home: String?

  /// The configuration that environment variables lead to. As the XDG Base Directory Specification has it, a
  /// `XDG_CONFIG_HOME` that is empty or relative is ignored.
  public init(environment: (String) -> String?) {
    home = environment("HOME").flatMap { $0.isEmpty ? nil : $0 }
    let base = environment("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home.map { $0 + "/.config" }
    folder = base.map { $0 + "/baolan" }
  }

  /// The paths that the file `corpus` names, one a line; empty lines and those that start with `#` say nothing, and
  /// `~/` is the home folder. Empty where there is no such file.
  public func corpusPaths() throws(Problem) -> [String] {
    guard let text = try text(of: "corpus") else { return [] }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    return lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map(expandingHome)
  }

  /// The path and the text of a person's keymap; nil where there is none.
  public func keymap() throws(Problem) -> (path: String, text: String)? {
    guard let folder, let text = try text(of: "keymap") else { return nil }
    return (folder + "/keymap", text)
  }

  /// The path and the text of a person's theme; nil where there is none.
  public func theme() throws(Problem) -> (path: String, text: String)? {
    guard let folder, let text = try text(of: "theme") else { return nil }
    return (folder + "/theme", text)
  }

  private func text(of name: String) throws(Problem) -> String? {
    guard let folder, access(folder + "/" + name, F_OK) == 0 else { return nil }
    return String(decoding: try readFile(folder + "/" + name), as: UTF8.self)
  }

  private func expandingHome(_ path: Substring) -> String {
    guard path.hasPrefix("~/"), let home else { return String(path) }
    return home + path.dropFirst()
  }
}

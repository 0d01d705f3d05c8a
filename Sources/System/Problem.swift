/// Something that kept a file from being read as it is, told in one line that names the file and says what to do.
///
/// The path is the file's own: it passes the gate (`legible`) where it is shown.
public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file or folder, as it was given or found.
  public var path: String
  /// The line that it is about, from 1.
  public var line: Int?
  /// What is wrong and what to do, without the path.
  public var message: String

  /// A problem with a file.
  public init(_ path: String, line: Int? = nil, _ message: String) {
    self.path = plainPath(path)
    self.line = line
    self.message = message
  }

  /// `FILE: MESSAGE` or `FILE:LINE: MESSAGE`.
  public var description: String {
    path + (line.map { ":\($0)" } ?? "") + ": " + message
  }
}

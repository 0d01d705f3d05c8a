/// A problem with a file, in one line that names the file and gives advice.
///
/// The path is unfiltered: it passes the gate (`legible`) when it is shown.
public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path of the file or folder, as it was given or found.
  public var path: String
  /// The line, from 1; nil if it concerns the whole file.
  public var line: Int?
  /// The fault and advice, without the path.
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

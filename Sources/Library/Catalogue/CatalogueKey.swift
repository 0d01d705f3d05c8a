import PageFormats
import System

/// The identity of a catalogue: a corpus, and the program that reads it.
struct CatalogueKey: Sendable, Equatable {
  /// The checksum of the absolute paths and of what was asked for with them.
  var corpus: UInt64
  /// The stamp of the program and of the tables of weights beside the corpus: others may read the same page otherwise.
  var program: UInt64

  init(paths: [String], encoding: PageEncoding?, followsLinks: Bool = false) {
    let words = paths.map(absolute) + [encoding?.rawValue ?? ""] + (followsLinks ? ["--follow"] : [])
    corpus = checksum(Array(words.joined(separator: "\0").utf8))
    let tables = PersonalTable.stamps(besides: paths)
    program = tables.isEmpty ? Self.programStamp : Self.programStamp ^ checksum(Array(tables.utf8))
  }

  var fileName: String {
    let digits = String(corpus, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + ".catalogue"
  }

  /// The size and time of the program's own file, which change with every change of the parser.
  private static var programStamp: UInt64 {
    guard let status = try? FileStatus(path: "/proc/self/exe") else { return 0 }
    return checksum(withUnsafeBytes(of: (status.stamp.size, status.stamp.modified)) { Array($0) })
  }
}

/// An absolute path. Links in it are followed, except the last part, whose name tells something of the issues.
private func absolute(_ path: String) -> String {
  let parts = path.split(separator: "/")
  guard let name = parts.last, name != ".", name != ".." else { return realPath(path) ?? path }
  let folder = parts.dropLast().joined(separator: "/")
  let parent = path.hasPrefix("/") ? "/" + folder : folder.isEmpty ? "." : folder
  return (realPath(parent) ?? parent) + "/" + name
}

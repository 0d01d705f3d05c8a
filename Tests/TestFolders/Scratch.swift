import Foundation
import Goldens
import Library

/// A folder of a test's own, gone with it.
package final class Scratch {
  package let path: String

  package init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("baolan-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  package func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  /// Makes a symbolic link.
  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  /// Opens what is in the folder.
  package func open() -> Corpus { Corpus.open(paths: [path]) }

  /// Each issue of a corpus with the files of its pages: `2021-06-22: 1 01.txt, 3 p03.md`.
  package func issues(of corpus: Corpus) -> [String] {
    corpus.sources.map { source in
      let pages = source.pages.map { "\($0.number) \($0.path.split(separator: "/").last ?? "")" }
      return source.id + ": " + pages.joined(separator: ", ")
    }
  }

  /// The complaints of an opened corpus, each file by its name within the folder.
  package func problems(of corpus: Corpus) -> [String] {
    corpus.problems.map { $0.description.replacingOccurrences(of: path + "/", with: "") }
  }
}

/// The five pages that come with Baolan.
package let seeds = Repository.file("seeds").path

extension Corpus {
  package var ids: [String] { sources.map(\.id) }

  /// The first page's lines of an issue.
  package mutating func lines(of id: String) throws -> [String] {
    guard let text = try issue(id)?.pages.first?.text else { return [] }
    return (0..<text.lineCount).map { text.line($0 + 1) }
  }
}

import Foundation

/// The files of the repository that tests read.
package enum Repository {
  private static let folder = URL(filePath: #filePath).appending(path: "../../..").standardized

  /// A file or a folder, by its path in the repository.
  package static func file(_ path: String) -> URL { folder.appending(path: path) }

  /// A text file, by its path in the repository.
  package static func text(_ path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }

  /// The five given pages, by their names.
  package static var seeds: [URL] {
    get throws {
      try FileManager.default.contentsOfDirectory(at: file("seeds"), includingPropertiesForKeys: nil)
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
  }
}

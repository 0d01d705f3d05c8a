import PageParsing
import Synchronization
import System

/// Weights that a person had learned for their paper: the file `baolan.model` beside its pages, or in a folder above
/// them, goes before the weights that the program was built with.
///
/// `Workbench train` writes it. A file for another version of the program is passed over.
public enum PersonalTable {
  static let name = "baolan.model"

  /// Folders above a page's own that are looked at.
  private static let foldersAbove = 3
  private static let tables = Mutex<[String: LabelTable?]>([:])

  /// The table for a page; nil where the built-in one counts.
  /// - Complexity: constant; each folder is looked at once as long as the program runs.
  public static func table(forPage path: String) -> LabelTable? {
    var folder = folderName(path)
    for _ in 0...foldersAbove {
      if let table = table(in: folder) { return table }
      if folder == "/" || folder == "." { return nil }
      folder = folderName(folder)
    }
    return nil
  }

  /// The stamps of the tables that may count for a corpus, in words.
  static func stamps(besides paths: [String]) -> String {
    paths.flatMap { [$0, folderName($0)] }.compactMap { folder in
      (try? FileStatus(path: folder + "/" + name)).map { "\(folder) \($0.stamp.size) \($0.stamp.modified)" }
    }.joined(separator: "\0")
  }

  private static func table(in folder: String) -> LabelTable? {
    if let known = tables.withLock({ $0[folder] }) { return known }
    let table = (try? readFile(folder + "/" + name)).flatMap { LabelTable(bytes: $0) }
    tables.withLock { $0[folder] = .some(table) }
    return table
  }

  private static func folderName(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

import Glibc
import System

/// Writes `Resources/folding` and `Resources/readings` from the Unicode Character Database with Unihan, as Debian's
/// package `unicode-data` has it.
func searchTables(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: [])
  guard options.paths.count == 2 else { throw Misuse("search-tables FOLDER_OF_UNICODE_DATA FOLDER_OF_RESOURCES") }
  let database = try UnicodeDatabase(folder: options.paths[0])
  let folding = FoldingRules(database)
  try write(foldingTable(folding), to: options.paths[1] + "/folding")
  try write(readingsTable(database, folding), to: options.paths[1] + "/readings")
  return 0
}

private func write(_ bytes: [UInt8], to path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw Misuse("\(path): " + String(cString: strerror(errno))) }
  defer { close(descriptor) }
  if let failure = writeAll(bytes, to: descriptor) { throw Misuse("\(path): " + String(cString: strerror(failure))) }
  print("\(path): \(bytes.count) bytes")
}

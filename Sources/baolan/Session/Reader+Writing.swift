import Reader
import System

extension Reader {
  /// Writes a file that is not there yet.
  mutating func write(_ bytes: [UInt8], to path: String) -> [Effect] {
    do throws(Problem) {
      guard !exists(path) else { throw Problem(path, "is there already; give another name") }
      let file = try DocumentFile(path)
      try file.write(bytes)
      try file.finish()
      return receive(written: path, failure: nil)
    } catch {
      return receive(written: path, failure: error.description)
    }
  }
}

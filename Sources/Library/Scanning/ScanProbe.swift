import Glibc
import PageFormats
import System

/// The kind of a file by its beginning, for files whose ending does not tell it.
enum ScanProbe {
  /// Bytes that are looked at.
  private static let length = 1 << 14

  /// The kind of a file; one that cannot be read is a page, so that it is reported.
  static func kind(of path: String) -> FileOpening.Kind {
    let descriptor = openFile(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return .page }
    defer { close(descriptor) }
    guard let bytes = try? readPart(descriptor, 0..<length, path: path) else { return .page }
    // The kind of a packed file, or of one in units of two bytes, is found when it is read.
    let isHidden = [[0x1F, 0x8B], [0x42, 0x5A], [0xFF, 0xFE], [0xFE, 0xFF]].contains(Array(bytes.prefix(2)))
    return isHidden ? .page : FileOpening(bytes).kind
  }
}

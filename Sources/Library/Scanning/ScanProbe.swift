import Glibc
import PageFormats
import System

/// What the beginning of a file says of it, for files whose ending does not.
enum ScanProbe {
  /// Bytes that are looked at.
  private static let length = 1 << 14

  /// What a file is; one that cannot be read is a page, so that it is told of.
  static func kind(of path: String) -> FileOpening.Kind {
    let descriptor = openFile(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return .page }
    defer { close(descriptor) }
    guard let bytes = try? readPart(descriptor, 0..<length, path: path) else { return .page }
    // What is packed, or in letters of two bytes, shows itself when it is read.
    let isHidden = [[0x1F, 0x8B], [0x42, 0x5A], [0xFF, 0xFE], [0xFE, 0xFF]].contains(Array(bytes.prefix(2)))
    return isHidden ? .page : FileOpening(bytes).kind
  }
}

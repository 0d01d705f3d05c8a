import Foundation
import Testing

/// Compares a screen with the one that a person has read and kept in `Golden/`.
///
/// With `BAOLAN_RECORD` in the environment it writes the screen there instead, and fails, so that no one forgets to
/// read what was recorded.
func expectGolden(_ desk: Desk, _ name: String, at location: SourceLocation = #_sourceLocation) {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name).txt")
  let screen = desk.screen + "\n"
  if ProcessInfo.processInfo.environment["BAOLAN_RECORD"] != nil {
    try? Data(screen.utf8).write(to: file)
    Issue.record("recorded \(name); read it before you keep it", sourceLocation: location)
  } else {
    let golden = (try? String(contentsOf: file, encoding: .utf8)) ?? "there is no \(name).txt"
    #expect(screen == golden, sourceLocation: location)
  }
}

import Foundation
import Goldens
import Testing

/// Compares a screen with the one that a person has read and kept in `Golden/`.
func expectGolden(_ desk: Desk, _ name: String, at location: SourceLocation = #_sourceLocation) {
  expectGolden(desk.screen + "\n", name, at: location)
}

/// Compares a text with the one that a person has read and kept in `Golden/`.
func expectGolden(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) {
  let file = Repository.file("Tests/ReaderTests/Golden/\(name).txt")
  if let fault = goldenFault(text, file: file) { Issue.record("\(fault)", sourceLocation: location) }
}

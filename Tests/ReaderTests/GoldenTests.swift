import Foundation
import Testing

@testable import Goldens

@Test("A golden that differs says which lines do, and how to accept them")
func goldenSpeaks() throws {
  let file = FileManager.default.temporaryDirectory.appending(path: "baolan-golden-\(getpid()).txt")
  try Data("one\ntwo\nthree\nfour\nfive\n".utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  #expect(goldenFault("one\ntwo\nthree\nfour\nfive\n", file: file) == nil)
  let fault = try #require(goldenFault("one\ntwo\n3\nfour\nfive\nsix\n", file: file))
  #expect(fault.contains("BAOLAN_RECORD=1"))
  #expect(fault.hasSuffix("@@ line 2 @@\n two\n-three\n+3\n four\n five\n+six\n "))
}

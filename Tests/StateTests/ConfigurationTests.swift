import Foundation
import TestFolders
import Testing

@testable import State

@Suite("A person's configuration")
struct ConfigurationTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("The file corpus names a path a line; comments and empty lines do not count, ~ is home")
  func corpusFile() throws {
    try scratch.write("# mine\n\n/papers/a b\n  ~/scans\n", to: "baolan/corpus")
    let variables = ["XDG_CONFIG_HOME": scratch.path, "HOME": "/home/reader"]
    #expect(
      try Configuration { variables[$0] }.corpusPaths() == ["/papers/a b", "/home/reader/scans"])
  }

  @Test("Without XDG_CONFIG_HOME, or with a relative one, it is ~/.config")
  func folder() {
    #expect(Configuration { ["HOME": "/h"][$0] }.folder == "/h/.config/baolan")
    #expect(Configuration { ["HOME": "/h", "XDG_CONFIG_HOME": "x"][$0] }.folder == "/h/.config/baolan")
    #expect(Configuration { _ in nil }.folder == nil)
  }

  @Test("No file says nothing")
  func nothing() throws {
    let configuration = Configuration { ["XDG_CONFIG_HOME": scratch.path][$0] }
    #expect(try configuration.corpusPaths().isEmpty)
    #expect(try configuration.keymap() == nil)
  }
}

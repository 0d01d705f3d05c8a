import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Library
@testable import State
@testable import System

@Suite("Paths that are not UTF-8")
struct PathTests {
  let scratch: Scratch
  /// A folder that need not be there, whose name is no text.
  let folder: String

  init() throws {
    scratch = try Scratch()
    folder = scratch.path + "/" + pathText([CChar(bitPattern: 0xE9), 0x41, 0])
  }

  /// The content of the test's folder: only the one that was meant.
  private func expectNothingElse() throws {
    #expect(try entries(ofFolder: scratch.path) == [pathText([CChar(bitPattern: 0xE9), 0x41, 0])])
    #expect(mayUse(folder) && !FileManager.default.fileExists(atPath: folder))
  }

  @Test("What a person makes is kept in such a folder, set aside there and found again")
  func state() throws {
    let store = try #require(StateStore { ["XDG_STATE_HOME": folder][$0] })
    try store.save(settings: ["view": "vertical"])
    #expect(store.settings().value == ["view": "vertical"])
    #expect(
      putInPlace([0x7B], at: store.folder + "/settings.json", by: store.folder + "/x", permissions: 0o600) == nil)
    #expect(store.settings().notice != nil && store.settings().notice == nil)
    #expect(try entries(ofFolder: store.folder).contains("settings.json.damaged-1"))
    try expectNothingElse()
  }

  @Test("Configuration is read from such a folder, and may name such paths")
  func configuration() throws {
    let configuration = Configuration { ["XDG_CONFIG_HOME": folder][$0] }
    let own = try #require(configuration.folder)
    try makeFolder(own)
    #expect(putInPlace([0x2F, 0xE9, 0x0A], at: own + "/corpus", by: own + "/x", permissions: 0o600) == nil)
    #expect(try configuration.corpusPaths() == [pathText([0x2F, CChar(bitPattern: 0xE9), 0])])
    #expect(putInPlace(Array("any x quit".utf8), at: own + "/keymap", by: own + "/x", permissions: 0o600) == nil)
    #expect(try configuration.keymap()?.text == "any x quit")
    try expectNothingElse()
  }

  @Test("Catalogues are kept in such a folder, and it is watched")
  func cache() throws {
    let pages = try Scratch()
    for number in 0..<80 { try pages.write("第\(number)条\n", to: "\(number).txt") }
    let cache = CatalogueFolder(environment: { ["XDG_CACHE_HOME": folder][$0] })
    let request = CorpusRequest(paths: [pages.path], encoding: nil, folder: cache)
    #expect(request.open().problems.isEmpty)
    #expect(try entries(ofFolder: folder + "/baolan").count == 1)
    #expect(FolderWatch([folder]).isComplete)
    try expectNothingElse()
  }

  @Test("No call of the system in these rooms takes a path but as bytes")
  func noOtherWay() throws {
    let sources = URL(fileURLWithPath: seeds).deletingLastPathComponent().appendingPathComponent("Sources")
    let names = "open|stat|lstat|unlink|rename|mkdir|rmdir|access|opendir|realpath|readlink|chmod|symlink|fopen"
    let call = try Regex("(?:^|[^.\\w])(?:\(names))\\((?!\\$0|\\)|path,|[a-z]*:)")
    var files = 0
    for room in ["System", "PageFormats", "Library", "State", "Exporting"] {
      let folder = sources.appendingPathComponent(room)
      let found = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      for case let file as URL in found where file.pathExtension == "swift" {
        files += 1
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        where !line.contains("func ") && !line.contains("///") {
          #expect(line.firstMatch(of: call) == nil, "\(file.lastPathComponent): \(line)")
        }
      }
    }
    #expect(files > 30)
  }
}

@Test(
  "A relative home folder, which would be another wherever one starts, is none", arguments: [nil, "", "home", "./x"])
func relativeHome(_ home: String?) {
  let environment = { $0 == "HOME" ? home : nil }
  #expect(Configuration(environment: environment).folder == nil)
  #expect(StateStore(environment: environment) == nil)
  #expect(CatalogueFolder(environment: environment) == nil)
  #expect(XDGFolder.cache.path { ["HOME": home ?? "x", "XDG_CACHE_HOME": "/c"][$0] } == "/c/baolan")
}

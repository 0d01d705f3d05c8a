import Chance
import Foundation
import TestFolders
import Testing

@testable import State
@testable import System

extension Scratch {
  fileprivate var store: StateStore { StateStore(folder: path + "/state/baolan") }

  /// The problem of saving a setting; nil when it is saved.
  fileprivate func fault() -> String? {
    do throws(Problem) {
      try store.save(settings: ["view": "columns"])
      return nil
    } catch {
      return error.description.replacingOccurrences(of: path + "/", with: "")
    }
  }

  fileprivate func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}

@Test(
  "A damaged file is set aside and said, and what comes next begins anew",
  arguments: [
    ("", "is damaged in line 1: expected a value: \"text\", a number, { or ["),
    (#"{"version": 1, "settings": {"view": "colu"#, "is damaged in line 1: expected a \" that ends the text"),
    ("{\n\"version\": 1\n\"settings\": {}}", "is damaged in line 3: expected a comma or }"),
    ("[1]", "is damaged: it has no version"), (#"{"version": "1"}"#, "is damaged: it has no version"),
    (#"{"version": 1} more"#, "is damaged in line 1: expected nothing more after the last }"),
    ("{\"version\": 1, \"a\": \"\u{0}\"}", "is damaged in line 1: expected a \" that ends the text in this line"),
  ])
func damagedFiles(_ text: String, _ fault: String) throws {
  let scratch = try Scratch()
  try scratch.write(text, to: "state/baolan/settings.json")
  let settings = scratch.store.settings()
  #expect(settings.value.isEmpty)
  #expect(settings.notice?.message == fault + "; set aside as settings.json.damaged-1, and begun anew")
  #expect(try scratch.text("state/baolan/settings.json.damaged-1") == text)
  #expect(scratch.fault() == nil)
  #expect(scratch.store.settings().value == ["view": "columns"])
}

@Test("Each damaged file has a name of its own")
func damagedAgain() throws {
  let scratch = try Scratch()
  for text in ["{", "[", "}"] {
    try scratch.write(text, to: "state/baolan/settings.json")
    _ = scratch.store.settings()
  }
  #expect(try (1...3).map { try scratch.text("state/baolan/settings.json.damaged-\($0)") } == ["{", "[", "}"])
}

@Test("The file of another version is set aside, also when it comes while one reads", arguments: ["0", "2", "17"])
func otherVersions(_ version: String) throws {
  let scratch = try Scratch()
  let text = #"{"version": \#(version), "settings": {"view": "one"}}"#
  #expect(scratch.fault() == nil)
  try scratch.write(text, to: "state/baolan/settings.json")
  let notice = try scratch.store.save(settings: ["view": "front"])
  #expect(
    notice?.message
      == "was written by another version of Baolan; set aside as settings.json.version-\(version)-1, and begun anew")
  #expect(try scratch.text("state/baolan/settings.json.version-\(version)-1") == text)
  #expect(scratch.store.settings().value == ["view": "front"])
}

@Test("Where nothing can be written it says so, and what was there stays")
func unwritable() throws {
  let scratch = try Scratch()
  try scratch.write("a file", to: "state")
  #expect(scratch.fault() == "state/baolan: a file stands where this folder should be; move it away")
  #expect(scratch.store.settings().notice?.message == "a file stands where this folder should be; move it away")
  try FileManager.default.removeItem(atPath: scratch.path + "/state")
  try scratch.write("a file", to: "state/baolan")
  #expect(scratch.fault() == "state/baolan: a file stands where this folder should be; move it away")
  #expect(try scratch.text("state/baolan") == "a file")
}

@Test("A write that fails half-way leaves the file of before")
func halfWritten() throws {
  let scratch = try Scratch()
  #expect(scratch.fault() == nil)
  let before = try scratch.text("state/baolan/settings.json")
  try scratch.write("", to: "state/baolan/settings.json.new/in the way")
  #expect(scratch.fault()?.hasPrefix("state/baolan/settings.json: cannot be saved: ") == true)
  #expect(try scratch.text("state/baolan/settings.json") == before)
}

@Test("A folder that only allows reading is read")
func readOnlyFolder() throws {
  let scratch = try Scratch()
  #expect(scratch.fault() == nil)
  let folder = scratch.path + "/state/baolan"
  try FileManager.default.removeItem(atPath: folder + "/lock")
  try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
  defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
  #expect(scratch.store.settings().value == ["view": "columns"])
  // Nothing forbids the superuser to write.
  guard getuid() != 0 else { return }
  #expect(scratch.fault() == "state/baolan/lock: cannot be opened: no permission to write there")
}

@Test("Folder and file may be symbolic links, which stay; one that leads nowhere is said")
func links() throws {
  let scratch = try Scratch()
  try scratch.write(#"{"version": 1, "settings": {"theme": "dark"}}"#, to: "dotfiles/settings.json")
  try scratch.write("", to: "elsewhere/x")
  try FileManager.default.createDirectory(atPath: scratch.path + "/state", withIntermediateDirectories: true)
  try scratch.link("state/baolan", to: scratch.path + "/elsewhere")
  try scratch.link("elsewhere/settings.json", to: scratch.path + "/dotfiles/settings.json")
  #expect(scratch.fault() == nil)
  #expect(try scratch.text("dotfiles/settings.json").contains("\"view\": \"columns\""))
  #expect(scratch.store.settings().value == ["theme": "dark", "view": "columns"])
  try FileManager.default.removeItem(atPath: scratch.path + "/dotfiles")
  #expect(scratch.fault() == "state/baolan/settings.json: no such file or folder; check the path")
}

@Test("What is kept is for its owner alone")
func permissions() throws {
  let scratch = try Scratch()
  #expect(scratch.fault() == nil)
  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: scratch.path + "/" + name)[.posixPermissions] as? Int
  }
  #expect(try mode("state/baolan") == 0o700)
  #expect(try mode("state/baolan/settings.json") == 0o600)
}

@Test("The folder is that of the XDG specification")
func stateFolder() {
  func folder(_ variables: [String: String]) -> String? { StateStore { variables[$0] }?.folder }
  #expect(folder(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/baolan")
  #expect(folder(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/baolan")
  #expect(folder(["XDG_STATE_HOME": ""]) == nil)
  #expect(folder(["HOME": ""]) == nil)
}

@Test("Half of a pair of surrogates stands for no character, and what follows for itself")
func lonelySurrogates() throws {
  func text(_ json: String) throws -> JSONTree.Value { try JSONTree(Array(json.utf8)).value }
  #expect(try text(#""报\ud800\u0041纸""#) == .string("报\u{FFFD}A纸"))
  #expect(try text(#""\ud83d\ude00\udc00""#) == .string("\u{1F600}\u{FFFD}"))
  #expect(try text(#""\ud800\ud83d\ude00""#) == .string("\u{FFFD}\u{1F600}"))
}

@Test("Numbers are those of RFC 8259", arguments: ["0", "-0", "12", "-1.50", "0.5e+3", "1E9"])
func numbers(_ text: String) throws { #expect(try JSONTree(Array(text.utf8)).value == .number(text)) }

@Test(
  "Other languages' numbers are none",
  arguments: ["01", "0x10", "-inf", "nan", "-", "1.", ".5", "+1", "1e", "1e+", "--1", "1.2.3"])
func noNumbers(_ text: String) { #expect(throws: JSONTree.Fault.self) { try JSONTree(Array(text.utf8)) } }

@Test("JSON that is written is read back, whatever it says", arguments: 1...20)
func jsonRoundTrip(seed: UInt64) throws {
  var numbers = RandomSource(seed: seed)
  func text() -> String {
    let scalars: [ClosedRange<UInt32>] = [0...0x7F, 0x80...0xA0, 0x2000...0x206F, 0x4E00...0x9FFF, 0xFE00...0xFEFF]
    return (0..<Int.random(in: 0...9, using: &numbers)).reduce(into: "") { text, _ in
      let range = scalars[Int.random(in: 0..<scalars.count, using: &numbers)]
      Unicode.Scalar(UInt32.random(in: range, using: &numbers)).map { text.unicodeScalars.append($0) }
    }
  }
  func value(_ depth: Int) -> JSONTree.Value {
    switch Int.random(in: 0..<(depth > 3 ? 4 : 6), using: &numbers) {
    case 0: .null
    case 1: .bool(true)
    case 2: .number("-1.5e3")
    case 3: .string(text())
    case 4: .array((0..<Int.random(in: 0...20, using: &numbers)).map { _ in JSONTree(value: value(depth + 1)) })
    default:
      .object(
        (0..<Int.random(in: 0...9, using: &numbers)).map { number in
          JSONTree.Member(name: text() + "\(number)", line: 0, value: JSONTree(value: value(depth + 1)))
        })
    }
  }
  let made = value(0)
  let bytes = JSONTree(value: made).bytes
  #expect(try JSONTree(bytes).bytes == bytes)
  #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
}

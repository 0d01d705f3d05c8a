import Foundation
import Goldens
import Testing

@testable import Searching

@Suite struct LookalikeTableTests {
  /// The groups of the file, as it stands in the package.
  private func groups() throws -> [[String]] {
    let lines = try Repository.text("Resources/lookalikes").split(separator: "\n").filter { !$0.hasPrefix("#") }
    return lines.map { $0.split(separator: " ").map(String.init) }
  }

  @Test("The table is in order, and has no character twice in a group, nor a group within another")
  func form() throws {
    let groups = try groups()
    #expect(groups.count > 100)
    for group in groups {
      #expect(
        group.count > 1 && group == Set(group).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
      )
      #expect(groups.count { Set(group).isSubset(of: $0) } == 1, "\(group)")
    }
    let keys = groups.map { $0.joined().unicodeScalars.map(\.value) }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("Its characters are those that text has once it is folded")
  func folded() throws {
    for character in try groups().joined() {
      #expect(String(decoding: FoldedText(character).bytes, as: UTF8.self) == character)
    }
  }

  @Test("Of two that look alike each is found for the other")
  func symmetric() throws {
    for group in try groups() {
      let page = issue(group.joined(separator: "，"))
      for character in group { #expect(try answer("~" + character, in: page).count == group.count, "\(character)") }
    }
  }
}

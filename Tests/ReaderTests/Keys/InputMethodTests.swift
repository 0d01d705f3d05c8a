import Screen
import Testing

@testable import Reader

@Suite("Keys as an input method for Chinese sends them, and colours")
struct InputMethodTests {
  @Test(
    "A full-width key is its key",
    arguments: [("：", ":"), ("／", "/"), ("？", "?"), ("ｊ", "j"), ("、", "/"), ("【", "["), ("　", " ")])
  func narrow(typed: Character, meant: Character) { #expect(Key(typed).narrow == Key(meant)) }

  @Test("Hanzi and ASCII stay", arguments: ["报", "j", ":", "é"])
  func others(key: Character) { #expect(Key(key).narrow == Key(key)) }

  @Test("A theme may name a colour by its parts")
  func colours() throws {
    let theme = try #require(ThemeCatalog([("own", "title #1A2b3c - bold # a comment\n", "own")]).theme(named: "own"))
    #expect(theme.problems.isEmpty)
    #expect(theme.theme[.title] == Style(.rgb(0x1A2B3C), on: .standard, .bold))
    #expect(ThemeCatalog([("own", "title #12345 -\n", "own")]).theme(named: "own")?.problems.count == 1)
  }
}

import Newspaper
import Screen
import Testing

@testable import Reader

private func help(columns: Int = 80, rows: Int = 24) -> Desk {
  var desk = Desk(Papers.all, columns: columns, rows: rows, language: .english)
  desk.type("?")
  return desk
}

@Test("A slash in help looks for words as one types, in what keys do and in the keys, whatever the case")
func searchInHelp() {
  var desk = help()
  desk.type("/VERTICAL")
  #expect(desk.marked(.currentMatch) == ["vertical"])
  #expect(desk.status.hasPrefix("/VERTICAL") && desk.status.hasSuffix("1/2"))
  desk.type("<ctrl-u>ctrl-l")
  #expect(desk.marked(.currentMatch) == ["ctrl-l"])
  desk.type("<enter>")
  #expect(desk.status.contains("ctrl-l 1/1"))
  desk.type("q")
  #expect(desk.reader.layers.isEmpty)
}

@Test("n and N go round what was found in help, from where one has scrolled to")
func nextInHelp() {
  var desk = help(rows: 12)
  desk.type("/match<enter>")
  let first = desk.screen
  desk.type("n")
  #expect(desk.screen != first && desk.status.contains("match 2/"))
  desk.type("N")
  #expect(desk.status.contains("match 1/"))
  desk.type("N")
  #expect(desk.status == " on from the last match")
  desk.type("ggn")
  #expect(desk.status.contains("match 1/"))
}

@Test("esc puts help back where it was, and words that are not in it are said to be missing")
func givenUpInHelp() {
  var desk = help(rows: 12)
  desk.type("<space>")
  let before = desk.screen
  desk.type("/kept<esc>")
  #expect(desk.screen == before)
  desk.type("/zebra")
  #expect(desk.status.hasSuffix(" 0"))
  desk.type("<enter>")
  #expect(desk.status == " not found here: zebra")
  desk.type("/<enter>")
  #expect(desk.status == " nothing has been searched for")
}

@Test("The list of messages is searched likewise, and an empty line goes on with the last words")
func searchInMessages() {
  var desk = Desk(Papers.all, columns: 60, rows: 12, language: .english)
  desk.type(":nonsense<enter>:folly<enter>:messages<enter>/FOLLY<enter>")
  #expect(desk.marked(.currentMatch) == ["folly"])
  desk.type("/<enter>")
  #expect(desk.marked(.currentMatch) == ["folly"])
  #expect(desk.status == " on from the first match")
}

@Test("Places of words overlap nothing and are counted in bytes")
func placesOfWords() {
  #expect(places(of: "aa", in: "xAaaAé aa") == [1..<3, 3..<5, 8..<10])
  #expect(places(of: "É", in: "éé") == [0..<2, 2..<4])
  #expect(places(of: "", in: "a").isEmpty && places(of: "abc", in: "ab").isEmpty)
}

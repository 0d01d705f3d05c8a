import Chance
import Newspaper
import Notes
import PageParsing
import Testing
import Typesetting

@testable import Reader

/// Edits that chance makes to a page above one of its lines.
private struct Editor {
  var chance: RandomSource
  /// Lines of other pages.
  let others: [String]

  /// The page after some edits, and the index of the line in it.
  mutating func edited(_ page: [String], above line: Int) -> (page: [String], line: Int) {
    var (above, rest) = (Array(page[..<line]), Array(page[line...]))
    for _ in 0...chance.below(4) { edit(&above) }
    // Below it the page may change too, but for the lines next to it.
    if rest.count > 8, chance.oneIn(3) { rest.removeSubrange(6..<rest.count - 1) }
    return (above + rest, above.count)
  }

  private mutating func edit(_ lines: inout [String]) {
    let place = chance.below(lines.count + 1)
    let some = min(lines.count - place, 1 + chance.below(12))
    switch chance.below(7) {
    case 0:
      let start = chance.below(others.count)
      lines.insert(contentsOf: others[start...].prefix(1 + chance.below(20)), at: place)
    case 1: lines.removeSubrange(place..<place + some)
    case 2:
      let moved = Array(lines[place..<place + some])
      lines.removeSubrange(place..<place + some)
      lines.insert(contentsOf: moved, at: chance.below(lines.count + 1))
    case 3: for index in place..<place + some { lines[index] = misread(lines[index]) }
    case 4 where place < lines.count:
      let characters = Array(lines[place])
      let half = chance.below(characters.count + 1)
      lines.replaceSubrange(place...place, with: [String(characters[..<half]), String(characters[half...])])
    case 5 where place + 1 < lines.count:
      lines.replaceSubrange(place...place + 1, with: [lines[place] + lines[place + 1]])
    default: lines.insert("", at: place)
    }
  }

  private mutating func misread(_ line: String) -> String {
    String(line.map { character in chance.oneIn(12) ? "口" : character })
  }
}

@Suite("Places on a page that is edited above them") struct EditedPageTests {
  private static let pages = Papers.seeds.map { issue in
    let text = issue.pages[0].text
    return text.lines.map(text.line)
  }

  private static func issue(_ lines: [String]) -> Newspaper.Issue {
    Issue(
      id: "x", pages: [Page(number: 1, path: "x", text: PageText(lines.joined(separator: "\n") + "\n"))], articles: [])
  }

  private static func read(_ lines: [String]) -> Newspaper.Issue {
    parseIssue(
      id: "x", pages: [Page(number: 1, path: "x", text: PageText(lines.joined(separator: "\n") + "\n"))])
  }

  @Test("Reading places and marks are found again over 1,000 edits, all of them", arguments: 0..<5)
  func found(number: Int) throws {
    let page = Self.pages[number]
    let others = Self.pages.indices.filter { $0 != number }.flatMap { Self.pages[$0] }
    var editor = Editor(chance: RandomSource(seed: UInt64(number)), others: others)
    let before = Self.issue(page)
    let texts = LineTexts(before)
    let lines = page.indices.filter { page[$0].filter(\.isLetter).count > 3 }
    for edit in 0..<200 {
      let line = lines[editor.chance.below(lines.count)]
      let length = page[line].utf8.count
      let start = SourcePosition(page: 1, line: line + 1)
      let anchor = Anchor(start, SourcePosition(page: 1, line: line + 1, offset: length), in: before.pages[0].text)
      let key = try #require(texts.key(at: start))
      let (edited, now) = editor.edited(page, above: line)
      let after = Self.issue(edited)
      #expect(
        LineTexts(after).position(of: key, last: start).line == now + 1, "reading place, edit \(edit): \(page[line])")
      var finder = AnchorFinder(after)
      let mark = finder.find(anchor)
      // A paragraph that the scan has twice is found in either place.
      let isThere = mark.map { $0.start.line == now + 1 || edited[$0.start.line - 1] == page[line] } ?? false
      #expect(isThere, "mark, edit \(edit): \(page[line])")
      #expect(mark?.end.line == mark?.start.line, "its end, edit \(edit): \(page[line])")
    }
  }

  @Test("On the screen one stays at the line that one reads", arguments: 0..<5)
  func onTheScreen(number: Int) throws {
    let page = Self.pages[number]
    let others = Self.pages.indices.filter { $0 != number }.flatMap { Self.pages[$0] }
    var editor = Editor(chance: RandomSource(seed: UInt64(100 + number)), others: others)
    let issue = Self.read(page)
    for edit in 0..<8 {
      var desk = Desk([issue], columns: 80, rows: 12, language: .english)
      desk.type(":article<space>\(1 + editor.chance.below(issue.articles.count))<enter>")
      desk.type(String(repeating: "j", count: editor.chance.below(12)) + (edit % 4 == 3 ? "r" : ""))
      guard let galley = desk.reader.galley?.galley, let anchor = galley.anchor(ofLine: desk.reader.place.top) else {
        continue
      }
      let line = anchor.position.line - 1
      let (edited, now) = editor.edited(page, above: line)
      desk.carryOut(desk.reader.receive(Self.read(edited)))
      let new = try #require(desk.reader.galley?.galley)
      // An article that is on the screen as a whole cannot be scrolled to the line.
      guard desk.reader.place.top < desk.reader.lastTop else { continue }
      var place = anchor.position
      place.line = now + 1
      let below = new.line(at: place) - desk.reader.place.top
      #expect((-1...2).contains(below), "edit \(edit): \(page[line])\n\(desk.screen)")
    }
  }
}

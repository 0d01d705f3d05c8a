import Chance
import Screen
import Testing

@testable import Reader

private let plainKeys = Array("jkGgbqhlnNrfwvv[]{}/:?05329 ").map { Key($0) } + Array("学校教室，x").map { Key($0) }
private let otherKeys: [Key] =
  [
    .enter, .escape, .tab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
  ].map { Key($0) } + ["d", "u", "c", "w", "l", "a"].map { Key(.character($0), .control) } + [Key(.tab, .shift)]

private func randomEvent(_ dice: inout RandomSource) -> Event {
  switch Int.random(in: 0..<100, using: &dice) {
  case 0..<3: .resize(Size(columns: .random(in: 0...140, using: &dice), rows: .random(in: 0...45, using: &dice)))
  case 3: .paste("学校\n教室")
  case 4..<60: .key(plainKeys.randomElement(using: &dice) ?? Key("j"))
  default: .key(otherKeys.randomElement(using: &dice) ?? Key("j"))
  }
}

@Test("A monkey at the keys finds no crash, no lost selection and no stale screen", arguments: 1...8)
func monkey(seed: UInt64) {
  var dice = RandomSource(seed: seed)
  var desk = Desk(Papers.all, columns: 110, rows: 20)
  for step in 0..<700 {
    desk.send(randomEvent(&dice))
    expectWhole(desk, "seed \(seed), step \(step)")
    expectValid(desk.reader, "seed \(seed), step \(step)")
    if step % 16 == 0 { expectFresh(desk, "seed \(seed), step \(step)") }
  }
}

private func expectValid(_ reader: Reader, _ what: String) {
  if !reader.issues.indices.contains(reader.selectedIssue) { Issue.record("\(what): no issue selected") }
  if reader.issue != nil, reader.article == nil { Issue.record("\(what): no article selected") }
  if reader.wantedIssue != nil, reader.issue == nil { Issue.record("\(what): the issue is not there") }
  if reader.showsArticle, reader.place.top > reader.lastTop { Issue.record("\(what): scrolled past the end") }
  if let page = reader.why, page.block >= reader.galley?.galley.blocks.count ?? 0 {
    Issue.record("\(what): no passage \(page.block) to explain")
  }
  if let current = reader.found?.current, current >= reader.found?.matches.count ?? 0 {
    Issue.record("\(what): match \(current) of \(reader.found?.count ?? "")")
  }
}

/// Someone at the keys and an engine that takes its time: answers come late, in another order, twice, or never.
@Test("A search of all whose answers come late and out of order does no harm", arguments: 1...6)
func lateAnswers(seed: UInt64) {
  var dice = RandomSource(seed: seed)
  var desk = Desk(Papers.all, columns: 80, rows: 20)
  var engine = FakeEngine(Papers.all)
  desk.engine = nil
  var letters: [FakeEngine.Letter] = []
  desk.type("g/")
  for step in 0..<500 {
    desk.send(randomSearching(&dice))
    for effect in desk.effects { letters += engine.answer(effect) ?? [] }
    desk.effects = []
    if step % 40 == 0 { desk.type("g/") }
    while let index = letters.indices.randomElement(using: &dice), Int.random(in: 0..<3, using: &dice) > 0 {
      let isKept = Int.random(in: 0..<8, using: &dice) == 0
      let letter = isKept ? letters[index] : letters.remove(at: index)
      desk.carryOut(letter(&desk.reader))
    }
    expectWhole(desk, "seed \(seed), step \(step)")
    expectValidResults(desk.reader, "seed \(seed), step \(step)")
  }
}

private func randomSearching(_ dice: inout RandomSource) -> Event {
  let typed = Array("学校教x冬~|\"").map { Key($0) } + [.enter, .escape, .backspace, .tab].map { Key($0) }
  let moves = Array("jkGgohlq}{[]n/?").map { Key($0) }
  return switch Int.random(in: 0..<20, using: &dice) {
  case 0: .resize(Size(columns: .random(in: 1...140, using: &dice), rows: .random(in: 1...45, using: &dice)))
  case 1..<12: .key(typed.randomElement(using: &dice) ?? Key("j"))
  default: .key(moves.randomElement(using: &dice) ?? Key("j"))
  }
}

private func expectValidResults(_ reader: Reader, _ what: String) {
  guard let results = reader.results, let shown = results.shown, reader.showsResults else { return }
  guard !reader.layout.isTooSmall else { return }
  if results.selected >= max(1, shown.answer.total) { Issue.record("\(what): hit \(results.selected) of too few") }
  if results.top > results.selected { Issue.record("\(what): the hit is above the screen") }
  if let asked = results.asked, shown.question.number > asked.number { Issue.record("\(what): an answer from later") }
}

/// The screen depends on what the reader knows alone: not on what was drawn before, not on a galley kept from before.
private func expectFresh(_ desk: Desk, _ what: String) {
  var used = desk.present().surface
  used.fill(used.bounds, style: desk.reader.environment.theme[.selected])
  _ = desk.reader.draw(on: &used)
  var again = desk.reader
  again.text.set = nil
  let top = again.place.top
  _ = again.settle()
  var fresh = Surface(size: again.size)
  _ = again.draw(on: &fresh)
  if used != desk.present().surface { Issue.record("\(what): what stood on the surface shows through") }
  if again.place.top == top, fresh != used { Issue.record("\(what): a screen drawn anew differs") }
}

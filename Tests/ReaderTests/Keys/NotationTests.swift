import Chance
import Screen
import Testing

@testable import Reader

@Test(
  "Keys read as people write them",
  arguments: [
    ("j", Key("j")), ("G", Key("G")), ("报", Key("报")), ("<enter>", Key(.enter)), ("<esc>", Key(.escape)),
    ("<ctrl-d>", Key(.character("d"), .control)), ("<shift-tab>", Key(.tab, .shift)), ("<space>", Key(" ")),
    ("<f12>", Key(.function(12))), ("<lt>", Key("<")), ("<hash>", Key("#")), (">", Key(">")), ("-", Key("-")),
    ("<ctrl-->", Key(.character("-"), .control)), ("<ctrl-alt-pageup>", Key(.pageUp, [.control, .alt])),
    ("<f>", Key("f")), ("<ctrl-space>", Key(.character(" "), .control)), ("<u+3000>", Key("\u{3000}")),
  ])
func keysRead(_ notation: String, _ key: Key) { #expect(Key.chord(notation) == [key]) }

@Test(
  "What is no key is not read",
  arguments: ["<", "<enter", "<foo>", "<f13>", "<ctrl->", "<>", "<u+d800>", "<u+>"])
func nonsenseIsNoKey(_ notation: String) { #expect(Key.chord(notation) == nil) }

@Test("A chord reads with or without spaces between its keys")
func chordsRead() {
  #expect(Key.chord("gg") == [Key("g"), Key("g")])
  #expect(Key.chord("g  g") == [Key("g"), Key("g")])
  #expect(Key.chord("<ctrl-x>s") == [Key(.character("x"), .control), Key("s")])
  #expect(Key.chord("g<oops>") == nil)
}

private let codes: [Key.Code] = [
  .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
]

private func randomKey(_ dice: inout RandomSource) -> Key {
  let modifiers = Key.Modifiers(rawValue: Bool.random(using: &dice) ? 0 : .random(in: 0...7, using: &dice))
  switch Int.random(in: 0..<4, using: &dice) {
  case 0: return Key(codes.randomElement(using: &dice) ?? .enter, modifiers)
  case 1: return Key(.function(.random(in: 1...12, using: &dice)), modifiers)
  case 2: return Key(.character(Character(Unicode.Scalar(UInt8.random(in: 32...126, using: &dice)))), modifiers)
  default:
    let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &dice)) ?? "报"
    return Key(.character(Character(scalar)), modifiers)
  }
}

@Test("Every key and every chord reads back from what is written of it")
func notationRoundTrips() {
  var dice = RandomSource(seed: 7)
  for _ in 0..<4000 {
    let chord = (0..<Int.random(in: 1...3, using: &dice)).map { _ in randomKey(&dice) }
    #expect(Key.chord(Key.notation(chord)) == chord)
  }
}

@Test("Help shows keys as they are printed on a keyboard")
func labels() {
  #expect(Key(.down).label == "↓")
  #expect(Key(.pageUp, .alt).label == "alt-PgUp")
  #expect(Key(.character("d"), .control).label == "ctrl-d")
  #expect(Key("#").label == "#")
  #expect(Key(" ").label == "space")
}

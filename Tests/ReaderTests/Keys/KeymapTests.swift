import Chance
import Newspaper
import Screen
import Strings
import Testing

@testable import Reader

/// The keymap of a person's file over the one that the program has.
private func keymap(_ own: String) -> (keymap: Keymap, problems: [String]) {
  let (keymap, problems) = Keymap.read([(Keymap.standardText, "keymap"), (own, "~/.config/baolan/keymap")])
  return (keymap, problems.map { $0.words(in: .english) })
}

private func meaning(_ chord: String, in context: Context = .article, _ keymap: Keymap) -> KeyMatch {
  keymap.match(Key.chord(chord) ?? [], in: context)
}

@Test("The keymap that the program has is without mistakes, and every context has keys")
func standardKeymapIsSound() {
  let (keymap, problems) = Keymap.parse(Keymap.standardText, file: "keymap")
  #expect(problems.isEmpty)
  for context in Context.allCases { #expect(keymap.bindings.contains { $0.context == context }) }
  // So the program need not look for mistakes in it.
  #expect(Keymap.read([(Keymap.standardText, "keymap")], isFirstGood: true).keymap == keymap)
}

@Test(
  "The fixed keys mean what people's fingers rely on",
  arguments: [
    ("j", "next-line"), ("k", "previous-line"), ("<down>", "next-line"), ("<up>", "previous-line"),
    ("<ctrl-d>", "half-page-down"), ("<ctrl-u>", "half-page-up"), ("<space>", "next-page"), ("b", "previous-page"),
    ("<pagedown>", "next-page"), ("<pageup>", "previous-page"), ("gg", "first-line"), ("<home>", "first-line"),
    ("G", "last-line"), ("<end>", "last-line"), ("<enter>", "open"), ("l", "open"), ("<right>", "open"),
    ("h", "back"), ("<left>", "back"), ("q", "back"), ("<esc>", "back"), ("Q", "quit"), ("<tab>", "next-pane"),
    ("<shift-tab>", "previous-pane"), ("/", "search"), ("n", "next-match"), ("N", "previous-match"),
    ("]", "next-article"), ("[", "previous-article"), ("}", "next-issue"), ("{", "previous-issue"),
    ("r", "toggle-raw"), ("w", "why"), ("v", "next-view"), ("f", "follow"), ("?", "help"), (":", "command-line"),
    ("g /", "search-corpus"), ("<ctrl-l>", "redraw"),
    ("<ctrl-z>", "suspend"),
  ])
func fixedKeys(_ chord: String, _ command: String) {
  #expect(meaning(chord, .standard) == Command(rawValue: command).map(KeyMatch.matched))
}

@Test(
  "Keys that keep what was read mean the same while reading and in a selection",
  arguments: [("m", "mark"), ("c", "clip"), ("y", "copy"), ("Y", "cite")])
func keepingKeys(_ chord: String, _ command: String) {
  for context in [Context.contents, .article, .front, .selection] {
    #expect(meaning(chord, in: context, .standard) == Command(rawValue: command).map(KeyMatch.matched), "\(context)")
  }
}

@Test("q quits in the issue list, and Q everywhere but in a prompt")
func quitting() {
  #expect(meaning("q", in: .issues, .standard) == .matched(.quit))
  for context in Context.allCases {
    #expect(meaning("Q", in: context, .standard) == (context == .prompt ? .none : .matched(.quit)))
  }
}

@Test("A chord is pending until its last key")
func chordsArePending() {
  #expect(meaning("g", .standard) == .pending)
  #expect(meaning("g g", .standard) == .matched(.firstLine))
  #expect(meaning("g x", .standard) == .none)
}

@Test("A person's line replaces one meaning and leaves the others")
func ownLinesReplace() {
  let (keymap, problems) = keymap("article r next-article # mine\n\n# a comment\n  reading x toggle-raw")
  #expect(problems.isEmpty)
  #expect(meaning("r", in: .article, keymap) == .matched(.nextArticle))
  #expect(meaning("r", in: .contents, keymap) == .matched(.toggleRaw))
  #expect(meaning("x", in: .issues, keymap) == .matched(.toggleRaw))
  #expect(keymap.label(for: .toggleRaw, in: .contents) == "x")
}

@Test("A freed key means nothing, wherever in the file it is freed", arguments: ["unbound", "none"])
func keysCanBeFreed(_ word: String) {
  let (keymap, problems) = keymap(
    "reading g last-line\nreading g g \(word)\nreading g / \(word)\n"
      + "reading g c \(word)\nreading g d \(word)\nhelp j \(word)")
  #expect(problems.isEmpty)
  #expect(meaning("g", keymap) == .matched(.lastLine))
  #expect(meaning("j", in: .help, keymap) == .none)
  #expect(meaning("j", keymap) == .matched(.nextLine))
}

@Test(
  "A mistake is reported with its place and what to do",
  arguments: [
    ("\nreading j nxt-line", ":2: unknown command \"nxt-line\"; commands are listed by ‘baolan help keys’"),
    (
      "redaing j next-line",
      ":1: unknown context \"redaing\"; there are: issues, contents, article, front, prompt, help, why, scan, results, chart, "
        + "queries, selection, clippings, lists, calendar, reading, any"
    ),
    ("reading <foo> next-line", ":1: unknown key \"<foo>\"; write j, G, <enter>, <ctrl-d>, g g"),
    ("reading j", ":1: a line is: context[,context] keys command"),
    (
      "prompt <ctrl-x> next-line",
      ":1: \"next-line\" has no meaning in \"prompt\"; it has in: issues, contents, article, front, help, why, scan, "
        + "selection, clippings, lists, calendar, results, chart, queries"
    ),
    (
      "article x back\narticle,contents x open",
      ":2: \"x\" already means \"back\" in \"article\" (line 1); remove one of the lines"
    ),
    (
      "article g next-page",
      ":1: \"g\" and \"g g\" (keymap:22) begin alike in \"article\"; free the other with: article g g unbound"
    ),
    (
      "article x y back\narticle x open",
      ":2: \"x\" and \"x y\" (line 1) begin alike in \"article\"; free the other with: article x y unbound"
    ),
    ("article 5 back", ":1: \"5\" starts with a digit, and digits 1–9 begin a count; take another key"),
    ("prompt j caret-left", ":1: \"j\" types text in a prompt; take a key such as <ctrl-x>"),
  ])
func mistakesAreReported(_ text: String, _ words: String) {
  let (found, problems) = keymap(text)
  #expect(problems == ["~/.config/baolan/keymap" + words])
  #expect(meaning("j", found) == .matched(.nextLine))
  #expect(meaning("gg", found) == .matched(.firstLine))
}

@Test("A line with a mistake leaves the other lines of its file in force")
func mistakesLeaveTheRest() {
  let (found, problems) = keymap("reading J nonsense\nreading K previous-article\n")
  #expect(problems.count == 1)
  #expect(meaning("K", found) == .matched(.previousArticle))
}

@Test("Tabs and the line ends of other systems are white space")
func otherWhiteSpace() {
  let (found, problems) = keymap("reading\tJ\tnext-article\r\n\r\n# end\r\n")
  #expect(problems.isEmpty)
  #expect(meaning("J", found) == .matched(.nextArticle))
}

@Test("The same meaning twice is no mistake")
func sameTwice() {
  let (_, problems) = keymap("article x back\narticle x back")
  #expect(problems.isEmpty)
}

@Test("A mistake is said in Chinese, too")
func mistakesInChinese() {
  let problems = Keymap.parse("reading j nxt-line", file: "键").problems
  #expect(problems.map { $0.words(in: .chinese) } == ["键:1：没有“nxt-line”这个命令；运行 baolan help keys 可列出全部命令"])
}

@Test("Whatever a keymap file holds, reading it ends and no chord of it begins another")
func keymapFuzz() {
  var dice = RandomSource(seed: 11)
  let words = [
    "reading", "article", "prompt,help", "any", ",", "#", "g", "g g", "<enter>", "<", "unbound", "\n", "\n", "back",
    "open", "报", "\u{0}", "5",
  ]
  for _ in 0..<400 {
    let text = (0..<40).map { _ in words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
    let (keymap, _) = keymap(text)
    for binding in keymap.bindings {
      #expect(keymap.match(binding.chord, in: binding.context) == .matched(binding.command))
    }
  }
}

@Test("Help says each thing once, and what a person changes in one context stands apart")
func helpSections() {
  let own = keymap("contents j next-page").keymap
  let table = own.keyTable(in: .english)
  #expect(table.contains("| **Contents** | |\n| `j` | down a page |"))
  #expect(
    table.contains(
      "| **Everywhere but in Contents, Why?, Scan, Chart, Calendar and while typing** | |\n| `j` | down a line |"))
  let everywhere = "Everywhere but in Why?, Scan, Chart, Calendar and while typing"
  #expect(table.contains("| **\(everywhere)** | |\n| `↓` `ctrl-e` | down a line |"))
  let rows = Keymap.standard.keyTable(in: .english).split(separator: "\n").dropFirst(2)
  #expect(Set(rows).count == rows.count)
  #expect(rows.first == "| **\(everywhere)** | |")
  #expect(rows.contains("| **All panes, Hits** | |") && rows.contains("| **Everywhere but while typing** | |"))
}

@Test("The key table for the manual has every command with a key")
func keyTable() {
  let table = Keymap.standard.keyTable(in: .english)
  #expect(table.hasPrefix("| keys | what they do |\n|---|---|\n"))
  #expect(table.contains("| `j` `↓` `ctrl-e` | down a line |"))
  #expect(table.contains("| `g g` `Home` | to the start; with a count, to that line |"))
  let bound = Set(Keymap.standard.bindings.map(\.command))
  for command in bound { #expect(table.contains("| \(command.help(in: .english)) |")) }
}

@Test("A chord of more keys than anyone presses is said, and ends no reader")
func chordTooLong() {
  let (_, problems) = Keymap.parse("issues \(String(repeating: "g", count: 100_000)) quit\n", file: "keys")
  #expect(problems == [KeymapProblem(file: "keys", line: 1, mistake: .tooLong(100_000))])
}

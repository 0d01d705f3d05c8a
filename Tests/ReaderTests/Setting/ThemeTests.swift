import Goldens
import Newspaper
import Screen
import Strings
import Testing

@testable import Reader

@Test("Without any colour all that must be told apart is told apart by weight, reverse or underline")
func readableWithoutColours() {
  let looks: [Theme.Role] = [.plain, .match, .currentMatch, .selected, .selectedUnfocused]
  for (index, one) in looks.enumerated() {
    for other in looks.dropFirst(index + 1) where [one, other] != [.currentMatch, .selected] {
      #expect(Theme.standard[one].attributes != Theme.standard[other].attributes, "\(one), \(other)")
    }
  }
}

@Test("The standard theme is the dark or the light one, as the terminal says of its ground; a chosen one stays")
func themeOfTheGround() {
  let themes = ThemeCatalog([("dark", "headline red -", "dark"), ("light", "headline blue -", "light")])
  func headline(_ settings: Settings, _ events: Event...) -> Color {
    var reader = Reader(
      corpusName: "", issues: [], keymap: .standard, language: .english, settings: settings, themes: themes,
      size: Size(columns: 80, rows: 24))
    for event in events { _ = reader.handle(event) }
    return reader.environment.theme[.headline].foreground
  }
  #expect(headline(Settings()) == .standard)
  #expect(headline(Settings(), .ground(isLight: false)) == .palette(1))
  #expect(headline(Settings(), .ground(isLight: true)) == .palette(4))
  #expect(headline(Settings(theme: "dark"), .ground(isLight: true)) == .palette(1))
}

@Test("A match on the selected line can be seen on it")
func matchesOnTheSelection() {
  let selected = Theme.standard[.selected]
  for role in [Theme.Role.match, .currentMatch] {
    #expect(Theme.standard[role].over(selected).attributes != selected.attributes)
  }
}

@Test("The number of matches is in the terminal's own two colours, exchanged, whatever it stands on")
func countsAreReadable() {
  for base in [Theme.Role.plain, .read, .selectedUnfocused] {
    let count = Theme.standard[.matchCount].over(Theme.standard[base])
    #expect(count == Style(.standard, on: .standard, [.bold, .reverse]))
  }
  #expect(!Theme.standard[.matchCount].over(Theme.standard[.selected]).attributes.contains(.reverse))
}

@Test("A look with a ground of its own takes no weight from below, which terminals draw in other colours")
func matchesAreReadable() {
  for base in [Theme.Role.read, .selectedUnfocused, .headline, .caption] {
    #expect(Theme.standard[.match].over(Theme.standard[base]) == Theme.standard[.match])
  }
}

@Test("No colour but those of the terminal's own palette, so that it suits any ground")
func colours() {
  for role in Theme.Role.allCases {
    for color in [Theme.standard[role].foreground, Theme.standard[role].background] {
      if case .palette(let number) = color { #expect(number < 16) }
    }
  }
}

@Test("The last line drops keys by whole items, and help last", arguments: [Language.chinese, .english])
func footerDropsWholeItems(_ language: Language) {
  func items(_ columns: Int) -> [String] {
    var desk = Desk(Papers.all, columns: columns, rows: 12, language: language)
    desk.type("<enter>j<enter>")
    return desk.status.split(separator: "   ").dropFirst().map { $0.drop { $0 == " " } }.map(String.init)
  }
  let all = items(199)
  #expect(all.count == 8)
  for columns in 20..<199 {
    let shown = items(columns)
    #expect(all.filter(shown.contains) == shown)
    #expect(shown.isEmpty || shown.last == all.last)
  }
}

// MARK: Theme files

private func catalog(own: String = "") -> ThemeCatalog {
  ThemeCatalog(
    ["dark", "light", "contrast", "plain"].map { ($0, (try? Repository.text("Resources/themes/\($0)")) ?? "", $0) } + [
      ("own", own, "~/.config/baolan/theme")
    ])
}

@Test("The themes that the program has are without mistakes", arguments: ["dark", "light", "contrast", "plain"])
func themesAreSound(_ name: String) {
  let chosen = catalog().theme(named: name)
  #expect(chosen?.problems == [])
  #expect(chosen?.theme != .standard)
}

@Test(
  "In every theme what is chosen and what is found can be told from the rest",
  arguments: ["dark", "light", "contrast", "plain"])
func themesTellApart(_ name: String) {
  guard let theme = catalog().theme(named: name)?.theme else { return }
  let looks = [Theme.Role.plain, .match, .currentMatch, .selected].map { theme[$0] }
  for (index, one) in looks.enumerated() {
    #expect(!looks.dropFirst(index + 1).contains(one), "\(name)")
  }
}

@Test("A person's theme begins with another one and changes it line by line")
func ownTheme() {
  let own = "dark\nheadline 12 - bold underline # mine\n\n# a comment\nrule - -"
  let chosen = catalog(own: own).theme(named: "own")
  #expect(chosen?.problems == [])
  #expect(chosen?.theme[.headline] == Style(.palette(12), on: .standard, [.bold, .underline]))
  #expect(chosen?.theme[.rule] == .plain)
  #expect(chosen?.theme[.kicker] == catalog().theme(named: "dark")?.theme[.kicker])
  #expect(catalog(own: "light").theme(named: "own")?.theme == catalog().theme(named: "light")?.theme)
}

@Test(
  "A mistake in a theme is told with its place, and the other lines hold",
  arguments: [
    ("headlin - - bold", "nothing is called \"headlin\""), ("headline - -  blod", "unknown attribute \"blod\""),
    ("headline rde -", "unknown colour \"rde\""), ("headline 256 -", "unknown colour \"256\""),
    ("headline -", "a line is: role foreground"), ("own", "no theme \"own\"; there are: standard, dark"),
  ])
func themeMistakes(_ line: String, _ words: String) {
  let chosen = catalog(own: "match red -\n" + line).theme(named: "own")
  #expect(
    chosen?.problems.map { $0.words(in: .english) }.first?.hasPrefix("~/.config/baolan/theme:2: " + words) == true)
  #expect(chosen?.theme[.match].foreground == .palette(1))
}

@Test("A theme is chosen by its name, with completion; a wrong name is told")
func choosingThemes() {
  var desk = Desk(Papers.all, columns: 80, rows: 12)
  desk.reader = Reader(
    corpusName: "", issues: Papers.all.map(\.summary), keymap: .standard, language: .chinese, themes: catalog(),
    size: Size(columns: 80, rows: 12))
  desk.type(":theme<space>con<tab><enter>")
  #expect(desk.reader.environment.theme == catalog().theme(named: "contrast")?.theme)
  desk.type(":theme<space>pink<enter>")
  #expect(desk.status.contains("没有“pink”这个主题；可用的有：standard, dark, light"))
  #expect(desk.reader.environment.theme == catalog().theme(named: "contrast")?.theme)
}

import Newspaper
import Screen
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

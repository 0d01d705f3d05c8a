import Newspaper
import Screen
import Typesetting

/// All that any view needs to know beside what it shows: the size of the terminal, the keys, the language and the look.
struct Environment: Sendable {
  /// The name of the corpus in the title line.
  let corpusName: String
  let keymap: Keymap
  let language: Language
  /// The values of the setting `theme`.
  let themes: ThemeCatalog
  var theme: Theme
  var size: Size
  var settings: Settings
  /// The width of ambiguous characters that the terminal reported.
  var measuredAmbiguous: AmbiguousWidth?

  /// The theme that stands for the standard one on the terminal's ground: its name, once the terminal has told.
  private(set) var ground: String?

  /// The theme that stands for the standard one on the terminal's ground, if that is chosen and the ground known.
  var standardTheme: Theme? {
    guard settings.theme == ThemeCatalog.standardName, let ground else { return nil }
    return themes.theme(named: ground)?.theme
  }

  /// The terminal has told its ground.
  mutating func take(ground: String) {
    self.ground = ground
    theme = standardTheme ?? theme
  }

  var phrases: Phrases { Phrases(language) }

  /// The width of ambiguous characters in force.
  var ambiguous: AmbiguousWidth {
    switch settings.ambiguous {
    case .auto: measuredAmbiguous ?? .narrow
    case .narrow: .narrow
    case .wide: .wide
    }
  }

  /// The composition of text in force.
  var composition: Composition {
    Composition(
      level: settings.level, justification: settings.justification, ambiguous: ambiguous, script: settings.script,
      hasRuby: settings.hasRuby)
  }

  /// The columns that a text takes in the terminal.
  func width(_ text: some StringProtocol) -> Int { displayWidth(text, ambiguous: ambiguous) }

  /// A text of one line, cut at its end where it is wider than its place.
  func cut(_ text: String, to columns: Int) -> String { Typesetting.cut(text, to: columns, ambiguous: ambiguous) }

  /// A text of one line, cut at its start where it is wider than its place.
  func cutAtStart(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    var rest = Substring(text)
    while !rest.isEmpty, width(rest) > columns - width("…") { rest.removeFirst() }
    return "…" + rest
  }
}

import Newspaper
import Searching
import Text
import Typesetting

// The one table of settings. A new setting is a property and a row here, and a line for each other language.

/// A person's choices of how things look, which are saved until the next time.
public struct Settings: Sendable, Equatable {
  /// The view of articles; never `front`.
  public var view: PageView
  /// True if an issue's contents are shown as a printed page.
  public var showsFront: Bool
  /// The most columns of a line of an article in one column; nil for what is comfortable in its pane.
  public var measure: Int?
  /// The strictness with which marks are kept from the starts and ends of lines.
  public var level: LineBreakLevel
  /// The use of the columns that a line leaves free.
  public var justification: LineSetting.Justification
  /// The width of ambiguous characters.
  public var ambiguous: AmbiguousChoice
  /// The name of a theme of the catalogue.
  public var theme: String
  /// The readings of hanzi that small letters of a query stand for.
  public var pinyin: Query.Pinyin
  /// True if articles are marked of which it is doubtful that they begin where they do.
  public var marksDoubt = true
  /// The forms of hanzi in repaired text.
  public var script = HanziScript.scan
  /// True if pinyin stands over the hanzi of repaired text.
  public var hasRuby = false
  /// True if a program reads the screen aloud: one column, no rules, the cursor on what is selected, states in words.
  public var isReadAloud = false
  /// True if the mouse selects and opens; else it is the terminal's.
  public var usesMouse = false
  /// The place where new corrections are stored.
  public var corrections = CorrectionStore.state
  /// The command for editing; empty for that of the environment.
  public var editor = ""
  /// The command for paging; empty for that of the environment.
  public var pager = ""
  /// The command that opens files; empty for `xdg-open`.
  public var open = ""
  /// The command that reads a text aloud; empty for one that is installed.
  public var speaker = ""

  /// Settings; by default those of a reader that is started for the first time.
  public init(
    view: PageView = .one, showsFront: Bool = false, level: LineBreakLevel = .basic,
    justification: LineSetting.Justification = .ragged, ambiguous: AmbiguousChoice = .auto,
    theme: String = ThemeCatalog.standardName, pinyin: Query.Pinyin = .common
  ) {
    self.view = view == .front ? .one : view
    self.showsFront = showsFront || view == .front
    self.level = level
    self.justification = justification
    self.ambiguous = ambiguous
    self.theme = theme
    self.pinyin = pinyin
  }
}

extension Setting {
  /// All rows, in the order of completion.
  public static let all = [
    view, front, measure, level, justify, ambiguous, theme, script, ruby, pinyin, doubt, mouse, screenReader,
    corrections, editor, pager, open, speaker,
  ]

  /// The view of articles, or the printed page for the contents.
  public static let view = Setting(
    name: "view", label: Phrase("view"), help: Phrase("to the view of this name"),
    option: "one column (the default), columns, the printed page, or vertical lines",
    fixedValues: PageView.allCases.map(\.rawValue), read: { $0.view.rawValue },
    write: { settings, value in
      let view = PageView(rawValue: value) ?? .one
      if view == .front { settings.showsFront = true } else { settings.view = view }
    },
    refusal: { Phrase("no view \"{}\"; there are: {}", $0, $1) },
    carryOut: { reader, value in reader.show(view: PageView(rawValue: value) ?? .one) })

  /// The printed page in the place of the contents.
  public static let front = Setting(
    name: "front", label: Phrase("contents"), help: Phrase("contents as a printed page"), option: nil,
    fixedValues: ["yes", "no"], read: { $0.showsFront ? "yes" : "no" }, write: { $0.showsFront = $1 == "yes" },
    message: { $0 == "yes" ? Phrase("contents as a printed page") : Phrase("contents as a list") })

  /// The length of a line in one column.
  public static let measure = Setting(
    name: "measure", label: Phrase("measure"),
    help: Phrase("columns of a line in one column; beyond its pane the article fills the screen"), option: nil,
    fixedValues: ["auto", "60", "80", "100", "120"], read: { $0.measure.map(String.init) ?? "auto" },
    write: { $0.measure = Int($1) },
    message: { Int($0).map { Phrase("lines of at most {} columns", $0) } ?? Phrase("lines as wide as is comfortable") },
    numbers: 20...400)

  /// The strictness with which marks are kept from the edges of lines.
  public static let level = choice(
    "level", \.level, label: "line breaks", help: "how strictly marks keep from a line's edges",
    option: "how strictly marks keep from a line's edges; basic is the default"
  ) {
    switch $0 {
    case .none: Phrase("marks may stand anywhere")
    case .basic: Phrase("marks by the basic rules")
    case .gb: Phrase("marks by GB/T 15834")
    case .strict: Phrase("marks by the strict rules")
    }
  }

  /// The ends of lines.
  public static let justify = choice(
    "justify", \.justification, label: "line ends", help: "lines ragged, justified, or with hanging marks",
    option: "ends of lines; ragged is the default"
  ) {
    switch $0 {
    case .ragged: Phrase("ragged right")
    case .justified: Phrase("justified")
    case .hanging: Phrase("justified, with hanging marks")
    }
  }

  /// The width of ambiguous characters.
  public static let ambiguous = choice(
    "ambiguous", \.ambiguous, label: "ambiguous width", help: "how wide “ ” — … are, one column or two",
    option: "“ ” — … in one column (the default) or in two"
  ) {
    switch $0 {
    case .auto: Phrase("“ ” — … as wide as the terminal says")
    case .narrow: Phrase("“ ” — … one column wide")
    case .wide: Phrase("“ ” — … two columns wide")
    }
  }

  /// The colours and weights of the screen.
  public static let theme = Setting(
    name: "theme", label: Phrase("theme"), help: Phrase("to the theme of this name"), option: nil,
    fixedValues: [], read: { $0.theme }, write: { $0.theme = $1 },
    refusal: { Phrase("no theme \"{}\"; there are: {}", $0, $1) },
    carryOut: { reader, name in
      guard let chosen = reader.environment.themes.theme(named: name) else { return }
      reader.environment.settings.theme = name
      reader.environment.theme = reader.environment.standardTheme ?? chosen.theme
      reader.log.add(notices: chosen.problems.map { $0.words(in: reader.environment.language) })
    })

  /// The forms of hanzi.
  public static let script = choice(
    "script", \.script, label: "hanzi", help: "hanzi as scanned, simplified, or traditional",
    option: nil
  ) {
    switch $0 {
    case .scan: Phrase("hanzi as the page has them")
    case .simplified: Phrase("simplified hanzi")
    case .traditional: Phrase("traditional hanzi")
    }
  }

  /// Pinyin over the text.
  public static let ruby = Setting(
    name: "ruby", label: Phrase("pinyin over hanzi"),
    help: Phrase("pinyin over the text, in one column and in columns"), option: nil,
    fixedValues: ["yes", "no"], read: { $0.hasRuby ? "yes" : "no" }, write: { $0.hasRuby = $1 == "yes" },
    message: {
      $0 == "yes"
        ? Phrase("pinyin over hanzi; not beside vertical lines or on the front page") : Phrase("no pinyin over hanzi")
    })

  /// The readings that letters of a query stand for.
  public static let pinyin = choice(
    "pinyin", \.pinyin, label: "pinyin", help: "which readings letters stand for",
    option: "readings that letters stand for; common is the default",
    after: { reader in
      // The last search is made anew.
      guard let last = reader.search.query else { return [] }
      reader.search.query = TypedQuery(last.text, pinyin: reader.settings.pinyin).query
      reader.findAgain()
      return []
    }
  ) {
    switch $0 {
    case .off: Phrase("letters stand for letters")
    case .common: Phrase("small letters stand for pinyin, too")
    case .all: Phrase("small letters stand for pinyin, rare readings, too")
    }
  }

  /// The marks of doubt.
  public static let doubt = Setting(
    name: "doubt", label: Phrase("doubtful beginnings"),
    help: Phrase("mark doubtful beginnings of articles"), option: nil,
    fixedValues: ["yes", "no"], read: { $0.marksDoubt ? "yes" : "no" }, write: { $0.marksDoubt = $1 == "yes" },
    message: { $0 == "yes" ? Phrase("doubtful beginnings marked ≈") : Phrase("doubtful beginnings not marked") })

  /// The mouse.
  public static let mouse = Setting(
    name: "mouse", label: Phrase("mouse"), help: Phrase("the mouse selects, opens and scrolls"), option: nil,
    fixedValues: ["yes", "no"], read: { $0.usesMouse ? "yes" : "no" }, write: { $0.usesMouse = $1 == "yes" },
    message: {
      $0 == "yes" ? Phrase("the mouse selects; a second press opens") : Phrase("the mouse is the terminal's")
    })

  /// The screen as programs read it aloud.
  public static let screenReader = Setting(
    name: "screen-reader", label: Phrase("screen reader"),
    help: Phrase("for a screen reader, one column without rules, states in words"), option: nil,
    fixedValues: ["yes", "no"], read: { $0.isReadAloud ? "yes" : "no" }, write: { $0.isReadAloud = $1 == "yes" },
    message: { $0 == "yes" ? Phrase("the screen as it is read aloud") : Phrase("the screen as it is seen") })

  /// The place where corrections are stored.
  public static let corrections = choice(
    "corrections", \.corrections, label: "corrections",
    help: "where new corrections are kept",
    option: nil
  ) {
    switch $0 {
    case .state: Phrase("corrections are kept with your own state")
    case .beside: Phrase("corrections are kept beside the pages, in baolan.corrections")
    }
  }

  /// The command for editing.
  public static let editor = program(
    "editor", \.editor, label: "editor", help: "the command for editing; else $VISUAL, $EDITOR")
  /// The command that shows a text.
  public static let pager = program("pager", \.pager, label: "pager", help: "the command for paging; else $PAGER, less")
  /// The command that opens a file.
  public static let open = program("open", \.open, label: "opener", help: "the command that opens files; else xdg-open")

  /// The command that reads a text aloud.
  public static let speaker = program(
    "speaker", \.speaker, label: "speaker",
    help: "the command that reads aloud, {lang} its language; else espeak-ng, spd-say")

  private static func program(
    _ name: String, _ property: WritableKeyPath<Settings, String> & Sendable, label: String, help: String
  ) -> Setting {
    Setting(
      name: name, label: Phrase(label), help: Phrase(help), option: nil, fixedValues: [],
      read: { $0[keyPath: property] }, write: { $0[keyPath: property] = $1 },
      message: { $0.isEmpty ? Phrase("that of the environment") : Phrase("{} it is", $0) }, isFree: true)
  }

  /// A setting whose values are the cases of a type.
  private static func choice<Value: CaseIterable & RawRepresentable<String> & Sendable>(
    _ name: String, _ property: WritableKeyPath<Settings, Value> & Sendable, label: String, help: String,
    option: String?, after: (@Sendable (inout Reader) -> [Effect])? = nil,
    message: @escaping @Sendable (Value) -> Phrase
  ) -> Setting {
    Setting(
      name: name, label: Phrase(label), help: Phrase(help), option: option,
      fixedValues: Value.allCases.map(\.rawValue), read: { $0[keyPath: property].rawValue },
      write: { settings, value in
        if let value = Value(rawValue: value) { settings[keyPath: property] = value }
      },
      message: { Value(rawValue: $0).map(message) ?? Phrase($0) }, after: after)
  }
}

/// A place where corrections are stored.
public enum CorrectionStore: String, Sendable, CaseIterable {
  /// With the person's own state.
  case state
  /// In the file `baolan.corrections` beside the pages, where others find them.
  case beside
}

import Searching
import Typesetting

/// How wide ambiguous characters are taken to be.
public enum AmbiguousChoice: String, Sendable, CaseIterable {
  /// As the terminal says; narrow where it says nothing.
  case auto
  /// One column.
  case narrow
  /// Two columns.
  case wide
}

extension Reader {
  /// What a person has chosen of how things look: what is worth keeping until the next time.
  public struct Choices: Sendable, Equatable {
    /// How articles are set; never `front`.
    public var view: PageView
    /// Whether an issue's contents are shown as a printed page.
    public var showsFront: Bool
    /// How strictly marks are kept from the starts and ends of lines.
    public var level: LineBreakLevel
    /// What becomes of the columns that a line leaves free.
    public var justification: LineSetting.Justification
    /// How wide ambiguous characters are taken to be.
    public var ambiguous: AmbiguousChoice
    /// The name of a theme of the catalogue.
    public var theme: String
    /// Which readings of hanzi small letters of a query stand for.
    public var pinyin: Query.Pinyin

    /// Choices; by default those of a reader that is started for the first time.
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

  /// How text is composed: as was chosen, and as the terminal draws.
  var composition: Composition {
    Composition(level: choices.level, justification: choices.justification, ambiguous: ambiguous)
  }

  /// How wide ambiguous characters are.
  var ambiguous: AmbiguousWidth {
    switch choices.ambiguous {
    case .auto: measuredAmbiguous ?? .narrow
    case .narrow: .narrow
    case .wide: .wide
    }
  }
}

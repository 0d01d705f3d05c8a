import Screen

/// The looks of the parts of the screen.
public struct Theme: Sendable, Equatable {
  /// A part with a look of its own.
  public enum Role: Int, Sendable, CaseIterable {
    case plain, title, rule, quiet
    case headline, kicker, deck, byline, subhead, caption, pointer, jump, mark
    case match, currentMatch, matchCount
    /// Matches by the readings of hanzi, and by look-alikes.
    case pinyinMatch, lookalikeMatch
    /// The wrong part of a query.
    case mistake
    /// The bar beside the passage that is explained.
    case cursor
    case selected, selectedUnfocused, read
    case footer, key, prompt, message, error
    case heading
    /// The bars of a chart, and the one that one is at.
    case bar, currentBar
  }

  private var styles: [Style]

  /// The look of an entry of a list.
  func entry(isSelected: Bool, hasFocus: Bool, base: Role = .plain) -> Style {
    self[isSelected ? (hasFocus ? .selected : .selectedUnfocused) : base]
  }

  /// A theme in which all other parts are plain.
  public init(_ styles: [Role: Style]) {
    self.styles = Role.allCases.map { styles[$0] ?? .plain }
  }

  /// The look of a part.
  public internal(set) subscript(_ role: Role) -> Style {
    get { styles[role.rawValue] }
    set { styles[role.rawValue] = newValue }
  }

  /// Weight first, colours sparingly: readable without any colour, on dark and on light ground.
  public static let standard = Theme([
    .title: Style(.standard, on: .standard, .bold),
    .rule: Style(.standard, on: .standard, .dim),
    .quiet: Style(.standard, on: .standard, .dim),
    .headline: Style(.standard, on: .standard, .bold),
    .subhead: Style(.standard, on: .standard, .bold),
    .caption: Style(.standard, on: .standard, .dim),
    .pointer: Style(.standard, on: .standard, .dim),
    .jump: Style(.standard, on: .standard, .dim),
    .mark: Style(.standard, on: .standard, .dim),
    .match: Style(.palette(0), on: .palette(3), .underline),
    .currentMatch: Style(.standard, on: .standard, [.bold, .reverse]),
    .matchCount: Style(.standard, on: .standard, [.bold, .reverse]),
    .pinyinMatch: Style(.standard, on: .standard, [.bold, .underline]),
    .lookalikeMatch: Style(.standard, on: .standard, [.dim, .underline]),
    .mistake: Style(.palette(1), on: .standard, .underline),
    .cursor: Style(.standard, on: .standard, .bold),
    .selected: Style(.standard, on: .standard, .reverse),
    .selectedUnfocused: Style(.standard, on: .standard, .bold),
    .read: Style(.standard, on: .standard, .dim),
    .key: Style(.standard, on: .standard, .bold),
    .message: Style(.standard, on: .standard, .bold),
    .error: Style(.palette(1), on: .standard, .bold),
    .heading: Style(.standard, on: .standard, .bold),
    .bar: Style(.standard, on: .standard, .dim),
    .currentBar: Style(.standard, on: .standard, .bold),
  ])
}

import Newspaper
import Typesetting

/// An article that is to be set, and how.
///
/// What is long is set beside the keys: the reader asks for it with `Effect.set`, and takes it back by `receive`.
public struct ArticleSetting: Sendable, Equatable {
  /// Bytes of text that are set within some 20 ms in every shape.
  static let quicklySet = 1 << 17

  let key: SetArticle.Key
  /// Which of the reader's settings it is; an older one may be of another text.
  var number = 0
  let article: Article
  /// The articles on other pages that it goes on with.
  let continuations: [Article]
  let issue: Issue
  let language: Language

  /// Whether it would keep a key waiting.
  var isLong: Bool {
    let blocks = ([article] + continuations).lazy.flatMap(\.blocks)
    return blocks.reduce(0) { $0 + $1.passage.text.utf8.count } > Self.quicklySet
  }

  /// Sets it.
  public func set() -> SetArticle {
    let pages = ArticlePages(
      article, continuations: continuations, issue: issue, geometry: key.geometry, raw: key.isRaw, language: language)
    return SetArticle(key: key, number: number, pages: pages)
  }

  /// Whether two are the same of one reader.
  public static func == (one: Self, other: Self) -> Bool { one.key == other.key && one.number == other.number }
}

/// An article that is being set beside the keys, and what is to be done once it is there.
struct AwaitedText: Sendable {
  let setting: ArticleSetting
  var isAskedFor = false
  /// What has been pressed meanwhile to move in it.
  var moves: [Movement] = []
  /// The match that is to be brought into sight.
  var match: Int?
  /// Whether the passage at the reading place is to be explained.
  var asksWhy = false

  /// More is not held; nobody presses so many keys within the second that it takes.
  static let mostMoves = 64
}

// Articles too long to be set between two keys.
extension Reader {
  /// Has an article set beside the keys; what is awaited of it in another shape is awaited of this one.
  mutating func setAside(_ setting: ArticleSetting) {
    galley = nil
    let before = awaitedText.flatMap { $0.setting.key.isSameText(as: setting.key) ? $0 : nil }
    var setting = setting
    settings += 1
    setting.number = settings
    awaitedText = AwaitedText(setting: setting)
    awaitedText?.moves = before?.moves ?? []
    awaitedText?.match = before?.match
    awaitedText?.asksWhy = before?.asksWhy ?? false
  }

  /// Asks once for what is awaited.
  mutating func askForText() -> [Effect] {
    guard let awaited = awaitedText, !awaited.isAskedFor else { return [] }
    awaitedText?.isAskedFor = true
    return [.set(awaited.setting)]
  }

  /// Takes an article that was asked for with `Effect.set`, and does what was waiting for it; one that is not awaited
  /// any more is let go.
  public mutating func receive(_ set: SetArticle) -> [Effect] {
    guard let awaited = awaitedText, awaited.setting.number == set.number else { return [] }
    (galley, awaitedText) = (set, nil)
    setArticle()
    if let match = awaited.match, found?.current == match { show(match: match) }
    if awaited.asksWhy { askAboutReadingPlace() }
    for movement in awaited.moves where pane == .article && layers.isEmpty { scrollArticle(movement) }
    return settle()
  }
}

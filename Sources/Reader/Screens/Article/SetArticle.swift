import Newspaper
import Typesetting

/// An article that has been typeset, and the shape that it was set in.
public struct SetArticle: Sendable {
  struct Key: Sendable, Equatable {
    var issue: String
    var article: Int
    var geometry: PageGeometry
    var isRaw: Bool

    /// True if the same article is meant, in any shape.
    func isSameText(as other: Key) -> Bool { issue == other.issue && article == other.article }
  }

  let key: Key
  /// The number of its job.
  let number: Int
  let pages: ArticlePages
  var galley: Galley { pages.galley }
}

/// An article that is to be typeset, and in which shape.
///
/// A long one is set in the background: the reader asks for it with `Effect.set`, and takes it back by `receive`.
public struct TypesettingJob: Sendable, Equatable {
  /// Bytes of text that are set within some 20 ms in every shape.
  static let quicklySet = 1 << 17

  let key: SetArticle.Key
  /// The number of the job among those of one reader; an older one may be of another text.
  var number = 0
  let article: Article
  /// The articles on other pages that it goes on with.
  let continuations: [Article]
  let issue: Issue
  let language: Language

  /// True if it would keep a key waiting.
  var isLong: Bool {
    let blocks = ([article] + continuations).lazy.flatMap(\.blocks)
    return blocks.reduce(0) { $0 + $1.passage.text.utf8.count } > Self.quicklySet
  }

  /// Sets the article.
  public func set() -> SetArticle {
    let pages = ArticlePages(
      article, continuations: continuations, issue: issue, geometry: key.geometry, raw: key.isRaw, language: language)
    return SetArticle(key: key, number: number, pages: pages)
  }

  /// True if two are the same job of one reader.
  public static func == (one: Self, other: Self) -> Bool { one.key == other.key && one.number == other.number }
}

/// An article that is being typeset in the background, and what is to be done once it has come.
struct AwaitedText: Sendable {
  var job: TypesettingJob
  var isAskedFor = false
  /// Movements in it that were asked for meanwhile.
  var moves: [Movement] = []
  /// Index of the match that is to be brought into sight.
  var match: Int?
  /// True if the passage at the reading place is to be explained.
  var asksWhy = false

  /// More movements are not remembered; nobody presses so many keys within the second that it takes.
  static let mostMoves = 64
}

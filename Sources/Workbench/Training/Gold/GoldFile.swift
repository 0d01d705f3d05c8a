import FoundationEssentials

/// The truth of some pages, by their names, in the form that `tools/score` reads.
typealias GoldFile = [String: GoldPage]

/// The truth of one page.
struct GoldPage: Decodable, Sendable {
  /// The items that the page prints, in the order of the gold.
  var items: [GoldItem]
  /// The page itself, where the gold has it; lines end at LF.
  var text: String?
}

/// One item of a page. Numbers are source lines, from 1.
struct GoldItem: Decodable, Sendable {
  var kind: String
  /// The lines of its headline stack.
  var heads: [Int]
  /// The lines that may be called the headline.
  var headline: [Int]
  var byline: [Int]
  var names: [String]
  /// The lines of each paragraph.
  var paragraphs: [[Int]]
  var caption: [Int]
  var pointer: [Int]
  /// Repeats.
  var drop: [Int]
  /// Lines that count for nothing.
  var free: [Int]
  /// True where the source does not say which lines of the body are bylines, decks or captions.
  var isLoose: Bool
  /// True where each line is a printed line: joins and breaks are not scored.
  var isWrapped: Bool

  private enum Key: String, CodingKey {
    case kind, heads, headline, byline, names, caption, pointer, drop, free
    case paragraphs = "paras"
    case isLoose = "loose"
    case isWrapped = "wrapped"
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    func lines(_ key: Key) throws -> [Int] { try fields.decodeIfPresent([Int].self, forKey: key) ?? [] }
    kind = try fields.decode(String.self, forKey: .kind)
    (heads, headline, byline) = (try lines(.heads), try lines(.headline), try lines(.byline))
    (caption, pointer, drop, free) = (try lines(.caption), try lines(.pointer), try lines(.drop), try lines(.free))
    paragraphs = try fields.decodeIfPresent([[Int]].self, forKey: .paragraphs) ?? []
    names = try fields.decodeIfPresent([String].self, forKey: .names) ?? []
    isLoose = try fields.decodeIfPresent(Bool.self, forKey: .isLoose) ?? false
    isWrapped = try fields.decodeIfPresent(Bool.self, forKey: .isWrapped) ?? false
  }

  /// The role of each of its lines, as the scorer names it.
  var roles: [Int: ScoredRole] {
    var roles: [Int: ScoredRole] = [:]
    for (lines, role) in [
      (heads, ScoredRole.head), (byline, .byline), (caption, .caption), (pointer, .pointer), (drop, .drop),
    ] {
      for line in lines { roles[line] = role }
    }
    for line in paragraphs.joined() { roles[line] = .body }
    return roles
  }
}

/// The parts of an item that the scorer tells apart.
enum ScoredRole: Sendable { case head, byline, body, caption, pointer, drop }

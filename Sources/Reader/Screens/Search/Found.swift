import Newspaper
import Searching
import Text

/// The matches of a query in the open issue, in the order in which one reads: those of a continuation follow those of
/// its opening. Each match belongs to the article where its text stands, so that none counts twice.
struct Found: Sendable, Equatable {
  /// A piece of a match, in the order in which they are looked up.
  struct Mark: Sendable, Equatable {
    var article: Int
    var block: Int
    var range: Range<Int>
    /// Index of its match.
    var match: Int

    init(_ piece: Match.Piece, article: Int, match: Int) {
      (self.article, block, range, self.match) = (article, piece.block, piece.range, match)
    }
  }

  let query: Query
  let matches: [Match]
  /// Index of the current match.
  var current: Int?
  /// Matches in text that a person has corrected since, and what the scan has there.
  var scanned: [(match: Match, text: String)] = []
  /// By article, block and offset.
  private let marks: [Mark]
  private let jumps: Jumps
  /// Numbers of matches by kind.
  private let counts: [Int]

  /// - Parameters:
  ///   - found: by article, block and offset.
  ///   - jumps: those of the issue.
  init(_ query: Query, _ found: [Match], _ jumps: Jumps) {
    self.query = query
    self.jumps = jumps
    let runs = found.runs { $0.article == $1.article }
    let sorted = runs.sorted {
      TextPlace(article: found[$0.lowerBound].article, jumps) < TextPlace(article: found[$1.lowerBound].article, jumps)
    }
    matches = sorted == runs ? found : sorted.flatMap { found[$0] }
    marks = Self.marks(found, runs, sorted)
    var counts = [0, 0, 0]
    for index in found.indices { counts[found[index].kind.rank] += 1 }
    self.counts = counts
  }

  /// - Parameters:
  ///   - runs: the matches of one article each, as they stand in `found`.
  ///   - sorted: the same as one reads.
  private static func marks(_ found: [Match], _ runs: [Range<Int>], _ sorted: [Range<Int>]) -> [Mark] {
    var numbers: [Int: Int] = [:]
    var number = 0
    for run in sorted {
      numbers[run.lowerBound] = number
      number += run.count
    }
    var marks: [Mark] = []
    marks.reserveCapacity(found.count)
    for run in runs {
      let first = numbers[run.lowerBound] ?? 0
      for index in run {
        let match = first + index - run.lowerBound
        let article = found[index].article
        marks.append(Mark(found[index].first, article: article, match: match))
        for piece in found[index].others { marks.append(Mark(piece, article: article, match: match)) }
      }
    }
    return marks
  }

  static func == (one: Found, other: Found) -> Bool {
    (one.query, one.matches, one.current) == (other.query, other.matches, other.current)
  }

  /// The scan's text at the current match, if that was found in text that has been corrected.
  var scannedText: String? {
    current.flatMap { index in scanned.first { $0.match == matches[index] }?.text }
  }

  /// `3/17`, or `0/0`.
  var count: String { "\(current.map { $0 + 1 } ?? 0)/\(matches.count)" }

  /// The marks in a block.
  func marks(article: Int, block: Int) -> ArraySlice<Mark> {
    let start = marks.partitioningIndex(where: { ($0.article, $0.block) >= (article, block) })
    let end = marks.partitioningIndex(where: { ($0.article, $0.block) > (article, block) })
    return marks[start..<end]
  }

  /// The marks in a part of a block, given in UTF-8 offsets of its text.
  func marks(article: Int, block: Int, in range: Range<Int>) -> ArraySlice<Mark> {
    let all = marks(article: article, block: block)
    let start = all.partitioningIndex(where: { $0.range.upperBound > range.lowerBound })
    return all[start...].prefix { $0.range.lowerBound < range.upperBound }
  }

  /// The number of matches in an article.
  func count(inArticle article: Int) -> Int {
    let start = TextPlace(article: article, jumps)
    let end = TextPlace(article: start.article, part: start.part + 1)
    return index(of: end) - index(of: start)
  }

  /// The number of matches of a kind.
  func count(_ kind: Match.Kind) -> Int { counts[kind.rank] }

  /// Index of the match to begin with: of those of the best kind, the first one at or after a place, else the first.
  func best(from place: TextPlace) -> Int? {
    guard let kind = Match.Kind.allCases.first(where: { count($0) > 0 }) else { return nil }
    return matches[index(of: place)...].firstIndex { $0.kind == kind } ?? matches.firstIndex { $0.kind == kind }
  }

  /// Index of the first match at or after a place.
  func first(from place: TextPlace) -> Int? {
    let index = index(of: place)
    return index < matches.count ? index : nil
  }

  /// The index of the first match at or after a place.
  private func index(of place: TextPlace) -> Int { matches.partitioningIndex(where: { TextPlace($0, jumps) >= place }) }
}

extension Array {
  /// The stretches of elements that follow each other and belong together.
  fileprivate func runs(_ belong: (Element, Element) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in indices where index + 1 == count || !belong(self[index], self[index + 1]) {
      runs.append(start..<index + 1)
      start = index + 1
    }
    return runs
  }
}

import Newspaper
import Typesetting

/// The places and read marks of an issue: by the indices of its articles while the reader runs, by places in its scan
/// from one time to the next.
struct Visit: Sendable, Equatable {
  /// Index of the selected article.
  var article = 0
  /// The place in each article, by its index.
  var places: [Int: Place] = [:]
  /// Indices of the articles that have been opened.
  var read: Set<Int> = []

  /// The first places of the articles that the indices mean; empty until the issue has been opened.
  private(set) var starts: [SourcePosition] = []
  /// Marks saved before the issue was opened; after that, those of them that belong to no article of the issue.
  private var saved = IssueMarks()
  /// The lines of the issue as it was when the places were taken.
  private var texts = LineTexts()

  init() {}

  /// A visit that goes on from saved marks.
  init(_ marks: IssueMarks) { saved = marks }

  /// The number of the issue's articles that have been read.
  var readCount: Int { starts.isEmpty ? saved.read.count : read.count }

  /// The marks to be saved.
  var marks: IssueMarks {
    guard !starts.isEmpty else { return saved }
    var marks = saved
    let isUntouched = article == 0 && read.isEmpty && places.values.allSatisfy { $0.anchor == nil }
    marks.article = isUntouched ? nil : starts.indices.contains(article) ? starts[article] : starts.last
    for index in read where starts.indices.contains(index) { marks.read.insert(starts[index]) }
    for (index, place) in places where starts.indices.contains(index) {
      if let anchor = place.anchor {
        marks.places[starts[index]] = IssueMarks.Place(anchor.position, above: anchor.above)
      }
    }
    var keyed = marks.keyed(by: texts)
    keyed.keys.merge(saved.keys) { $1 }
    return keyed
  }

  /// Marks the article that starts at a place as read, or as unread.
  mutating func setRead(_ start: SourcePosition, _ isRead: Bool) {
    let index = starts.firstIndex(of: start)
    switch (index, isRead) {
    case (let index?, true): read.insert(index)
    case (let index?, false): read.remove(index)
    case (nil, true): saved.read.insert(start)
    case (nil, false): saved.read.remove(start)
    }
  }

  /// Has its indices mean the articles of an issue that was opened, or opened anew with another text. Places are found
  /// again by the texts of their lines. An article that
  /// is not there any more is the one that has its first line now; the selected one, else the one before it.
  /// - Parameters:
  ///   - starts: of the issue's articles.
  ///   - texts: of its lines.
  mutating func settle(in issue: Issue, starts: [SourcePosition], texts: LineTexts) {
    guard starts != self.starts || texts != self.texts else { return }
    let marks = self.marks.moved(to: texts)
    self = Visit()
    (self.starts, self.texts) = (starts, texts)
    let finder = ArticleFinder(issue: issue, starts: starts)
    article = marks.article.map { finder.index($0, of: marks.places[$0]) ?? finder.indexBefore($0) } ?? 0
    for start in marks.read {
      if let index = finder.index(start) { read.insert(index) } else { saved.read.insert(start) }
    }
    for (start, place) in marks.places {
      if let index = finder.index(start, of: place), places[index] == nil || finder.index(start) == index {
        places[index] = Place(anchor: Galley.Anchor(position: place.position, above: place.above))
      } else {
        saved.places[start] = place
      }
    }
    let lines = Set(saved.read.union(saved.places.keys).map(\.lineStart))
    saved.keys = marks.keys.filter { lines.contains($0.key) }
  }
}

/// Finds articles by where they start, or started.
private struct ArticleFinder {
  let issue: Issue
  let starts: [SourcePosition]

  /// The article that starts at a place, else one that has its line.
  func index(_ start: SourcePosition) -> Int? {
    starts.firstIndex(of: start)
      ?? issue.articles.firstIndex { article in
        article.blocks.contains { $0.passage.page == start.page && $0.passage.lines.contains(start.line) }
      }
  }

  /// The article that starts at a place, unless what was read of it stands in another one now: its first lines may
  /// have gone. What is read behind a turn to another page is not in it.
  func index(_ start: SourcePosition, of place: IssueMarks.Place?) -> Int? {
    let index = index(start)
    guard let place, index.map({ issue.articles[$0].jump == nil && !has(place.position, $0) }) ?? true else {
      return index
    }
    return issue.articles.indices.first { has(place.position, $0) } ?? index
  }

  private func has(_ position: SourcePosition, _ article: Int) -> Bool {
    issue.articles[article].blocks.contains {
      $0.passage.page == position.page && $0.passage.lines.contains(position.line)
    }
  }

  /// The last article that starts before a place; the first one where none does.
  func indexBefore(_ start: SourcePosition) -> Int {
    starts.indices.filter { starts[$0] <= start }.max { starts[$0] < starts[$1] } ?? 0
  }
}

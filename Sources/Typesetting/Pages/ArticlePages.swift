import Newspaper

/// An article that has been set, and the pages that its lines stand on.
package struct ArticlePages: Sendable {
  /// Its place in its room.
  package let geometry: PageGeometry
  /// Its lines.
  package let galley: Galley
  /// Nil where the text scrolls.
  package let flow: PageFlow?

  /// Fewer lines than this in a column look like a mistake.
  private static let shortestColumn = 5

  /// Sets an article. A short one takes fewer columns than there is room for.
  /// - Parameter continuations: the articles on other pages that it goes on with.
  package init(
    _ article: Article, continuations: [Article] = [], issue: Issue, geometry: PageGeometry, raw: Bool,
    language: Language
  ) {
    let set = {
      Galley(article, continuations: continuations, issue: issue, form: $0, raw: raw, language: language)
    }
    let galley = set(geometry.form)
    guard geometry.view != .one else {
      (self.geometry, self.galley, flow) = (geometry, galley, nil)
      return
    }
    let body = galley.lines.count - galley.stackCount
    let columns = max(1, min(geometry.columns, body / Self.shortestColumn))
    let fitting = columns == geometry.columns || geometry.view == .front ? geometry : geometry.with(columns: columns)
    self.geometry = fitting
    self.galley = fitting == geometry ? galley : set(fitting.form)
    flow = PageFlow(
      self.galley.lines, stackCount: self.galley.stackCount, columns: fitting.columns, depth: fitting.depth)
  }
}

extension Galley {
  /// The number of lines at the start that stand across all columns: the headline stack and the air around it.
  package var stackCount: Int {
    let count = lines.prefix { $0.part.isHead || $0.part == .air || $0.part == .ruby }.count
    // Pinyin over the first line of the text is of the text.
    return lines[..<count].last?.part == .ruby ? count - 1 : count
  }
}

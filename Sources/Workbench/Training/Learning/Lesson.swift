import PageParsing

/// A page as it is learned from: its features and what its truth allows.
struct Lesson: Sendable {
  var page: LearningPage
  var problem: LabelProblem
  var allowed: [LabelSet]

  init(_ page: LearningPage) {
    self.page = page
    problem = LabelProblem(page.page)
    // Nothing can be learned of a line whose true label the parser gives no such line.
    allowed = zip(GoldLabels.allowed(problem, page.gold), problem.possible).map { allowed, possible in
      let both = allowed.intersection(LabelSet(rawValue: possible))
      return both.isEmpty ? LabelSet(rawValue: possible) : both
    }
  }

  /// The pages of some folders and gold files.
  static func all(_ paths: [String]) throws -> [Lesson] {
    concurrentMap(try paths.flatMap(LearningPage.read), Lesson.init)
  }
}

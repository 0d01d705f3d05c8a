import PageParsing

/// A page as it is learned from: its features and what its truth allows.
struct Lesson: Sendable {
  var page: LearningPage
  var problem: LabelProblem
  var allowed: [LabelSet]

  init(_ page: LearningPage) {
    self.page = page
    problem = LabelProblem(page.page)
    allowed = GoldLabels.allowed(problem, page.gold)
  }

  /// The pages of some folders and gold files.
  static func all(_ paths: [String]) throws -> [Lesson] {
    concurrentMap(try paths.flatMap(LearningPage.read), Lesson.init)
  }
}

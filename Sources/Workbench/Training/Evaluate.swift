import PageParsing

/// Prints the figures of `tools/score` by family: by folds, with each family left out, by the hand-set weights, by
/// those of a file, or from the labels that the truth allows, which shows what assembly makes of them.
func evaluate(_ words: [String]) throws -> Int32 {
  let options = try Options(
    words, numbers: ["--folds", "--mistakes"], flags: ["--leave-out-family", "--hand", "--truth"],
    texts: ["--with"])
  let lessons = try Lesson.all(options.paths)
  let initial = ChainWeights(.initial)
  var report = Report()
  if options.has("--hand") {
    for lesson in lessons { report.add(lesson, lesson.problem.handLabels) }
  } else if let table = options.text("--with") {
    let weights = try ChainWeights(readingFrom: table)
    for lesson in lessons { report.add(lesson, ChainDecoder(lesson.problem, weights).path()) }
  } else if options.has("--truth") {
    for lesson in lessons {
      report.add(lesson, ChainDecoder(lesson.problem, initial).path(allowed: lesson.allowed))
    }
  } else {
    let folds =
      options.has("--leave-out-family")
      ? Folds(byFamily: lessons) : Folds(lessons, count: options.number("--folds", default: 4))
    for (lesson, labels) in folds.labels(lessons, initial) { report.add(lesson, labels) }
  }
  print(report.table)
  let most = options.number("--mistakes", default: 0)
  if most > 0 { print(report.mistakes(most: most)) }
  return 0
}

import PageParsing

/// Prints the figures of `tools/score` by family: by folds, with each family left out, by the hand-set weights, by
/// those of a file, or from the labels that the truth allows, which shows what assembly makes of them. With `--doubt`
/// also the worth of the mark of doubt at several thresholds.
func evaluate(_ words: [String]) throws -> Int32 {
  let options = try Options(
    words, numbers: ["--folds", "--mistakes"], flags: ["--leave-out-family", "--hand", "--truth", "--doubt"],
    texts: ["--with"])
  let lessons = try Lesson.all(options.paths)
  let initial = ChainWeights(.initial)
  let readings: [LessonReading]
  if options.has("--hand") {
    readings = lessons.map { LessonReading($0, labels: $0.problem.handLabels) }
  } else if let table = options.text("--with") {
    let weights = try ChainWeights(readingFrom: table)
    readings = lessons.map { LessonReading($0, weights) }
  } else if options.has("--truth") {
    readings = lessons.map {
      LessonReading($0, labels: ChainDecoder($0.problem, initial).path(allowed: $0.allowed))
    }
  } else {
    let folds =
      options.has("--leave-out-family")
      ? Folds(byFamily: lessons) : Folds(lessons, count: options.number("--folds", default: 4))
    readings = folds.readings(lessons, initial)
  }
  var report = Report()
  for reading in readings { report.add(reading.lesson, reading.labels) }
  print(report.table)
  if options.has("--doubt") { print(DoubtTable(readings).text) }
  let most = options.number("--mistakes", default: 0)
  if most > 0 { print(report.mistakes(most: most)) }
  return 0
}

/// The worth of the mark of doubt: of the beginnings of items that were read, how many are marked at some threshold of
/// the lead, how many of the marked are wrong, and how many of the wrong are marked.
struct DoubtTable {
  private let starts: [(lead: Float, isWrong: Bool)]

  init(_ readings: [LessonReading]) {
    starts = readings.flatMap { reading in
      reading.leads.indices.compactMap { place in
        reading.leads[place].map { ($0, !reading.lesson.allowed[place].contains(reading.labels[place])) }
      }
    }
  }

  /// A row a threshold, in percent.
  var text: String {
    let wrong = starts.count(where: \.isWrong)
    let rows = stride(from: Float(0.5), through: 5, by: 0.5).map { threshold in
      let marked = starts.filter { $0.lead < threshold }
      let found = marked.count(where: \.isWrong)
      return "\(threshold): \(Self.percent(marked.count, of: starts.count)) marked, "
        + "\(Self.percent(found, of: marked.count)) of them wrong, \(Self.percent(found, of: wrong)) of the wrong"
    }
    return (["lead   of \(starts.count) beginnings"] + rows).joined(separator: "\n")
  }

  private static func percent(_ part: Int, of whole: Int) -> Int { whole == 0 ? 0 : (100 * part + whole / 2) / whole }
}

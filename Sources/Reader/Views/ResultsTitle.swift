import Newspaper
import Screen
import Typesetting

/// The line at the top of the results: what is looked for, how much has been found, in what order.
struct ResultsTitle {
  let reader: Reader
  private var rect: Rect { reader.layout.title }
  private var phrases: Phrases { reader.phrases }

  func draw(on surface: inout Surface) {
    let column = surface.write(phrases.name, column: 1, row: 0, style: reader.theme[.title], clip: rect) + 2
    let end = rect.endColumn - 1
    let query = reader.results?.query?.text ?? ""
    // The query is shown as far as it can be, some of it in any case.
    let least = min(reader.width(query), 8)
    let count = counts.first { reader.width($0) + 2 + least <= end - column } ?? ""
    if !count.isEmpty { surface.write(count, endingAt: end, row: 0, style: reader.theme[.quiet], clip: rect) }
    let room = end - column - (count.isEmpty ? 0 : reader.width(count) + 2)
    let isWide = reader.width(phrases.everywhere) + 2 + reader.width(query) <= room
    let label = isWide || query.isEmpty ? reader.cut(phrases.everywhere, to: room) : ""
    var next = surface.write(label, column: column, row: 0, style: reader.theme[.quiet], clip: rect)
    if !label.isEmpty { next += 2 }
    surface.write(
      reader.cut(legible(query), to: room - (next - column)), column: next, row: 0, style: reader.theme[.title],
      clip: rect)
  }

  /// What is known of the answer, at length and in fewer and fewer words.
  private var counts: [String] {
    guard let results = reader.results, results.query != nil else { return [] }
    let order = phrases.name(of: results.order)
    let reading = reader.readingShare.map(phrases.stillReading)
    guard let newest = results.newest else { return [reading ?? phrases.searching] }
    let answer = newest.answer
    let progress = results.isSearching ? " … " + phrases.percent(answer.progress) : ""
    let days = newest.question.days.map { phrases.days($0) + ": " } ?? ""
    let long = days + phrases.hits(answer.total, inIssues: answer.issues) + progress
    let short = days + phrases.hits(answer.total) + progress
    let longest = long + " · " + order
    return (reading.map { [longest + " · " + $0, long + " · " + $0] } ?? []) + [
      longest, long, short, days + phrases.grouped(answer.total), phrases.grouped(answer.total),
    ]
  }
}

import Newspaper
import Screen
import Typesetting

/// Draws the line at the top of the results: the query, the number of hits, their order.
struct ResultsTitle {
  let environment: Environment
  let rect: Rect
  let results: Results?
  /// The share of the issues that have been read, while that goes on.
  let readShare: Double?

  private var phrases: Phrases { environment.phrases }
  private var theme: Theme { environment.theme }

  func draw(on surface: inout Surface) {
    let column = surface.write(phrases.name, column: 1, row: 0, style: theme[.title], clip: rect) + 2
    let end = rect.endColumn - 1
    let query = results?.query?.text ?? ""
    // The query is shown as far as it can be, some of it in any case.
    let least = min(environment.width(query), 8)
    let count = counts.first { environment.width($0) + 2 + least <= end - column } ?? ""
    if !count.isEmpty { surface.write(count, endingAt: end, row: 0, style: theme[.quiet], clip: rect) }
    let room = end - column - (count.isEmpty ? 0 : environment.width(count) + 2)
    let isWide = environment.width(phrases.everywhere) + 2 + environment.width(query) <= room
    let label = isWide || query.isEmpty ? environment.cut(phrases.everywhere, to: room) : ""
    var next = surface.write(label, column: column, row: 0, style: theme[.quiet], clip: rect)
    if !label.isEmpty { next += 2 }
    surface.write(
      environment.cut(legible(query), to: room - (next - column)), column: next, row: 0, style: theme[.title],
      clip: rect)
  }

  /// The answer as far as it is known, at length and in fewer and fewer words.
  private var counts: [String] {
    guard let results, results.query != nil else { return [] }
    let order = phrases.name(of: results.order)
    let reading = readShare.map(phrases.stillReading)
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

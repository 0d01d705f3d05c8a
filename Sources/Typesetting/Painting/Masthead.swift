import Newspaper

/// The words of an issue's masthead.
package struct Masthead {
  /// The paper's title.
  let title: String
  /// The title with air between its hanzi; the same where it is no paper's.
  let spacedTitle: String
  /// True if the paper is not known: the day stands in its place.
  private let isDay: Bool
  /// The date, with the day of the week where its year is known.
  private let day: String
  private let language: Language

  /// The masthead of an issue: the paper's name, else the day.
  package init(_ issue: IssueSummary, language: Language) {
    day = (issue.date?.inFull ?? Phrase("no date")).words(in: language)
    isDay = issue.title == nil
    title = issue.title ?? day
    spacedTitle =
      isDay ? title : title.map(String.init).joined(separator: title.utf8.count == title.count ? "" : "　")
    self.language = language
  }

  /// The issue's day, unless that is the title, and the number of a page.
  /// - Parameters:
  ///   - part: which part of the page is shown.
  ///   - count: the number of its parts.
  func place(ofPage page: Int, part: Int, of count: Int) -> String {
    let number = Phrase("p. {}", PageNumber(page)).words(in: language)
    return (isDay ? "" : day + "　") + number + (count > 1 ? " (\(part)/\(count))" : "")
  }
}

extension IssueDate {
  fileprivate var inFull: Phrase {
    let doubt = certainty == .inferred ? " ≈" : ""
    let month = Self.months[(month + 11) % 12]
    guard let year, let weekday = calendarDay.weekday else { return Phrase("{} {}{}", day, month, doubt) }
    return Phrase("{}, {} {} {}{}", Self.weekdays[weekday], day, month, year, doubt)
  }

  private static let weekdays = [
    Phrase("Sunday"), Phrase("Monday"), Phrase("Tuesday"), Phrase("Wednesday"), Phrase("Thursday"), Phrase("Friday"),
    Phrase("Saturday"),
  ]

  private static let months = [
    Phrase("January"), Phrase("February"), Phrase("March"), Phrase("April"), Phrase("May"), Phrase("June"),
    Phrase("July"), Phrase("August"), Phrase("September"), Phrase("October"), Phrase("November"), Phrase("December"),
  ]
}

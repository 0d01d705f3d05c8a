import Newspaper

/// The words of an issue's masthead.
package struct Masthead {
  /// The paper's title.
  let title: String
  /// The title with air between its hanzi.
  let spacedTitle: String
  private let issueDate: IssueDate?
  private let language: Language

  /// The masthead of an issue.
  /// - Parameter name: the name of a paper without a title.
  package init(_ issue: IssueSummary, name: String, language: Language) {
    title = issue.title ?? name
    spacedTitle = title.map(String.init).joined(separator: title.utf8.count == title.count ? "" : "　")
    issueDate = issue.date
    self.language = language
  }

  /// The issue's date, with the day of the week where its year is known, and the number of a page.
  func date(ofPage page: Int) -> String {
    (issueDate?.inFull ?? Phrase("no date")).words(in: language) + "　"
      + Phrase("p. {}", PageNumber(page)).words(in: language)
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

import Newspaper
import Testing

@testable import PageParsing

@Suite("Pages in English")
struct EnglishTests {
  private let schoolBody =
    "The new school on Elm Street opens its doors on Tuesday to three hundred children from the whole town."
  private let body =
    "The council met on Monday night and heard a long report on the water works, which are forty years old."

  private func text(_ lines: String) -> String {
    let page = "COUNCIL MEETS\n\n\(lines)\n\nSCHOOL OPENS\n\n\(body)\n"
    return parse(page).articles.first?.blocks(.paragraph).map(\.passage.text).joined(separator: " | ") ?? ""
  }

  @Test(
    "Words and figures meet over a line's end as they were written",
    arguments: [
      ("It was settled on March 3,\n1921, that they would go.", "It was settled on March 3, 1921, that they would go."),
      ("The cost will be 2,\n400,000 dollars in all.", "The cost will be 2,400,000 dollars in all."),
      ("They paid a sum of\n$1,200 for the house.", "They paid a sum of $1,200 for the house."),
      ("Then the mayor said,\n\"We cannot wait.\"", "Then the mayor said, \"We cannot wait.\""),
      ("The mayor had op-\nposed the measure.", "The mayor had opposed the measure."),
      ("a grey-haired man and a grey-\nhaired woman came.", "a grey-haired man and a grey-haired woman came."),
      ("They were twenty-\nfive in number.", "They were twenty-five in number."),
      ("after the Franco-\nPrussian war he left.", "after the Franco-Prussian war he left."),
      ("the store of Hart\n& Co. was closed.", "the store of Hart & Co. was closed."),
      ("It was Dr.\nWhite who came first.", "It was Dr. White who came first."),
    ])
  func lineEnds(lines: String, joined: String) { #expect(text(lines) == joined) }

  @Test("A page head is no headline, and the issue is dated by it")
  func pageHead() {
    let page = "THE RIVERTON DAILY NEWS, FRIDAY, MARCH 4, 1921      PAGE 5\n\nCOUNCIL MEETS\n\n\(body)\n"
    let issue = parse(page)
    #expect(issue.articles.map(\.title) == ["COUNCIL MEETS"])
    #expect(issue.date?.value == "1921-03-04")
    #expect(issue.title == "THE RIVERTON DAILY NEWS")
  }

  @Test("Heads in capitals that end with a full stop, and advertisements, begin items")
  func headsWithStops() {
    let page = """
      4

      THE NORTHERN HERALD, FRIDAY, OCTOBER 19, 1860.

      WANTED, by a family in the country, a steady cook, who can bring a character from her last place.

      THE WATER WORKS.

      (From the Paris Papers.)

      \(body)

      TO BE LET, a house of nine rooms with a garden and stables, within a mile of the town and the railway.

      THE NEW SCHOOL.

      \(schoolBody)
      """
    let issue = parse(page)
    let heads = issue.articles.map { $0.blocks(.headline).map(\.passage.text).joined() }
    #expect(heads == ["", "THE WATER WORKS.", "", "THE NEW SCHOOL."])
    #expect(issue.date?.value == "1860-10-19")
  }

  @Test(
    "A head in spaced type is set as its words",
    arguments: [
      ("T H E   W A T E R   W O R K S.", "THE WATER WORKS."), ("D  E  A  T  H  S.", "DEATHS."),
      ("S C H O O L S", "SCHOOLS"), ("J. H. S. M. R.", "J. H. S. M. R."),
      ("T H E S C H O O L O F T H E T O W N", "T H E S C H O O L O F T H E T O W N"),
    ])
  func spacedHead(line: String, head: String) throws {
    let issue = parse("\(line)\n\n\(body)\n\nTHE NEW SCHOOL.\n\n\(schoolBody)\n")
    let passage = try #require(issue.articles.first?.blocks(.headline).first?.passage)
    #expect(passage.text == head)
    #expect(passage.repairs.map(\.kind) == (head.contains(" S") ? [] : [.spaceRemoved]))
  }

  @Test("A masthead of several lines is no headline")
  func masthead() {
    let page = """
      Vol. XLII, No. 13,204

      THE RIVERTON DAILY NEWS

      RIVERTON, TUESDAY, OCTOBER 7, 1952        PRICE FIVE CENTS

      Council Meets at Last

      \(body)
      """
    #expect(parse(page).articles.map(\.title) == ["Council Meets at Last"])
    #expect(parse(page).date?.value == "1952-10-07")
  }

  @Test(
    "A dateline in English says from where, when and by whom",
    arguments: [
      ("LONDON, March 3 (Reuters).—", "LONDON", "Reuters", "--03-03"),
      ("GREENVILLE, Ohio, Oct. 6 (AP) — ", "GREENVILLE", "AP", "--10-06"),
      ("WASHINGTON (UP) -- ", "WASHINGTON", "UP", nil),
      ("NEW YORK — ", "NEW YORK", "", nil),
    ])
  func dateline(words: String, place: String, agency: String, date: String?) {
    let dateline = parse("COUNCIL MEETS\n\n\(words)\(body)\n").articles.first?.dateline
    #expect(dateline?.place == place)
    #expect(dateline?.agency == agency)
    #expect(dateline?.date == date)
  }

  @Test("A notice with a dash behind its first word has no dateline")
  func noDateline() {
    #expect(parse("NOTICES\n\nLOST—A brown purse near the station. Reward.\n").articles.first?.dateline == nil)
  }

  @Test("Bylines name everyone, their work apart")
  func byline() {
    let page = "Council Meets at Last\n\nBy MARY L. JONES and Peter Cole\nStaff Writers\n\n\(body)\n"
    #expect(parse(page).articles.first?.people.map(\.name) == ["MARY L. JONES", "Peter Cole"])
    #expect(parse(page.replacingOccurrences("Writers", "Writer")).articles.first?.blocks(.byline).count == 2)
  }

  @Test(
    "A turn in English names its page",
    arguments: [
      ("(Continued on Page 9, Column 3)", Jump.Direction.to, 9), ("Continued on Page 5, Col. 3", .to, 5),
      ("See SCHOOLS, Page A6", .to, 6), ("Turn to Page Two", .to, 2),
    ])
  func turn(line: String, direction: Jump.Direction, page: Int) {
    let articles = parse("COUNCIL MEETS\n\n\(body)\n\n\(line)\n\nSCHOOL OPENS\n\n\(schoolBody)\n").articles
    #expect(articles.count == 2)
    #expect(articles.first?.jump?.page == page)
    #expect(articles.first?.jump?.direction == direction)
  }

  @Test("A line in capitals is a head, though nothing else tells it")
  func capitals() {
    let page = "COUNCIL MEETS\n\n\(body)\n\nCHURCH SUPPER\n\n\(body.replacingOccurrences("council", "church"))\n"
    #expect(parse(page).articles.map(\.title) == ["COUNCIL MEETS", "CHURCH SUPPER"])
  }

  @Test("An apostrophe opens and closes no quotation")
  func apostrophe() {
    let page = "COUNCIL MEETS\n\n“We know,” he said. “Parking isn’t just about the city’s cars.”\n"
    #expect(parse(page).articles.first?.blocks.flatMap(\.passage.repairs).isEmpty == true)
  }

  @Test("A short line before one with a capital is no part of it")
  func shortHead() {
    let page = "COUNCIL MEETS\n\n\(body)\n\nSee PARKING, Page 4A\n\nPolice log\n\nA bicycle was stolen on Elm Street.\n"
    #expect(parse(page).articles.map(\.title) == ["COUNCIL MEETS", "Police log"])
  }

  @Test("A head that is broken between its words is one head, and what is set otherwise below it a deck")
  func brokenHead() throws {
    let head = "COUNCIL VOTES NEW\nBRIDGE FOR RIVER\n\nCost of Span Will Be\nBorne By Three Counties"
    let article = try #require(parse("\(head)\n\n\(body)\n").articles.first)
    #expect(article.title == "COUNCIL VOTES NEW BRIDGE FOR RIVER")
    #expect(article.blocks(.deck).map(\.passage.text) == ["Cost of Span Will Be Borne By Three Counties"])
  }

  @Test("A line that goes on right below with a small letter is no caption")
  func textBeforeTable() throws {
    let page = try #require(SamplePages.small.first { $0.contains("RAIN EXPECTED TODAY") })
    let article = try #require(parse(page).articles.last)
    #expect(article.title == "RAIN EXPECTED TODAY" && article.blocks(.caption).isEmpty)
    #expect(article.blocks(.paragraph).first?.passage.lines.count == 2)
  }

  @Test("A caption names who took the picture")
  func credit() {
    let page = "COUNCIL MEETS\n\n\(body)\n\nWorkers place the last girder on Monday. (Staff photo by Ed Hill)\n"
    #expect(parse(page).articles.flatMap { $0.blocks(.caption) }.first?.credit == "Ed Hill")
  }
}

extension String {
  fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}

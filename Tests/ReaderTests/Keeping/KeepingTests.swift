import Newspaper
import Testing

@testable import Reader

/// Someone who reads, ends, and comes back the next day.
private struct Days {
  var marks: [String: IssueMarks] = [:]
  var last: LastPosition?

  /// Reads for a while and keeps what is worth it.
  /// - Returns: the screen as it was left.
  @discardableResult
  mutating func read(
    _ issues: [Newspaper.Issue] = Papers.all, _ keys: String = "", columns: Int = 60, rows: Int = 12
  ) -> Desk {
    var desk = Desk(issues, columns: columns, rows: rows, kept: marks, last: last)
    desk.type(keys)
    marks.merge(desk.reader.takeMarks()) { $1 }
    last = desk.reader.lastPosition
    return desk
  }
}

extension Papers {
  /// The spring issue with a story above all others, or one fewer.
  fileprivate static let changedSpring: Newspaper.Issue = {
    var issue = spring
    issue.articles.removeFirst()
    for index in issue.articles.indices { issue.articles[index].number -= 1 }
    return issue
  }()
}

@Test("The reader opens where one left off: the same issue, article and sentence")
func opensWhereOneLeftOff() {
  var days = Days()
  let left = days.read(Papers.all, "<enter>j<enter>6j")
  #expect(left.reader.place.top == 6)
  #expect(days.read().screen == left.screen)
  #expect(days.read().screen == left.screen)
}

@Test(
  "… in every pane and on every screen",
  arguments: ["", "j", "j<enter>", "<enter>3j", "<enter>j<enter>G", "jj<enter>l"])
func opensInEveryPane(_ keys: String) {
  for columns in [40, 60, 120] {
    var days = Days()
    let left = days.read(Papers.all, keys, columns: columns)
    #expect(days.read(columns: columns).screen == left.screen)
  }
}

@Test("On another screen the same sentence stands at the top")
func opensAtTheSentence() {
  var days = Days()
  var left = days.read(Papers.all, "<enter>j<enter>8j", columns: 60)
  left.resize(columns: 34, rows: 20)
  #expect(days.read(columns: 34, rows: 20).screen == left.screen)
  #expect(days.read(columns: 60).reader.place.top == 8)
}

@Test("What was read is marked in the list, also before the issue is opened")
func readMarksInTheList() {
  var days = Days()
  days.read(Papers.all, "<enter>j<enter>]qq")
  #expect(days.read().line(2).contains("2/4"))
  #expect(days.read(Papers.all, "jj").line(2).contains("2/4"))
}

@Test("U marks an article as unread until one comes to it again, and as read")
func marksAsUnread() {
  var days = Days()
  let desk = days.read(Papers.all, "<enter>j<enter>U")
  #expect(desk.status == " 已标为未读")
  #expect(days.marks["spring"]?.read == [])
  days.read(Papers.all, "jk")
  // It was opened again at the next start.
  #expect(days.marks["spring"]?.read.count == 1)
  days.read(Papers.all, "Uqq")
  #expect(days.read().line(2).contains("0/4"))
  days.read(Papers.all, "<enter>U")
  #expect(days.marks["spring"]?.read.count == 1)
}

@Test("A continuation is read, and unread, with its opening")
func continuationsAreReadAlong() {
  var days = Days()
  days.read([Papers.turning], "<enter>j<enter>")
  #expect(days.marks["turning"]?.read.count == 2)
  days.read([Papers.turning], "U")
  #expect(days.marks["turning"]?.read.count == 0)
}

@Test("An issue that is gone is passed over, and its marks are there when it comes back")
func missingIssues() {
  var days = Days()
  let left = days.read(Papers.all, "<enter>j<enter>6j")
  let last = days.last
  let desk = days.read([Papers.winter, Papers.undated])
  #expect(desk.reader.selectedIssue == 0)
  #expect(desk.reader.pane == .issues)
  days.last = last
  #expect(days.read().screen == left.screen)
}

@Test("An issue that has changed opens at the same article, and keeps the marks of one that is missing now")
func changedIssues() {
  var days = Days()
  days.read(Papers.all, "<enter><enter>]6j")
  let before = days.marks["spring"]
  let desk = days.read([Papers.changedSpring, Papers.winter], "j")
  #expect(desk.reader.visit.article == 0)
  #expect(desk.screen.contains("4月11日上午"))
  #expect(days.marks["spring"]?.read == before?.read)
  #expect(days.read(Papers.all).reader.visit.article == 1)
}

@Test("Marks follow the articles of an issue that changes while it is read")
func changesWhileReading() {
  var desk = Desk(Papers.all, columns: 60, rows: 12)
  desk.type("<enter>j<enter>]")
  let marks = desk.reader.takeMarks()["spring"]
  _ = desk.reader.receive([Papers.changedSpring.summary, Papers.winter.summary], changed: ["spring"])
  _ = desk.reader.receive(Papers.changedSpring)
  #expect(desk.reader.visit.article == 1)
  #expect(desk.reader.visit.read == [0, 1])
  #expect(desk.reader.takeMarks()["spring"] == marks)
}

@Test("A place that no article has is the nearest one before it, without an error")
func placesThatAreGone() {
  let kept = IssueMarks(
    article: SourcePosition(page: 1, line: 6), read: [SourcePosition(page: 9, line: 1)],
    places: [SourcePosition(page: 1, line: 5): .init(SourcePosition(page: 1, line: 998), above: 3)])
  let desk = Desk(
    Papers.all, columns: 60, rows: 12, kept: ["spring": kept], last: .init(issue: "spring", context: .article))
  #expect(desk.reader.visit.article == 0)
  #expect(desk.screen.contains("全市植树活动启动"))
}

@Test("A search that is being typed when the reader ends leaves one where one was")
func searchingIsNoPlace() {
  var days = Days()
  let left = days.read(Papers.all, "<enter>j<enter>3j")
  days.read(Papers.all, "/白鹭")
  #expect(days.read().screen == left.screen)
  #expect(days.marks["spring"]?.read.count == 1)
}

@Test("Marks that are found later come to those made since, and the selection stays")
func marksFoundLater() {
  var days = Days()
  days.read(Papers.all, "<enter>j<enter>6j]")
  var desk = Desk(Papers.all, columns: 60, rows: 12)
  desk.type("<enter>G<enter>")
  desk.reader.resume(days.marks, at: nil)
  _ = desk.reader.start()
  #expect(desk.reader.visit.article == 3)
  #expect(desk.reader.visit.read == [1, 2, 3])
  #expect(desk.reader.visit.places[1]?.anchor != nil)
}

@Test("An issue that was only shown beside the list has nothing to keep")
func nothingToKeep() {
  var desk = Desk(Papers.all, columns: 120, rows: 20)
  desk.type("jk")
  #expect(desk.reader.takeMarks().values.allSatisfy { $0 == IssueMarks() })
}

@Test("Only issues that were looked at have anything to keep, and only once")
func marksAreTakenOnce() {
  var desk = Desk(Papers.all, columns: 60, rows: 6)
  #expect(desk.reader.takeMarks().isEmpty)
  desk.type("<enter>")
  #expect(desk.reader.takeMarks().keys.sorted() == ["spring"])
  #expect(desk.reader.takeMarks().isEmpty)
  desk.type("j}")
  #expect(desk.reader.takeMarks().keys.sorted() == ["spring", "winter"])
}

@Test("Places written as text are read back", arguments: ["1:12", "3:1:40", "12:7:0+2"])
func placeTexts(_ text: String) {
  let place = IssueMarks.Place(text: text)
  #expect(place.flatMap { IssueMarks.Place(text: $0.text) } == place)
  #expect(place != nil)
}

@Test(
  "What is no place is none",
  arguments: ["", "1", "0:1", "1:-1", "a:b", "1:2:3:4", "1:2+", "1:2+-3", "1:2:", "99999999999999999999:1"])
func noPlaces(_ text: String) { #expect(IssueMarks.Place(text: text) == nil) }

@Test("What was searched for with enter, here or everywhere, is at the arrows the next day; what was only typed is not")
func searchesComeBack() {
  var today = Desk(Papers.seeds, columns: 80, rows: 24)
  today.type("<enter>/会议<enter>/报名<esc>g/衡阳<enter>qg/日报<esc>")
  #expect(today.reader.takeSearches() == ["会议", "衡阳"])
  #expect(today.reader.takeSearches() == [])
  var tomorrow = Desk(Papers.seeds, columns: 80, rows: 24)
  tomorrow.reader.resume(searches: ["会议", "衡阳"])
  tomorrow.type("<enter>/<up>")
  #expect(tomorrow.reader.promptLine?.text == "衡阳")
  tomorrow.type("<up>")
  #expect(tomorrow.reader.promptLine?.text == "会议")
  tomorrow.type("<enter>")
  #expect(tomorrow.reader.takeSearches() == ["会议"])
}

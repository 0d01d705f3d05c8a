import Newspaper
import Testing

@testable import Reader

private func desk(_ keys: String, columns: Int = 80, rows: Int = 24) -> Desk {
  Desk(typing: keys, columns: columns, rows: rows)
}

@Suite("The calendar") struct CalendarTests {
  @Test("g d opens at the day of the issue; h j k l, [ ] and { } go by days, weeks, months and years")
  func moves() {
    var desk = desk("gd")
    #expect(desk.status.contains("Wed 2023-04-12 · 1 issue · 4 articles"))
    #expect(desk.screen.contains("2023-04") && desk.screen.contains("Mo Tu We Th Fr Sa Su"))
    for (key, day) in [
      ("l", "Thu 2023-04-13"), ("j", "Thu 2023-04-20"), ("k", "Thu 2023-04-13"), ("h", "Wed 2023-04-12"),
      ("[", "Sun 2023-03-12"), ("]", "Wed 2023-04-12"), ("{", "Tue 2022-04-12"), ("}", "Wed 2023-04-12"),
      ("3h", "Sun 2023-04-09"), ("2022<enter>", "Sat 2022-04-09"), ("G", "Sun 2023-12-31"), ("gg", "Sat 2022-01-01"),
    ] {
      desk.type(key)
      #expect(desk.status.contains(day), "after \(key): \(desk.status)")
    }
  }

  @Test("enter opens the issue of the day; a day without one is said; q goes back")
  func opens() {
    var desk = desk("gd{8]<enter>")
    #expect(desk.status.contains("no issue of 2022-12-12"))
    desk.type("10h<enter>")
    #expect(desk.reader.selectedID == "winter" && desk.reader.context == .contents)
    desk.type("gdq")
    #expect(desk.reader.context == .contents)
  }

  @Test(":date goes to a month or a year, a count before g d to a year")
  func jumps() {
    var desk = desk(":date<space>2022-12<enter>")
    #expect(desk.status.contains("2022-12-01"))
    desk.type("q2022gd")
    #expect(desk.status.contains("2022-01-01"))
    desk.type(":date<space>2022-13<enter>")
    #expect(desk.status.contains("a month is written"))
  }

  @Test("Days are shaded by their articles, and by hits once there is a query")
  func shades() {
    var desk = desk("gd")
    #expect(desk.screen.contains("12█"))
    desk.type("qg/白菜<enter>gd")
    #expect(desk.status.contains("2022-12-02") && desk.status.contains("1 hit"))
    #expect(desk.screen.contains(" 2█") && desk.line(0).contains("白菜 1 hit"))
    desk.type("]]]]")
    #expect(desk.screen.contains("12·"))
  }

  @Test("Every size shows the day", arguments: [(80, 24), (120, 40), (200, 60), (40, 10), (20, 5), (1, 1)])
  func sizes(_ columns: Int, _ rows: Int) {
    var desk = desk("gd", columns: columns, rows: rows)
    guard columns >= 20 else { return }
    for key in ["j", "j", "]", "G", "gg"] {
      desk.type(key)
      #expect(!desk.marked(.selected).isEmpty, "after \(key) at \(columns)×\(rows): \(desk.screen)")
    }
    if columns == 200 { #expect(desk.screen.contains("2022-12") && desk.screen.contains("2023-01")) }
  }
}

@Suite("The list of issues") struct FilterTests {
  @Test("& narrows the list as one types: text, date:, paper:, unread; esc puts it back, esc in the list shows all")
  func filters() {
    var desk = desk("&蔬菜", columns: 60)
    #expect(desk.screen.contains("冬储蔬菜") && !desk.screen.contains("新校舍"))
    desk.type("<esc>")
    #expect(desk.screen.contains("新校舍"))
    desk.type("&date:2022<enter>")
    #expect(desk.reader.issues.count == 1 && desk.status.contains("&date:2022"))
    desk.type("<enter>q<esc>")
    #expect(desk.reader.issues.count == 3 && desk.reader.selectedID == "winter")
    desk.type("<enter>:read<enter>q&unread<enter>")
    #expect(desk.reader.issues.count == 2 && desk.reader.selectedID == "spring")
    desk.type("&没有<enter>")
    #expect(desk.status.contains("no issue is left") && desk.reader.issues.count == 2)
  }

  @Test("o lists the oldest first, the selected issue stays")
  func order() {
    var desk = desk("jo", columns: 60)
    #expect(desk.reader.selectedID == "winter" && desk.reader.issues[0].id == "undated")
    desk.type("o")
    #expect(desk.reader.issues[0].id == "spring")
  }

  @Test("A mark in an issue that the filter leaves out drops the filter")
  func marks() {
    let desk = desk("<enter>j<enter>maqq&date:2022<enter>'a", columns: 60)
    #expect(desk.reader.selectedID == "spring" && desk.reader.context == .article)
  }

  @Test("Names of papers stand in full before the headline where they differ")
  func papers() {
    let issues = [("a", "衡阳日报"), ("b", "深圳特区报晚间版")].map {
      makeIssue($0.0, date: day(2021, 6, 22), title: $0.1, Story(head("春耕备耕忙"), text("田间地头。")))
    }
    let desk = Desk(issues, columns: 40, rows: 16, language: .english)
    #expect(desk.screen.contains("深圳特区报晚间版 · 春耕备耕忙") && desk.screen.contains("衡阳日报 · 春耕备耕忙"))
  }
}

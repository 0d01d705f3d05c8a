import CSystem
import Newspaper
import Screen
import Strings
import Testing

@testable import Reader
@testable import Typesetting

private let sizes = [(80, 20), (120, 35), (118, 26), (200, 55), (300, 95), (60, 18), (40, 12), (100, 40), (160, 30)]
  .map { Size(columns: $0.0, rows: $0.1) }

private func forEverySheet(_ body: (FrontPages.Sheet, Newspaper.Issue, Size, String) -> Void) {
  for issue in Papers.seeds + Papers.all {
    for size in sizes {
      let front = FrontPages(issue, size: size, language: .chinese)
      for sheet in front.sheets { body(sheet, issue, size, "\(issue.id) at \(size.columns)×\(size.rows)") }
    }
  }
}

@Test("Every article has one box, on a sheet that its frame fits")
func everyArticleHasABox() {
  for issue in Papers.seeds + Papers.all {
    for size in sizes {
      let boxes = FrontPages(issue, size: size, language: .chinese).sheets.flatMap(\.boxes)
      #expect(boxes.map(\.article).sorted() == Array(issue.articles.indices), "\(issue.id) at \(size)")
      for box in boxes {
        #expect(box.frame.column >= 0 && box.frame.endColumn <= size.columns)
        #expect(box.frame.row >= 0 && box.frame.endRow <= size.rows)
      }
    }
  }
}

@Test("At 200 × 60 a whole given page is to be seen at once")
func wholePageAtOnce() {
  for issue in Papers.seeds {
    var desk = Desk([issue], columns: 200, rows: 60)
    desk.type("<enter>v")
    #expect(desk.reader.front?.sheets.count == 1)
    for article in issue.articles {
      let start = article.title.filter { !$0.isWhitespace }.prefix(4)
      #expect(desk.screen.filter { $0 != " " && $0 != "　" }.contains(start), "\(issue.id): \(start)")
    }
  }
}

@Test("Boxes share rules and nothing else")
func boxesDoNotOverlap() {
  forEverySheet { sheet, _, _, what in
    for (index, one) in sheet.boxes.enumerated() {
      for other in sheet.boxes.dropFirst(index + 1) {
        let common = one.frame.intersection(other.frame)
        if common.columns > 1 && common.rows > 1 { Testing.Issue.record("\(what): \(one.frame) and \(other.frame)") }
      }
    }
  }
}

@Test("No box is empty, none ends inside its head, and each says when it goes on")
func boxesShowTheirHeads() {
  forEverySheet { sheet, issue, size, what in
    for box in sheet.boxes {
      let what = "\(what), article \(box.article + 1)"
      guard let page = box.page, let flow = box.pages.flow else {
        if !issue.articles[box.article].blocks.isEmpty { Testing.Issue.record("\(what): empty") }
        continue
      }
      if page.slots.contains(where: { $0.depth >= box.text.rows }) { Testing.Issue.record("\(what): below the box") }
      let shown = page.slots.last?.line ?? 0
      let heads = box.pages.galley.lines.prefix { $0.part.isHead || $0.part == .air }.count
      // A head that is longer than the screen cannot be shown whole, though its air is left out.
      let words = box.pages.galley.lines.prefix(heads).filter { $0.part != .air }.count
      let isTooLong = sheet.boxes.count == 1 && words > box.text.rows - 1
      if shown < heads - 2, !isTooLong { Testing.Issue.record("\(what): cut inside its head") }
      if box.goesOn != (flow.pages.count > 1) { Testing.Issue.record("\(what): ……") }
      let body = box.pages.galley.lines.count - box.pages.galley.stackCount
      if body > 0, size.rows >= 18, shown < heads { Testing.Issue.record("\(what): nothing of its text") }
    }
  }
}

@Test("The lead is the largest box of its sheet")
func leadIsTheLargest() {
  forEverySheet { sheet, _, size, what in
    guard size.columns >= 80, size.rows >= 26, let lead = sheet.boxes.first else { return }
    let largest = sheet.boxes.map { $0.frame.columns * $0.frame.rows }.max() ?? 0
    if lead.frame.columns * lead.frame.rows < largest { Testing.Issue.record("\(what): \(lead.frame), \(largest)") }
  }
}

// MARK: Moving about

private func front(_ issue: Newspaper.Issue = Papers.seeds[0], columns: Int = 200, rows: Int = 60) -> Desk {
  var desk = Desk([issue], columns: columns, rows: rows)
  desk.type("<enter>v")
  return desk
}

@Test("The arrows and h j k l move the focus by where things stand, and reach every box")
func focusReachesEveryBox() {
  for (columns, rows) in [(200, 60), (120, 40), (80, 24), (40, 20)] {
    let start = front(columns: columns, rows: rows)
    var seen: Set<Int> = [start.reader.visit.article]
    var waiting = [start]
    while let desk = waiting.popLast() {
      for key in ["<down>", "k", "<right>", "<left>"] {
        var next = desk
        next.type(key)
        if next.reader.isFront, seen.insert(next.reader.visit.article).inserted { waiting.append(next) }
      }
    }
    #expect(seen.count == Papers.seeds[0].articles.count, "\(columns)×\(rows): \(seen.sorted())")
  }
}

@Test("Right and back left, down and back up, end where they began")
func movesComeBack() {
  var desk = front()
  desk.type("gg")
  let lead = desk.reader.frontSheet?.boxes.first?.article ?? 0
  while desk.reader.visit.article != lead, desk.reader.isFront { desk.type("h") }
  #expect(desk.reader.isFront)
  desk.type("l")
  #expect(desk.reader.visit.article != lead)
  desk.type("h")
  #expect(desk.reader.visit.article == lead)
}

@Test("At the left edge h goes back, and esc goes back from anywhere")
func leavingTheFrontPage() {
  var desk = front()
  desk.type("hhhhhhh")
  #expect(desk.reader.pane == .issues)
  desk.type("<enter>")
  #expect(desk.reader.isFront)
  desk.type("<right><esc>")
  #expect(desk.reader.pane == .issues)
}

@Test("enter opens the article of the box, esc comes back to the page")
func openingABox() {
  var desk = front(columns: 120, rows: 40)
  desk.type("l")
  let article = desk.reader.visit.article
  desk.type("<enter>")
  #expect(desk.reader.pane == .article)
  #expect(desk.reader.visit.article == article)
  desk.type("<esc>")
  #expect(desk.reader.isFront)
  #expect(desk.reader.visit.article == article)
}

@Test("The rules around the box with the focus are heavier, those of no other")
func focusIsHeavy() {
  var desk = front(columns: 120, rows: 40)
  desk.type("l")
  let heavy = desk.screen.filter { "┃┗┛".contains($0) }.count
  let box = desk.reader.frontSheet?.boxes.first { $0.article == desk.reader.visit.article }
  #expect(heavy >= 2 * ((box?.frame.rows ?? 0) - 4))
  #expect(heavy <= 2 * (box?.frame.rows ?? 0))
}

@Test("The rules around a box at the page's edge end in corners there")
func focusHasCorners() {
  let issue = makeIssue("edge", Story(head("南山小学新校舍落成"), text("本报讯 新校舍落成典礼在操场举行。")))
  let desk = front(issue, columns: 80, rows: 24)
  #expect(desk.line(3).first == "┏" && desk.line(3).last == "┓", "\(desk.line(3))")
}

@Test("A pointer's box does not speak of a repeat; the article does")
func pointersAreQuiet() {
  let issue = makeIssue(
    "quiet", Story(head("南山小学新校舍落成"), text("本报讯 南山小学新校舍落成典礼在操场举行，可容纳学生一千二百人。")),
    Story(head("河道整治开工"), pointer("详见第七版"), again("河道整治开工"), kind: .pointer, pointsTo: 7))
  var desk = front(issue, columns: 80, rows: 24)
  #expect(desk.screen.contains("详见第七版") && !desk.screen.contains("已折叠"))
  desk.type(":article<space>2<enter>:view<space>one<enter>")
  #expect(desk.screen.contains("已折叠"))
}

@Test("Smaller screens turn the page; the masthead says where one is")
func sheetsTurn() {
  var desk = front(columns: 80, rows: 24)
  let count = desk.reader.front?.sheets.count ?? 0
  #expect(count > 1)
  #expect(desk.line(2).contains("（1/\(count)）") || desk.line(2).contains("(1/\(count))"))
  desk.type("<space>")
  #expect(desk.line(2).contains("2/\(count)"))
  desk.type("G")
  #expect(desk.reader.visit.article == Papers.seeds[0].articles.count - 1)
  desk.type("gg")
  #expect(desk.reader.visit.article == 0)
}

@Test(
  "The masthead has the paper's name, the day with its doubt and weekday, and the page; the folder's name it has not")
func masthead() {
  var paper = Papers.spring
  paper.title = "南山报"
  #expect(front(paper, columns: 80, rows: 24).line(2).contains("南　山　报"))
  #expect(front(paper, columns: 80, rows: 24).line(2).hasSuffix("2023年4月12日 ≈ 星期三　第一版"))
  #expect(front().line(2).hasPrefix("  2021年6月22日 ≈ 星期二  "))
  #expect(front().line(2).hasSuffix(" 第一版"))
  var desk = Desk([Papers.undated], columns: 80, rows: 24, language: .english)
  desk.type("<enter>v")
  #expect(desk.line(2).hasPrefix("  4 March ≈  ") && desk.line(2).hasSuffix(" p. 1"))
}

@Test("There is one count of pages: the paper's, with the part of a page that needs more than the screen")
func pageCount() {
  var desk = front(Papers.turning, columns: 80, rows: 40)
  #expect(desk.line(2).hasSuffix("第一版"))
  desk.type("G")
  #expect(desk.line(2).hasSuffix("第二版"))
  var small = front(columns: 80, rows: 24)
  #expect(small.line(2).hasSuffix("第一版 (1/4)"))
  small.type("G")
  #expect(small.line(2).hasSuffix("第一版 (4/4)"))
}

@Test("While a search is typed the focus goes to the match; enter opens it there")
func searchOnTheFrontPage() {
  var desk = front(columns: 120, rows: 40)
  desk.type("/华为")
  #expect(desk.reader.isFront)
  #expect(desk.reader.frontSheet?.boxes.contains { $0.article == desk.reader.visit.article } == true)
  let article = desk.reader.visit.article
  desk.type("<enter>")
  #expect(desk.reader.pane == .article && desk.reader.visit.article == article)
  #expect(desk.marked(.currentMatch).contains("华为"))
}

import Newspaper
import Strings
import TestFolders
import Testing

@testable import Library

@Suite("Files that are one issue")
struct IssueGroupingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Each issue of a corpus of these files, with its pages: `id: 1 name, 2 name`.
  private func issues(_ names: [String]) throws -> [String] {
    for name in names { try scratch.write("文", to: name) }
    return scratch.issues(of: scratch.open())
  }

  @Test("A dated folder of numbers is one issue, called as the folder is")
  func datedFolder() throws {
    #expect(
      try issues(["2021-06-22/01.txt", "2021-06-22/p03.md", "2021-06-22/第04版.txt", "2021-06-22/2021-06-22_02.txt"])
        == ["2021-06-22: 1 01.txt, 2 2021-06-22_02.txt, 3 p03.md, 4 第04版.txt"])
  }

  @Test("So is one whose pages repeat the paper's name")
  func datedFolderOfNames() throws {
    #expect(
      try issues(["2021-06-22/hyrb_01.txt", "2021-06-22/hyrb_02.txt"])
        == ["2021-06-22: 1 hyrb_01.txt, 2 hyrb_02.txt"])
  }

  @Test("Pages that are numbered within a section are pages of one issue")
  func sections() throws {
    #expect(
      try issues(["2021-06-22/A01.txt", "2021-06-22/A02.txt"]) == ["2021-06-22: 1 A01.txt, 2 A02.txt"])
  }

  @Test("Two papers in one dated folder stay two")
  func twoPapers() throws {
    let names = ["hyrb_01", "hyrb_02", "rmrb_01", "rmrb_02"]
    #expect(
      try issues(names.map { "2021-06-22/\($0).txt" }) == [
        "2021-06-22_hyrb: 1 hyrb_01.txt, 2 hyrb_02.txt", "2021-06-22_rmrb: 1 rmrb_01.txt, 2 rmrb_02.txt",
      ])
  }

  @Test("A folder that holds the pages of one day is one issue, called by what their names share")
  func datedFiles() throws {
    #expect(
      try issues(["rmrb/rmrb_19980105_p01.txt", "rmrb/rmrb_19980105_p09.txt"]) == [
        "rmrb_19980105: 1 rmrb_19980105_p01.txt, 9 rmrb_19980105_p09.txt"
      ])
  }

  @Test("A folder of loose pages keeps each an issue of its own, with its number")
  func loosePages() throws {
    #expect(
      try issues(["rmrb_19980105_p01.txt", "rmrb_19980105_p09.txt", "rmrb_19980106_p01.txt", "2021-06-22.txt"]) == [
        "2021-06-22: 1 2021-06-22.txt", "rmrb_19980105_p01: 1 rmrb_19980105_p01.txt",
        "rmrb_19980105_p09: 9 rmrb_19980105_p09.txt", "rmrb_19980106_p01: 1 rmrb_19980106_p01.txt",
      ])
  }

  @Test("A single page keeps its name, and its number")
  func singlePage() throws {
    #expect(try issues(["shenbao_19490512_p02.txt"]) == ["shenbao_19490512_p02: 2 shenbao_19490512_p02.txt"])
  }

  @Test("Without a day, pages of one name stay apart")
  func undated() throws {
    let names = (1...5).map { "local_p00\($0)" }
    #expect(try issues(names.map { $0 + ".txt" }) == names.map { "\($0): 1 \($0).txt" })
  }

  @Test("Without a day a folder is an issue where its pages are called by nothing but numbers")
  func numbersOnly() throws {
    #expect(try issues(["刊/第04版.txt", "刊/第二版.txt"]) == ["刊: 2 第二版.txt, 4 第04版.txt"])
    #expect(try issues(["刊/附记.txt"]) == ["第04版: 1 第04版.txt", "第二版: 1 第二版.txt", "附记: 1 附记.txt"])
  }

  @Test("Two files that claim one page are both kept, and it is told")
  func duplicates() throws {
    #expect(
      try issues(["2021-06-22/01.md", "2021-06-22/01.txt", "2021-06-22/03.txt"])
        == ["2021-06-22: 1 01.md, 3 03.txt, 4 01.txt"])
    #expect(
      scratch.problems(of: scratch.open())
        == ["2021-06-22/01.txt: page 1 is 01.md; shown as page 4; baolan.json can say which it is"])
  }

  @Test("A page that cannot be read leaves the others of its issue")
  func unreadablePage() throws {
    try scratch.write("", to: "2021-06-22/02.txt")
    #expect(
      try issues(["2021-06-22/01.txt", "2021-06-22/03.txt"]) == ["2021-06-22: 1 01.txt, 3 03.txt"])
    #expect(scratch.problems(of: scratch.open()) == ["2021-06-22/02.txt: is empty; left out"])
  }

  @Test("Files given one by one are gathered as their folder would be")
  func givenFiles() throws {
    let paths = try ["02", "01"].map { try scratch.write("文", to: "2021-06-22/\($0).txt") }
    #expect(scratch.issues(of: Corpus.open(paths: paths)) == ["2021-06-22: 1 01.txt, 2 02.txt"])
  }

  @Test("The five pages that come with Baolan stay five issues, called as their files are")
  func seedsStay() {
    #expect(Corpus.open(paths: [seeds]).ids.map { $0.prefix(4) } == ["000_", "001_", "002_", "003_", "004_"])
  }

  @Test("Each page keeps its lines, and the articles of all are numbered through")
  func wholeIssue() throws {
    try scratch.write("主题甲\n本报讯 一月三日，甲地开会。\n", to: "2021-06-22_01.txt")
    try scratch.write("主题乙\n本报讯 一月三日，乙地开会。\n", to: "2021-06-22_03.txt")
    var corpus = scratch.open()
    let issue = try #require(try corpus.issue("2021-06-22"))
    #expect(issue.pages.map(\.number) == [1, 3])
    #expect(issue.page(3)?.text.line(1) == "主题乙")
    #expect(issue.articles.map(\.number) == Array(1...issue.articles.count))
    #expect(Set(issue.articles.flatMap(\.blocks).map(\.passage.page)) == [1, 3])
  }
}

@Suite("The day that a name gives")
struct NamedDayTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("A day in the file's name is stated and goes before what the articles report")
  func fileName() throws {
    try scratch.write("主题\n本报讯 2020年1月3日，甲地开会。\n", to: "报2021-06-22.txt")
    let date = try #require(scratch.open().summaries.first?.date)
    #expect(date.value == "2021-06-22")
    #expect(date.certainty == .stated)
    #expect(date.because(in: .english) == "the file is named 报2021-06-22")
    #expect(date.because(in: .chinese) == "文件名为“报2021-06-22”")
  }

  @Test("So is one in the folder's name; the file's own goes before it")
  func folderName() throws {
    try scratch.write("文", to: "2021年6月22日/a.txt")
    try scratch.write("文", to: "2021年6月22日/b 2021-06-23.txt")
    let dates = scratch.open().summaries.map(\.date)
    #expect(dates.map { $0?.value } == ["2021-06-23", "2021-06-22"])
    #expect(dates.last??.because(in: .english) == "the folder is named 2021年6月22日")
  }
}

@Suite("The year that neighbours give")
struct NeighbourYearTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Two pages that name no year, beside neighbours of some days.
  private func corpus(_ neighbours: [String]) throws -> Corpus {
    try scratch.write("主题\n本报讯 3月3日，甲地举行会议。\n", to: "a.txt")
    try scratch.write("主题\n本报讯 12月31日，甲地举行会议。\n", to: "b.txt")
    for name in neighbours { try scratch.write("文", to: name + ".txt") }
    return scratch.open()
  }

  @Test("Three issues of one year in its folder support it, marked as inferred from them")
  func agreed() throws {
    var corpus = try corpus(["2021-01-05", "2021-02-05", "2021-04-05"])
    let date = try #require(corpus.summaries.first { $0.id == "a" }?.date)
    #expect(date.value == "2021-03-04" && date.certainty == .inferred)
    #expect(
      date.because(in: .english)
        == "the newest day reported, --03-03, plus one; its neighbours in the folder are of 2021")
    #expect(date.because(in: .chinese).contains("同一文件夹中各期均为2021年"))
    #expect(try corpus.issue("a")?.date == date)
    #expect(
      corpus.summaries.map { $0.date?.value } == [
        "2021-04-05", "2021-03-04", "2021-02-05", "2021-01-05", "2021-01-01",
      ])
  }

  @Test(
    "Fewer, or of several years, or elsewhere, support none",
    arguments: [
      ["2021-01-05", "2021-02-05"], ["2021-01-05", "2021-02-05", "2021-03-05", "2020-04-05"],
      ["s/2021-01-05", "s/2021-02-05", "s/2021-03-05"], [],
    ])
  func none(neighbours: [String]) throws {
    #expect(try corpus(neighbours).summaries.first { $0.id == "a" }?.date?.value == "--03-04")
  }

  @Test("No year is invented for the five pages")
  func seedsStay() {
    #expect(Corpus.open(paths: [seeds]).summaries.map { $0.date?.value }.last == "--03-04")
  }
}

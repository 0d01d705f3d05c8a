import Chance
import Newspaper
import Testing

@testable import Library

@Suite("What a file's name says")
struct NameTests {
  @Test(
    "A day is read as people write it",
    arguments: [
      "2021-06-22", "20210622", "2021_06_22", "2021.06.22", "2021年6月22日", "2021年06月22日", "rmrb_20210622",
      "rmrb20210622", "衡阳日报2021年6月22日", "衡阳日报 2021-06-22 数字版", "2021-06-22_01", "20210622p3",
      "2021年6月22日第04版", "20210622-02", "2021-06-22 (20210622)",
    ])
  func days(name: String) {
    #expect(PageName(stem: name).day == CalendarDay(iso: "2021-06-22"))
  }

  @Test(
    "What is no day of the calendar, or part of something longer, is none",
    arguments: [
      "000_9f6aa4191c97ac11", "2021-02-29", "2021-13-01", "2021-06-00", "17991231", "21010101", "120210622",
      "202106221",
      "20210622123000", "9f20210622", "abc20210622", "20210622ab", "2021-06", "2021", "2021-06_22", "2021-06-221",
      "2021-06-22_2021-06-23", "", "-", "第四版",
    ])
  func noDays(name: String) {
    #expect(PageName(stem: name).day == nil)
  }

  @Test(
    "A page's number stands at the end, and the rest names the issue",
    arguments: [
      ("2021-06-22_01", 1, "2021-06-22"), ("rmrb_19980105_p09", 9, "rmrb_19980105"), ("20210622-p03", 3, "20210622"),
      ("20210622p3", 3, "20210622"), ("2021-06-22-02", 2, "2021-06-22"), ("第04版", 4, ""), ("第四版", 4, ""),
      ("第十二版", 12, ""), ("2021年6月22日第04版", 4, "2021年6月22日"), ("2021-06-22 04版", 4, "2021-06-22"), ("01", 1, ""),
      ("p1", 1, ""), ("P12", 12, ""), ("local_p003", 3, "local"), ("日报_2", 2, "日报"),
      ("0001", 1, ""), ("A01", 1, "A"), ("2021-06-22_B02", 2, "2021-06-22_B"),
    ])
  func pages(name: String, page: Int, rest: String) {
    let read = PageName(stem: name)
    #expect(read.page == page)
    #expect(read.rest == rest)
  }

  @Test(
    "A number that counts something else is no page",
    arguments: [
      "2021-06-22", "20210622", "local_p000", "000_9f6aa4191c97ac11", "page0001", "201", "0", "mp3", "word2",
      "2021", "A1", "AB12", "第版", "版", "p", "_",
    ])
  func noPages(name: String) {
    #expect(PageName(stem: name).page == nil)
    #expect(PageName(stem: name).rest == name)
  }

  @Test("Any name is read without harm, and one without a page is its own rest", arguments: 0..<300)
  func anything(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let pool = Array("0123456789012-_.pP第版四十年月日é😀a ")
    let name = String(
      (0..<Int.random(in: 0...14, using: &random)).compactMap { _ in pool.randomElement(using: &random) })
    let read = PageName(stem: name)
    #expect(name.hasPrefix(read.rest) || read.rest.isEmpty)
    #expect(read.page.map { (1...200).contains($0) } ?? (read.rest == name))
  }
}

@Suite("Days in names, as people and libraries write them")
struct DaysInNamesTests {
  @Test(
    "A day is read in every form",
    arguments: [
      ("2021-6-2", 2021, 6, 2), ("22.06.2021", 2021, 6, 22), ("2.6.2021", 2021, 6, 2), ("06-22-2021", 2021, 6, 22),
      ("二〇二一年六月二十二日", 2021, 6, 22), ("晚报一九四九年十月一日", 1949, 10, 1), ("1905030501", 1905, 3, 5),
      ("sn83030214_1905-03-05_ed-1_seq-3", 1905, 3, 5), ("20210622", 2021, 6, 22), ("paper_2021_6_12", 2021, 6, 12),
    ])
  func days(stem: String, year: Int, month: Int, day: Int) {
    #expect(PageName(stem: stem).day == CalendarDay(year: year, month: month, day: day))
  }

  @Test("A page of Chronicling America is a page", arguments: [("sn83030214_1905-03-05_ed-1_seq-3", 3), ("0012", 12)])
  func pages(stem: String, page: Int) { #expect(PageName(stem: stem).page == page) }

  @Test("Other numbers are no days", arguments: ["06-07-2021", "1-2-3", "2021-13-45", "99.99.2021"])
  func others(stem: String) { #expect(PageName(stem: stem).day == nil) }
}

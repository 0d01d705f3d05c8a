import Testing

@testable import Searching

@Suite("Words of letters")
struct WholeWordTests {
  private let page =
    "The AMPHITHEATRE was full, and the other café near St. Andrew’s had beſchloſſen to close; the rnen met."

  @Test(
    "They are found whole, with a star as parts of longer ones, without accents, and as scans misread them",
    arguments: [
      ("the", 3), ("amphi", 0), ("amphi*", 1), ("*theatre", 1), ("*thea*", 1), ("he", 0), ("cafe", 1), ("CAFÉ", 1),
      ("beschlossen", 1), ("\"the other\"", 1), ("\"the oth\"", 0), ("~men", 1), ("~rnet", 1), ("st", 1),
    ])
  func found(query: String, count: Int) throws { #expect(try answer(query, in: issue(page)).count == count) }

  @Test("Hanzi beside them are no part of a word, and hanzi have no edges")
  func hanzi() throws {
    let page = issue("采用PPP模式建设，PPPs不算。")
    #expect(try answer("PPP", in: page).count == 1)
    #expect(try answer("用PPP", in: page).count == 1)
    #expect(try answer("模", in: page).count == 1)
  }

  @Test("Letters and digits beside each other are words of their own")
  func digits() throws {
    let page = issue("5km外的5G网，15G网，5GHz，第21st街")
    #expect(try answer("km", in: page) == ["km"])
    #expect(try answer("5G", in: page) == ["5G"])
    #expect(try answer("st", in: page) == ["st"])
    #expect(try answer("s", in: page, pinyin: .off) == [])
  }

  @Test(
    "ü may be written as in passports, and tones as numbers",
    arguments: ["lyuke", "lvke", "shang4wu3", "shangwu", "lv3ke4"])
  func pinyin(query: String) throws { #expect(try answer(query, in: issue("旅客在上午到达。")).count == 1) }

  @Test("Any distance may be asked for")
  func limits() throws {
    #expect(try answer("旅客 near/99999999999999999999 上午", in: issue("旅客在上午到达。")).count == 2)
  }

  @Test("Selectors of variants and joiners are passed over")
  func variants() throws {
    #expect(try answer("葛城", in: issue("昨天葛\u{E0100}城下雨。")).count == 1)
    #expect(try answer("东门渡口", in: issue("东\u{200D}门\u{FE00}渡\u{200B}口通航。")).count == 1)
  }
}

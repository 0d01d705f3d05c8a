import Chance
import Newspaper
import Testing

@testable import Searching

@Suite struct PinyinTests {
  @Test("Letters find hanzi by syllables, by initials, and by any mixture of them")
  func mixtures() throws {
    let page = issue("今天的衡阳日报说")
    for query in ["hengyangribao", "hyrb", "hengyrb", "hyribao", "hyangrb", "hengyangrb", "hyrbao"] {
      #expect(try answer(query, in: page) == ["衡阳日报"], "\(query)")
    }
    #expect(try answer("zhongguo", in: issue("中国")) == ["中国"])
    #expect(try answer("zhg", in: issue("中国")) == ["中国"])
    #expect(try answer("zg", in: issue("中国")) == ["中国"])
  }

  @Test("A match begins and ends where syllables do")
  func boundaries() throws {
    let page = issue("今天的衡阳日报说")
    for query in ["engyang", "hengya", "angri"] { #expect(try answer(query, in: page) == [], "\(query)") }
    #expect(try answer("xian", in: issue("西安先进")) == ["西安", "先"])
    #expect(try answer("xi'an", in: issue("西安先进")) == ["西安"])
    #expect(try answer("\"xi an\"", in: issue("西安先进")) == ["西安"])
    #expect(try answer("\"xi1 an1\"", in: issue("西安先进")) == ["西安"])
  }

  @Test("In quotation marks letters are only letters, unless they are syllables that are set apart")
  func quoted() throws {
    for query in ["\"hy\"", "\"hengyang\"", "\"heng y\"", "\"h y\""] {
      #expect(try answer(query, in: issue("衡阳")) == [], "\(query)")
    }
    for query in ["\"heng yang ri bao\"", "\"hengyang ribao\"", "\"heng'yang ri'bao\""] {
      #expect(try answer(query, in: issue("衡阳日报")) == ["衡阳日报"], "\(query)")
    }
  }

  @Test("Hanzi are found through what the scan put between them")
  func throughTheScan() throws {
    #expect(try answer("hyrb", in: issue("衡 阳日", "报社")) == ["衡 阳日|报"])
    #expect(try answer("hyrb", in: issue("衡阳日。", "报社")) == [])
    #expect(try answer("hyrb", in: issue("衡陽日報")) == ["衡陽日報"])
  }

  @Test("ü is written v, u or ü, and tones do not matter")
  func umlaut() throws {
    for query in ["lvse", "luse", "lüse", "lu\u{308}se", "lǜsè", "ls"] {
      #expect(try answer(query, in: issue("绿色")) == ["绿色"], "\(query)")
    }
    #expect(try answer("lvse", in: issue("路色")) == [])
  }

  @Test("Every common reading counts, rare ones on request")
  func readings() throws {
    for query in ["zhongqing", "chongqing"] { #expect(try answer(query, in: issue("重庆")) == ["重庆"], "\(query)") }
    for query in ["hang", "xing"] { #expect(try answer(query, in: issue("行")) == ["行"], "\(query)") }
    #expect(try answer("zhuming", in: issue("著名")) == ["著名"])
    // The great dictionary has tóng for 重.
    #expect(try answer("tongqing", in: issue("重庆")) == [])
    #expect(try answer("tongqing", in: issue("重庆"), pinyin: .all) == ["重庆"])
  }

  @Test("Capital letters are letters only, and pinyin can be turned off")
  func lettersOnly() throws {
    let page = issue("衡阳 hy HY Hy")
    #expect(try answer("hy", in: page) == ["衡阳", "hy", "HY", "Hy"])
    #expect(try answer("HY", in: page) == ["hy", "HY", "Hy"])
    #expect(try answer("hY", in: page) == ["hy", "HY", "Hy"])
    #expect(try answer("hy", in: page, pinyin: .off) == ["hy", "HY", "Hy"])
  }

  @Test("What was typed comes before what it is read as")
  func ranks() throws {
    let page = issue("衡阳 hy 会议")
    let matches = IssueSearch(page).matches(try Query.parse("hy"))
    #expect(matches.map(\.kind) == [.pinyin, .literal, .pinyin])
    #expect(matches.map { text(of: $0, in: page) } == ["衡阳", "hy", "会议"])
  }

  @Test("Hanzi, digits and letters can stand in one word")
  func mixedWords() throws {
    #expect(try answer("衡yang", in: issue("衡阳、衡山")) == ["衡阳"])
    #expect(try answer("hengy市", in: issue("衡阳市、衡阳是")) == ["衡阳市"])
    #expect(try answer("2021nian6yue", in: issue("２０２１年 6 月")) == ["２０２１年 6 月"])
    #expect(try answer("g", in: issue("5G，公")) == ["G", "公"])
    #expect(try answer("5gjishu", in: issue("用5G技术，用５Ｇ 技術")) == ["5G技术", "５Ｇ 技術"])
    #expect(try answer("agu", in: issue("买A股")) == ["A股"])
    #expect(try answer("hengyang5g", in: issue("衡阳5G，衡阳5GHz")) == ["衡阳5G"])
    #expect(try answer("hengyang5g", in: issue("衡阳公司")) == [])
    #expect(try answer("2021nian5yue", in: issue("２０２１年 5 月")) == ["２０２１年 5 月"])
    #expect(try answer("di4ji", in: issue("第4季，地级")) == ["第4季", "地级"])
    #expect(try answer("hengyang市", in: issue("衡阳市、衡阳是")) == ["衡阳市"])
    #expect(try answer("qianlong", in: issue("乾隆")) == ["乾隆"])
  }

  @Test("Letters of the text are taken by whole words")
  func wholeWords() throws {
    #expect(try answer("gjishu", in: issue("5G技术")) == [])
    #expect(try answer("5gj", in: issue("5GHz技")) == [])
    #expect(try answer("5Gjishu", in: issue("5G技术")) == [])
  }

  @Test("In a long text everything is found as in a short one")
  func longText() throws {
    let (part, times) = ("今天的衡阳日报说，𠮷纳人，绿色 hy Ab。", 2_400)
    let long = issue(String(repeating: part, count: times))
    for query in ["hyrb", "h", "lvse", "~纳入", "~衡阳", "𠮷na", "rb"] {
      let expected = try answer(query, in: issue(part))
      #expect(!expected.isEmpty)
      #expect(try answer(query, in: long).count == expected.count * times, "\(query)")
    }
  }

  @Test("Pinyin search finds what trying every division of the letters finds")
  func oracle() throws {
    let readings: [Character: [String]] = [
      "安": ["an"], "拿": ["na"], "西": ["xi"], "先": ["xian"], "恩": ["en"], "按": ["an"], "尼": ["ni"],
    ]
    var random = RandomSource(seed: 23)
    var total = 0
    for _ in 0..<3_000 {
      let hanzi = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        ["安", "拿", "西", "先", "恩", "尼"].randomElement(using: &random) ?? "安"
      }
      let letters = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        ["an", "a", "n", "na", "xi", "x", "ian", "e", "ni"].randomElement(using: &random) ?? "a"
      }.joined()
      let expected = scan(Array(letters), Array(hanzi.joined()), readings)
      total += expected.count
      #expect(try answer(letters, in: issue(hanzi.joined())) == expected, "\(letters) in \(hanzi.joined())")
    }
    #expect(total > 500)
  }

  /// Occurrences, the shortest at each place, by trying each reading and its first letter for each hanzi.
  private func scan(_ letters: [Character], _ text: [Character], _ readings: [Character: [String]]) -> [String] {
    func ends(_ letters: ArraySlice<Character>, _ place: Int) -> [Int] {
      if letters.isEmpty { return [place] }
      guard place < text.count else { return [] }
      let forms = (readings[text[place]] ?? []).flatMap { [$0, String($0.prefix(1))] }
      return forms.filter { letters.starts(with: $0) }.flatMap { ends(letters.dropFirst($0.count), place + 1) }
    }
    var result: [String] = []
    var place = 0
    while place < text.count {
      let end = ends(letters[...], place).min()
      if let end { result.append(String(text[place..<end])) }
      place = end ?? place + 1
    }
    return result
  }
}

@Suite struct PinyinFilterTests {
  @Test("What passes over much text finds what trying every place finds")
  func sameAsWithout() throws {
    var random = RandomSource(seed: 83)
    let characters = ["重", "庆", "衡", "阳", "日", "报", "技", "术", "5", "g", "a", "é", "，", ",", "𠮷", "绿", "色", "🎉"]
    for letters in ["hy", "hyrb", "chongqing", "z", "lvse", "5gjishu", "rbg", "shshsh", "a", "hengyangribao"] {
      let pattern = try #require(PinyinPattern(letters, rare: false))
      let (needle, beginnings) = (Needle.pinyin(pattern), Beginnings(of: pattern))
      for _ in 0..<60 {
        let pieces = (0..<60).map { _ in characters.randomElement(using: &random) ?? "" }
        // Folded text of two blocks.
        let text = pieces[..<31].joined().utf8 + [FoldedText.separator] + pieces[31...].joined().utf8
        let found = occurrences(of: needle, in: text, beginnings)
        #expect(found == occurrences(of: needle, in: text, nil), "\(letters)")
      }
    }
  }

  private func occurrences(of needle: Needle, in text: [UInt8], _ beginnings: Beginnings?) -> [Range<Int>] {
    var found: [Range<Int>] = []
    text.withUnsafeBufferPointer { bytes in
      needle.forEachOccurrence(in: bytes, beginnings: beginnings) {
        found.append($0); return true
      }
    }
    return found
  }
}

@Suite struct LookalikeTests {
  @Test("What a scan misread is found on request, and said to be so")
  func misread() throws {
    let page = issue("将纳人全市考核，纳入规划")
    #expect(try answer("纳入", in: page) == ["纳入"])
    #expect(try answer("~纳入", in: page) == ["纳人", "纳入"])
    let matches = IssueSearch(page).matches(try Query.parse("～纳入"))
    #expect(matches.map(\.kind) == [.lookalike, .literal])
    #expect(matches.map { text(of: $0, in: page) } == ["纳人", "纳入"])
  }

  @Test("One character in four may differ, and only by one that looks alike")
  func allowance() throws {
    #expect(try answer("~己未日", in: issue("已未日，已末日，己未月，己末日")) == ["已未日", "己末日"])
    #expect(try answer("~日末土人千大太", in: issue("曰末土人千大太，曰未土人千大太")) == ["曰末土人千大太"])
    #expect(try answer("~日末土人千大太天", in: issue("曰未土人千大太天")) == ["曰未土人千大太天"])
    #expect(try answer("~1985", in: issue("l985年")) == ["l985"])
  }

  @Test("A character that nobody could read may be any")
  func unread() throws {
    #expect(try answer("~重庆市", in: issue("重□市，重�市，重大市")) == ["重□市", "重�市"])
  }

  @Test("No match goes on into the next article")
  func separate() throws {
    var page = issue("天天", "重")
    page.articles.append(Article(number: 2, kind: .article, blocks: [page.articles[0].blocks.removeLast()]))
    page.articles.append(page.articles[0])
    #expect(try answer("~重庆", in: page) == [])
  }

  @Test("Traditional forms are misread, too")
  func traditional() throws {
    #expect(try answer("~納入", in: issue("纳人")) == ["纳人"])
    #expect(try answer("~\"纳入\"", in: issue("納人")) == ["納人"])
  }
}

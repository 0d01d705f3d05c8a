import Newspaper
import Testing

/// An article on a page, as far as turns go.
private struct Item {
  var page: Int
  var head: String
  var text: String
  var jump: Jump?
  var pointsTo: Int?
}

private func opening(_ page: Int, _ head: String, _ text: String, to other: Int) -> Item {
  Item(page: page, head: head, text: text, jump: Jump(text: "（下转）", direction: .to, page: other))
}

private func continuation(_ page: Int, _ head: String, _ text: String, from other: Int) -> Item {
  Item(page: page, head: head, text: text, jump: Jump(text: "（上接）", direction: .from, page: other))
}

private func plain(_ page: Int, _ head: String, _ text: String = "无关。") -> Item {
  Item(page: page, head: head, text: text)
}

private func pointer(_ page: Int, _ heads: String, to other: Int) -> Item {
  Item(page: page, head: heads, text: "", pointsTo: other)
}

private func jumps(pages: [Int] = [1, 2, 3], _ items: Item...) -> Jumps {
  let articles = items.enumerated().map { index, item in
    var blocks = item.head.split(separator: "／").map { Block(.headline, passage(String($0), item.page)) }
    if !item.text.isEmpty { blocks.append(Block(.paragraph, passage(item.text, item.page))) }
    return Article(
      number: index + 1, kind: item.pointsTo == nil ? .article : .pointer, blocks: blocks, pointsTo: item.pointsTo,
      jump: item.jump)
  }
  let scans = pages.map { Page(number: $0, path: "\($0).txt", text: PageText("")) }
  return Jumps(Issue(id: "day", pages: scans, articles: articles))
}

private func passage(_ text: String, _ page: Int) -> Passage {
  Passage(text: text, page: page, lines: [1], runs: [])
}

@Suite("Jumps and pointers")
struct TurnsTests {
  @Test("An article that turns goes on where the other page says that it began here, and leads back")
  func oneTurn() {
    let jumps = jumps(
      opening(1, "修路记", "路修到山脚。", to: 2), plain(1, "别稿"), plain(2, "又一稿"),
      continuation(2, "山里人", "山脚的人家出来看。", from: 1))
    #expect(jumps.continuation(of: 0) == 3)
    #expect(jumps.opening(of: 3) == 0)
    #expect(jumps.end(of: 0) == .article(3))
    #expect(jumps.end(of: 3) == .article(0))
    #expect(jumps.end(of: 1) == nil)
    #expect(jumps.opening(of: 0) == nil)
    #expect(jumps.continuation(of: 3) == nil)
  }

  @Test("Of several continuations each goes to the opening that it shares most words with, and to one only")
  func severalTurns() {
    let jumps = jumps(
      opening(1, "水库除险加固", "水库大坝渗水，加固工程今日开工。", to: 2),
      opening(1, "茶农采茶忙", "清明前后，茶农上山采茶，茶厂连夜炒制。", to: 2),
      opening(1, "古戏台重修", "木匠们说，戏台的斗拱缺了三成。", to: 2),
      continuation(2, "", "斗拱补齐之后，戏台照旧唱戏。", from: 1),
      continuation(2, "茶农采茶忙", "新茶一斤卖到三百元。", from: 1),
      continuation(2, "", "大坝灌浆之后，渗水止住了。", from: 1))
    #expect((0...2).map(jumps.continuation) == [5, 4, 3])
    #expect((3...5).map(jumps.opening) == [2, 1, 0])
  }

  @Test("A headline that is printed again decides against words that two texts share by chance")
  func headlinesDecide() {
    let jumps = jumps(
      opening(1, "桥通了", "全市人民喜气洋洋，奔走相告，都说好。", to: 2), opening(1, "大旱", "井水浅了。", to: 2),
      continuation(2, "大旱", "全市人民喜气洋洋，奔走相告，盼来了雨。", from: 1), continuation(2, "桥通了", "两岸的人走到一起。", from: 1))
    #expect(jumps.continuation(of: 0) == 3)
    #expect(jumps.continuation(of: 1) == 2)
  }

  @Test("Words that stand in every text tell nothing; rare ones do")
  func rareWordsDecide() {
    let common = "全市人民团结一心，"
    let jumps = jumps(
      opening(1, "", common + "棉花丰收。", to: 2), opening(1, "", common + "渔船归港。", to: 2),
      continuation(2, "", common + "渔船上装满了黄鱼。", from: 1), continuation(2, "", common + "棉花堆成了山。", from: 1))
    #expect(jumps.continuation(of: 0) == 3)
    #expect(jumps.continuation(of: 1) == 2)
  }

  @Test("Parts that share nothing belong together where the pages leave no choice, and else do not")
  func noSharedWords() {
    let sole = jumps(
      opening(1, "甲", "Rain in the hills.", to: 2), opening(1, "乙", "One.", to: 3),
      continuation(2, "丙", "Snow.", from: 1))
    #expect(sole.continuation(of: 0) == 2)
    #expect(sole.end(of: 1) == .nothingFits(page: 3))
    let several = jumps(
      opening(1, "甲", "A.", to: 2), opening(1, "乙", "B.", to: 2), continuation(2, "丙", "C.", from: 1))
    #expect(several.continuation(of: 0) == nil)
    #expect(several.end(of: 0) == .nothingFits(page: 2))
    #expect(several.end(of: 2) == .nothingFits(page: 1))
  }

  @Test("A continuation from another page than the opening's is not its")
  func otherPages() {
    let jumps = jumps(opening(1, "修路记", "路修到山脚。", to: 2), continuation(2, "修路记", "路修到山脚。", from: 3))
    #expect(jumps.end(of: 0) == .nothingFits(page: 2))
    #expect(jumps.end(of: 1) == .nothingFits(page: 3))
  }

  @Test("A page that was not scanned is named")
  func missingPage() {
    let jumps = jumps(pages: [1], opening(1, "修路记", "路。", to: 2), pointer(1, "两会综述", to: 7))
    #expect(jumps.end(of: 0) == .pageNotHere(2))
    #expect(jumps.end(of: 1) == .pageNotHere(7))
  }

  @Test("A pointer leads to the article whose headline is most like one of its own")
  func pointers() {
    let jumps = jumps(
      pointer(1, "河道整治二期开工／全市植树活动启动", to: 2), plain(1, "河道整治二期开工"), plain(2, "全市运动会开幕"),
      plain(2, "万人上山 全市植树活动启动"), pointer(1, "茶叶价格", to: 2))
    #expect(jumps.end(of: 0) == .article(3))
    #expect(jumps.opening(of: 0) == nil)
    #expect(jumps.end(of: 4) == .nothingFits(page: 2))
  }

  @Test("Any line of a pointer's heads may be the headline that it leads to, also a short one")
  func pointerStacks() {
    for role in [Block.Role.headline, .kicker, .deck, .subhead] {
      let heads = [Block(.headline, passage("要闻导读", 1)), Block(role, passage("创新驱动发展", 1))]
      let scans = [1, 2].map { Page(number: $0, path: "", text: PageText("")) }
      let articles = [
        Article(number: 1, kind: .pointer, blocks: heads, pointsTo: 2),
        Article(number: 2, kind: .article, blocks: [Block(.headline, passage("秋粮丰收在望", 2))]),
        Article(number: 3, kind: .article, blocks: [Block(.headline, passage("创新驱动发展", 2))]),
      ]
      #expect(Jumps(Issue(id: "day", pages: scans, articles: articles)).end(of: 0) == .article(2))
    }
    #expect(jumps(pointer(1, "要闻导读／大旱", to: 2), plain(2, "小雨"), plain(2, "大旱")).end(of: 0) == .article(2))
  }

  @Test("Whatever turns where, each continuation has one opening and leads back to it")
  func pairsAreWhole() {
    var seed: UInt64 = 7
    func roll(_ sides: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % sides
    }
    let words = ["水库", "茶农", "戏台", "棉花", "渔船", "大坝"]
    for _ in 0..<200 {
      let articles = (0..<12).map { index -> Article in
        let text = (0..<4).map { _ in words[roll(words.count)] }.joined()
        let jump = Jump(text: "", direction: roll(2) == 0 ? .to : .from, page: 1 + roll(4))
        return Article(
          number: index + 1, kind: .article, blocks: [Block(.paragraph, passage(text, 1 + roll(3)))], jump: jump)
      }
      let pages = (1...3).map { Page(number: $0, path: "", text: PageText("")) }
      let jumps = Jumps(Issue(id: "", pages: pages, articles: articles))
      for index in articles.indices {
        guard let next = jumps.continuation(of: index) else { continue }
        #expect(jumps.opening(of: next) == index)
        #expect(articles[index].jump?.direction == .to && articles[next].jump?.direction == .from)
      }
    }
  }
}

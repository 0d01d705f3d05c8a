import Newspaper
import PageParsing
import Testing

/// The articles that come of lines whose labels are known.
struct AssemblyTests {
  /// Each article as its kind, its headlines and the number of its paragraphs.
  private func outline(_ lines: [(LineLabel, String)]) -> [String] {
    let text = lines.map(\.1).joined(separator: "\n\n")
    let issue = parsePage(Page(number: 1, path: "page", text: PageText(text)), labels: lines.map(\.0))
    return issue.articles.map { article in
      let heads = article.blocks.filter { [.kicker, .headline, .deck].contains($0.role) }.map(\.passage.text)
      let captions = article.blocks(.caption).count
      return "\(article.kind) \(heads.joined(separator: "|")) \(article.blocks(.paragraph).count)+\(captions)"
    }
  }

  private static let bridge = "大桥今天通车。这座大桥全长三公里，连接东西两岸，建设用了四年时间，比原计划早了两个月。"
  private static let school = "新学校九月开学。学校有二十四个班，操场和图书馆同时向附近居民开放，报名从下周一开始。"

  @Test("a photo inside an article is an item of its own, and the article goes on behind it")
  func photoInside() {
    let articles = outline([
      (.headStart, "大桥今天通车"), (.start, Self.bridge), (.captionStart, "图为工人在检查设备。李明摄"),
      (.start, "市民可以步行过桥，公共汽车下月开行，票价与渡轮相同，老人和儿童免费。"),
    ])
    #expect(articles == ["article 大桥今天通车 2+0", "photo  0+1"])
  }

  @Test("a headline with a photo is an item of its kind, and gets none of the next one's text")
  func photoWithHeadline() {
    let articles = outline([
      (.headStart, "丰收时节"), (.caption, "农民在田里收割。李明摄"), (.headStart, "新学校九月开学"), (.start, Self.school),
      (.start, "家长可以在开放日参观教室和食堂，学校同时公布了校车的路线和时间。"),
    ])
    #expect(articles == ["photo 丰收时节 0+1", "article 新学校九月开学 2+0"])
  }

  @Test("a brief without a headline starts where its label says")
  func brief() {
    let articles = outline([(.headStart, "大桥今天通车"), (.start, Self.bridge), (.bareStart, Self.school)])
    #expect(articles == ["article 大桥今天通车 1+0", "brief  1+0"])
  }

  @Test("a line that closes brackets goes on with the paragraph that opened them, though another began between")
  func brackets() {
    let lines: [(LineLabel, String)] = [
      (.headStart, "大桥今天通车"), (.start, "本报讯（记者彭平 通讯"), (.start, "从今天的情况看，大桥和"),
      (.next, "员 阎杰）大桥今天上午通车，连接东西两岸。"), (.next, "渡轮各有乘客。"),
    ]
    let text = lines.map(\.1).joined(separator: "\n\n")
    let issue = parsePage(Page(number: 1, path: "page", text: PageText(text)), labels: lines.map(\.0))
    #expect(issue.articles.map { $0.blocks(.paragraph).map(\.passage.lines) } == [[[3, 7], [5, 9]]])
    #expect(issue.articles.first?.people.map(\.name) == ["彭平", "阎杰"])
  }

  @Test("two stacks on end are one where the upper one's words come again in the text")
  func leadingStack() {
    let articles = outline([
      (.headStart, "全长三公里连接东西两岸"), (.headStart, "大桥今天通车"), (.start, Self.bridge),
      (.start, "市民可以步行过桥，公共汽车下月开行，票价与渡轮相同，老人和儿童免费。"),
    ])
    #expect(articles.count == 1)
  }

  @Test("a headline that stood above a pointer stands above its article as well")
  func pointerAndArticle() {
    let articles = outline([
      (.headStart, "大桥今天正式建成通车"), (.pointer, "详见第三版"), (.headStart, "大桥今天正式建成通车"), (.start, Self.bridge),
    ])
    #expect(articles == ["pointer 大桥今天正式建成通车 0+0", "article 大桥今天正式建成通车 1+0"])
  }

  @Test("where the text of the lower of two stacks comes first, each still gets its own")
  func swappedBodies() {
    let articles = outline([
      (.headStart, "新学校九月开学报名"), (.headStart, "大桥今天通车"), (.start, "本报讯 " + Self.bridge),
      (.start, "本报讯 " + Self.school), (.start, "家长可以在开放日参观教室和食堂，学校同时公布了校车的路线和时间。"),
    ])
    #expect(articles.sorted() == ["article 大桥今天通车 1+0", "article 新学校九月开学报名 2+0"])
  }

  @Test("a head behind the beginning of its text, as an engine has it that takes columns in a wrong order, is its head")
  func lateHead() {
    let articles = outline([
      (.headStart, "新学校九月开学"), (.start, Self.school), (.bareStart, "本报讯 " + Self.bridge), (.head, "大桥今天通车"),
      (.start, "市民可以步行过桥，公共汽车下月开行，票价与渡轮相同，老人和儿童免费。"),
    ])
    #expect(articles == ["article 新学校九月开学 1+0", "article 大桥今天通车 2+0"])
  }

  @Test("a kicker is known as one where an engine read its dash as 一, and words in brackets stay below the headline")
  func misreadKicker() {
    let roles = [("李明调研水利工作时强调一", "大桥今天通车"), ("（图文报道）", "大桥今天通车")].map { first, second in
      let text = [first, second, Self.bridge].joined(separator: "\n\n")
      return parsePage(Page(number: 1, path: "page", text: PageText(text)), labels: [.headStart, .head, .start])
        .articles.first?.blocks(.headline).map(\.passage.text) ?? []
    }
    #expect(roles == [["大桥今天通车"], ["大桥今天通车"]])
  }
}

import Chance
import Foundation
import Newspaper

@testable import PageParsing

/// Pages of many shapes: the given ones, their articles set in other ways, and a few made by hand.
enum SamplePages {
  static let all: [String] =
    english + small + given + (given + printed + whole).flatMap(damaged) + printed + whole + byHand

  private static let issues: [Newspaper.Issue] = Seeds.ids.compactMap { try? Seeds.issue($0) }

  private static var given: [String] {
    issues.compactMap { $0.pages.first.map { String(decoding: $0.text.bytes, as: UTF8.self) } }
  }

  /// A page with lines broken, doubled, left out, moved and sprinkled with the marks of newspapers, in a few ways.
  private static func damaged(_ page: String) -> [String] {
    (0..<4).map { seed in
      var dice = RandomSource(seed: UInt64(page.utf8.count * 8 + seed))
      return damage(page, &dice)
    }
  }

  private static func damage(_ text: String, _ dice: inout RandomSource) -> String {
    var lines = text.components(separatedBy: "\n")
    for _ in 0..<16 {
      let index = dice.number(below: lines.count)
      let line = lines[index]
      switch dice.number(below: 9) {
      case 0 where line.count > 30:
        let cut = line.index(line.startIndex, offsetBy: 12 + dice.number(below: line.count - 20))
        lines[index] = String(line[..<cut])
        lines.insert(contentsOf: ["", String(line[cut...])], at: index + 1)
      case 1: lines.remove(at: index)
      case 2 where !line.isEmpty: lines.insert(contentsOf: ["", String(line.suffix(9))], at: index)
      case 3 where line.count > 8: lines[index] = String(line.dropLast(3))
      case 4 where !line.isEmpty: lines.insert(contentsOf: marks[dice.number(below: marks.count)], at: index)
      case 5 where line.count > 4: lines[index] = line + ends[dice.number(below: ends.count)]
      case 6 where line.count > 4: lines[index] = starts[dice.number(below: starts.count)] + line
      case 7 where line.count > 20: lines[index] = String(line.prefix(6 + dice.number(below: 14)))
      default: lines.insert("", at: index)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static let marks: [[String]] = [
    ["", "（图为现场一角）", ""], ["", "本报记者王大山", ""], ["", "李小江", ""], ["", "工人们正在清理河道 王大山 摄", ""],
    ["", "（赵小河）", ""], ["", "为什么要治河？", ""], ["", "入选名单如下：", "", "王大山", "", "李小江", "", "赵小河", "", "钱小溪", ""],
    ["", "详见第三版", ""], ["", "【评论】治河先治心", ""], ["", "王大山谈治河——", ""], ["", "△全线开工！", ""], ["", "（下转第三版）", ""],
  ]
  private static let ends = ["：", "——", "，", "”", "（", "！", "？", "（记者李小江）"]
  private static let starts = ["“", "△", "１、", "——", "本报讯 ", "，", "■", "】"]

  /// The articles as printed lines, with and without indents, with and without air.
  private static var printed: [String] {
    issues.enumerated().flatMap { place, issue in
      [9 + place * 3, 14, 20].enumerated().map { kind, measure in
        issue.articles.filter { $0.kind == .article }
          .map { print($0, measure: measure, indent: kind == 0 ? "　　" : "", airy: kind != 2) }.joined(separator: "\n")
      }
    }
  }

  private static func print(_ article: Article, measure: Int, indent: String, airy: Bool) -> String {
    var lines = [article.title, ""]
    for block in article.blocks(.paragraph) {
      var rest = Array(block.passage.text)[...]
      var isFirst = true
      while !rest.isEmpty {
        let count = isFirst ? measure - 2 : measure
        lines.append((isFirst ? indent : "") + String(rest.prefix(count)))
        rest = rest.dropFirst(count)
        isFirst = false
      }
      if airy { lines.append("") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The articles with whole paragraphs, heads of one line, bylines of several forms, some subheads.
  private static var whole: [String] {
    issues.flatMap { issue in
      (0..<4).map { kind in
        issue.articles.filter { $0.kind == .article }.enumerated().map { place, article in
          lay(article, kind: (kind + place) % 4)
        }.joined(separator: "\n\n")
      }
    }
  }

  private static func lay(_ article: Article, kind: Int) -> String {
    var lines = [article.title.replacingOccurrences(of: " ", with: "")]
    if kind == 1 { lines.append("本报记者王大山") }
    if kind == 2 { lines.append("李小江") }
    for (place, block) in article.blocks(.paragraph).enumerated() {
      let text = block.passage.text
      let open = place == 0 && kind > 0 ? text.split(separator: " ", maxSplits: 1).last.map(String.init) ?? text : text
      if kind == 3, place > 0, place % 2 == 0 { lines.append(String(text.prefix(7))) }
      lines.append(open)
    }
    if kind == 0 { lines.append("（赵小河）") }
    return lines.joined(separator: "\n\n")
  }

  /// Shapes that the given pages do not have, in sentences of our own.
  private static let byHand: [String] = {
    let text = "会议指出，各单位要细化措施，压实责任，按照时间节点完成任务，确保取得实效，让群众得到看得见的好处，为全年工作打下基础。"
    return [
      // Pages that begin with what might be a name, verse or an item.
      "河道\n\n\(text)\n\n治河先治心，\(text)\n",
      "河道\n\n\(text)\n\n河道治理工程开工\n\n本报讯 \(text)\n",
      "春到江南水乡\n河道开工之后\n秋粮收购启动了\n\n\(text)\n\n河道治理工程开工\n\n本报讯 \(text)\n",
      "河道开工\n\n秋粮收购\n\n春到江南\n\n公交优化\n\n新校落成\n\n乳业年会\n\n\(text)\n\n河道治理工程开工\n\n本报讯 \(text)\n",
      "△河道治理工程开工\n\n\(text)\n\n△秋粮收购\n\n\(text)\n",
      // Headings that are marked.
      "# 河道治理工程开工，总长十二公里，分三期实施，今年先治上游\n\n\(text)\n\n## 秋粮收购价格稳中有升，农民踊跃交售，仓容充足\n\n\(text)\n",
      "# 河道治理\n\n\(text)\n\n## 分期实施\n\n本报讯 \(text)第一期先治上游。\n\n## 秋粮收购价格稳中有升农民踊跃交售\n\n本报讯 \(text)第二期加固护岸。\n",
      // A text that goes on from another page, with a head and without one.
      "秋粮收购启动\n\n本报讯 \(text)\n\n护岸加固之后，沿岸修起步道，种上垂柳，昔日的烂泥滩成了市民散步的好\n\n（上接第一版）去处，来往的人多了起来。\(text)\n",
      // Verse.
      "春到江南\n\n李小江\n\n风从南边来\n吹绿了两岸的柳\n燕子衔着泥\n在檐下筑它的窝\n\n老人坐在门口\n看孩子们放风筝\n线越放越长\n\n全市公交线路优化\n\n本报讯 \(text)\n",
      "河道治理工程开工\n\n本报讯 \(text)\n\n风从南边来\n吹绿了两岸的柳\n燕子衔着泥\n\n\(text)工人们唱着歌收工。\n",
      // A masthead.
      "河西日报\n\n2021年7月9日 星期五 第二版\n\n河道治理工程开工\n\n本报讯 \(text)\n",
      // A page number among the text.
      "河道治理工程开工\n\n本报讯 \(text)\n\n— — —\n\n\(text)\n\n秋粮收购启动\n\n本报讯 \(text)\n",
      // A turn on a line of its own.
      "河道治理工程开工\n\n本报讯 \(text)\n\n\(text.dropLast(9))\n\n（下转第三版）\n\n秋粮收购启动\n\n本报讯 \(text)\n",
      "河道治理工程开工\n\n本报讯 \(text)\n\n（下转第三版）\n\n秋粮收购启动\n\n本报讯 \(text)\n",
      // Items under a head.
      "简讯集锦\n\n△我市新建三所小学，今年九月开学。\n\n△全市公交线路优化，新增八条线路。\n\n一周要闻\n\n△\(text)\n\n△\(text)\n",
      "本报讯 \(text)\n\n各地简讯\n\n１、我市新建三所小学，今年九月开学。\n\n２、全市公交线路优化，新增八条线路。\n\n本报讯 \(text)\n",
      // A list after a colon.
      "质量抽查结果公布\n\n本报讯 \(text)\n\n抽查合格的产品有：\n\n江城乳业公司奶粉\n\n东山乳业公司奶粉\n\n西河食品厂炼乳\n\n北岭食品厂酸奶\n\n南湖食品厂奶酪\n\n\(text)\n",
      "质量抽查结果公布\n\n本报讯 \(text)\n\n抽查合格的产品有：\n\n江城乳业公司奶粉\n\n\(text)\n",
      // Brackets around a whole line, a label, a question.
      "河道治理工程开工\n\n本报讯 \(text)\n\n（图为施工现场一角）\n\n\(text)\n\n【评论】\n\n治河先治心\n\n\(text)\n\n为什么要治河？\n\n\(text)\n",
      // Printed lines with a wide head close above them.
      printedByHand,
      // A photograph between the halves of a paragraph.
      "河道治理工程开工\n\n本报讯 \(text)\n\n\(text.dropLast(24))\n\n\n\n施工人员正在清理河道\n\n\(text.suffix(24))\n\n\(text)\n",
      // The same without the blank lines.
      """
      河道治理工程开工

      本报讯 河道治理工程昨日开工，河道全长十二公里，沿岸居民纷纷前来观看，孩子们在堤上放起了风筝，热闹得像过节一样。

      按照计划，上游先行清淤，中游加固护岸，下游建设湿地公园，今冬明春将集中力量推进河

      施工人员正在清理现场

      道治理，确保汛期之前主体完工，不误农时，不误航运，让两岸群众放心，也让来往船只安心。
      """,
      // Stories that open with a dateline, and one about something else that does not.
      """
      河道治理工程开工

      本报讯 河道治理工程昨日开工，河道全长十二公里，沿岸居民纷纷前来观看，孩子们在堤上放起了风筝，热闹得像过节一样。

      秋粮收购启动

      本报讯 秋粮收购工作本周启动，各粮库备足仓容，农户送粮当天结算，价格比去年略有上升，卖粮的车队从清晨排到傍晚。

      老戏新唱

      剧团把传统曲目搬上街头，演员们不收门票，观众围了三层，掌声叫好声此起彼伏，散场之后还有人追着演员学唱几句。

      老人说，年轻时走十里山路听一回戏，如今戏到了家门口，怎么听都听不够，只盼剧团常来常往，把新编的段子也带来。
      """,
      // A long text without a full stop.
      "河道治理工程开工\n\n\(String(repeating: "河道清淤护岸加固绿化补种", count: 9))\n\n\(text)\n\n\(text)\n",
      "张三李四王五赵六\n\n河道治理\n\n“全线开工，分期实施”\n\n\(text)\n\n\(text)\n\n\(text)\n\n\(text)\n",
    ]
  }()

  private static let printedByHand = """
    老街改造工程本月全部完成居民陆续搬回新居
    市建设局昨日宣布，老街
    改造工程已于本月全部完成
    ，首批居民已经陆续搬回新
    居。工程历时两年，共改造
    房屋三百余间。
    新建图书馆下月开放藏书三十万册免费借阅
    市文化局昨日宣布，新建
    图书馆将于下月向市民开放
    ，首批藏书三十万册，市民
    凭证件即可免费借阅。
    开放时间为每天九时到二十
    一时，节假日照常。
    """
}

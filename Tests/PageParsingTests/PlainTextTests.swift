import Newspaper
import Testing

@testable import PageParsing

@Suite("Plain text, as engines and people write it")
struct PlainTextTests {
  private func texts(_ page: String) -> [String] {
    parse(page).articles.flatMap { $0.blocks.filter { $0.role == .paragraph }.map(\.passage.text) }
  }

  @Test("A blank line parts paragraphs that end without a mark, and not a sentence")
  func blankLines() {
    let page = "渡口恢复通航\n\n本报讯 昨天清晨，东门渡口恢复通航，咨询热线6150432\n\n前天傍晚，镇小学举行歌咏比赛，报名请拨6150988\n\n今天下午，粮站开仓。\n"
    #expect(texts(page).count == 3)
    let wired = "渡口恢复通航\n\n本报讯 昨天清晨，东门渡口恢复通航，船上有乘客四十余人\n\n新华社东门三月四日电 镇小学新校舍昨日落成，可容学生七百名\n"
    #expect(texts(wired).count == 2)
  }

  @Test("Items of a list stay apart, whatever they are counted by")
  func lists() {
    for marks in [
      ["一、", "二、", "三、"], ["（一）", "（二）", "（三）"], ["1.", "2.", "3."], ["①", "②", "③"], ["(1)", "(2)", "(3)"],
      ["❶", "❷", "❸"], ["甲、", "乙、", "丙、"], ["一是", "二是", "三是"], ["其一，", "其二，", "其三，"], ["イ、", "ロ、", "ハ、"],
      ["（イ）", "（ロ）", "（ハ）"],
    ] {
      let page = """
        镇政府公布今年三件实事

        本报讯（记者 何田）昨天上午，镇政府公布今年三件实事：
        \(marks[0])疏浚东门河道；
        \(marks[1])新建敬老院一所；
        \(marks[2])翻修镇小学操场。
        镇长表示，年底以前全部完成。
        """
      let all = texts(page)
      for (mark, text) in zip(marks, ["疏浚东门河道；", "新建敬老院一所；", "翻修镇小学操场。"]) {
        #expect(all.contains(mark + text), "\(all)")
      }
    }
  }

  @Test(
    "Items of lists in letters stay apart, and none of them is a head",
    arguments: [
      ["1.", "2.", "3."], ["(a)", "(b)", "(c)"], ["a)", "b)", "c)"], ["I.", "II.", "III."], ["1°", "2°", "3°"],
      ["1e.", "2e.", "3e."], ["•", "•", "•"], ["–", "–", "–"], ["iv)", "v)", "vi)"],
    ])
  func listsInLetters(marks: [String]) {
    let page = """
      THE PARISH MEETS

      The parish made known yesterday what will be done this year:
      \(marks[0]) clean the ditch below the east gate;
      \(marks[1]) build a house for the poor;
      \(marks[2]) mend the floor of the school.
      The warden said that all of it will be finished by the end of the year.
      """
    let items = [
      "clean the ditch below the east gate;", "build a house for the poor;", "mend the floor of the school.",
    ]
    let issue = parse(page)
    #expect(issue.articles.count == 1)
    #expect(texts(page).dropFirst().prefix(3) == zip(marks, items).map { $0 + " " + $1 }[...])
    let repairs = issue.articles.flatMap { $0.blocks.flatMap(\.passage.repairs) }
    #expect(!repairs.contains { [.cutAfter, .gapBefore].contains($0.kind) })
  }

  @Test("A blank line parts paragraphs in letters that end without a mark, and not a sentence")
  func blankLinesInLetters() {
    let page = """
      THE FERRY

      The ferry at the east gate runs again since Monday; ask at number 61

      On Friday the school held a contest of songs; write to number 98

      This afternoon the granary opens
      """
    #expect(texts(page).count == 3)
    let broken = page.replacing("On Friday the", with: "on Friday, when the")
    #expect(texts(broken).first?.contains("number 61 on Friday, when") == true)
    let korean = "나루터\n\n어제 아침 동문 나루터의 배가 다시 다니기 시작하였다, 전화 615043\n\n그제 저녁 학교에서 노래 대회를 열었다, 전화 615098\n"
    #expect(texts(korean).allSatisfy { !$0.contains("615043 그제") })
  }

  @Test(
    "A page's number within a sentence does not break it",
    arguments: [
      "- 2 -", "— 7 —", "Page 2 of 4", "p. 3/8", "=== Feuille 2 ===", "-----\nPage 2\n-----", "\nPage 2\n", "## Page 2",
      "— Page 2 —",
    ])
  func pageNumbers(line: String) {
    let page = """
      THE FERRY

      The ferry at the east gate runs again since Monday, and the old ferryman says that it was first
      \(line)
      begun in the last century, and has stood still twice.
      """
    #expect(texts(page).first?.contains("it was first begun in the last century") == true)
  }

  @Test("All of a file that begins with the name of its only page stands on that page")
  func namedPage() {
    let issue = parse("=== Page 3 ===\n渡口恢复通航\n\n本报讯 昨天清晨，东门渡口恢复通航。\n")
    #expect(issue.pages.map(\.number) == [3])
    let passages = issue.articles.flatMap { $0.blocks.map(\.passage) } + issue.unplaced
    #expect(passages.count == 3 && passages.allSatisfy { $0.page == 3 })
  }

  @Test("Verse in short stanzas keeps its lines, the refrain too")
  func stanzas() {
    let page = """
      THE FERRYMAN

      The boat goes over at dawn,
      The boat goes over at noon,
          And over and over it goes.

      The mist lies thick on the lawn,
      The geese fly under the moon,
          And over and over it goes.

      """
    #expect(texts(page).count == 6)
  }

  @Test(
    "What says where a page ends is no text, and a sentence goes on behind it",
    arguments: [
      "--- Page 2 ---", "===== 第3版 =====", "[Page 4]", "<!-- page 5 -->", "----- 第 2 页 -----", "*** PAGE 2 OF 8 ***",
      "{3}------------------------", "【第二版】", "--- 2ページ ---", "第2页 共8页", "--第2页/共4页--", "第二版", "=== page break ===",
    ])
  func pageSeparators(separator: String) {
    let page = "渡口恢复通航\n\n本报讯 昨天清晨，东门渡口恢复通航，据渡工介绍这条航线开通于上世纪\n\(separator)\n四十年代，中间停航两次。\n"
    let issue = parse(page)
    #expect(issue.articles.first?.blocks(.paragraph).first?.passage.text.contains("上世纪四十年代") == true)
    #expect(issue.articles.allSatisfy { !$0.title.contains(separator) })
    #expect(issue.unplaced.flatMap(\.lines) == [4])
    #expect(issue.unplaced.map { $0.text.filter { $0 != " " } } == [separator.filter { $0 != " " }])
  }

  @Test("Among lines that part pages, the bare name of a page parts them, too", arguments: ["第 3 页", "Page 3", "第三版"])
  func bareNames(name: String) {
    let issue = parse(
      """
      渡口恢复通航

      本报讯 昨天清晨，东门渡口恢复通航，乘客比平日多三成。
      --- 第2页 ---
      镇小学举行歌咏比赛

      本报讯 前天傍晚，镇小学举行歌咏比赛，全校师生参加。
      \(name)
      粮站今日开仓

      本报讯 今天下午，粮站开仓，收购新谷。
      """)
    #expect(issue.articles.map(\.title) == ["渡口恢复通航", "镇小学举行歌咏比赛", "粮站今日开仓"])
    #expect(issue.articles.map(\.page) == [1, 2, 3])
  }

  @Test("A sentence that a page turn breaks goes on with the next page")
  func pageTurns() {
    let first = "渡口恢复通航\n\n本报讯（记者 何田）昨天清晨，东门渡口恢复通航，过河的乡亲站满了码头，大家都说等了很久，心里非常\n"
    let second = "高兴，盼着早日添一条新船。开船时刻不变。\n\n小学举行歌咏比赛\n\n本报讯（记者 林月）前天傍晚，镇小学举行歌咏比赛。\n"
    let pages = [first, second].enumerated().map {
      Page(number: $0.offset + 1, path: "\($0.offset + 1)", text: PageText($0.element))
    }
    let issue = parseIssue(id: "x", pages: pages)
    #expect(Jumps(issue).continuation(of: 0) == 1)
    #expect(issue.articles[0].blocks.allSatisfy { block in !block.passage.repairs.contains { $0.kind == .cutAfter } })
  }

  @Test("Refrains, notices and names in advertisements are no repeats of the scan")
  func refrains() {
    let verse = "夜航\n\n林月\n\n月亮照着东门河水\n橹声摇过石桥洞\n摇啊摇到外婆桥\n岸上灯火一盏盏\n狗在远处叫两声\n摇啊摇到外婆桥\n船头坐着小妹妹\n手里一包芝麻糖\n摇啊摇到外婆桥\n"
    #expect(parse(verse).articles.allSatisfy { $0.blocks(.repeated).isEmpty })
    let notices = "遗失声明\n何田遗失渡船执照，声明作废。\n本启事登报三日为限，过期无效。\n遗失声明\n林月遗失饭卡一张，声明作废。\n本启事登报三日为限，过期无效。\n"
    #expect(parse(notices).articles.allSatisfy { $0.blocks(.repeated).isEmpty })
  }

  @Test("A run of lines that the scan has twice is folded, and so is a line in a loop")
  func repeatedRuns() {
    let run = ["东门渡口恢复通航，乡亲们都来观看。", "渡工说新船下月就到，请大家放心。", "镇上准备了茶水，招待远来的客人。"]
    let page = "渡口恢复通航\n\n本报讯 昨天清晨，东门渡口恢复通航。\n" + (run + run).joined(separator: "\n") + "\n"
    #expect(parse(page).articles.flatMap { $0.blocks(.repeated) }.count == 3)
    let loop = "渡口恢复通航\n\n本报讯 昨天清晨，东门渡口恢复通航。\n" + Array(repeating: "渡工说新船下月就到。", count: 5).joined(separator: "\n")
    #expect(parse(loop).articles.flatMap { $0.blocks(.repeated) }.count == 4)
  }

  @Test(
    "Full-width letters and digits are read as half-width, with the signs between them",
    arguments: [
      ("总值２２５．８５亿元，增长３．５％。", "总值225.85亿元，增长3.5%。"), ("上午１０：３０开会，到会１，２５０人。", "上午10:30开会，到会1,250人。"),
      ("使用Ａ４纸和ＡＢＣ－１２型机器。", "使用A4纸和ABC-12型机器。"), ("甲２，乙３。", "甲2，乙3。"),
    ])
  func fullWidth(line: String, text: String) throws {
    let passage = try #require(
      parse("渡口恢复通航\n\n本报讯 昨天，渡口通航。\(line)\n").articles.first?.blocks(.paragraph).first?.passage)
    #expect(passage.text == "本报讯 昨天，渡口通航。" + text)
    #expect(passage.repairs.contains { if case .fullWidthLetters = $0.because { true } else { false } })
  }

  @Test("Spaces between the words of a headline go, those between its members stay")
  func spacedHeads() {
    let page = "东门 渡口 今日 恢复 通航\n\n本报讯 昨 天 清 晨 ， 东 门 渡 口 恢 复 通 航 ， 客 流 增 15 % 。\n"
    #expect(parse(page).articles.map(\.title) == ["东门渡口今日恢复通航"])
    #expect(texts(page).first?.contains("客流增15%") == true)
  }

  @Test("Text in columns without marks goes on from line to line below its head", arguments: [8, 12])
  func unmarkedColumns(measure: Int) throws {
    let stories = [
      ("渡口恢复通航", "昨天上午东城区渡口恢复通航第一班船于七时开出船上有乘客四十余人船长说今年水位比去年高出半米两岸码头都经过整修渡口管理处表示今后每天往返十二班票价不变遇大风停航"),
      ("新校舍落成", "城南小学新校舍落成昨日举行典礼新校舍有教室十八间可容学生七百名学校原有房屋年久失修下雨漏水家长多次请求改建今年春天开工用了五个月完成"),
    ]
    let page = stories.map { head, text in
      let letters = Array(text)
      let lines = stride(from: 0, to: letters.count, by: measure).map { String(letters[$0...].prefix(measure)) }
      return ([head, ""] + lines).joined(separator: "\n")
    }
    let articles = parse(page.joined(separator: "\n")).articles
    #expect(articles.map(\.title) == stories.map(\.0))
    #expect(articles.map { $0.blocks(.paragraph).map(\.passage.text) } == stories.map { [$0.1] })
  }
}

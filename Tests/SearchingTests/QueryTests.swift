import Chance
import Newspaper
import Strings
import Testing

@testable import Searching

@Suite struct QueryTests {
  /// Two articles: a report on page 1 with a stack, a byline, a dateline and two paragraphs; a picture on page 2.
  private var paper: Newspaper.Issue {
    func block(_ role: Block.Role, _ text: String, page: Int = 1) -> Block {
      var block = issue(text).articles[0].blocks[0]
      block.role = role
      block.passage.page = page
      return block
    }
    let report = Article(
      number: 1, kind: .article,
      blocks: [
        block(.headline, "污水处理厂开工"), block(.byline, "■本报记者 张 三"),
        block(.paragraph, "本报讯（通讯员 李四）昨日污水处理厂开工。张三说好。"),
        block(.paragraph, "李四在重庆，重庆有雨，北京没有。"),
      ],
      people: [Person(role: "本报记者", name: "张三"), Person(role: "通讯员", name: "李四")])
    let photo = Article(
      number: 2, kind: .photo, blocks: [block(.caption, "重庆夜景 王五 摄", page: 2)])
    let date = IssueDate(
      year: 2021, month: 6, day: 22, certainty: .stated, source: .dayAfterNewestReport(year: 2021, month: 6, day: 21))
    return Newspaper.Issue(id: "paper", date: date, pages: [], articles: [report, photo])
  }

  private func check(_ query: String, _ expected: [String], at location: SourceLocation = #_sourceLocation) {
    let found = try? answer(query, in: paper)
    #expect(found == expected, "\(query)", sourceLocation: location)
  }

  @Test("All words must be in an article; each is shown where it stands")
  func words() {
    check("重庆", ["重庆", "重庆", "重庆"])
    check("重庆 北京", ["重庆", "重庆", "北京"])
    check("重庆　夜景", ["重庆", "夜景"])
    check("重庆 上海", [])
  }

  @Test("What must not be there is left out, and of a choice one is enough")
  func excludedAndChosen() {
    check("重庆 -夜景", ["重庆", "重庆"])
    check("重庆 －北京", ["重庆"])
    check("夜景 | 北京", ["北京", "夜景"])
    check("重庆 夜景|北京", ["重庆", "重庆", "北京", "重庆", "夜景"])
    check("夜景 ｜ 上海", ["夜景"])
    check("-\"重庆有雨\" 重庆", ["重庆"])
  }

  @Test("A phrase is found as a whole, in any quotation marks")
  func phrases() {
    check("\"重庆 有雨\"", ["重庆有雨"])
    for query in ["“重庆有雨”", "「重庆有雨」", "＂重庆有雨＂", "\"重庆有雨\""] { check(query, ["重庆有雨"]) }
    check("\"庆，重\"", ["庆，重"])
    check("\"昨日\"\"北京\"", ["昨日", "北京"])
  }

  @Test("Spaces between single hanzi are the scan's; between words they divide")
  func spacedHanzi() {
    check("重 庆", ["重庆", "重庆", "重庆"])
    check("重 庆 夜 景", ["重庆夜景"])
    check("重 庆 夜景", ["重庆", "夜景"])
    check("重 庆有 雨", ["重庆有雨"])
    check("by:张 三", ["张 三"])
    check("~重 庆", ["重庆", "重庆", "重庆"])
    check("\"重\" \"庆\" 夜景", ["重", "庆", "夜景"])
  }

  @Test("What cannot be read stands for any character, but the end of a text for none")
  func unreadIsNoEnd() {
    // The end of the headline, of the report and of the paper.
    for query in ["~开工重", "~没有。重", "~摄重", "~重本报"] { check(query, []) }
    #expect((try? answer("~你好", in: issue("你□。"))) == ["你□"])
  }

  @Test("Fields look only where they say")
  func fields() {
    check("title:污水", ["污水"])
    check("标题：污水", ["污水"])
    check("by:张三", ["张 三"])
    check("by:李四", ["李四"])
    check("by:通讯员", ["通讯员"])
    check("by:zhangsan", ["张 三"])
    check("by:王五", [])
    check("caption:重庆", ["重庆"])
    check("重庆 -title:污水", ["重庆"])
    check("title:重庆 | caption:王五", ["王五"])
    check("title:\"处理厂 开工\"", ["处理厂开工"])
    check("caption:/王./", ["王五"])
  }

  @Test("Dates, pages and kinds choose articles; where nothing else is asked for, their titles are shown")
  func filters() {
    check("date:2021", ["污水处理厂开工", "重庆夜景 王五 摄"])
    for span in ["2021-06", "2021-06-22", "2021-05..2021-07", "2021-06-22..", "..2021", "--06-22", "--06"] {
      check("重庆 date:\(span) page:2", ["重庆"])
    }
    for span in ["2020", "2021-06-23", "2021-07..2022", "..2021-06-21", "--06-23"] { check("重庆 date:\(span)", []) }
    check("kind:photo", ["重庆夜景 王五 摄"])
    check("page:1..1 page:1", ["污水处理厂开工"])
    check("page:1..2 -kind:photo", ["污水处理厂开工"])
    check("重庆 page:２", ["重庆"])
    check("kind:photo | 北京", ["北京"])
  }

  @Test("Near means at most so many characters between, in any order")
  func near() {
    check("重庆 near/5 北京", ["重庆", "北京"])
    check("北京 near/4 重庆", ["重庆", "北京"])
    check("北京 near/2 重庆", [])
    check("张三 near/2 重庆", [])
    check("张三 near/6 重庆", ["张三", "重庆"])
    check("重庆 near/1 重庆", ["重庆", "重庆"])
    check("重庆 near/99 夜景", ["重庆", "夜景"])
    check("昨日 near/0 \"污水\" | 夜景", ["昨日", "污水", "夜景"])
  }

  @Test("Regular expressions are looked for in repaired text")
  func expressions() {
    check("/重庆.?有雨/", ["重庆有雨"])
    check("/[张李]三/", ["张三"])
    check("/x*/", [])
    check("/重庆/ 北京", ["重庆", "重庆", "北京"])
    check("/a\\/b|夜景/", ["夜景"])
  }

  @Test("Signs inside a word are text")
  func text() throws {
    let page = issue("会议10:30开始，见https://a.cn，A-B，1~2，记者:张三，二〇|x")
    for query in ["10:30", "https://a.cn", "A-B", "1~2", "记者:张三", "--", "5", "\"title:\""] {
      #expect(throws: Never.self) { try Query.parse(query) }
    }
    #expect(try answer("10:30", in: page) == ["10:30"])
    #expect(try answer("https://a.cn", in: page) == ["https://a.cn"])
    #expect(try answer("记者：张三", in: page) == ["记者:张三"])
    #expect(try answer("A-B", in: page) == ["A-B"])
  }

  @Test("A word alone is found as the text itself is")
  func plainWords() throws {
    var random = RandomSource(seed: 29)
    for _ in 0..<2_000 {
      let page = issue(random.text(upTo: 40))
      let word = random.text(upTo: 3).filter { !$0.isWhitespace && !"\"“」-－".contains($0) }
      guard Query(word) != nil else { continue }
      // Stars allow words of letters to lie within longer ones, as texts may.
      #expect(try answer("*\(word)*", in: page, pinyin: .off) == found(word, in: page), "\(word)")
    }
  }

  @Test("A word of letters is found where no word goes on beside it")
  func wholeWords() throws {
    var random = RandomSource(seed: 37)
    var (total, cut) = (0, 0)
    for _ in 0..<3_000 {
      let text = random.text(upTo: 40).filter { !"-—－.．…".contains($0) }
      let word = random.text(upTo: 3).filter { !$0.isWhitespace && !"\"“」-—－.．…".contains($0) }
      guard Query(word) != nil else { continue }
      let expected = plainScan(word, text, whole: true)
      total += expected.count
      cut += plainScan(word, text).count - expected.count
      #expect(try answer(word, in: issue(text), pinyin: .off) == expected, "\(word) in \(text.debugDescription)")
    }
    #expect(total > 500 && cut > 20, "\(total), \(cut)")
  }
}

@Suite struct QueryMistakeTests {
  /// The fault of a query, and the part of it that has the fault.
  private func mistake(_ text: String) -> (kind: QueryMistake.Kind, place: String)? {
    do throws(QueryMistake) {
      _ = try Query.parse(text)
      return nil
    } catch {
      return (error.kind, String(decoding: Array(text.utf8)[error.range], as: UTF8.self))
    }
  }

  @Test(
    "A mistake says what is wrong and where",
    arguments: [
      ("", QueryMistake.Kind.nothingToLookFor, ""),
      (" 　", .nothingToLookFor, " 　"),
      ("重庆 \u{200B}", .nothingToLookFor, "\u{200B}"),
      ("重庆 \"\"", .nothingToLookFor, "\"\""),
      ("重庆 \"市政", .quoteNotClosed, "\"市政"),
      ("title:「市", .quoteNotClosed, "「市"),
      ("重庆 /a b", .expressionNotClosed, "/a b"),
      ("重庆 titel:市 x", .noSuchField("titel"), "titel"),
      ("重庆 title: 市", .fieldEmpty("title:"), "title:"),
      ("date:2021-13 市", .notADate("2021-13"), "date:2021-13"),
      ("date:2022..2021", .notADate("2022..2021"), "date:2022..2021"),
      ("date:..", .notADate(".."), "date:.."),
      ("page:二", .notAPage("二"), "page:二"),
      ("page:4..2", .notAPage("4..2"), "page:4..2"),
      ("市 -kind:book", .notAKind("book"), "-kind:book"),
      ("| 市", .choiceIncomplete, "|"),
      ("市 |", .choiceIncomplete, "|"),
      ("市 || 县", .choiceIncomplete, "|"),
      ("市 | -县", .choiceExcludes, "|"),
      ("市 near/x 县", .nearWithoutNumber, "near/x"),
      ("市 near/5", .nearIncomplete, "near/5"),
      ("near/5 市", .nearIncomplete, "near/5"),
      ("市 near/5 page:2", .nearIncomplete, "near/5"),
      ("市 near/5 near/5 县", .nearIncomplete, "near/5"),
      ("-市 -县", .onlyExcludes, "-市 -县"),
    ])
  func mistakes(_ text: String, _ kind: QueryMistake.Kind, _ place: String) {
    let mistake = mistake(text)
    #expect(mistake?.kind == kind)
    #expect(mistake?.place == place)
  }

  @Test("A wrong expression is a mistake with the reason")
  func wrongExpression() {
    guard case .expressionWrong(let fault) = mistake("市 /a(b/")?.kind else { Issue.record("no mistake"); return }
    let reason = fault.words(in: .english)
    #expect(!reason.isEmpty && !reason.contains("\n"))
    #expect(mistake("市 /a(b/")?.place == "/a(b/")
  }

  @Test("Every mistake has words in both languages")
  func words() {
    let mistake = QueryMistake(.fieldEmpty("title:"), at: 0..<6)
    #expect(mistake.words(in: .english) == "what to look for must follow `title:` without a space")
    #expect(mistake.words(in: .chinese) == "“title:”后须紧跟要查找的内容")
  }

  @Test("No text makes the parser fall over, and places lie in the text")
  func anyText() {
    var random = RandomSource(seed: 31)
    let signs = [
      "\"", "“", "/", "-", "~", "|", ":", "title:", "date:", "near/", "near/3", "(", "\\", "'", "重", "x", " ", " ",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in signs.randomElement(using: &random) ?? "" }
      do throws(QueryMistake) {
        let query = try Query.parse(text.joined())
        _ = IssueSearch(issue("重x重")).matches(query)
      } catch {
        #expect(error.range.upperBound <= text.joined().utf8.count)
      }
    }
  }
}

import Chance
import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Library
@testable import System

@Suite("A folder's side file")
struct SideFileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A corpus of some files and a side file.
  private func open(_ side: String, _ names: [String]) throws -> Corpus {
    for name in names { try scratch.write("主题\n本报讯 1月3日，甲地开会。\n", to: name) }
    try scratch.write(side, to: "baolan.json")
    return scratch.open()
  }

  @Test("It gives the paper's name, and a page's day, number and place, before what names say")
  func everything() throws {
    var corpus = try open(
      """
      {
        "title": "乡报",
        "issues": { "春季号": { "date": "1949-03-01", "number": 7 } },
        "pages": {
          "a.txt": { "issue": "春季号", "page": 2 },
          "2021-06-22.txt": { "issue": "春季号", "page": 1 },
          "b.txt": { "date": "1949-05-12", "number": 9, "title": "镇报", "page": 3 }
        }
      }
      """, ["a.txt", "b.txt", "2021-06-22.txt", "c.txt"])
    #expect(corpus.problems.isEmpty)
    #expect(scratch.issues(of: corpus) == ["春季号: 1 2021-06-22.txt, 2 a.txt", "b: 3 b.txt", "c: 1 c.txt"])
    let spring = try #require(try corpus.issue("春季号"))
    #expect(spring.title == "乡报" && spring.number == 7)
    #expect(spring.date?.value == "1949-03-01" && spring.date?.certainty == .stated)
    #expect(spring.date?.because(in: .english) == "baolan.json says so")
    let single = try #require(try corpus.issue("b"))
    #expect(single.title == "镇报" && single.number == 9 && single.date?.value == "1949-05-12")
    #expect(try corpus.issue("c")?.date?.certainty == .inferred)
    #expect(corpus.summaries.map(\.title) == ["镇报", "乡报", "乡报"])
  }

  @Test("A page's number that it gives goes before one that a name gives")
  func pageNumbers() throws {
    let corpus = try open(
      #"{ "pages": { "2021-06-22_02.txt": { "page": 1 } } }"#, ["2021-06-22_01.txt", "2021-06-22_02.txt"])
    #expect(scratch.issues(of: corpus) == ["2021-06-22: 1 2021-06-22_02.txt, 2 2021-06-22_01.txt"])
  }

  @Test("It speaks of the folders within its own, but for what theirs say")
  func nested() throws {
    try scratch.write(#"{ "title": "镇报" }"#, to: "2021-06-23/baolan.json")
    let corpus = try open(
      #"{ "title": "乡报", "issues": { "2021-06-22": { "number": 5 } }, "pages": { "2021-06-23/01.txt": { "page": 8 } } }"#,
      ["2021-06-22/01.txt", "2021-06-22/02.txt", "2021-06-23/01.txt"])
    #expect(corpus.problems.isEmpty)
    #expect(corpus.sources.map(\.title) == ["乡报", "镇报"])
    #expect(corpus.sources.map(\.number) == [5, nil])
    #expect(corpus.sources.last?.pages.map(\.number) == [8])
  }

  @Test(
    "A mistake is told with its line and what to do, and the rest holds",
    arguments: [
      (#""titel": "乡报""#, #""titel" is not known here, only "issues", "pages", "title"; ignored"#),
      (#""title": 5"#, #""title" must be text in "quotes"; ignored"#),
      (#""issues": []"#, #""issues" must be { "NAME": …, }; this one is ignored"#),
      (
        #""issues": { "a": { "date": "2021-02-29" } }"#,
        #""date" must be a day of the calendar written as "2021-06-22"; ignored"#
      ),
      (#""issues": { "a": { "number": "5" } }"#, #""number" must be a whole number from 1, without quotes; ignored"#),
      (#""issues": { "a": { "page": 5 } }"#, #""page" is not known here, only "date", "number", "title"; ignored"#),
      (#""issues": { "z": { "number": 5 } }"#, "there is no issue z in this folder; `baolan list` shows their ids"),
      (#""issues": { "a": 5 }"#, #""a" must be { "NAME": …, }; this one is ignored"#),
      (
        #""pages": { "z.txt": { "page": 5 } }"#,
        "there is no file z.txt in this folder; put its name right, or take it out"
      ),
      (#""pages": { "a.txt": { "page": 0 } }"#, #""page" must be a whole number from 1, without quotes; ignored"#),
    ])
  func mistakes(line: String, message: String) throws {
    let other = line.hasPrefix("\"pages\"") ? "issues" : "pages"
    let name = other == "pages" ? "b.txt" : "b"
    let corpus = try open(
      "{\n\n  \(line),\n  \"\(other)\": { \"\(name)\": { \"number\": 3 } }\n}\n", ["a.txt", "b.txt"])
    #expect(scratch.problems(of: corpus) == ["baolan.json:3: " + message])
    #expect(corpus.sources.map(\.number) == [nil, 3])
  }

  @Test(
    "What is not JSON is told with its line, and the pages open without it",
    arguments: [
      ("{ \"title\": \"乡报\"\n \"pages\": {} }", 2, "a comma or }"), ("", 1, "a value: \"text\", a number, { or ["),
      ("{ \"title\":\n\n\"乡报 }", 3, "a \" that ends the text"), ("{\n title: \"乡报\" }", 2, "a name in \"quotes\""),
      ("{ \"title\" \"乡报\" }", 1, "a colon after \"title\""), ("{}\n{}", 2, "nothing more after the last }"),
      ("{ \"title\": \"\\x\" }", 1, "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u"),
    ])
  func notJSON(text: String, line: Int, expected: String) throws {
    let corpus = try open(text, ["a.txt"])
    #expect(corpus.ids == ["a"])
    #expect(
      scratch.problems(of: corpus) == [
        "baolan.json:\(line): is not JSON here: expected \(expected); nothing of the file is used until that is put right"
      ])
  }

  @Test("A name that is given twice counts once")
  func twice() throws {
    let corpus = try open("{ \"title\": \"甲\",\n\"title\": \"乙\" }", ["a.txt"])
    #expect(corpus.sources.map(\.title) == ["甲"])
    #expect(
      scratch.problems(of: corpus) == ["baolan.json:2: \"title\" stands in line 1 already; this one is ignored"])
  }

  @Test("It is no page, also where it is given itself, and speaks of pages given without their folder")
  func givenAlone() throws {
    _ = try open(#"{ "title": "乡报", "issues": { "b": { "number": 2 } } }"#, ["a.txt", "b.txt"])
    let corpus = Corpus.open(paths: ["a.txt", "baolan.json"].map { scratch.path + "/" + $0 })
    #expect(corpus.ids == ["a"])
    #expect(corpus.sources.first?.title == "乡报")
    #expect(corpus.problems.isEmpty)
  }

  @Test("JSON is read as other programs read it")
  func likeOthers() throws {
    let text = #" {"a": [1, -2.5e3, true, false, null, "\u8861\ud83d\ude00\n\"\\"], "b": {}, "c": []} "#
    let tree = try JSONTree(Array(text.utf8))
    let other = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
    #expect(other.isEqual(to: plain(tree) as? [String: Any] ?? [:]))
  }

  @Test(
    "Any text is JSON or is told to be none as other programs tell it; JSON is written as it was read",
    arguments: 0..<30)
  func anything(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let pool = [
      "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "1", "-", "true", "null", "\\", "\n", " ", "\\u12", "\u{0}",
    ]
    for _ in 0..<200 {
      let count = Int.random(in: 1...7, using: &random)
      let text = (0..<count).compactMap { _ in pool.randomElement(using: &random) }.joined()
      // Foundation takes a zero for the end of the text, which RFC 8259 has nowhere.
      let isText = !text.contains("\u{0}")
      let other = isText ? try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) : nil
      let tree = try? JSONTree(Array(text.utf8))
      #expect((tree == nil) == (other == nil), "\(text)")
      if let tree { #expect((try? JSONTree(tree.lineBytes))?.lineBytes == tree.lineBytes, "\(text)") }
    }
  }

  @Test("Brackets within brackets without end are no JSON")
  func depth() {
    #expect(throws: JSONTree.Fault.self) { try JSONTree(Array(repeating: UInt8(ascii: "["), count: 100_000)) }
  }

  private func plain(_ tree: JSONTree) -> Any {
    switch tree.value {
    case .object(let members): Dictionary(uniqueKeysWithValues: members.map { ($0.name, plain($0.value)) })
    case .array(let elements): elements.map(plain)
    case .string(let text): text
    case .number(let text): Double(text) ?? 0
    case .bool(let bool): bool
    case .null: NSNull()
    }
  }
}

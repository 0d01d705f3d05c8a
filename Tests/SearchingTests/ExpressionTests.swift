import Chance
import Newspaper
import Synchronization
import Testing

@testable import Searching

@Suite struct ExpressionTests {
  /// What Swift's own engine finds.
  private func expected(_ pattern: String, _ text: String) throws -> [String] {
    text.matches(of: try Regex(pattern)).map { String(text[$0.range]) }.filter { !$0.isEmpty }
  }

  private func found(_ pattern: String, _ text: String) throws -> [String] {
    var expression = try Expression(pattern)
    return expression.ranges(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test(
    "Expressions find what Swift's own engine finds",
    arguments: [
      "20[0-9]+年", "[一-龥]{2,4}市", ".*?市", "(?:市|县)委", "(?<year>\\d{4})年", "^本报.", "会$", "[^，。]+。", "a|ab",
      "(a|ab)(c|bcd)?",
      "x*", "x*?y", "\\p{Han}+", "[\\w&&[^a-z]]+", "(重庆)?市", "((a*)*b?)*", "[a-c\\d]{2}", "\\S+", "é", "重.?庆", "[^a]",
      "\\.",
      "(?:重|庆){2,}", "[[:alpha:]]+", "(?=重)庆", "\\b[a-z]+\\b", "(.)\\1", "(?i)ab", "", "a{", "b{,", "2{1", "{", "a}",
      "]", "a{b}", "[a.b]+", "[，。]", "(?:a", "b{,2}", "(?!市).*会", "(?i)b{1,}?", "(.)\\1{1}", "\\b\\w+?\\b",
      "(?=.)[ab]*+", "(?i)a|本{2}",
    ])
  func asSwift(_ pattern: String) throws {
    guard (try? Regex(pattern)) != nil else { return }
    let texts = [
      "2021年6月，重庆市委、县委在2022年开会", "本报讯 aab abcd xxy 。é e\u{301} 重x庆 重重庆庆 👩‍👩‍👧 ab1c2", "", "市",
      "a.b\u{F90A}金 한한 １２ a{b} 2{1 b{,",
    ]
    for text in texts { #expect(try found(pattern, text) == expected(pattern, text), "\(pattern) in \(text)") }
  }

  @Test("What is taken for known of hanzi and of ASCII is what Swift says of them")
  func hanzi() throws {
    for escape in ["\\w", "\\W", "\\s", "\\S", "\\d", "\\D"] {
      for start in stride(from: UInt32(0x4E00), to: 0xA000, by: 0x200) {
        let text = String(String.UnicodeScalarView((start..<start + 0x200).compactMap { Unicode.Scalar($0) }))
        #expect(try found(escape, text) == expected(escape, text))
      }
      for scalar in UInt8(0)..<0x80 {
        let text = String(UnicodeScalar(scalar))
        #expect(try found(escape, text) == expected(escape, text), "\(escape) of \(scalar)")
      }
    }
  }

  @Test("Expressions made at random find what Swift's own engine finds")
  func random() throws {
    var random = RandomSource(seed: 41)
    var total = 0
    for _ in 0..<1_500 {
      let pattern = self.pattern(depth: 2, &random)
      let text = random.text(upTo: 14)
      guard (try? Regex(pattern)) != nil, (try? ExpressionParser.node(pattern)) != nil else { continue }
      let expected = try expected(pattern, text)
      total += expected.count
      #expect(try found(pattern, text) == expected, "\(pattern) in \(text.debugDescription)")
    }
    #expect(total > 500)
  }

  private func pattern(depth: Int, _ random: inout RandomSource) -> String {
    let atoms = ["重", "庆", "a", "A", ".", "[a-z]", "[^重]", "\\w", "\\d", "[市庆1]", "é", "^", "$", "\\s"]
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ -> String in
      let isGroup = depth > 0 && Int.random(in: 0..<3, using: &random) == 0
      let atom = isGroup ? "(\(pattern(depth: depth - 1, &random)))" : atoms.randomElement(using: &random) ?? "a"
      // A group that is repeated without end could keep Swift's engine for ever.
      let quantities = isGroup ? ["", "", "?", "{2}"] : ["", "", "", "*", "+", "?", "*?", "+?", "{2}", "{1,2}"]
      let quantity = quantities.randomElement(using: &random) ?? ""
      return atom + (atom == "^" || atom == "$" ? "" : quantity)
    }
    let isChoice = Int.random(in: 0..<4, using: &random) == 0
    return parts.joined(separator: isChoice ? "|" : "")
  }

  @Test("An expression that an engine which goes back never ends with ends")
  func catastrophes() throws {
    let text = String(repeating: "a", count: 2_000) + "b"
    for pattern in ["(a+)+c", "(a|a)*c", "(a*)*c", "a*a*a*a*c", "(.*)*(.*)*x", "(a?){100}a{100}c"] {
      #expect(try found(pattern, text) == [], "\(pattern)")
    }
  }

  @Test("What could take for ever and is left to Swift's engine, or is too long, is refused with words")
  func refused() {
    for pattern in [
      "(?=(a+)+c)", "(?:(a+)\\1)*c", "\\b(.*a)+", "(?i)a*a*a*b", "((a{1,99}){1,99})x", "(?=.)(.?){30}☃",
      "(?=.)(.?){7}☃",
      "(?=.).*.*☃", "(?=.)(?:.|.)*☃", "(.*)\\1", "(a\\1?){20}", "(?=.)(){60000}", "(?x)(.?) {30}☃",
      "(?=.)[a[b]](.?){30}]",
      "\\Q(\\E(?=.)(.?){30}", "(?=.)(?>.*)+☃", "(?=.)(?<n>.?){30}☃", "(?=.)(.?){30}+☃", "(?=.)(?i:.?){30}☃",
      "(?=.)(?#()(.?){30}☃", String(repeating: "a", count: 2_000),
      String(repeating: "(", count: 500) + "a"
        + String(repeating: ")", count: 500),
    ] {
      #expect(throws: QueryMistake(.expressionTooCostly, at: 2..<pattern.utf8.count + 4)) {
        try Query.parse("市 /\(pattern)/".replacing("市", with: "x"))
      }
    }
    for pattern in [
      "\\b\\w+\\b", "(?!市)委", "(?i)ab+", "(.)\\1", "(.)\\1+", "(?i)(重庆|北京)(市|县)?人", "((){60000}){60000}x",
    ] {
      #expect(throws: Never.self) { try Query.parse("/\(pattern)/") }
    }
  }

  @Test("What is left to Swift's engine repeats 200 times at most where it repeats without end")
  func repeatsAtMost() throws {
    #expect(
      try found("(?i)ab*", "a" + String(repeating: "b", count: 300)) == ["a" + String(repeating: "b", count: 200)])
    #expect(try found("ab*", "a" + String(repeating: "b", count: 300)).first?.count == 301)
  }

  @Test("Whatever expressions one makes at random of what is left to Swift's engine, they end")
  func randomEnds() throws {
    var random = RandomSource(seed: 43)
    let pieces = [
      "(?=", "(?!", "(?:", "(?>", "(?i)", "(?<n>", "(", "(", ")", ")", ")", "*", "+", "?", "{2}", "{0,9}", "{3,}", "*+",
      "*?", "|", "a", ".", ".", "\\1", "\\b", "[ab]", "\\w", "x", "(){9999}",
    ]
    let text = String(repeating: "a", count: 60)
    var (read, left) = (0, 0)
    for _ in 0..<20_000 {
      let count = Int.random(in: 2...14, using: &random)
      let pattern = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "a" }.joined()
      let open = pattern.count { $0 == "(" } - pattern.count { $0 == ")" }
      guard open >= 0, var expression = try? Expression(pattern + String(repeating: ")", count: open)) else { continue }
      read += 1
      left += (try? ExpressionParser.node(pattern + String(repeating: ")", count: open))) == nil ? 1 : 0
      _ = expression.ranges(in: text + "b")
    }
    #expect(read > 1_000 && left > 300)
  }

  @Test(
    "Looking for a dear expression ends within one text once it is not wanted, and has found nothing",
    arguments: [1, 50])
  func ended(after count: Int) throws {
    let text = String(repeating: "山高水长", count: 5_000)
    let issue = Issue(
      id: "a", pages: [],
      articles: [
        Article(
          number: 1, kind: .brief,
          blocks: [Block(.paragraph, Passage(text: text, page: 1, lines: [1], runs: [], repairs: []))])
      ])
    let asked = Atomic(0)
    let search = IssueSearch(issue)
    let query = try Query.parse("/(?=.)山.*☃/")
    #expect(query.isDear)
    #expect(search.matches(query) { asked.add(1, ordering: .relaxed).newValue <= count } == nil)
    #expect((count...count + 3).contains(asked.load(ordering: .relaxed)))
  }
}

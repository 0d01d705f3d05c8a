import Chance
import Newspaper
import Strings
import Testing

@testable import Searching

@Suite struct ExpressionTests {
  /// Matches of Swift's own engine.
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
      "(?:重|庆){2,}", "[[:alpha:]]+", "\\b[a-z]+\\b", "(?i)ab", "", "(?i)[A-C]+", "a(?i)b|C", "(?i:A)b", "(?s)a.b",
      "\\Qa.b\\E+", "a{", "b{,", "2{1", "{", "a}",
      "]", "a{b}", "[a.b]+", "[，。]", "(?:a", "b{,2}", "(?i)b{1,}?", "(?i)a|本{2}", "(?#x)a", "(?P<n>a)",
      "\\x61\\u{62}", "(?i)[^B]", "(?i)[[:upper:]]", "\\Aa", "。\\z",
    ])
  func asSwift(_ pattern: String) throws {
    guard (try? Regex(pattern)) != nil else { return }
    let texts = [
      "2021年6月，重庆市委、县委在2022年开会", "本报讯 aab abcd xxy 。é e\u{301} 重x庆 重重庆庆 👩‍👩‍👧 ab1c2", "", "市",
      "a.b\u{F90A}金 한한 １２ a{b} 2{1 b{,",
    ]
    for text in texts {
      let (found, expected) = (try found(pattern, text), try expected(pattern, text))
      #expect(found == expected, "\(pattern) in \(text)")
    }
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

  @Test(
    "What no engine can follow that never goes back is refused with its place",
    arguments: [
      ("(?=(a+)+c)", .looksAround, "(?="), ("重(?!市).*会", .looksAround, "(?!"), ("(?<=本)报", .looksAround, "(?<="),
      ("(?<!本)报", .looksAround, "(?<!"), ("(.)\\1", .refersBack, "\\1"), ("(?<n>.)\\k<n>", .refersBack, "\\k"),
      ("重(?>.*)庆", .givesNothingBack, "(?>"), ("[ab]*+", .givesNothingBack, "*+"), ("(?R)", .refersBack, "(?R"),
    ] as [(String, QueryMistake.ExpressionFault, String)])
  func refused(_ pattern: String, _ fault: QueryMistake.ExpressionFault, _ place: String) {
    let query = "重庆 title:/\(pattern)/"
    let error = #expect(throws: QueryMistake.self) { try Query.parse(query) }
    #expect(error?.kind == .expressionWrong(fault))
    #expect(error.map { String(decoding: Array(query.utf8)[$0.range], as: UTF8.self) } == place)
  }

  @Test("What would take too many steps or too much memory is refused, whatever it is made of")
  func tooLarge() {
    for pattern in [
      "a{1,10000}", "((a{1,99}){1,99})x", "(.?){30}{30}".replacing("}{", with: "}){").replacing("(.", with: "((."),
      "((x{0,500}){0,500}){0,500}", "((){0,500}a?){900}", "a{99999999999999999999}",
      String(repeating: "a", count: 1_900),
      String(repeating: "(", count: 500) + "a" + String(repeating: ")", count: 500),
    ] {
      #expect(throws: QueryMistake(.expressionWrong(.tooLarge), at: 2..<pattern.utf8.count + 4), "\(pattern)") {
        try Query.parse("x /\(pattern)/")
      }
    }
    for pattern in ["\\b\\w+\\b", "(?i)ab+", "(?i)(重庆|北京)(市|县)?人", "((){60000}){60000}x", "(.?){30}☃"] {
      #expect(throws: Never.self) { try Query.parse("/\(pattern)/") }
    }
  }

  @Test(
    "What is wrong is said in both languages",
    arguments: [
      "a)", "(a", "[a", "*a", "a**", "^*", "{2}", "[z-a]", "a{3,2}", "[]", "\\q", "\\p{Foo}", "(?z)a", "(*F)",
    ])
  func wrong(_ pattern: String) {
    let error = #expect(throws: QueryMistake.self) { try Query.parse("/\(pattern)/") }
    guard case .expressionWrong(let fault) = error?.kind else { Issue.record("no fault"); return }
    let (english, chinese) = (fault.words(in: .english), fault.words(in: .chinese))
    #expect(!english.isEmpty && !chinese.isEmpty && english != chinese)
    #expect((try? Regex(pattern)) == nil)
  }

  @Test("An expression without end takes all of a long text")
  func longRepeats() throws {
    #expect(try found("(?i)ab*", "A" + String(repeating: "b", count: 300)).first?.count == 301)
    #expect(try found("ab*", "a" + String(repeating: "b", count: 300)).first?.count == 301)
  }

  @Test("Properties and classes mean what Swift's own engine says of every scalar of the first plane and of hanzi")
  func properties() throws {
    let classes = [
      "\\w", "\\d", "\\s", "\\h", "\\v", ".", "\\p{Han}", "\\p{Latin}", "\\p{Hiragana}", "\\p{Katakana}",
      "\\p{L}", "\\p{Lu}", "\\p{Letter}", "\\P{N}", "\\p{P}", "\\p{Sc}", "\\p{Alphabetic}", "\\p{gc=Zs}",
      "\\p{scx=Latin}", "\\p{Uppercase}", "[[:alpha:]]", "[[:^alpha:]]", "[[:digit:]]", "[[:punct:]]", "[[:alnum:]]",
      "[[:upper:]]", "[[:lower:]]", "[[:blank:]]", "[[:cntrl:]]", "[[:xdigit:]]", "[[:graph:]]",
      "[\\p{Han}--[一-三]]", "[\\w~~\\p{Han}]", "[^\\d,]", "[à-ü重-]", "[\\w&&[^a-z]]", "[\\n\\t-]",
    ]
    // Of the scalars between, some are other spellings of marks that are used in scripts.
    let scalars = (Array(UInt32(0)..<0x340) + Array(UInt32(0x345)..<0x3200) + (0x4DF0..<0x4E20) + (0xF900..<0x1_0000))
      .compactMap(Unicode.Scalar.init)
    for pattern in classes {
      let regex = try Regex(pattern)
      var expression = try Expression(pattern)
      let wrong = scalars.filter { scalar in
        let text = String(Character(scalar))
        return (text.wholeMatch(of: regex) != nil) != !expression.ranges(in: text).isEmpty
      }
      #expect(wrong.isEmpty, "\(pattern): \(wrong.prefix(9).map { String($0.value, radix: 16) })")
    }
  }

  @Test("Words end where Unicode says, so that hanzi are words by themselves")
  func wordBoundaries() throws {
    let texts = [
      "重庆ABC市 don't 3.5 a_b x，“”  y", "アイウえお", "a-b A.B. 1,000 U.S.A ２０２１年３月 i’m", "ab  cd. e", "a.1 1.a 1,a a:b",
    ]
    for text in texts {
      for pattern in ["\\b.+?\\b", "\\b\\w+?\\b", "\\B.", "\\b\\w+\\b", "\\B\\w", "[a-z]\\b"] {
        #expect(try found(pattern, text) == expected(pattern, text), "\(pattern) in \(text)")
      }
    }
  }

  @Test("Whatever expressions one makes at random, they end")
  func randomEnds() throws {
    var random = RandomSource(seed: 43)
    let pieces = [
      "(?:", "(?i)", "(?<n>", "(", "(", "(", ")", ")", ")", "*", "+", "?", "{2}", "{0,9}", "{3,}", "*?", "|", "a", ".",
      ".", "\\b", "[ab]", "\\w", "x", "(){9999}", "(?=", "\\1",
    ]
    let text = String(repeating: "a", count: 60)
    var read = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 2...14, using: &random)
      let pattern = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "a" }.joined()
      let open = pattern.count { $0 == "(" } - pattern.count { $0 == ")" }
      guard open >= 0, var expression = try? Expression(pattern + String(repeating: ")", count: open)) else { continue }
      read += 1
      _ = expression.ranges(in: text + "b")
    }
    #expect(read > 1_000)
  }
}

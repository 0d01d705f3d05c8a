import Chance
import Newspaper

@testable import Searching

/// An issue of one article whose paragraphs are the lines of its page, letter for letter.
func issue(_ paragraphs: String...) -> Newspaper.Issue { issue(paragraphs.map { ($0, $0) }) }

/// An issue of one article: each line of its page, and the paragraph that it was repaired to.
func issue(_ paragraphs: [(line: String, repaired: String)]) -> Newspaper.Issue {
  let text = PageText(paragraphs.map(\.line).joined(separator: "\n"))
  let blocks = paragraphs.enumerated().map { number, paragraph in
    Block(.paragraph, passage(paragraph.line, paragraph.repaired, line: number + 1))
  }
  return Newspaper.Issue(
    id: "test", pages: [Page(number: 1, path: "test.txt", text: text)],
    articles: [Article(number: 1, kind: .article, blocks: blocks)])
}

/// A passage whose repairs only took spaces out.
private func passage(_ line: String, _ repaired: String, line number: Int) -> Passage {
  let (source, target) = (Array(line.utf8), Array(repaired.utf8))
  var runs: [Passage.Run] = []
  var from = 0
  for (offset, byte) in target.enumerated() {
    while source[from] != byte { from += 1 }
    if let last = runs.last, Int(last.sourceOffset + last.length) == from {
      runs[runs.count - 1].length += 1
      runs[runs.count - 1].sourceLength += 1
    } else {
      runs.append(Passage.Run(offset: offset, length: 1, line: number, sourceOffset: from, sourceLength: 1))
    }
    from += 1
  }
  return Passage(text: repaired, page: 1, lines: [number], runs: runs)
}

/// Matches of a search in the repaired text; pieces of one match are divided by a bar.
func found(_ query: String, in issue: Newspaper.Issue) -> [String] {
  guard let query = Query(query) else { return [] }
  return IssueSearch(issue).matches(query).map { text(of: $0, in: issue) }
}

/// The same for a query in the language of queries.
func answer(
  _ query: String, in issue: Newspaper.Issue, pinyin: Query.Pinyin = .common
) throws -> [String] {
  IssueSearch(issue).matches(try Query.parse(query, pinyin: pinyin)).map { text(of: $0, in: issue) }
}

/// The repaired text of a match; its pieces are divided by a bar.
func text(of match: Match, in issue: Newspaper.Issue) -> String {
  match.pieces.map { piece in
    let bytes = Array(issue.articles[match.article].blocks[piece.block].passage.text.utf8)
    return String(decoding: bytes[piece.range], as: UTF8.self)
  }.joined(separator: "|")
}

extension RandomSource {
  /// Text of few different characters, so that a short query is often in it.
  mutating func text(upTo length: Int) -> String {
    let characters = [
      "重", "庆", "市", "重", "庆", "a", "A", "Ａ", "b", "1", "１", " ", " ", "　", "，", ",", "。", ".", ".", "．", "…", "—", "-",
      "－", "“", "\"", "」", "’", "İ", "é", "e\u{301}", "Σ", "ς", "\u{200B}", "👩‍👩‍👧", "👩", "𠮷", "\t", "K", "é", "發", "髮",
      "发",
      "㈠", "℃", "\u{F90A}", "한",
    ]
    let count = Int.random(in: 0...length, using: &self)
    return (0..<count).map { _ in characters.randomElement(using: &self) ?? "重" }.joined()
  }
}

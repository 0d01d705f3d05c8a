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

/// Occurrences by comparing folded characters one after the other; spaces count only between letters and digits.
/// - Parameter whole: true if no word may go on beside an occurrence with letters.
func plainScan(_ needle: String, _ text: String, whole: Bool = false) -> [String] {
  let wanted = units(needle).map(\.folded)
  let units = units(text)
  let folded = units.map(\.folded)
  guard !wanted.isEmpty else { return [] }
  let hasEdges = whole && wanted.contains { scalars($0).contains(where: isLetter) }
  var result: [String] = []
  var index = 0
  while index + wanted.count <= units.count {
    let part = units[index..<index + wanted.count]
    let isCut = hasEdges && [index, part.endIndex].contains { isWithinWord($0, folded) }
    if folded[index..<part.endIndex].elementsEqual(wanted), !isCut {
      result.append(String(text[part[index].range.lowerBound..<part[part.endIndex - 1].range.upperBound]))
      index += wanted.count
    } else {
      index += 1
    }
  }
  return result
}

/// The characters of a text, folded one by one, and the spaces between words.
private func units(_ text: String) -> [(folded: [UInt8], range: Range<String.Index>)] {
  var units: [(folded: [UInt8], range: Range<String.Index>)] = []
  var space: Range<String.Index>?
  for index in text.indices {
    let range = index..<text.index(after: index)
    if text[index].isWhitespace { space = (space?.lowerBound ?? index)..<range.upperBound }
    let folded = FoldedText(String(text[index])).bytes
    guard !folded.isEmpty else { continue }
    if let gap = space, let last = units.last?.folded, isWord(scalars(last).last), isWord(scalars(folded).first) {
      units.append(([0x20], gap))
    }
    space = nil
    units.append((folded, range))
  }
  return units
}

private func scalars(_ folded: [UInt8]) -> String.UnicodeScalarView {
  String(decoding: folded, as: UTF8.self).unicodeScalars
}

/// True for a letter or a digit beside which a space counts.
private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
  guard let scalar else { return false }
  if (0xAC00..<0xD7A4).contains(scalar.value) { return true }
  return scalar.properties.isAlphabetic && !scalar.properties.isIdeographic || scalar.properties.numericType != nil
}

/// True between two letters and between two digits.
private func isWithinWord(_ index: Int, _ units: [[UInt8]]) -> Bool {
  guard index > 0, index < units.count, let before = scalars(units[index - 1]).last,
    let behind = scalars(units[index]).first
  else { return false }
  return isLetter(before) && isLetter(behind) || isDigit(before) && isDigit(behind)
}

/// True for a letter of Latin or Greek, of which the random texts are.
private func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x400 && scalar.properties.isAlphabetic }

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

extension CorpusPass {
  /// The occurrences in a batch.
  func counts(inBatch batch: Int) -> BatchCounts { counts(inBatch: batch) { true } ?? BatchCounts() }
}

extension SearchedIssues.Place {
  /// A place in a segment.
  init(segment: Int, index: Int, date: IssueDate?) {
    self.init(segment: segment, index: index, day: DayNumber(withoutYear: date))
  }
}

extension Query {
  /// A text as it stands, none of whose characters mean anything but themselves; nil where nothing is left to look for.
  init?(_ text: String) {
    guard let term = Term(text, isTolerant: false, pinyin: .off) else { return nil }
    self.init(text: text, clauses: [Clause(conditions: [.term(term)])])
  }
}

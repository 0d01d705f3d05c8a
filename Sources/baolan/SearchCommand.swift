import Corpus
import Newspaper
import Searching

/// `search`.
func runSearch(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  guard let query = Query(invocation.operands[0]) else { throw Failure(message: "search: QUERY is empty") }
  var corpus = try invocation.openCorpus()
  let asJSON = invocation["--format"] == "json"
  var total = 0
  var hits: [Hit] = []
  for id in try corpus.chosenIDs(invocation) {
    guard let issue = try corpus.issue(id) else { continue }
    let matches = IssueSearch(issue).matches(query)
    total += matches.count
    if invocation.has("--count") { continue }
    let found = matches.compactMap { Hit($0, in: issue) }
    if asJSON { hits += found } else { found.forEach { output.write($0.line) } }
  }
  if asJSON {
    let shown = invocation.has("--count") ? nil : hits
    output.write(try jsonText(SearchDocument(query: query.text, total: total, hits: shown)))
  } else if invocation.has("--count") {
    output.write("\(total)\n")
  }
  return total > 0 ? .done : .nothingFound
}

/// What `search --format json` prints.
private struct SearchDocument: Encodable {
  var query: String
  var total: Int
  /// Left out where only the count was asked for.
  var hits: [Hit]?
}

/// An occurrence, where it stands and what stands around it.
private struct Hit: Encodable {
  var issue: String
  var article: Int
  var page: Int
  /// Source lines, from 1.
  var lines: [Int]
  /// The part that the text plays: `headline`, `paragraph`.
  var role: String
  /// The source's own characters.
  var match: String
  /// Repaired text.
  var before: String
  var after: String

  init?(_ match: Match, in issue: Issue) {
    let article = issue.articles[match.article]
    guard let first = match.pieces.first, let last = match.pieces.last else { return nil }
    let ranges = match.pieces.flatMap { piece in
      article.blocks[piece.block].passage.sourceRanges(of: piece.range)
    }
    let passage = article.blocks[first.block].passage
    let page = issue.page(passage.page)
    self.issue = issue.id
    self.article = article.number
    self.page = passage.page
    lines = ranges.map(\.line).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    role = article.blocks[first.block].role.rawValue
    self.match = ranges.map { page?.text.text(ofLine: $0.line, $0.range) ?? "" }.joined()
    before = String(passage.text.prefix(utf8: first.range.lowerBound).suffix(contextLength))
    let end = article.blocks[last.block].passage.text
    after = String(end.dropFirst(end.prefix(utf8: last.range.upperBound).count).prefix(contextLength))
  }

  /// As the text output has it.
  var line: String {
    let place = "\(issue)/\(article):\(page):\(lines.map(String.init).joined(separator: ",")): "
    let ellipses = (before.count < contextLength ? "" : "…", after.count < contextLength ? "" : "…")
    return place + ellipses.0 + before + "[" + match + "]" + after + ellipses.1 + "\n"
  }
}

/// Characters of context on each side.
private let contextLength = 20

extension PageText {
  /// A part of a line.
  fileprivate func text(ofLine line: Int, _ range: Range<Int>) -> String {
    let start = self.range(ofLine: line).lowerBound
    return String(decoding: bytes[start + range.lowerBound..<start + range.upperBound], as: UTF8.self)
  }
}

extension String {
  /// The text before a UTF-8 offset.
  fileprivate func prefix(utf8 offset: Int) -> Substring {
    self[..<(utf8.index(startIndex, offsetBy: offset, limitedBy: endIndex) ?? endIndex)]
  }
}

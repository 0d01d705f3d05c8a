import Corpus
import Newspaper
import Searching
import Typesetting

/// `search`.
func runSearch(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  let query = try parsedQuery(invocation)
  var corpus = try invocation.openCorpus()
  let asJSON = invocation["--format"] == "json"
  var total = 0
  var hits: [Hit] = []
  for id in try corpus.chosenIDs(invocation) {
    guard let issue = try corpus.issue(id) else { continue }
    let matches = IssueSearch(issue).matches(query)
    total += matches.count
    if invocation.has("--count") { continue }
    let found = matches.ranked.map { Hit($0, in: issue) }
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

/// The query, or its mistake shown under it.
private func parsedQuery(_ invocation: Invocation) throws -> Query {
  let text = invocation.operands[0]
  do throws(QueryMistake) {
    return try Query.parse(text, pinyin: Query.Pinyin(rawValue: invocation["--pinyin"] ?? "") ?? .common)
  } catch {
    if error.kind == .nothingToLookFor, text.allSatisfy(\.isWhitespace) {
      throw Failure(message: "search: QUERY is empty")
    }
    let place = String(decoding: Array(text.utf8)[error.range], as: UTF8.self)
    let words = error.words(in: .english)
    let found = place == text || words.contains("`\(place)`") ? "" : "`\(place)`: "
    throw Failure(message: "search: \(found)\(words) (`baolan help search`)")
  }
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
  /// In what way it was found: `pinyin`, `lookalike`; left out for what was found as it was typed.
  var kind: String?
  /// The source's own characters, with a line break where the scan has one.
  var match: String
  /// Repaired text.
  var before: String
  var after: String

  init(_ match: Match, in issue: Issue) {
    let found = context(of: match, in: issue, characters: contextLength)
    self.issue = issue.id
    article = issue.articles[match.article].number
    page = found.page
    lines = found.lines
    role = found.role.rawValue
    kind = match.kind == .literal ? nil : match.kind.rawValue
    self.match = found.match
    before = found.before
    after = found.after
  }

  /// As the text output has it.
  var line: String {
    let place = "\(issue)/\(article):\(page):\(lines.map(String.init).joined(separator: ",")): "
    let ellipses = (before.count < contextLength ? "" : "…", after.count < contextLength ? "" : "…")
    let shown = (kind == Match.Kind.lookalike.rawValue ? "~" : "") + match.filter { $0 != "\n" }
    return legible(place + ellipses.0 + before + "[" + shown + "]" + after + ellipses.1) + "\n"
  }
}

/// Characters of context on each side.
private let contextLength = 20

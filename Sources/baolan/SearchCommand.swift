import Corpus
import Newspaper
import Searching
import Typesetting

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
    let found = matches.map { Hit($0, in: issue) }
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
    self.match = found.match
    before = found.before
    after = found.after
  }

  /// As the text output has it.
  var line: String {
    let place = "\(issue)/\(article):\(page):\(lines.map(String.init).joined(separator: ",")): "
    let ellipses = (before.count < contextLength ? "" : "…", after.count < contextLength ? "" : "…")
    let shown = match.filter { $0 != "\n" }
    return legible(place + ellipses.0 + before + "[" + shown + "]" + after + ellipses.1) + "\n"
  }
}

/// Characters of context on each side.
private let contextLength = 20

import Exporting
import Library
import Newspaper
import Searching
import Synchronization
import System
import Typesetting

func runSearch(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  output.hasColours = invocation.wantsColours(output)
  let query = try parsedQuery(invocation.operands[0], of: invocation)
  let columns = try invocation.hitColumns()
  let corpus = invocation.corrected(try invocation.openCorpus())
  let place = try invocation[.issue].flatMap { corpus.shelf.index(ofIssue: try corpus.soleID(matching: $0)) }
  let unread = UnreadPages()
  let search = corpus.search(only: place) { unread.add($0) }
  let order: CorpusQuestion.Order? = invocation.choice(.order)
  let question = CorpusQuestion(number: 1, query: query, order: order ?? .newest)
  let answer = search.answer(to: question)
  if let unit: HitTable.Unit = invocation.choice(.by) {
    let table = HitTable(unit, of: answer, query, search) { corpus.shelf[place ?? $0].id }
    output.write(invocation.wantsJSON ? table.json : table.text(columns: output.terminalColumns))
  } else if invocation.has(.count) {
    output.write(invocation.wantsJSON ? hitDocument(query, total: answer.total) : "\(answer.total)\n")
  } else {
    let listing = HitListing(search, answer, isRanked: order == nil, context: invocation.number(.context) ?? 20)
    if let columns {
      listing.write(columns, asTable: invocation[.searchFormat] == "csv", corpus, to: &output)
    } else {
      listing.write(query, asJSON: invocation.wantsJSON, to: &output)
    }
  }
  printErrors(unread.messages, inFull: invocation.has(.allMessages))
  return answer.total > 0 ? .done : .nothingFound
}

/// The pages whose hits are left out, because they cannot be read any more.
private final class UnreadPages: Sendable {
  private let found = Mutex<Set<String>>([])

  func add(_ problem: Problem) { found.withLock { _ = $0.insert("search: hits left out: \(problem)") } }

  var messages: [String] { found.withLock { $0.sorted() } }
}

extension Invocation {
  /// The columns of a format with a row a hit; nil for the others.
  fileprivate func hitColumns() throws -> [HitRow.Column]? {
    let isTable = ["jsonl", "csv"].contains(self[.searchFormat] ?? "text")
    guard let fields = self[.fields] else { return isTable ? HitRow.columns : nil }
    guard isTable else { throw Failure(message: "search: --fields is for --format jsonl and csv") }
    return try fields.split(separator: ",").map { name in
      if let column = HitRow.columns.first(where: { $0.description == name }) { return column }
      throw Failure(message: "search: no field `\(name)`; there are: " + HitRow.names.joined(separator: ", "))
    }
  }

  fileprivate var wantsJSON: Bool { self[.searchFormat] == "json" }
}

/// A query that is part of a call.
func parsedQuery(_ text: String, of invocation: Invocation) throws -> Query {
  let command = invocation.command.name
  do throws(QueryMistake) {
    return try Query.parse(text, pinyin: invocation.choice(.pinyin) ?? .common)
  } catch {
    if error.kind == .nothingToLookFor, text.allSatisfy(\.isWhitespace) {
      throw Failure(message: "\(command): QUERY is empty")
    }
    let place = String(decoding: Array(text.utf8)[error.range], as: UTF8.self)
    let words = error.words(in: .english)
    let isSaid = place == text || words.contains("`\(place)`")
    let found = isSaid ? "" : "`\(place.prefix(40))\(place.count > 40 ? "…" : "")`: "
    throw Failure(message: "\(command): \(found)\(words) (`baolan help search`)")
  }
}

/// The document of `search --format json`.
/// - Parameter hits: nil with `--count`.
private func hitDocument(_ query: Query, total: Int, hits: [HitRecord]? = nil) -> String {
  JSONBytes.document { json in
    json.object { json in
      if let hits { json.list("hits", hits) { json, hit in hit.write(to: &json) } }
      json.text("query", query.text)
      json.number("total", total)
    }
  }
}

/// The hits of an answer as they are written, some at a time.
private struct HitListing {
  private let search: CorpusSearch
  private let answer: CorpusAnswer
  /// True if the best hits of each issue come first in it.
  private let isRanked: Bool
  private let context: Int
  /// Number of hits that are read at once.
  private static let together = 512

  init(_ search: CorpusSearch, _ answer: CorpusAnswer, isRanked: Bool, context: Int) {
    self.search = search
    self.answer = answer
    self.isRanked = isRanked
    self.context = context
  }

  func write(_ query: Query, asJSON: Bool, to output: inout Output) {
    var records: [HitRecord] = []
    forEachGroup { group in
      let hits = isRanked ? group.ranked : group
      for hit in hits {
        let record = HitRecord(hit, context: context)
        if asJSON { records.append(record) } else { record.write(context: context, to: &output) }
      }
    }
    if asJSON { output.write(hitDocument(query, total: answer.total, hits: records)) }
  }

  /// Writes a row for each hit.
  func write(_ columns: [HitRow.Column], asTable: Bool, _ corpus: Corpus, to output: inout Output) {
    if asTable { output.write(csvLine(columns.map(\.description))) }
    let inLine = HitRow.inOrder(columns)
    var facts: HitRow.IssueFacts?
    let shelf = corpus.revisedShelf(isQuick: true)
    forEachGroup { group in
      if let id = group.first?.issue, facts?.id != id { facts = HitRow.IssueFacts(id, corpus, shelf) }
      for hit in isRanked ? group.ranked : group {
        let row = HitRow(hit, HitRecord(hit, context: context), facts)
        output.write(asTable ? csvLine(columns.map { $0.value(row).text }) : row.line(inLine))
      }
    }
  }

  /// Calls back with the hits of each issue that stand together, in order.
  private func forEachGroup(_ body: ([CorpusHit]) -> Void) {
    var group: [CorpusHit] = []
    for start in stride(from: 0, to: answer.total, by: Self.together) {
      for hit in search.hits(start..<start + Self.together, of: answer.number) {
        if let last = group.last, last.run != hit.run {
          body(group)
          group = []
        }
        group.append(hit)
      }
    }
    if !group.isEmpty { body(group) }
  }
}

extension [CorpusHit] {
  /// The same with the best first.
  fileprivate var ranked: [CorpusHit] {
    Match.Kind.allCases.flatMap { kind in filter { $0.match.kind == kind } }
  }
}

/// An occurrence with its place and the text around it.
struct HitRecord {
  var issue: String
  var article: Int
  var page: Int
  /// Source lines, from 1.
  var lines: [Int]
  /// The role of the text: `headline`, `paragraph`.
  var role: String
  /// The kind of match, `pinyin` or `lookalike`; left out for a literal one.
  var kind: String?
  /// The characters of the source, with the line breaks of the scan.
  var match: String
  /// Repaired text.
  var before: String
  var after: String

  init(_ hit: CorpusHit, context: Int) {
    issue = hit.issue
    article = hit.match.article + 1
    page = hit.context.page
    lines = hit.context.lines
    role = hit.context.role.rawValue
    kind = hit.match.kind == .literal ? nil : hit.match.kind.rawValue
    match = hit.context.match
    before = String(hit.context.before.suffix(context))
    after = String(hit.context.after.prefix(context))
  }

  func write(to json: inout JSONBytes) {
    json.object { json in
      json.text("after", after)
      json.number("article", article)
      json.text("before", before)
      json.text("issue", issue)
      json.text("kind", kind)
      json.numbers("lines", lines)
      json.text("match", match)
      json.number("page", page)
      json.text("role", role)
    }
  }

  /// Writes the line of the text output.
  func write(context: Int, to output: inout Output) {
    let place = "\(issue)/\(article):\(page):\(lines.map(String.init).joined(separator: ",")): "
    let ellipses = (before.count < context ? "" : "…", after.count < context ? "" : "…")
    let shown = (kind == Match.Kind.lookalike.rawValue ? "~" : "") + match.withoutLineBreaks
    output.writeLine([
      (place, .place), (ellipses.0 + before, .plain), ("[" + shown + "]", .match), (after + ellipses.1, .plain),
    ])
  }
}

extension String {
  /// The lines of a match on end, with a space where the scan's line break stood for one: between words.
  fileprivate var withoutLineBreaks: String {
    split(separator: "\n").reduce(into: "") { joined, line in
      let isWord = joined.last.map { $0.isASCII && ($0.isLetter || $0.isNumber || ",.;:".contains($0)) } ?? false
      if isWord, line.first?.isASCII ?? false { joined += " " }
      joined += line
    }
  }
}

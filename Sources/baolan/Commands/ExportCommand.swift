import Exporting
import Library
import Newspaper
import Searching
import System

func runExport(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  guard let format = ExportFormat.named(invocation[.exportFormat] ?? "") else { return .usageError }
  if invocation.has(.clippings) { return try exportClippings(as: format, invocation, &output) }
  let corpus = invocation.corrected(try invocation.openCorpus())
  let order = try ExportOrder(invocation, corpus)
  var sink = try ExportSink(format, path: invocation[.output], batch: invocation.number(.batch), corpus)
  do {
    try corpus.forEachIssue(
      order.ids,
      make: { issue in
        var pieces: [ExportPiece] = []
        if let selection = order.selection(issue) { try format.pieces(of: selection) { pieces.append($0) } }
        return pieces
      },
      body: { try $0.forEach { try sink.add($0, &output) } },
      large: { issue in
        if let selection = order.selection(issue) { try format.pieces(of: selection) { try sink.add($0, &output) } }
      })
    try sink.finish(&output)
  } catch let failure as ExportFailure {
    throw Failure(message: "export: " + failure.message)
  }
  return .done
}

private func exportClippings(
  as format: ExportFormat, _ invocation: Invocation, _ output: inout Output
) throws -> ExitStatus {
  // They need no page.
  let corpus = Corpus.open(paths: [])
  var sink = try ExportSink(format, path: invocation[.output], batch: invocation.number(.batch), corpus)
  for selection in try invocation.exportedClippings() {
    try format.pieces(of: selection) { try sink.add($0, &output) }
  }
  try sink.finish(&output)
  return .done
}

func runCite(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  var corpus = invocation.corrected(try invocation.openCorpus())
  let (issue, article) = try corpus.issueAndArticle(named: invocation.operands[0])
  let style = invocation.choice(.style) ?? CitationStyle.standard(forLanguage: language.code)
  output.write(style.bibliography(issue.citations(of: article.map { [$0] } ?? Array(issue.articles.indices))))
  return .done
}

/// The issues that are exported, and what of them.
private struct ExportOrder: Sendable {
  /// In the order of the list.
  let ids: [String]
  /// The articles of an issue; nil if it has none that is meant.
  let selection: @Sendable (Issue) -> ExportSelection?

  init(_ invocation: Invocation, _ corpus: Corpus) throws {
    var corpus = corpus
    let named = try invocation[.issue].map { try corpus.issueAndArticle(named: $0) }
    guard let text = invocation[.query] else {
      let shelf = corpus.revisedShelf(isQuick: true)
      ids = named.map { [$0.issue.id] } ?? shelf.indices.map { shelf[$0].id }
      selection = { [article = named?.article] in ExportSelection($0, articles: article.map { [$0] }) }
      return
    }
    let query = try parsedQuery(text, of: invocation)
    let place = named.flatMap { corpus.shelf.index(ofIssue: $0.issue.id) }
    let search = corpus.search(only: place)
    guard search.answer(to: CorpusQuestion(number: 1, query: query)).total > 0 else {
      throw Failure(message: "export: nothing found for `\(text)`", status: .nothingFound)
    }
    ids = search.issueCounts().map { corpus.shelf[place ?? $0.place].id }
    selection = { [article = named?.article] issue in
      let found = Set(IssueSearch(issue).matches(query).map(\.article)).sorted().filter {
        article == nil || $0 == article
      }
      return found.isEmpty ? nil : ExportSelection(issue, articles: found)
    }
  }
}

/// The way of documents out: to standard output or to a file, or to several, each a whole document of at most a number
/// of bytes.
private struct ExportSink {
  private let format: ExportFormat
  private let path: String?
  private let corpus: Corpus
  /// Bytes of a batch; an item that is larger stands alone in its own.
  private let limit: Int?
  private var writer: any ExportWriter
  private var file: DocumentFile?
  private var (size, batch) = (0, 0)

  init(_ format: ExportFormat, path: String?, batch: Int?, _ corpus: Corpus) throws {
    (self.format, self.path, self.corpus) = (format, path, corpus)
    if batch != nil, path == nil { throw Failure(message: "export: --batch needs --output FILE") }
    if batch != nil, format.isBinary { throw Failure(message: "export: --batch is for formats of text") }
    limit = batch.map { $0 << 20 }
    writer = format.writer()
    file = try path.map { try corpus.document(limit == nil ? $0 : Self.name($0, batch: 0)) }
  }

  /// Writes a piece.
  mutating func add(_ piece: ExportPiece, _ output: inout Output) throws {
    if let limit, piece.beginsItem, size > 0, size + piece.bytes.count > limit { try begin(&output) }
    try write(try writer.add(piece), &output)
  }

  /// Ends the document.
  mutating func finish(_ output: inout Output) throws {
    try write(try writer.finish(), &output)
    try file?.finish()
  }

  /// Ends a batch and begins another.
  private mutating func begin(_ output: inout Output) throws {
    try finish(&output)
    batch += 1
    (writer, size) = (format.writer(), 0)
    file = try path.map { try corpus.document(Self.name($0, batch: batch)) }
  }

  private mutating func write(_ bytes: [UInt8], _ output: inout Output) throws {
    size += bytes.count
    if let file { return try file.write(bytes) }
    if format.isBinary, output.isTerminal {
      throw Failure(message: "export: \(format.name) is no text; give --output FILE")
    }
    output.write(bytes)
  }

  /// `out-0001.ndjson` for `out.ndjson`.
  private static func name(_ path: String, batch: Int) -> String {
    let number = String(batch + 1)
    let mark = "-" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    guard let dot = path.lastIndex(of: "."), dot > slash else { return path + mark }
    return path[..<dot] + mark + path[dot...]
  }
}

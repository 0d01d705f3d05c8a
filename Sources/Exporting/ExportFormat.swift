import Newspaper

/// A row of the table of export formats. A format is a row in `all` and a file with its writer.
public struct ExportFormat: Sendable {
  /// Hands each piece of a document to its second argument.
  typealias Pieces = @Sendable (ExportSelection, (ExportPiece) throws -> Void) throws -> Void

  /// The name for `--format`.
  public let name: String
  /// A line of help.
  public let summary: Phrase
  /// The ending of the names of its files, without a dot.
  public let ending: String
  /// True for a format that is no text.
  public let isBinary: Bool
  private let makeWriter: @Sendable () -> any ExportWriter
  private let makePieces: Pieces

  init(
    _ name: String, _ summary: Phrase, ending: String, isBinary: Bool = false,
    writer: @escaping @Sendable () -> any ExportWriter, pieces: @escaping Pieces
  ) {
    (self.name, self.summary, self.ending, self.isBinary) = (name, summary, ending, isBinary)
    (makeWriter, makePieces) = (writer, pieces)
  }

  /// The formats, in the order of help.
  public static let all =
    [json, jsonLines, markdown, html, text, csv, tei, epub] + CitationStyle.allCases.map(references)
    + [openSearch, solr, alto]

  /// The format with a name.
  public static func named(_ name: String) -> ExportFormat? { all.first { $0.name == name } }

  /// A writer at the beginning of a document.
  public func writer() -> any ExportWriter { makeWriter() }

  /// Hands out the pieces of a selection one after the other. May be called in any thread.
  public func pieces(of selection: ExportSelection, _ body: (ExportPiece) throws -> Void) throws {
    try makePieces(selection, body)
  }

  /// A whole document in memory.
  public func bytes(of selections: [ExportSelection]) throws -> [UInt8] {
    var writer = writer()
    var bytes: [UInt8] = []
    for selection in selections { try pieces(of: selection) { bytes += try writer.add($0) } }
    return bytes + (try writer.finish())
  }
}

/// Writes a document of text: items with something between them, a head and an end.
struct TextWriter: ExportWriter {
  /// Makes the head of a document of the title of its first issue.
  var head: @Sendable (_ title: String) -> String = { _ in "" }
  /// Stands between items.
  var separator = ""
  /// Ends the document.
  var end = ""
  /// True if each item has its number in front: `[1] `.
  var numbersItems = false
  private var count = 0

  init(
    head: @escaping @Sendable (_ title: String) -> String = { _ in "" }, separator: String = "", end: String = "",
    numbersItems: Bool = false
  ) {
    (self.head, self.separator, self.end, self.numbersItems) = (head, separator, end, numbersItems)
  }

  mutating func add(_ piece: ExportPiece) -> [UInt8] {
    guard piece.beginsItem else { return piece.bytes }
    let before = count == 0 ? head(piece.title) : separator
    count += 1
    let number = numbersItems ? "[\(count)] " : ""
    return before.isEmpty && number.isEmpty ? piece.bytes : Array((before + number).utf8) + piece.bytes
  }

  func finish() -> [UInt8] { Array(((count == 0 ? head("") : "") + end).utf8) }
}

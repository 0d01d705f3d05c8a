import Exporting
import Newspaper
import Reader
import Searching

// The options of all commands, one row each.
extension OptionRow {
  static let help = OptionRow("--help", Phrase("show this help"))
  static let theme = OptionRow("--theme", .text("THEME"), Phrase("begin with this theme"))
  static let colour = OptionRow(
    "--color", .oneOf(["auto", "always", "never"]), Phrase("colours; auto, the default, has them on a terminal"))
  static let searchFormat = OptionRow(
    "--format", .oneOf(["text", "json", "jsonl", "csv"]), Phrase("text is the default; jsonl and csv have a row a hit"))
  static let fields = OptionRow(
    "--fields", .text("NAME,…"), Phrase("with jsonl and csv: these columns, in this order"))
  static let version = OptionRow("--version", Phrase("show the version"))
  static let encoding = OptionRow(
    "--encoding", .encoding, Phrase("how all pages are encoded; else told by their content"))
  static let noCache = OptionRow("--no-cache", Phrase("keep no catalogue of the corpus, and use none"))
  static let follow = OptionRow("--follow", Phrase("follow links that lead out of the folders"))
  static let noState = OptionRow("--no-state", Phrase("keep nothing, and open as if nothing had been kept"))
  static let set = OptionRow(
    "--set", .text("NAME=VALUE"), Phrase("start with a setting, as :set gives it; several with commas"))
  static let screenReader = OptionRow(
    "--screen-reader", Phrase("for a screen reader: one column without rules, states in words"))
  static let execute = OptionRow(
    "-x", .text("COMMANDS"), Phrase("carry out commands of the reader without a terminal, ; between them"))
  static let allMessages = OptionRow(
    "--all-messages", Phrase("say each thing that is wrong with a file, not only the first few"))
  static let textOrJSON = OptionRow("--format", .oneOf(["text", "json"]), Phrase("text is the default"))
  static let issue = OptionRow(
    "--issue", .text("ID"), Phrase("only this issue, by its id, its date or a beginning of one"))

  // Of `show`.
  static let width = OptionRow(
    "--width", .number(10...1000), Phrase("lines of at most N columns; else the terminal's, at most 80"))
  static let view = OptionRow(.view)
  static let height = OptionRow("--height", .number(5...1000), Phrase("pages of N lines, for all views but one"))
  static let level = OptionRow(.level)
  static let justify = OptionRow(.justify)
  /// In a pipe no terminal can be asked.
  static let ambiguous = OptionRow(.ambiguous, but: AmbiguousChoice.auto.rawValue)
  static let raw = OptionRow("--raw", Phrase("the scan's own lines"))

  // Of `search`.
  static let count = OptionRow("--count", Phrase("only how many there are"))
  static let by = OptionRow("--by", oneOf(HitTable.Unit.self), Phrase("how many there are by time, issue or author"))
  static let order = OptionRow(
    "--order", oneOf(CorpusQuestion.Order.self), Phrase("by issue and place, or the best of all first"))
  static let context = OptionRow(
    "--context", .number(0...CorpusHit.contextLength), Phrase("N characters on each side; else 20"))
  static let pinyin = OptionRow(.pinyin)

  // Of `export`.
  static let exportFormat = OptionRow(
    "--format", .oneOf(ExportFormat.all.map(\.name)), isRequired: true, Phrase("the form of the document"))
  static let output = OptionRow("--output", .text("FILE"), Phrase("write to FILE instead of standard output"))
  static let chosenIssue = OptionRow(
    "--issue", .text("ID[/ARTICLE]"), Phrase("only this issue, or this article of it; a link does, too"))
  static let query = OptionRow("--query", .text("QUERY"), Phrase("only the articles in which this is found"))
  static let clippings = OptionRow(
    "--clippings", Phrase("the clippings, with their notes; with --query those in which its words stand"))
  static let batch = OptionRow(
    "--batch", .number(1...4096), Phrase("with --output: files of at most N MB, FILE-0001 and so on, each whole"))

  // Of `cite`.
  static let style = OptionRow(
    "--style", oneOf(CitationStyle.self), Phrase("gbt7714 is the default in Chinese, else chicago"))

  // Of `ocr`.
  static let into = OptionRow("--into", .text("FOLDER"), Phrase("put the texts there, not beside the images"))
  static let engine = OptionRow("--engine", .text("COMMAND"), Phrase("read by a command of the shell"))
  static let ocrLanguage = OptionRow(
    "--language", .text("NAMES"), Phrase("languages as Tesseract names them: chi_sim+eng"))

  private static func oneOf<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> Value {
    .oneOf(type.allCases.map(\.rawValue))
  }
}

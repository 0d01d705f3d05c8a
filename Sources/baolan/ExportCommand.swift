import Corpus
import Newspaper

/// The formats of `export` beside JSON.
let proseFormats = ProseFormat.allCases.map(\.rawValue)

/// `export`.
func runExport(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  guard let format = invocation["--format"] else {
    throw Failure(
      message: "export: --format is missing: json, \(proseFormats.joined(separator: ", ")) (`baolan help export`)")
  }
  var corpus = try invocation.openCorpus()
  var issues: [Issue] = []
  for id in try corpus.chosenIDs(invocation) {
    if let issue = try corpus.issue(id) { issues.append(issue) }
  }
  let document = try ProseFormat(rawValue: format).map { $0.document(issues) } ?? jsonText(ExportDocument(issues))
  if let path = invocation["--output"] {
    try corpus.write(document, to: path)
  } else {
    output.write(document)
  }
  return .done
}

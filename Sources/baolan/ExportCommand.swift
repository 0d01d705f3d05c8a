import Exporting
import Newspaper

/// The formats of `export` beside JSON.
let proseFormats = ProseFormat.allCases.map(\.rawValue)

/// `export`.
func runExport(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  var corpus = try invocation.openCorpus()
  var issues: [Issue] = []
  for id in try corpus.chosenIDs(invocation) {
    if let issue = try corpus.issue(id) { issues.append(issue) }
  }
  let format = invocation["--format"].flatMap(ProseFormat.init)
  let document = try format.map { $0.document(issues) } ?? jsonText(ExportDocument(issues))
  if let path = invocation["--output"] {
    try corpus.write(document, to: path)
  } else {
    output.write(document)
  }
  return .done
}

import Exporting
import Library
import Newspaper

func runExport(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  var corpus = try invocation.openCorpus()
  let issues = try corpus.chosenIDs(invocation).compactMap { try corpus.issue($0) }
  let format = ExportFormat.all.first { $0.name == invocation[.exportFormat] }
  let document = try format?.document(issues) ?? ""
  if let path = invocation[.output] {
    try corpus.write(document, to: path)
  } else {
    output.write(document)
  }
  return .done
}

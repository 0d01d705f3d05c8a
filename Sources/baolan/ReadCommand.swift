import Glibc
import Reader
import System
import Terminal

/// Reading, what the program is for. In a pipe, `list`.
func runRead(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  guard output.isTerminal else { return try runList(invocation, &output) }
  let keys = Meanwhile { keymapInForce() }
  let request = try invocation.corpusRequest()
  let paths = request.paths
  let corpus = request.openAtOnce()
  if corpus.shelf.isEmpty, !corpus.problems.isEmpty {
    throw invocation.nothingToRead(corpus.problems.map(\.description))
  }
  let (kept, keptNotices) = whatIsKept(invocation, for: corpus)
  let (keymap, mistakes) = keys.value
  let (themes, theme, themeMistakes) = themesInForce(kept: kept?.settings["theme"])
  let (ambiguous, ambiguousMistakes) = ambiguousInForce(kept: kept?.settings["ambiguous"])
  let notices = corpus.problems.map(\.description) + mistakes + themeMistakes + ambiguousMistakes + keptNotices
  do throws(TerminalError) {
    let terminal = try NcursesTerminal()
    var reader = Reader(
      corpusName: corpusName(paths), issues: corpus.shelf, keymap: keymap, language: language,
      choices: Reader.Choices(kept: kept?.settings ?? [:], ambiguous: ambiguous, theme: theme), themes: themes,
      size: terminal.size, notices: notices)
    if let kept { reader.resume(kept) }
    if corpus.shelf.isEmpty { reader.awaitIssues() }
    var session = Session(terminal: terminal, reader: reader, corpus: corpus, request: request, kept: kept)
    let problem = session.run()
    terminal.end()
    let signal = terminal.endingSignal
    if signal == nil || terminal.takesOutput {
      complain(ofAll: notices, inFull: invocation.has("--all-messages"))
      if let problem, !notices.contains(problem.description) { complain(problem.description) }
    }
    if let signal { end(by: signal) }
  } catch {
    complain(ofAll: notices, inFull: invocation.has("--all-messages"))
    throw Failure(message: error.message)
  }
  return .done
}

/// What the title line calls a corpus: its first folder or file, and how many more there are.
func corpusName(_ paths: [String]) -> String {
  let readable = paths.filter { $0 == "-" || exists($0) }
  guard let first = readable.first else { return "" }
  let name = first == "-" ? "stdin" : first.split(separator: "/").last.map(String.init) ?? first
  return readable.count == 1 ? name : "\(name) +\(readable.count - 1)"
}

/// Ends as the signal would have, so that whoever sent it sees that.
private func end(by number: Int32) {
  signal(number, SIG_DFL)
  raise(number)
}

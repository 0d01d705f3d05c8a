import Glibc
import Reader
import System
import Terminal

/// Runs the reader; in a pipe, `list`.
func runRead(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  guard output.isTerminal else { return try runList(invocation, &output) }
  let keys = LazyValue { loadKeymap() }
  let request = try invocation.corpusRequest()
  let paths = request.paths
  let corpus = request.openAtOnce()
  if corpus.shelf.isEmpty, !corpus.problems.isEmpty {
    throw invocation.nothingToRead(corpus.problems.map(\.description))
  }
  let (state, stateNotices) = LoadedState.load(invocation, for: corpus)
  let (keymap, mistakes) = keys.value
  let (themes, theme, themeMistakes) = loadThemes(kept: state?.settings["theme"])
  let (ambiguous, ambiguousMistakes) = loadAmbiguousWidth(kept: state?.settings["ambiguous"])
  let notices = corpus.problems.map(\.description) + mistakes + themeMistakes + ambiguousMistakes + stateNotices
  var settings = Settings(byName: state?.settings ?? [:])
  (settings.theme, settings.ambiguous) = (theme, ambiguous)
  for pair in invocation[.set]?.split(separator: ",") ?? [] where !settings.take(pair, themes: themes) {
    let names = Setting.all.map { $0.name + "=" + $0.values(themes).joined(separator: "|") }
    throw Failure(message: "no setting `\(pair)`; there are: " + names.joined(separator: ", "))
  }
  do throws(TerminalError) {
    let terminal = try NcursesTerminal()
    var reader = Reader(
      corpusName: corpusName(paths), issues: corpus.shelf, keymap: keymap, language: language,
      settings: settings, themes: themes, size: terminal.size, notices: notices)
    if let state { reader.resume(state) }
    if corpus.shelf.isEmpty { reader.awaitIssues() }
    var session = Session(terminal: terminal, reader: reader, corpus: corpus, request: request, state: state)
    let problem = session.run()
    terminal.end()
    let signal = terminal.endingSignal
    if signal == nil || terminal.takesOutput {
      printErrors(notices, inFull: invocation.has(.allMessages))
      if let problem, !notices.contains(problem.description) { printError(problem.description) }
    }
    if let signal { end(by: signal) }
  } catch {
    printErrors(notices, inFull: invocation.has(.allMessages))
    throw Failure(message: error.message)
  }
  return .done
}

/// The name of a corpus in the title line: its first folder or file, and the number of others.
func corpusName(_ paths: [String]) -> String {
  let readable = paths.filter { $0 == "-" || exists($0) }
  guard let first = readable.first else { return "" }
  let name = first == "-" ? "stdin" : first.split(separator: "/").last.map(String.init) ?? first
  return readable.count == 1 ? name : "\(name) +\(readable.count - 1)"
}

/// Ends as the signal would have, so that its sender sees that.
private func end(by number: Int32) {
  signal(number, SIG_DFL)
  raise(number)
}

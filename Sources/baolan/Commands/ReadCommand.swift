import Glibc
import Library
import Newspaper
import PageParsing
import Reader
import System
import Terminal

/// Runs the reader; in a pipe, `list`.
func runRead(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  if let commands = invocation[.execute] { return try runCommands(commands, invocation, &output) }
  guard output.isTerminal else { return try runList(invocation, &output) }
  let (target, invocation) = (invocation.target, invocation.withoutTarget())
  // While the thread makes the weights ready, this one finds the pages; while that one reads the keymap, this one
  // parses. A screen that shows nothing of an issue waits for no page, only for the keys of its last line.
  let showsIssue = target != nil || Reader.showsIssueAtOnce(columns: output.terminalColumns ?? 0)
  let keys = LazyValue(after: { if showsIssue { prepareToParse() } }) { loadKeymap() }
  let request = try invocation.corpusRequest()
  let paths = request.paths
  var corpus = target == nil ? request.openAtOnce(isForReader: true) : try invocation.openCorpus()
  let place = try target.map { try invocation.corrected(corpus).readingPlace(named: $0) }
  if corpus.shelf.isEmpty, !corpus.problems.isEmpty {
    throw invocation.nothingToRead(corpus.problems.map(\.description))
  }
  let (state, stateNotices) = LoadedState.load(invocation, for: corpus)
  if showsIssue { corpus.readFirst(place?.issue ?? state?.history.last?.issue) }
  let (themes, theme, themeMistakes) = loadThemes(kept: state?.settings["theme"])
  let (ambiguous, ambiguousMistakes) = loadAmbiguousWidth(kept: state?.settings["ambiguous"])
  var notices = corpus.problems.map(\.description) + themeMistakes + ambiguousMistakes + stateNotices
  var settings = Settings(byName: state?.settings ?? [:])
  (settings.theme, settings.ambiguous) = (theme, ambiguous)
  for pair in invocation.settings where !settings.take(pair, themes: themes) {
    let names = Setting.all.map { $0.name + "=" + $0.values(themes).joined(separator: "|") }
    throw Failure(message: "no setting `\(pair)`; there are: " + names.joined(separator: ", "))
  }
  do throws(TerminalError) {
    let terminal = try NcursesTerminal()
    // All that needs no keys has been done while they were read.
    let (keymap, mistakes) = keys.value
    notices.insert(contentsOf: mistakes, at: corpus.problems.count)
    var reader = Reader(
      corpusName: corpusName(paths), issues: corpus.shelf, keymap: keymap, language: language,
      settings: settings, themes: themes, size: terminal.size, notices: notices)
    if let place { reader.resume([place.issue: place.marks], at: nil) }
    if let state { reader.resume(state) }
    if state?.isFirst == true { reader.beginLessons() }
    if let place { reader.resume([:], at: place.last) }
    if corpus.shelf.isEmpty { reader.awaitIssues() }
    if place == nil, state?.history.last == nil { reader.openOnlyIssue() }
    let hooks = Hooks.load()
    hooks.mistakes.forEach { reader.tell($0) }
    var session = Session(
      terminal: terminal, reader: reader, corpus: corpus, request: request, state: state, hooks: hooks)
    let problem = session.run()
    terminal.end()
    // A store that cannot be made loses nothing of a person's.
    if state?.isFirst == true { try? state?.store.use() }
    let signal = terminal.endingSignal
    if signal == nil || terminal.takesOutput {
      printErrors(notices, inFull: invocation.has(.allMessages))
      if let problem, !notices.contains(problem.description) { printError(problem.description) }
    }
    if let signal { end(by: signal) }
  } catch {
    notices.insert(contentsOf: keys.value.mistakes, at: corpus.problems.count)
    printErrors(notices, inFull: invocation.has(.allMessages))
    throw Failure(message: error.message)
  }
  return .done
}

extension Invocation {
  /// `NAME=VALUE` for each setting that the reader begins with.
  fileprivate var settings: [Substring] {
    let own = [OptionRow.view, .theme].compactMap { option in self[option].map { option.name.dropFirst(2) + "=" + $0 } }
    let aloud: [Substring] = has(.screenReader) ? ["screen-reader=yes"] : []
    return aloud + own.map { Substring($0) } + (self[.set]?.split(separator: ",") ?? [])
  }
}

extension Corpus {
  /// Reads the issue that the reader will open first, if that takes milliseconds.
  /// - Parameter id: nil stands for the first of the list.
  fileprivate mutating func readFirst(_ id: String?) {
    guard
      let id = id.flatMap({ shelf.index(ofIssue: $0) == nil ? nil : $0 }) ?? shelf.indices.first.map({ shelf[$0].id }),
      bytes(ofIssue: id) <= Session.quicklyRead
    else { return }
    // A problem is told when it is opened.
    _ = try? issue(id)
  }
}

/// A place that the reader opens at.
private struct ReadingPlace {
  var issue: String
  var marks = IssueMarks()
  var last: LastPosition
}

extension Corpus {
  /// The place that a link, an id, a date or `ID/ARTICLE` names.
  fileprivate func readingPlace(named name: String) throws -> ReadingPlace {
    var corpus = self
    let (issue, index) = try corpus.target(name)
    var place = ReadingPlace(issue: issue.id, last: LastPosition(issue: issue.id, context: .contents))
    guard let index else { return place }
    let start = issue.articles[index].start
    let line = ArticleLink(text: name)?.position
    place.last.context = .article
    place.marks = IssueMarks(
      article: start, places: line.map { $0 > start ? [start: IssueMarks.Place($0)] : [:] } ?? [:])
    return place
  }
}

/// The name of a corpus in the title line: its first folder or file, and the number of others.
func corpusName(_ paths: [String]) -> String {
  let readable = paths.filter { $0 == "-" || exists($0) }
  guard let first = readable.first else { return "" }
  let path = first == "." ? environment("PWD") ?? first : first
  let name = first == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
  return readable.count == 1 ? name : "\(name) +\(readable.count - 1)"
}

/// Ends as the signal would have, so that its sender sees that.
private func end(by number: Int32) {
  signal(number, SIG_DFL)
  raise(number)
}

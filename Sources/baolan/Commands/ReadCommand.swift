import Glibc
import Library
import Newspaper
import PageParsing
import Reader
import State
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
  let beginning = try ReaderBeginning(invocation, target: target, showsIssue: showsIssue)
  do throws(TerminalError) {
    let terminal = try NcursesTerminal()
    // All that needs no keys has been done while they were read.
    let (keymap, mistakes) = keys.value
    let (notices, newStore) = (beginning.notices(mistakes), beginning.newStore)
    var session = (consume beginning).session(in: terminal, keymap, notices)
    let problem = session.run()
    terminal.end()
    // A store that cannot be made loses nothing of a person's.
    try? newStore?.use()
    let signal = terminal.endingSignal
    if signal == nil || terminal.takesOutput {
      printErrors(notices, inFull: invocation.has(.allMessages))
      if let problem, !notices.contains(problem.description) { printError(problem.description) }
    }
    if let signal { end(by: signal) }
  } catch {
    printErrors(beginning.notices(keys.value.mistakes), inFull: invocation.has(.allMessages))
    throw Failure(message: error.message)
  }
  return .done
}

/// All that a reader begins with, but for its keys and its terminal.
private struct ReaderBeginning {
  private let request: CorpusRequest
  private var corpus: Corpus
  private let place: ReadingPlace?
  private let state: LoadedState?
  private let themes: ThemeCatalog
  private var settings: Settings
  /// Messages about the environment, the settings and the state.
  private let mistakes: [String]

  /// - Parameter showsIssue: true if the first screen shows text of an issue.
  init(_ invocation: Invocation, target: String?, showsIssue: Bool) throws {
    request = try invocation.corpusRequest()
    corpus = target == nil ? request.openAtOnce(isForReader: true) : try invocation.openCorpus()
    let opened = corpus
    place = try target.map { try invocation.corrected(opened).readingPlace(named: $0) }
    if corpus.shelf.isEmpty, !corpus.problems.isEmpty {
      throw invocation.nothingToRead(corpus.problems.map(\.description))
    }
    let stateNotices: [String]
    (state, stateNotices) = LoadedState.load(invocation, for: corpus)
    if showsIssue { corpus.readFirst(place?.issue ?? state?.history.last?.issue) }
    settings = Settings(byName: state?.settings ?? [:])
    let (themeMistakes, widthMistakes): ([String], [String])
    (themes, settings.theme, themeMistakes) = loadThemes(kept: state?.settings["theme"])
    (settings.ambiguous, widthMistakes) = loadAmbiguousWidth(kept: state?.settings["ambiguous"])
    mistakes = themeMistakes + widthMistakes + stateNotices
    for pair in invocation.settings where !settings.take(pair, themes: themes) {
      let names = Setting.all.map { [themes] in $0.name + "=" + $0.values(themes).joined(separator: "|") }
      throw Failure(message: "no setting `\(pair)`; there are: " + names.joined(separator: ", "))
    }
  }

  /// The store of a person who reads for the first time.
  var newStore: StateStore? { state?.isFirst == true ? state?.store : nil }

  /// All messages, in the order in which they are told.
  func notices(_ mistakesOfKeymap: [String]) -> [String] {
    corpus.problems.map(\.description) + mistakesOfKeymap + mistakes
  }

  consuming func session(in terminal: NcursesTerminal, _ keymap: Keymap, _ notices: [String]) -> Session {
    var reader = Reader(
      corpusName: corpusName(request.paths), issues: corpus.shelf, keymap: keymap, language: language,
      settings: settings, themes: themes, size: terminal.size, notices: notices)
    if let place { reader.resume([place.issue: place.marks], at: nil) }
    if let state { reader.resume(state) }
    if state?.isFirst == true { reader.beginLessons() }
    if let place { reader.resume([:], at: place.last) }
    if corpus.shelf.isEmpty { reader.awaitIssues() }
    if place == nil, state?.history.last == nil { reader.openOnlyIssue() }
    let hooks = Hooks.load()
    hooks.mistakes.forEach { reader.tell($0) }
    return Session(terminal: terminal, reader: reader, corpus: corpus, request: request, state: state, hooks: hooks)
  }
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

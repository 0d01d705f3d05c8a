import Library
import Newspaper
import Reader
import Screen
import State
import System

/// Carries out commands of the reader without a terminal: what is copied goes to standard output.
func runCommands(_ lines: String, _ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  let corpus = try invocation.corpusRequest().openAtOnce()
  if corpus.shelf.isEmpty { throw invocation.nothingToRead(corpus.problems.map(\.description)) }
  let (state, notices) = LoadedState.load(invocation, for: corpus)
  notices.forEach(printError)
  var run = CommandRun(corpus, state: state)
  for line in lines.split(whereSeparator: { $0 == ";" || $0.isNewline }) { run.execute(String(line)) }
  output.write(run.text)
  run.messages.forEach(printError)
  return run.hasFailed ? .usageError : .done
}

/// A reader whose effects are carried out at once, without a screen.
private struct CommandRun {
  private var reader: Reader
  private var corpus: Corpus
  private let store: StateStore?
  /// The texts that were copied, and what commands said.
  private(set) var text = ""
  private(set) var messages: [String] = []
  private(set) var hasFailed = false
  private var playing = MacroPlay()
  /// True once a command asked for what only the screen has.
  private var needsScreen = false

  /// Large enough for all parts of the reader.
  private static let size = Size(columns: 118, rows: 40)

  init(_ corpus: Corpus, state: LoadedState?) {
    self.corpus = corpus
    store = state?.store
    reader = Reader(
      corpusName: "", issues: corpus.shelf, keymap: loadKeymap().keymap, language: language,
      settings: Settings(byName: state?.settings ?? [:]), size: Self.size)
    if let state { reader.resume(state) }
    if let store {
      let notes = StoredNotes(store)
      perform(
        reader.receive(
          clippings: notes.clippings, marks: notes.marks, corrections: notes.corrections, macros: notes.macros))
    }
    perform(reader.start())
  }

  mutating func execute(_ line: String) {
    needsScreen = false
    perform(reader.execute(line))
    if needsScreen { fail(Reader.needsScreen(line).words(in: language)) }
    guard let message = reader.takeMessage() else { return }
    messages.append(message.text)
    hasFailed = hasFailed || message.isError
  }

  private mutating func fail(_ message: String) {
    messages.append(message)
    hasFailed = true
  }

  private mutating func perform(_ effects: [Effect]) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .open(let id): waiting += open(id)
      case .set(let job): waiting += reader.receive(job.set())
      case .keep(let changes): keep(changes)
      case .saveQuery(let query): keepQueries { store throws(Problem) in _ = try store.save(query) }
      case .deleteQuery(let name): keepQueries { store throws(Problem) in _ = try store.removeQuery(named: name) }
      case .copy(let text):
        self.text += text.hasSuffix("\n") ? text : text + "\n"
        waiting += reader.receive(copied: .program("baolan"))
      case .page(let text): self.text += text
      case .pipe(let command, let input):
        let end = Programs.run(Programs.words(command), input: Array(input.utf8), hasTerminal: false)
        text += String(decoding: end.output, as: UTF8.self)
        if end.isCutShort { messages.append(Reader.saidTooMuch(command).words(in: language)) }
        hasFailed = hasFailed || end.status != 0
      case .write(let bytes, let path): waiting += reader.write(bytes, to: path)
      case .speak(let text, let language):
        if let words = speaker(reader.settings.speaker, language) {
          waiting += reader.receive(speechEnd: words, Programs.give(spokenBytes(text), to: words))
        } else {
          waiting += reader.receive(speechEnd: [], nil)
        }
      case .execute(let lines): for line in lines { execute(line) }
      case .press(let keys):
        guard playing.begin() else { break }
        for key in keys where playing.takesKey() { perform(reader.handle(.key(key))) }
        playing.end()
      case .searchCorpus, .edit, .searchClippings, .showScan, .openImage, .tour, .suspend: needsScreen = true
      case .explain, .hits, .firstHit, .endCorpusSearch, .endSpeech, .askAmbiguousWidth, .redraw, .quit: break
      }
    }
  }

  private mutating func open(_ id: String) -> [Effect] {
    do throws(Problem) {
      guard let issue = try corpus.issue(id) else { return [] }
      let beside = corrections(besidePagesOf: issue)
      return (beside.isEmpty ? [] : reader.receive(corrections: beside)) + reader.receive(issue)
    } catch {
      return reader.receive(failure: error.description, issue: id)
    }
  }

  private mutating func keep(_ changes: [Change]) {
    guard let store else { return }
    do throws(Problem) {
      let besidePages = reader.settings.corrections == .beside
      for (log, records) in store.records(of: changes, besidePages: besidePages) { try log.append(records) }
    } catch {
      fail(error.description)
    }
  }

  private mutating func keepQueries(_ change: (StateStore) throws(Problem) -> Void) {
    guard let store else { return }
    do throws(Problem) { try change(store) } catch { fail(error.description) }
  }
}

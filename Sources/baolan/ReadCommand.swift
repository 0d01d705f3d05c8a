import Corpus
import Glibc
import Newspaper
import PageParsing
import Reader
import Screen
import Terminal

/// Reading, what the program is for. In a pipe, `list`.
func runRead(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  guard output.isTerminal else { return try runList(invocation, &output) }
  let corpus = try invocation.openCorpus(quietly: true)
  let paths = try invocation.corpusPaths()
  let (keymap, mistakes) = keymapInForce()
  let (themes, theme, themeMistakes) = themesInForce()
  let notices = corpus.problems.map(\.description) + mistakes + themeMistakes
  do throws(TerminalError) {
    let terminal = try NcursesTerminal()
    let reader = Reader(
      corpusName: corpusName(paths), issues: corpus.summaries, keymap: keymap, language: language, theme: theme,
      themes: themes, size: terminal.size, notices: notices)
    var session = Session(terminal: terminal, reader: reader, corpus: corpus)
    session.run()
    terminal.end()
    notices.forEach(complain)
    if let signal = terminal.endingSignal { end(by: signal) }
  } catch {
    notices.forEach(complain)
    throw Failure(message: error.message)
  }
  return .done
}

/// A reader in a terminal and the corpus that it reads.
private struct Session {
  var terminal: NcursesTerminal
  var reader: Reader
  var corpus: Corpus
  private var isOver = false

  init(terminal: NcursesTerminal, reader: Reader, corpus: Corpus) {
    self.terminal = terminal
    self.reader = reader
    self.corpus = corpus
  }

  /// Carries events to the reader and its effects to the world, until it quits.
  mutating func run() {
    perform(reader.start())
    while !isOver {
      show()
      var event = terminal.nextEvent(within: nil)
      // What came meanwhile is shown at once with it; but a flood of keys does not keep the screen from moving.
      for _ in 0..<64 {
        guard let next = event, !isOver else { break }
        perform(reader.handle(next))
        event = isOver ? nil : terminal.nextEvent(within: 0)
      }
      if let event { perform(reader.handle(event)) }
    }
  }

  private func show() {
    var surface = Surface(size: reader.size)
    let cursor = reader.draw(on: &surface)
    terminal.present(surface, cursor: cursor)
  }

  private mutating func perform(_ effects: [Effect]) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .open(let id): waiting += open(id)
      case .explain(let id, let page, let lines): waiting += explain(lines, ofPage: page, id)
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .quit: isOver = true
      }
    }
  }

  private mutating func open(_ id: String) -> [Effect] {
    do throws(Problem) {
      guard let issue = try corpus.issue(id) else { return [] }
      return reader.receive(issue)
    } catch {
      return reader.receive(failure: error.description, issue: id)
    }
  }
}

extension Session {
  fileprivate mutating func explain(_ lines: Set<Int>, ofPage number: Int, _ id: String) -> [Effect] {
    let page = (try? corpus.issue(id))?.page(number)
    let explanations = page.map { explainRoles(on: $0, lines: lines) } ?? []
    return reader.receive(explanations: explanations, issue: id, page: number, lines: lines)
  }
}

/// What the title line calls a corpus: its first folder or file, and how many more there are.
private func corpusName(_ paths: [String]) -> String {
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

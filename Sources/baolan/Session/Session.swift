import Library
import Newspaper
import Notes
import PageParsing
import Reader
import Screen
import Searching
import State
import System
import Terminal

/// A reader in a terminal and the corpus that it reads: events go to the reader, its effects to the world.
struct Session {
  /// Messages from other threads.
  enum Message: Sendable {
    /// An issue that was too large to be read between two keys.
    case opened(id: String, Result<OpenIssue?, Problem>)
    /// Issues that were read before anybody asked for them, and the catalogue that they are of.
    case readAhead([Issue], of: Catalogue)
    /// An article that was too long to be set between two keys.
    case set(SetArticle)
    /// A page that was too large to be judged between two keys.
    case judged(JudgedPage)
    /// A problem of saving, in a line.
    case notSaved(String)
    /// A text has been read aloud.
    case spoken(RunningProgram, [String], ProgramEnd)
    /// A change of the corpus.
    case corpus(CorpusWatch.News)
    case corpusSearch(CorpusSearchRunner.Message)
    /// A picture of a scan, or why there is none.
    case scan(ScanRequest, Result<ScanPicture.Made, ScanFailure>)
    /// The terminal has not said in time which pictures it shows.
    case picturesUnanswered
    /// The things that a person made, once they have been read.
    case notes(StoredNotes)
    /// The places of the clippings that were searched for.
    case clippings([Int], number: Int)
    /// The entries of the list of those issues that people corrected, and the corrections that made them so.
    case corrected([IssueSummary], by: [Correction])
  }

  let terminal: NcursesTerminal
  var reader: Reader
  var corpus: Corpus
  let request: CorpusRequest
  let mailbox: Mailbox<Message>
  /// The work of other threads for the open issue.
  var work = IssueWork()
  var scan = ScanWork()
  var corpusSearch: CorpusSearchRunner
  /// The program that reads a text aloud.
  var speech: RunningProgram?
  /// Nil if nothing is to be saved.
  var saver: StateSaver?
  var queries: [SavedQuery] = []
  /// The commands that a person has run when something happens.
  let hooks: Hooks
  var playing = MacroPlay()
  /// The stored clippings, once they have been read.
  var clippings: StoredClippings?
  /// Notices that were shown: each is shown once.
  var shownNotices: Set<String> = []
  var isOver = false
  /// True if the pages may change while they are read.
  var watches = true

  /// - Parameter state: the state that was saved the last time; nil saves nothing.
  init(
    terminal: NcursesTerminal, reader: Reader, corpus: Corpus, request: CorpusRequest, state: LoadedState?, hooks: Hooks
  ) {
    self.hooks = hooks
    (self.terminal, self.reader, self.corpus, self.request) = (terminal, reader, corpus, request)
    let mailbox = Mailbox<Message>(wake: terminal.wake)
    self.mailbox = mailbox
    saver = state.map { StateSaver($0, reader) { mailbox.post(.notSaved($0)) } }
    let isEmpty = corpus.shelf.isEmpty && corpus.catalogue == nil
    corpusSearch = CorpusSearchRunner(isWaiting: isEmpty) { mailbox.post(.corpusSearch($0)) }
  }

  /// Runs until the reader quits.
  /// - Returns: the problem that kept state from being saved.
  mutating func run() -> Problem? {
    perform(reader.start() + listQueries())
    // Answers that the terminal has given by now need not be drawn twice.
    while !isOver, let event = terminal.nextEvent(within: 0) { handle(event) }
    show()
    perform(reader.beginPreview())
    loadNotes()
    readAhead()
    if watches { watchCorpus() }
    var isShown = true
    while !isOver {
      if !isShown { show() }
      isShown = true
      if saver?.isOverdue == true { save() }
      var event = terminal.nextEvent(within: saver?.isBehind == true ? StateSaver.pause : nil)
      if event == nil { save() }
      // Events that came meanwhile are shown at once; but a flood of keys does not keep the screen from moving.
      for _ in 0..<64 {
        guard let next = event, !isOver else { break }
        isShown = false
        handle(next)
        event = isOver ? nil : terminal.nextEvent(within: 0)
      }
      if let event {
        isShown = false
        handle(event)
      }
    }
    endSpeech()
    save()
    return saver?.finish()
  }

  private func show() {
    terminal.usesMouse = reader.settings.usesMouse
    var surface = Surface(size: reader.screenSize)
    let cursor = reader.draw(on: &surface)
    terminal.present(surface, cursor: cursor)
  }

  private mutating func handle(_ event: Event) {
    if event == .news { mailbox.removeAll().forEach { receive($0) } }
    if case .pictures(let showing) = event { takePictures(showing) }
    saver?.note(event)
    perform(reader.handle(event))
  }

  mutating func receive(_ message: Message) {
    switch message {
    case .opened(let id, let result): receiveIssue(id, result)
    case .readAhead(let issues, let catalogue): receive(issues, of: catalogue)
    case .set(let article): receive(article)
    case .judged(let page): receive(page)
    case .notSaved(let notice): showOnce(notice)
    case .spoken(let program, let words, let end): receive(program, words, end)
    case .corpus(let news): receive(news)
    case .scan(let request, let result): receive(result, to: request)
    case .picturesUnanswered: takePictures(.blocks)
    case .notes(let notes): receive(notes)
    case .clippings(let found, let number): perform(reader.receive(clippings: found, of: number))
    case .corrected(let entries, let corrections):
      // Others may have come meanwhile.
      if corrections == reader.corrections { perform(reader.receive(corrected: entries)) }
    case .corpusSearch(let message):
      corpusSearch.receive(message, of: corpus)
      switch message {
      case .ready: break
      case .answer(let answer): perform(reader.receive(answer))
      case .hits(let hits, let question, let start):
        perform(reader.receive(hits: hits, question: question, from: start))
      }
    }
  }

  mutating func perform(_ effects: [Effect]) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .open(let id): waiting += open(id)
      case .set(let setting): set(setting)
      case .explain(let id, let page, let lines): waiting += explain(lines, ofPage: page, id)
      case .searchCorpus(let question): corpusSearch.ask(question, of: corpus)
      case .hits(let question, let range): corpusSearch.read(range, of: question)
      case .firstHit(let question, let days):
        waiting += reader.receive(firstHit: corpusSearch.firstHit(in: days, of: question), question: question)
      case .endCorpusSearch: corpusSearch.end()
      case .saveQuery(let query): waiting += save(query)
      case .deleteQuery(let name): waiting += deleteQuery(named: name)
      case .showScan(let request): show(request)
      case .openImage(let id, let page): openImage(ofPage: page, id)
      case .keep(let changes):
        saver?.keep(changes, correctionsBesidePages: reader.settings.corrections == .beside)
        hooks.tell(changes)
        if saver != nil { correctCorpus() }
      case .copy(let text): waiting += reader.receive(copied: copy(text))
      case .edit(let text, let kind): waiting += reader.receive(edited: edit(text), of: kind)
      case .pipe(let command, let input): waiting += pipe(input, into: command)
      case .page(let text): page(text)
      case .speak(let text, let language): waiting += speak(text, in: language)
      case .endSpeech: endSpeech()
      case .write(let bytes, let path): waiting += reader.write(bytes, to: path)
      case .press(let keys): press(keys)
      case .execute(let lines): for line in lines { perform(reader.execute(line)) }
      case .searchClippings(let query, let number): searchClippings(query, number)
      case .tour: tour()
      case .askAmbiguousWidth: terminal.askAmbiguousWidth()
      case .suspend: suspend()
      case .redraw: terminal.redraw()
      case .quit: isOver = true
      }
    }
  }

  /// Searches and lists the corpus as it is corrected by now.
  mutating func correctCorpus() {
    let corrections = reader.corrections
    guard corpusSearch.correct(by: corrections, corpus) else { return }
    runDetached { [mailbox, corpus] in
      mailbox.post(.corrected(corpus.corrected(by: corrections).revisedEntries(), by: corrections))
    }
  }

  /// Shows a notice that was not shown before.
  mutating func showOnce(_ notice: String) {
    if shownNotices.insert(notice).inserted { reader.tell(notice) }
  }
}

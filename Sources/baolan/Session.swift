import Library
import Newspaper
import PageParsing
import Reader
import Screen
import Searching
import System
import Terminal

/// A reader in a terminal and the corpus that it reads.
struct Session {
  /// What comes from other threads.
  enum Letter: Sendable {
    /// An issue that was too large to be read between two keys.
    case opened(id: String, Result<OpenIssue?, Problem>)
    /// An article that was too long to be set between two keys.
    case set(SetArticle)
    /// A page that was too large to be judged between two keys.
    case judged(JudgedPage)
    /// What could not be kept, in a line.
    case notKept(String)
    /// The corpus changes.
    case corpus(CorpusWatch.News)
    /// Of the search of the whole corpus.
    case asking(CorpusAsking.Letter)
  }

  /// Bytes of pages that are read and parsed within a few milliseconds.
  private static let quicklyRead = 1 << 18

  private let terminal: NcursesTerminal
  private var reader: Reader
  private var corpus: Corpus
  private let mailbox: Mailbox<Letter>
  /// The large issue that is being read, and the one that is to be read next.
  private var reading: String?
  private var next: String?
  /// The article that is being set, and the one that is to be set next.
  private var isSetting = false
  private var nextSetting: ArticleSetting?
  /// The page that was last asked about; while one is being judged, what is to be answered then.
  private var judged: JudgedPage?
  private var question: (id: String, page: Int, lines: Set<Int>)?
  private var asking: CorpusAsking
  private var queries: [SavedQuery] = []
  private var isOver = false
  private let request: CorpusRequest
  /// Nil where nothing is to be kept.
  private var keeper: Keeper?
  /// What has been said of what could not be kept: once is enough.
  private var told: Set<String> = []

  /// - Parameter kept: what was kept the last time; nil keeps nothing.
  init(terminal: NcursesTerminal, reader: Reader, corpus: Corpus, request: CorpusRequest, kept: Keeper.Kept?) {
    self.request = request
    self.terminal = terminal
    self.reader = reader
    self.corpus = corpus
    let mailbox = Mailbox<Letter>(wake: terminal.wake)
    self.mailbox = mailbox
    keeper = kept.map { Keeper($0, reader) { mailbox.post(.notKept($0)) } }
    let isEmpty = corpus.shelf.isEmpty && corpus.catalogue == nil
    asking = CorpusAsking(isWaiting: isEmpty) { mailbox.post(.asking($0)) }
  }

  /// Carries events to the reader and its effects to the world, until it quits.
  /// - Returns: why not all could be kept that was to be.
  mutating func run() -> Problem? {
    perform(reader.start() + listQueries())
    // What the terminal has answered by now need not be drawn twice.
    if let event = terminal.nextEvent(within: 0) { take(event) }
    show()
    watchCorpus()
    while !isOver {
      show()
      if keeper?.isOverdue == true { keep() }
      var event = terminal.nextEvent(within: keeper?.isBehind == true ? Keeper.pause : nil)
      if event == nil { keep() }
      // What came meanwhile is shown at once with it; but a flood of keys does not keep the screen from moving.
      for _ in 0..<64 {
        guard let next = event, !isOver else { break }
        take(next)
        event = isOver ? nil : terminal.nextEvent(within: 0)
      }
      if let event { take(event) }
    }
    keep()
    return keeper?.finish()
  }

  private func show() {
    var surface = Surface(size: reader.size)
    let cursor = reader.draw(on: &surface)
    terminal.present(surface, cursor: cursor)
  }

  private mutating func take(_ event: Event) {
    if event == .news { mailbox.take().forEach { open($0) } }
    keeper?.note(event)
    perform(reader.handle(event))
  }

  private mutating func open(_ letter: Letter) {
    switch letter {
    case .opened(let id, let result):
      reading = nil
      if case .success(let opened?) = result { corpus.keep(opened.issue) }
      perform(handOver(result, id))
      if let id = next { perform(open(id)) }
    case .set(let article):
      isSetting = false
      perform(reader.receive(article))
      if let setting = nextSetting { set(setting) }
    case .judged(let page):
      judged = page
      guard let (id, page, lines) = question else { return }
      question = nil
      perform(explain(lines, ofPage: page, id))
    case .notKept(let notice):
      if told.insert(notice).inserted { reader.tell(notice) }
    case .corpus(let news): take(news)
    case .asking(let letter):
      asking.take(letter, of: corpus)
      perform(handOver(letter))
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .open(let id): waiting += open(id)
      case .set(let setting): set(setting)
      case .explain(let id, let page, let lines): waiting += explain(lines, ofPage: page, id)
      case .searchCorpus(let question): asking.ask(question, of: corpus)
      case .hits(let question, let range): asking.read(range, of: question)
      case .firstHit(let question, let days):
        waiting += reader.receive(firstHit: asking.firstHit(in: days, of: question), question: question)
      case .endCorpusSearch: asking.end()
      case .saveQuery(let query): waiting += save(query)
      case .deleteQuery(let name): waiting += deleteQuery(named: name)
      case .askAmbiguousWidth: terminal.askAmbiguousWidth()
      case .suspend: suspend()
      case .redraw: terminal.redraw()
      case .quit: isOver = true
      }
    }
  }
}

// What outlives the session.
extension Session {
  private mutating func keep() { keeper?.save(&reader, corpus) }

  /// Who is stopped may be ended, and must not hold up others that save.
  private mutating func suspend() {
    keep()
    _ = keeper?.finish()
    terminal.suspend()
  }
}

// What the reader asks for.
extension Session {
  private mutating func open(_ id: String) -> [Effect] {
    if corpus.isAtHand(id) || corpus.bytes(ofIssue: id) <= Self.quicklyRead {
      return handOver(read(id, &corpus).map { $0.map { OpenIssue($0) } }, id)
    }
    next = nil
    if reading == nil { readAside(id) } else if reading != id { next = id }
    return []
  }

  /// Reads an issue in a thread of its own, one at a time; keys are answered meanwhile.
  private mutating func readAside(_ id: String) {
    reading = id
    besides { [mailbox, corpus] in
      var corpus = corpus
      mailbox.post(.opened(id: id, read(id, &corpus).map { $0.map { OpenIssue($0, forSearch: true) } }))
    }
  }

  /// Sets an article in a thread of its own, one at a time; of those that are asked for meanwhile the last one counts.
  private mutating func set(_ setting: ArticleSetting) {
    nextSetting = isSetting ? setting : nil
    if isSetting { return }
    isSetting = true
    besides { [mailbox] in mailbox.post(.set(setting.set())) }
  }

  private mutating func handOver(_ result: Result<OpenIssue?, Problem>, _ id: String) -> [Effect] {
    switch result {
    case .success(let issue?): reader.receive(issue)
    case .success(nil): []
    case .failure(let problem): reader.receive(failure: problem.description, issue: id)
    }
  }

  private mutating func handOver(_ letter: CorpusAsking.Letter) -> [Effect] {
    switch letter {
    case .ready: []
    case .answer(let answer): reader.receive(answer)
    case .hits(let hits, let question, let start): reader.receive(hits: hits, question: question, from: start)
    }
  }

  /// Keeps a query; without a place to keep it, until the end.
  private mutating func save(_ query: SavedQuery) -> [Effect] {
    queries = queries.filter { $0.name != query.name } + [query]
    return changeQueries { (keeper) throws(Problem) in try keeper.save(query) }
  }

  private mutating func deleteQuery(named name: String) -> [Effect] {
    queries.removeAll { $0.name == name }
    return changeQueries { (keeper) throws(Problem) in try keeper.deleteQuery(named: name) }
  }

  private mutating func changeQueries(_ change: (Keeper) throws(Problem) -> Void) -> [Effect] {
    do throws(Problem) {
      if let keeper { try change(keeper) }
      return listQueries()
    } catch {
      reader.tell(error.description)
      return reader.receive(savedQueries: queries)
    }
  }

  /// Hands over the queries that are kept, those of other readers among them.
  private mutating func listQueries() -> [Effect] {
    if let kept = keeper?.queries() {
      queries = kept.value
      if let notice = kept.notice?.description, told.insert(notice).inserted { reader.tell(notice) }
    }
    return reader.receive(savedQueries: queries)
  }

  private mutating func explain(_ lines: Set<Int>, ofPage number: Int, _ id: String) -> [Effect] {
    guard let page = (try? corpus.issue(id))?.page(number) else {
      return reader.receive(explanations: [], issue: id, page: number, lines: lines)
    }
    if judged?.page != page, page.text.bytes.count > Self.quicklyRead {
      if question == nil { besides { [mailbox] in mailbox.post(.judged(JudgedPage(page))) } }
      question = (id, number, lines)
      return []
    }
    let known = judged.flatMap { $0.page == page ? $0 : nil } ?? JudgedPage(page)
    judged = known
    return reader.receive(explanations: known.explainRoles(lines: lines), issue: id, page: number, lines: lines)
  }
}

private func read(_ id: String, _ corpus: inout Corpus) -> Result<Issue?, Problem> {
  Result { () throws(Problem) in try corpus.issue(id) }
}

// What becomes of the corpus meanwhile.
extension Session {
  /// Begins once the first screen is there.
  private func watchCorpus() {
    besidesIfPossible { [mailbox, request, corpus] in
      CorpusWatch(request) { mailbox.post(.corpus($0)) }.run(corpus)
    }
  }

  private mutating func take(_ news: CorpusWatch.News) {
    switch news {
    case .progress(let done, let total): reader.receive(progress: done, of: total)
    case .grown(let corpus): take(corpus, changed: [])
    case .changed(let corpus, let changed):
      reader.receive(progress: 1, of: 1)
      let known = Set(self.corpus.problems.map(\.description))
      reader.receive(notices: corpus.problems.map(\.description).filter { !known.contains($0) })
      take(corpus, changed: changed)
      asking.forget(self.corpus)
    case .unchanged: asking.endWaiting(self.corpus)
    }
  }

  /// Issues that are at hand stay so, except those that changed.
  private mutating func take(_ new: Corpus, changed: Set<String>) {
    corpus = new.keeping(corpus, except: changed)
    perform(reader.receive(corpus.shelf, changed: changed))
    keeper?.recall(changed, in: corpus, &reader)
    perform(reader.start())
  }
}

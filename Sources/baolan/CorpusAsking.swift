import Library
import Searching
import System

/// The search of the whole corpus behind the reader: everything that takes time happens in other threads.
struct CorpusAsking {
  /// What comes from these threads.
  enum Letter: Sendable {
    /// The corpus can be searched.
    case ready(CorpusSearch)
    case answer(CorpusAnswer)
    case hits([CorpusHit], question: Int, from: Int)
  }

  private let post: @Sendable (Letter) -> Void
  private var search: CorpusSearch?
  private var isMaking = false
  /// Whether what is being made is of a corpus that has changed since.
  private var isOutdated = false
  /// What was asked last, and is awaited.
  private var question: CorpusQuestion?
  /// Whether the corpus is being read for the first time: what there is of it so far has no text that can be searched.
  private var isWaiting: Bool
  /// Hits that are being read, and those that are to be read next.
  private var isReading = false
  private var next: (question: Int, range: Range<Int>)?

  /// - Parameters:
  ///   - isWaiting: whether questions wait until `forget` or `endWaiting` says that the corpus has been read.
  ///   - post: takes letters, in any thread.
  init(isWaiting: Bool, post: @escaping @Sendable (Letter) -> Void) {
    self.isWaiting = isWaiting
    self.post = post
  }

  /// Asks for something else instead of what was asked before.
  mutating func ask(_ question: CorpusQuestion, of corpus: Corpus) {
    next = nil
    self.question = question
    if isWaiting { return }
    if let search { return search.ask(question) { [post] in post(.answer($0)) } }
    if isMaking { return }
    (isMaking, isOutdated) = (true, false)
    besides { [post] in
      post(.ready(corpus.search()))
    }
  }

  /// Wants hits of the question that was asked last.
  mutating func read(_ range: Range<Int>, of question: Int) {
    if isReading { return next = (question, range) }
    guard let search else { return }
    isReading = true
    besides { [post] in
      post(.hits(search.hits(range, of: question), question: question, from: range.lowerBound))
    }
  }

  /// The place of the first hit of some days among those of the question that was asked last.
  func firstHit(in days: ClosedRange<DayNumber>, of question: Int) -> Int? { search?.firstHit(in: days, of: question) }

  /// Awaits nothing any more.
  mutating func end() {
    search?.cancel()
    (question, next) = (nil, nil)
  }

  /// The corpus has been read: what was asked meanwhile is asked now.
  mutating func endWaiting(_ corpus: Corpus) {
    guard isWaiting else { return }
    isWaiting = false
    if let question { ask(question, of: corpus) }
  }

  /// The corpus is another one now: what was asked is asked again.
  mutating func forget(_ corpus: Corpus) {
    isWaiting = false
    search?.cancel()
    search = nil
    isOutdated = isMaking
    if let question { ask(question, of: corpus) }
  }

  /// Goes on when a letter has come.
  mutating func take(_ letter: Letter, of corpus: Corpus) {
    switch letter {
    case .ready(let search):
      self.search = isOutdated ? nil : search
      isMaking = false
      if let question { ask(question, of: corpus) }
    case .answer: break
    case .hits:
      isReading = false
      let next = next
      self.next = nil
      if let next { read(next.range, of: next.question) }
    }
  }
}

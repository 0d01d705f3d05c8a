import Library
import Notes
import Searching
import System

/// Runs the search of the whole corpus for the reader: everything that takes time happens in other threads.
struct CorpusSearchRunner {
  /// Messages from these threads.
  enum Message: Sendable {
    /// The corpus can be searched.
    case ready(CorpusSearch)
    case answer(CorpusAnswer)
    case hits([CorpusHit], question: Int, from: Int)
  }

  private let post: @Sendable (Message) -> Void
  private var search: CorpusSearch?
  /// The corrections of the text that is searched; nil searches it as it was read.
  private var corrections: [Correction]?
  private var isMaking = false
  /// True if the corpus has changed since the making of its search began.
  private var isOutdated = false
  /// The last question, until its search is cancelled.
  private var question: CorpusQuestion?
  /// True while the corpus is read for the first time: none of its text can be searched yet.
  private var isWaiting: Bool
  /// True while hits are being read; and the hits that are to be read next.
  private var isReading = false
  private var next: (question: Int, range: Range<Int>)?

  /// - Parameters:
  ///   - isWaiting: true if questions wait until `forget` or `endWaiting` tells that the corpus has been read.
  ///   - post: receives messages, in any thread.
  init(isWaiting: Bool, post: @escaping @Sendable (Message) -> Void) {
    self.isWaiting = isWaiting
    self.post = post
  }

  /// Asks a question instead of the one before.
  mutating func ask(_ question: CorpusQuestion, of corpus: Corpus) {
    next = nil
    self.question = question
    if isWaiting { return }
    if let search { return search.ask(question) { [post] in post(.answer($0)) } }
    if isMaking { return }
    (isMaking, isOutdated) = (true, false)
    runDetached { [post, corrections] in
      post(.ready((corrections.map { corpus.corrected(by: $0) } ?? corpus).search()))
    }
  }

  /// Reads hits of the last question.
  mutating func read(_ range: Range<Int>, of question: Int) {
    if isReading { return next = (question, range) }
    guard let search else { return }
    isReading = true
    runDetached { [post] in
      post(.hits(search.hits(range, of: question), question: question, from: range.lowerBound))
    }
  }

  /// The place of the first hit in some days among the hits of the last question.
  func firstHit(in days: ClosedRange<DayNumber>, of question: Int) -> Int? { search?.firstHit(in: days, of: question) }

  /// Cancels the search.
  mutating func end() {
    search?.cancel()
    (question, next) = (nil, nil)
  }

  /// Asks the question that waited until the corpus has been read.
  mutating func endWaiting(_ corpus: Corpus) {
    guard isWaiting else { return }
    isWaiting = false
    if let question { ask(question, of: corpus) }
  }

  /// Asks the question again, of a corpus that has changed.
  mutating func forget(_ corpus: Corpus) {
    isWaiting = false
    search?.cancel()
    search = nil
    isOutdated = isMaking
    if let question { ask(question, of: corpus) }
  }

  /// Searches the text as it is corrected by now.
  /// - Returns: true if that is other than before.
  mutating func correct(by corrections: [Correction], _ corpus: Corpus) -> Bool {
    guard self.corrections != corrections else { return false }
    self.corrections = corrections
    if search != nil || isMaking { forget(corpus) }
    return true
  }

  /// Continues after a message.
  mutating func receive(_ message: Message, of corpus: Corpus) {
    switch message {
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

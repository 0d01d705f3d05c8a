import Library
import System

// Changes of the corpus while it is read.
extension Session {
  /// Begins to watch once the first screen is there.
  func watchCorpus() {
    runDetachedIfPossible { [mailbox, request, corpus] in
      CorpusWatch(request) { mailbox.post(.corpus($0)) }.run(corpus)
    }
  }

  mutating func receive(_ news: CorpusWatch.News) {
    switch news {
    case .progress(let done, let total): reader.receive(progress: done, of: total)
    case .grown(let corpus): replaceCorpus(by: corpus, changed: [])
    case .changed(let corpus, let changed):
      reader.receive(progress: 1, of: 1)
      let known = Set(self.corpus.problems.map(\.description))
      reader.receive(notices: corpus.problems.map(\.description).filter { !known.contains($0) })
      hooks.tell(new: changed.filter { self.corpus.source(ofIssue: $0) == nil })
      replaceCorpus(by: corpus, changed: changed)
      corpusSearch.forget(self.corpus)
    case .unchanged: corpusSearch.endWaiting(self.corpus)
    }
  }

  /// Issues that are at hand stay so, except those that changed.
  private mutating func replaceCorpus(by new: Corpus, changed: Set<String>) {
    corpus = new.keepingCache(of: corpus, except: changed)
    perform(reader.receive(corpus.shelf, changed: changed))
    saver?.recall(changed, in: corpus, &reader)
    perform(reader.start())
  }
}

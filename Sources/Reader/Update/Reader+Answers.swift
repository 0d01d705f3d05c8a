import Searching

// What comes back of a search of the whole corpus.
extension Reader {
  /// Takes what is known of the answer to `Effect.searchCorpus` so far; one to an older question is let go.
  public mutating func receive(_ answer: CorpusAnswer) -> [Effect] { settle() }

  /// Takes hits that were asked for with `Effect.hits`; those of an older question are let go.
  /// - Parameters:
  ///   - hits: in their order; fewer than asked for where there are no more.
  ///   - question: the question's number.
  ///   - start: the place of the first one in the list of all hits.
  public mutating func receive(hits: [CorpusHit], question: Int, from start: Int) -> [Effect] { settle() }

  /// Takes the queries that are kept, in the order in which they are to be listed.
  public mutating func receive(savedQueries: [SavedQuery]) -> [Effect] {
    self.savedQueries = savedQueries
    return settle()
  }
}

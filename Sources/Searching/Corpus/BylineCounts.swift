import Newspaper

extension CorpusPass {
  /// The number of occurrences in each person's articles of a batch; "" stands for nobody.
  public func bylineCounts(inBatch batch: Int) -> [String: Int] {
    var counts: [String: Int] = [:]
    for run in runs(ofBatch: batch) {
      if question.query.needsRepairedText {
        for (_, search) in readIssues(of: run) { search.countBylines(question.query, &counts) }
      } else {
        slice(of: run).countBylines(question.query, &counts)
      }
    }
    return counts
  }
}

extension SearchedText {
  fileprivate func countBylines(_ query: Query, _ counts: inout [String: Int]) {
    var names: (article: Int, names: [String])?
    for found in answer(query) {
      if names?.article != found.article {
        let people = segment.people(ofArticle: found.article).map { segment.person($0).name }
        names = (found.article, people.isEmpty ? [""] : Array(Set(people)))
      }
      for name in names?.names ?? [] { counts[name, default: 0] += 1 }
    }
  }
}

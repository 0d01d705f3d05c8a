import System

extension Corpus {
  /// Writes a document to a file. An existing file is replaced, and stays as it was on failure. A page of the corpus is
  /// never replaced.
  public func write(_ text: String, to path: String) throws(Problem) {
    let target = try? FileStatus(path: path).identity
    for page in sources.flatMap(\.paths) where target != nil && (try? FileStatus(path: page))?.identity == target {
      throw Problem(path, "is a page of the corpus and is not overwritten; give another file")
    }
    try replaceDocument(path, with: Array(text.utf8))
  }
}

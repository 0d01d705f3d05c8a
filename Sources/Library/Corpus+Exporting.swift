import Newspaper
import System

extension Corpus {
  /// Makes something of each of some issues, in threads, and hands the results out in the order of the issues, so that
  /// no more than a few megabytes of pages are in memory at once.
  /// - Parameters:
  ///   - make: called in any thread; nil for an issue that it has nothing to make of.
  ///   - body: called in the calling thread with each result.
  ///   - large: called in the calling thread with an issue that is so large that what is made of it should not be held
  ///     together.
  /// - Throws: the problem of the first issue that cannot be read, and what `make` and `body` throw.
  public func forEachIssue<Made: Sendable>(
    _ ids: [String], make: @escaping @Sendable (Issue) throws -> Made, body: (Made) throws -> Void,
    large: (Issue) throws -> Void
  ) throws {
    var rest = ids[...]
    var made: [Result<Made?, any Error>] = []
    /// Hands out what was made of the issues before.
    func handOut() -> Result<Void, any Error> {
      defer { made = [] }
      return Result { for result in made { if let made = try result.get() { try body(made) } } }
    }
    while !rest.isEmpty {
      let some = takeTogether(&rest)
      if some.count == 1, bytes(ofIssue: some[0]) > Self.mostTogether {
        try handOut().get()
        if let issue = try readIssue(some[0]) { try large(issue) }
        continue
      }
      // The next issues are read while the ones before are written.
      var written = Result<Void, any Error>.success(())
      made = parallelMap(some, after: { written = handOut() }) { [self] id in
        Result { try readIssue(id).map(make) }
      }
      try written.get()
    }
    try handOut().get()
  }

  /// The first of some issues, as many as are read together.
  private func takeTogether(_ rest: inout ArraySlice<String>) -> [String] {
    var (some, size) = ([String](), 0)
    while size < Self.mostTogether, some.count < 512, let id = rest.first {
      let next = bytes(ofIssue: id)
      if !some.isEmpty, size + next > Self.mostTogether { break }
      some.append(id)
      size += next
      rest = rest.dropFirst()
    }
    return some
  }

  /// Bytes of pages; an issue has some ten times as many in memory.
  private static let mostTogether = 1 << 20

  /// An issue by its id, which is not kept at hand.
  /// - Returns: nil if no issue has the id.
  public func readIssue(_ id: String) throws(Problem) -> Issue? {
    var corpus = self
    return try corpus.issue(id)
  }

  /// Begins a document. An existing file is replaced when it is complete, and stays as it was on failure. A page of the
  /// corpus is never replaced.
  package func document(_ path: String) throws(Problem) -> DocumentFile {
    let target = try? FileStatus(path: path).identity
    for page in target == nil ? [] : sources.flatMap(\.paths)
    where (try? FileStatus(path: page))?.identity == target {
      throw Problem(path, "is a page of the corpus and is not overwritten; give another file")
    }
    return try DocumentFile(path)
  }
}

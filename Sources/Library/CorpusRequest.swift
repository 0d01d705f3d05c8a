import PageFormats
import System

/// A corpus as it is asked for, and how it is to be had.
public struct CorpusRequest: Sendable {
  /// Folders, files and `-`.
  public var paths: [String]
  /// That of all pages; nil tells it for each by its content.
  public var encoding: PageEncoding?
  /// Where catalogues are kept; nil does without.
  public var folder: CatalogueFolder?

  /// Corpora of no more files have no catalogue: to read them all is as quick.
  public static let mostFilesReadAtOnce = 64

  /// A corpus at some paths.
  public init(paths: [String], encoding: PageEncoding? = nil, folder: CatalogueFolder? = nil) {
    self.paths = paths
    self.encoding = encoding
    self.folder = folder
  }

  /// The corpus as it is now: from its catalogue, which is made or brought up to date before, where it is large.
  /// - Parameter tell: learns how many issues have been read of those that must be; on several threads.
  public func open(tell: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil) -> Corpus {
    let catalogue = catalogue()
    if let catalogue, catalogue.isCurrent() { return Corpus(catalogue, encoding: encoding) }
    return (catalogue == nil ? smallCorpus() : nil) ?? update(catalogue, order(tell: tell)).corpus
  }

  /// What there is to show at once: a small corpus as it is now, a large one as its catalogue has it, which may be out
  /// of date; nothing where it has none yet.
  public func openAtOnce() -> Corpus {
    if let catalogue = catalogue() { return Corpus(catalogue, encoding: encoding) }
    return smallCorpus() ?? Corpus(Census.empty(paths), encoding: encoding)
  }

  /// Nil where there is none that can be trusted.
  func catalogue() -> Catalogue? {
    if isPiped { return nil }
    return folder?.catalogue(CatalogueKey(paths: paths, encoding: encoding), roots: paths)
  }

  /// Standard input is read once and not known again.
  private var isPiped: Bool { paths.contains(IssueSource.standardInput.path) }

  /// A corpus that has no catalogue because it is small; nil for any other.
  func smallCorpus() -> Corpus? {
    let time = FileStamp.now
    let finding = Finding(paths: paths, encoding: encoding, limit: isPiped ? .max : Self.mostFilesReadAtOnce)
    return finding.isCutShort ? nil : Corpus(Census(finding, paths: paths, time: time), encoding: encoding)
  }

  func order(tell: (@Sendable (_ done: Int, _ total: Int) -> Void)?) -> CatalogueBuild.Order {
    CatalogueBuild.Order(encoding: encoding, folder: folder, tell: tell)
  }

  /// The corpus as it is now, by its catalogue.
  /// - Parameter older: a catalogue that may be out of date.
  func update(_ older: Catalogue?, _ order: CatalogueBuild.Order) -> (corpus: Corpus, changed: Set<String>) {
    let census = Census(paths: paths, encoding: encoding)
    guard let outcome = CatalogueBuild.make(census, older: older, order) else {
      return (Corpus(census, encoding: encoding), [])
    }
    var corpus = Corpus(outcome.catalogue, encoding: encoding)
    if let problem = outcome.problem { corpus.add(problem) }
    return (corpus, outcome.changed)
  }
}

import PageFormats
import System

/// A request for a corpus: its paths and options.
public struct CorpusRequest: Sendable {
  /// Folders, files and `-`.
  public var paths: [String]
  /// The encoding of all pages; nil guesses it for each.
  public var encoding: PageEncoding?
  /// The folder of catalogues; nil uses none.
  public var folder: CatalogueFolder?
  /// True if links that lead out of the folders are followed.
  public var followsLinks = false

  /// The most files of a corpus without a catalogue: to read them all is as quick.
  public static let mostFilesReadAtOnce = 64

  /// A corpus at some paths.
  public init(paths: [String], encoding: PageEncoding? = nil, folder: CatalogueFolder? = nil) {
    self.paths = paths
    self.encoding = encoding
    self.folder = folder
  }

  /// The corpus as it is now; a large one from its catalogue, which is made or updated before.
  /// - Parameter tell: called with the number of issues that have been read and that must be, on several threads.
  public func open(tell: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil) -> Corpus {
    let catalogue = catalogue()
    if catalogue == nil, let small = smallCorpus() { return small }
    let corpus = update(catalogue, order(tell: tell)).corpus
    // Who has waited for many pages waits for their index as well; else that is left to the reader.
    if corpus.catalogue !== catalogue { corpus.catalogue?.writeIndexes(tell: tell) }
    return corpus
  }

  /// The corpus that can be shown at once: a small one as it is now, a large one from its catalogue, which may be
  /// outdated; an empty one if there is no catalogue yet.
  public func openAtOnce() -> Corpus {
    if let catalogue = catalogue() { return Corpus(catalogue, encoding: encoding) }
    return smallCorpus() ?? Corpus(LibraryScan.empty(paths), encoding: encoding)
  }

  /// Nil if there is none that can be trusted.
  func catalogue() -> Catalogue? {
    if isPiped { return nil }
    return folder?.catalogue(CatalogueKey(paths: paths, encoding: encoding, followsLinks: followsLinks), roots: paths)
  }

  /// Standard input is read once and not recognised again.
  private var isPiped: Bool { paths.contains(IssueSource.standardInput.path) }

  /// A corpus that has no catalogue because it is small; nil for any other.
  func smallCorpus() -> Corpus? {
    let time = FileStamp.now
    let walker = FileWalker(
      paths: paths, encoding: encoding, limit: isPiped ? .max : Self.mostFilesReadAtOnce, followsLinks: followsLinks)
    if walker.isCutShort { return nil }
    var scan = LibraryScan(walker, paths: paths, time: time)
    scan.followsLinks = followsLinks
    return Corpus(scan, encoding: encoding)
  }

  func order(tell: (@Sendable (_ done: Int, _ total: Int) -> Void)?) -> CatalogueBuild.Order {
    CatalogueBuild.Order(encoding: encoding, folder: folder, tell: tell)
  }

  /// Updates the catalogue.
  /// - Parameter older: a catalogue that may be outdated.
  func update(_ older: Catalogue?, _ order: CatalogueBuild.Order) -> (corpus: Corpus, changed: Set<String>) {
    var (older, changed) = (older, Set<String>())
    for attempt in 0... {
      var order = order
      // Whoever is always overtaken keeps to itself.
      if attempt == Self.mostAttempts { order.folder = nil }
      let changes = older.flatMap { $0.isWhole && !$0.isTorn ? $0.changes(limit: LibraryScan.mostChanges) : nil }
      if let older, let changes, changes.isEmpty { return (Corpus(older, encoding: encoding), changed) }
      let scan = scan(changes, since: older)
      guard let outcome = CatalogueBuild.make(scan, older: older, order) else { break }
      changed.formUnion(outcome.changed)
      if outcome.isVoid {
        older = outcome.catalogue.isWhole ? catalogue() : outcome.catalogue
        continue
      }
      var corpus = Corpus(outcome.catalogue, encoding: encoding)
      if let problem = outcome.problem { corpus.add(problem) }
      return (corpus, changed)
    }
    return (Corpus(LibraryScan(paths: paths, encoding: encoding, followsLinks: followsLinks), encoding: encoding), [])
  }

  private static let mostAttempts = 5

  /// Merges segments that have become many; takes its time.
  func merge(_ catalogue: Catalogue) -> Catalogue {
    var order = order(tell: nil)
    order.mergeLimit = .max
    var scan = LibraryScan(nothingAt: paths, since: GoneRecords())
    scan.followsLinks = followsLinks
    guard catalogue.isWhole, catalogue.isKept, let outcome = CatalogueBuild.make(scan, older: catalogue, order),
      outcome.problem == nil, !outcome.isVoid
    else { return catalogue }
    return outcome.catalogue
  }

  /// A scan of what has changed if that is enough, else of everything.
  private func scan(_ changes: CatalogueChanges?, since catalogue: Catalogue?) -> LibraryScan {
    if !followsLinks, let changes, let catalogue,
      let scan = LibraryScan(of: changes, since: catalogue, paths: paths, encoding: encoding)
    {
      return scan
    }
    return LibraryScan(paths: paths, encoding: encoding, followsLinks: followsLinks)
  }
}

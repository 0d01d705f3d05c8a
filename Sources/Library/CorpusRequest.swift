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

  /// The most files of a small corpus. To read them all is as quick as to bring a catalogue up to date, so commands
  /// need none; but a reader shows its first screen by one.
  public static let mostFilesReadAtOnce = 64
  /// The fewest files of a corpus that a reader makes a catalogue of.
  private static let fewestFilesCatalogued = 3

  /// The most bytes of tables that are checked before a reader shows its list; more take longer than all else.
  private static let mostCheckedAtOnce = 4 << 20

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
    if catalogue?.isSmall ?? true, let small = smallCorpus() { return small }
    let corpus = update(catalogue, order(tell: tell)).corpus
    // Who has waited for many pages waits for their index as well; else that is left to the reader.
    if corpus.catalogue !== catalogue { corpus.catalogue?.writeIndexes(tell: tell) }
    return corpus
  }

  /// The corpus that can be shown at once: a small one as it is now, a large one from its catalogue, which may be
  /// outdated; an empty one if there is no catalogue yet.
  /// - Parameter isForReader: true if nothing is asked for but the list and an issue at a time: of a small corpus, too,
  ///   the catalogue will do then, if no file has changed.
  public func openAtOnce(isForReader: Bool = false) -> Corpus {
    let catalogue = catalogue(mostChecked: isForReader ? Self.mostCheckedAtOnce : .max)
    if let catalogue, !catalogue.isSmall || isForReader && catalogue.isCurrent() {
      return Corpus(catalogue, encoding: encoding)
    }
    if let small = smallCorpus() { return small }
    // It has become large.
    if let catalogue { return Corpus(catalogue, encoding: encoding) }
    return Corpus(LibraryScan.empty(paths), encoding: encoding)
  }

  /// Makes the catalogue by which the next reader shows a small corpus, if it is worth one.
  func keepCatalogue(of corpus: Corpus) {
    guard folder != nil, !isPiped, let scan = corpus.scan, scan.files.count >= Self.fewestFilesCatalogued,
      paths.allSatisfy({ (try? FileStatus(path: $0))?.kind == .folder })
    else { return }
    _ = update(catalogue(), order(tell: nil))
  }

  /// Nil if there is none that can be trusted.
  /// - Parameter mostChecked: the most bytes of tables that are checked at once.
  func catalogue(mostChecked: Int = .max) -> Catalogue? {
    if isPiped { return nil }
    let key = CatalogueKey(paths: paths, encoding: encoding, followsLinks: followsLinks)
    return folder?.catalogue(key, roots: paths, mostChecked: mostChecked)
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

extension Catalogue {
  /// True for a corpus that is read as quickly without it.
  fileprivate var isSmall: Bool { segments.reduce(0) { $0 + $1.files.count } <= CorpusRequest.mostFilesReadAtOnce }
}

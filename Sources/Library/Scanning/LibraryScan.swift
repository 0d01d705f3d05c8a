import PageFormats
import System

/// A scan of paths before any page is read: files, side files and the issues that they make up.
struct LibraryScan: Sendable {
  /// The paths as they were given.
  let paths: [String]
  /// The time of its beginning, in nanoseconds since 1970.
  let time: Int64
  /// True if links that lead out of the folders are followed.
  var followsLinks = false
  private(set) var folders: [FoundFolder] = []
  private(set) var files: [FoundFile] = []
  /// With their stamps.
  private(set) var sideFiles: [FoundFile] = []
  /// In the order of their first files.
  private(set) var sources: [IssueSource] = []
  /// The problems that were met.
  private(set) var problems: [Problem] = []
  /// The records of a catalogue that it stands for; nil if it is of everything.
  private(set) var scope: GoneRecords?

  /// - Parameter scope: the records of a catalogue that it stands for; nil if it is of everything.
  init(nothingAt paths: [String], time: Int64 = 0, since scope: GoneRecords? = nil) {
    (self.paths, self.time, self.scope) = (paths, time, scope)
  }

  /// Takes over the results of a scan of a part.
  mutating func take(
    _ folders: [FoundFolder], _ files: [FoundFile], _ sources: [IssueSource], _ scope: GoneRecords
  ) {
    (self.folders, self.files, self.sources, self.scope) = (folders, files, sources, scope)
  }

  /// The scan of paths that were not walked.
  static func empty(_ paths: [String]) -> LibraryScan { LibraryScan(nothingAt: paths) }

  /// - Parameters:
  ///   - encoding: the encoding of all pages; nil guesses it for each.
  ///   - followsLinks: true if links that lead out of the folders are followed.
  init(paths: [String], encoding: PageEncoding? = nil, followsLinks: Bool = false) {
    let time = FileStamp.now
    self.init(
      FileWalker(paths: paths, encoding: encoding, followsLinks: followsLinks), paths: paths, time: time)
    self.followsLinks = followsLinks
  }

  init(_ walker: FileWalker, paths: [String], time: Int64) {
    self.paths = paths
    self.time = time
    (folders, files) = (walker.folders, walker.files)
    problems = walker.problems
    // The stamps are taken before the files are read.
    sideFiles = walker.sideFiles.map { folder, _ in
      let path = joined(folder, SideFile.name)
      return FoundFile(path: path, stamp: try? FileStatus(path: path).stamp)
    }
    let sides = SideFiles(walker.sideFiles.map(\.folder), problems: &problems)
    let grouping = IssueGrouping(files, sides: sides)
    let whole = Set(walker.sideFiles.filter(\.isWhole).map(\.folder))
    problems += sides.missing(grouping.sources, wholeFolders: whole) + grouping.problems
    sources = grouping.sources
  }
}

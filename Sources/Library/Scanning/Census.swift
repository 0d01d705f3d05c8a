import PageFormats
import System

/// Everything that some paths lead to, before any page is read: files, what side files say, and the issues that these
/// make.
struct Census: Sendable {
  /// The paths as they were given.
  let paths: [String]
  /// When it was begun, in nanoseconds since 1970.
  let time: Int64
  private(set) var folders: [FoundFolder] = []
  private(set) var files: [FoundFile] = []
  /// With their stamps.
  private(set) var sideFiles: [FoundFile] = []
  /// In the order of their first files.
  private(set) var sources: [IssueSource] = []
  /// What was left out and why.
  private(set) var problems: [Problem] = []

  private init(nothingAt paths: [String]) {
    self.paths = paths
    time = 0
  }

  /// That of paths that were not looked at.
  static func empty(_ paths: [String]) -> Census { Census(nothingAt: paths) }

  /// - Parameter encoding: that of all pages; nil tells it for each by its content.
  init(paths: [String], encoding: PageEncoding? = nil) {
    let time = FileStamp.now
    self.init(Finding(paths: paths, encoding: encoding), paths: paths, time: time)
  }

  init(_ finding: Finding, paths: [String], time: Int64) {
    self.paths = paths
    self.time = time
    (folders, files) = (finding.folders, finding.files)
    problems = finding.problems
    // The stamps are from before the files are read.
    sideFiles = finding.sideFiles.map { folder, _ in
      let path = joined(folder, SideFile.name)
      return FoundFile(path: path, stamp: try? FileStatus(path: path).stamp)
    }
    let sides = SideFiles(finding.sideFiles.map(\.folder), problems: &problems)
    let gathering = Gathering(files, sides: sides)
    let whole = Set(finding.sideFiles.filter(\.isWhole).map(\.folder))
    problems += sides.missing(gathering.sources, wholeFolders: whole) + gathering.problems
    sources = gathering.sources
  }
}

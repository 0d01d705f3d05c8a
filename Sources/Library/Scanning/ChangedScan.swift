import Newspaper
import PageFormats
import System

extension LibraryScan {
  /// Changed files and folders up to which only these are looked at.
  static let mostChanges = 512

  /// A scan of what has changed since a catalogue was made: the folders that names came to or went from are listed, and
  /// their files grouped anew. Nil where that could say something else than a scan of everything.
  init?(of changes: CatalogueChanges, since catalogue: Catalogue, paths: [String], encoding: PageEncoding?) {
    guard catalogue.isWhole, changes.files.count + changes.folders.count < Self.mostChanges else { return nil }
    let time = FileStamp.now
    let folders = Set(changes.folders.compactMap(catalogue.path(ofFolder:)))
    guard let scope = Scope(folders, changes, of: catalogue, paths: paths) else { return nil }
    self.init(nothingAt: paths, time: time)
    let walker = FileWalker(folders: folders.sorted(), among: scope.watched, encoding: encoding)
    guard !walker.isCutShort, walker.problems.isEmpty, walker.sideFiles.isEmpty, scope.canHave(walker) else {
      return nil
    }
    let grouping = IssueGrouping(walker.files)
    guard grouping.problems.isEmpty else { return nil }
    var sources = grouping.sources
    var files = walker.files
    // Of the issues in other folders the names are as they were.
    for issue in scope.changedElsewhere {
      guard let source = catalogue.segments[issue.segment].source(issue.index) else { return nil }
      sources.append(source)
    }
    for file in scope.filesElsewhere {
      guard let path = catalogue.segments[file.segment].path(ofFile: file.index), FilePart(path: path) == nil,
        let status = try? FileStatus(path: path), status.kind == .file, status.size <= FilePart.largestWhole
      else { return nil }
      files.append(FoundFile(path: path, stamp: status.stamp))
    }
    guard scope.idsStay(grouping.sources) else { return nil }
    take(walker.folders, files, sources, scope.records)
  }
}

/// The part of a catalogue that a scan of some folders stands for.
private struct Scope {
  /// The paths of all folders that are watched.
  let watched: Set<String>
  private(set) var records = GoneRecords()
  /// Issues in other folders with changed files, and all files of these.
  private(set) var changedElsewhere: [RecordPlace] = []
  private(set) var filesElsewhere: [RecordPlace] = []
  private let catalogue: Catalogue
  private let roots: Set<String>

  init?(_ folders: Set<String>, _ changes: CatalogueChanges, of catalogue: Catalogue, paths: [String]) {
    self.catalogue = catalogue
    watched = Set(catalogue.liveFolders.compactMap(catalogue.path(ofFolder:)))
    roots = Set(paths.map(folderBase))
    // A file that was given has a folder that was not listed.
    guard roots.isSubset(of: watched), !roots.contains("") else { return nil }
    guard
      !catalogue.commonProblems.contains(where: { problem in
        folders.contains(FoundFile(path: problem.path).folder) || folders.contains(problem.path)
          || FoundFile(path: problem.path).name.withCString(PageFormat.hasSharedExtension)
      })
    else { return nil }
    records.folders = Set(changes.folders)
    records.files = Set(changes.files)
    let places = catalogue.places(ofFolders: folders)
    guard takeFiles(of: folders, at: places), takeIssues(withFiles: Set(changes.files), at: places) else {
      return nil
    }
  }

  /// Takes the files of the folders.
  /// - Returns: false where a side file may speak of other files than these, or a list of pages of other folders.
  private mutating func takeFiles(of folders: Set<String>, at places: Set<RecordPlace>) -> Bool {
    for place in catalogue.liveFiles {
      guard let record = catalogue.segments[place.segment].files[place.index] else { continue }
      let isThere =
        record.path.kind == PathRecord.Kind.inFolder.rawValue
        && places.contains(RecordPlace(segment: place.segment, index: Int(record.path.base)))
      if isThere { records.files.insert(place) }
      let isSideFile = record.kind == FileRecord.Kind.sideFile.rawValue
      if isSideFile, records.files.contains(place) || folders.contains(where: { covers(place, $0) }) { return false }
    }
    return true
  }

  /// Takes the issues of the folders, and those of other folders that have changed files.
  /// - Returns: false where an issue has files both there and elsewhere, or a changed file's folder is not known.
  private mutating func takeIssues(withFiles changed: Set<RecordPlace>, at places: Set<RecordPlace>) -> Bool {
    for place in catalogue.liveIssues {
      let segment = catalogue.segments[place.segment]
      guard let record = segment.issues[place.index] else { continue }
      if segment.pages[Int(record.firstPage)]?.number == 0 { return false }
      let isThere = places.contains(RecordPlace(segment: place.segment, index: Int(record.folder)))
      let files = isThere || !changed.isEmpty ? catalogue.files(ofIssue: place) : []
      if isThere {
        guard files.allSatisfy(records.files.contains) else { return false }
      } else if files.contains(where: changed.contains) {
        changedElsewhere.append(place)
        filesElsewhere += files
      } else {
        continue
      }
      records.issues.insert(place)
    }
    // A changed file that belongs to no issue, or to one of another folder.
    records.files.formUnion(filesElsewhere)
    return changed.subtracting(filesElsewhere).allSatisfy { file in
      guard let record = catalogue.segments[file.segment].files[file.index] else { return false }
      return places.contains(RecordPlace(segment: file.segment, index: Int(record.path.base)))
    }
  }

  /// True if a side file stands in a folder or above it.
  private func covers(_ sideFile: RecordPlace, _ folder: String) -> Bool {
    guard let path = catalogue.segments[sideFile.segment].path(ofFile: sideFile.index) else { return true }
    return (folder + "/").hasPrefix(FoundFile(path: path).folder + "/")
  }

  /// True if what was found in the folders is only files that have no other path, and leaves no path that was given
  /// empty.
  func canHave(_ walker: FileWalker) -> Bool {
    if walker.files.contains(where: \.isStructure) { return false }
    if walker.files.isEmpty, !roots.isDisjoint(with: walker.folders.map(\.path)) { return false }
    let inodes = Set(walker.files.compactMap(\.stamp?.inode) + walker.folders.map(\.stamp.inode))
    let isKnownFolder = catalogue.liveFolders.contains { place in
      !records.folders.contains(place)
        && inodes.contains(catalogue.segments[place.segment].folders[place.index]?.stamp.inode ?? 0)
    }
    return !isKnownFolder
      && !catalogue.liveFiles.contains { place in
        !records.files.contains(place)
          && inodes.contains(catalogue.segments[place.segment].files[place.index]?.stamp.inode ?? 0)
      }
  }

  /// True if no id of these folders, before or now, is one that issues of other folders have or would have.
  func idsStay(_ sources: [IssueSource]) -> Bool {
    let before = records.issues.subtracting(changedElsewhere)
    let ids = before.compactMap { catalogue.segments[$0.segment].source($0.index)?.id } + sources.map(\.id)
    return Set(ids).allSatisfy { id in
      if id.contains("~") || catalogue.index(ofIssue: id + "~2") != nil { return false }
      return catalogue.index(ofIssue: id).flatMap { catalogue.order[$0] }.map(before.contains) ?? true
    }
  }
}

extension Catalogue {
  /// Records of folders with some paths, in all segments.
  func places(ofFolders paths: Set<String>) -> Set<RecordPlace> {
    var places: Set<RecordPlace> = []
    for (number, segment) in segments.enumerated() {
      for index in segment.folders.indices where segment.path(ofFolder: index).map(paths.contains) ?? false {
        places.insert(RecordPlace(segment: number, index: index))
      }
    }
    return places
  }
}

import Newspaper
import Searching
import System

/// Makes the next state of a catalogue of what was found: new segments, and a manifest.
struct CatalogueUpdate {
  private let diff: CatalogueDiff
  private let older: Catalogue?
  private let key: CatalogueKey
  private let folder: CatalogueFolder?
  private let mergeLimit: Int
  private let scan: LibraryScan
  /// Records of the older catalogue that hold no more.
  private var gone: GoneRecords
  /// Segments of the older catalogue all of whose records are written anew.
  private var merged: Set<Int> = []

  init(
    _ diff: CatalogueDiff, _ older: Catalogue?, _ key: CatalogueKey, _ folder: CatalogueFolder?, _ mergeLimit: Int,
    _ scan: LibraryScan
  ) {
    (self.diff, self.older, self.key, self.folder) = (diff, older, key, folder)
    (self.mergeLimit, self.scan) = (mergeLimit, scan)
    gone = diff.gone
  }

  /// Writes what was found.
  consuming func finish(_ found: CatalogueBuild.Found) -> CatalogueBuild.Outcome? {
    var makings = found.makings
    var making = makings.popLast() ?? SegmentMaking(roots: scan.paths, folder: folder, key: key, expecting: 0)
    var carried = diff.carried + found.touched
    var files = diff.files + found.files
    var folders = diff.folders
    var problems = diff.problems
    chooseMerged(adding: diff.unread.reduce(1) { $0 + 2 * $1.bytes } + 2048 * carried.count)
    if let older, diff.isUnchanged, older.isWhole, merged.isEmpty {
      return CatalogueBuild.Outcome(catalogue: older)
    }
    takeMerged(&carried, &files, &folders, &problems)
    var written = (makings + [making]).flatMap { $0.made.flatMap(\.content.issues) + $0.content.issues }
    let years = agreedYears(&written, &carried)
    guard let isSound = add(carried, to: &making), isSound else { return damagedOutcome(carried) }
    making.withContent { content in
      for file in files { _ = content.add(file) }
      content.folders += folders.map { CataloguedFolder(folder: $0) }
      content.problems = problems ?? []
    }
    makings.append(making)
    let closed = parallelMap(makings) { making in
      var making = making
      making.close()
      making.release()
      return making
    }
    return outcome(closed, years, found.changed, hasProblems: problems != nil)
  }

  // MARK: Merging

  private mutating func chooseMerged(adding bytes: Int) {
    guard let older, folder != nil else { return }
    let isNew = !diff.isUnchanged
    merged = MergePolicy.merged(
      older.segments.indices.map { number in
        (older.segments[number].bytes.bytes.count, older.isOutdated(number, with: gone))
      }, adding: isNew ? bytes : 0, limit: mergeLimit)
  }

  /// Takes all records that hold of the segments that are merged.
  private mutating func takeMerged(
    _ carried: inout [CatalogueDiff.Carried], _ files: inout [CataloguedFile], _ folders: inout [FoundFolder],
    _ problems: inout [Problem]?
  ) {
    guard let older, !merged.isEmpty else { return }
    let all = GoneRecords(allOf: older) { [merged] in merged.contains($0) }
    var owned: Set<RecordPlace> = []
    for issue in all.issues.subtracting(gone.issues) {
      owned.formUnion(older.files(ofIssue: issue))
      if let issue = older.carried(issue) { carried.append(issue) }
    }
    files += all.files.subtracting(gone.files).subtracting(owned).compactMap(older.file)
    folders += all.folders.subtracting(gone.folders).compactMap { place in
      older.path(ofFolder: place).map {
        FoundFolder(path: $0, stamp: older.segments[place.segment].folders[place.index]?.stamp ?? .unknown)
      }
    }
    if merged.contains(where: { older.segments[$0].number == older.manifest.problems }) {
      problems = problems ?? older.commonProblems
    }
    gone.formUnion(all)
  }

  // MARK: Years

  /// The years that folders agree on. Issues that get another year by it than before are carried, too.
  private mutating func agreedYears(
    _ written: inout [CataloguedIssue], _ carried: inout [CatalogueDiff.Carried]
  ) -> AgreedYears {
    var known = written.map { (folder: $0.source.folder, year: ($0.source.date ?? $0.facts.date)?.year) }
    guard let older else { return AgreedYears(known) }
    known += carried.map { ($0.source.folder, ($0.source.date ?? older.ownDate($0.place))?.year) }
    var names = Set(known.map(\.folder))
    names.formUnion(diff.gone.issues.compactMap { older.segments[$0.segment].source($0.index)?.folder })
    let folders = older.places(ofFolders: names)
    var staying: [(place: RecordPlace, folder: String, date: IssueDate?)] = []
    for place in older.liveIssues where !gone.issues.contains(place) {
      guard let record = older.segments[place.segment].issues[place.index] else { continue }
      let folder = RecordPlace(segment: place.segment, index: Int(record.folder))
      guard folders.contains(folder), let path = older.path(ofFolder: folder) else { continue }
      staying.append((place, path, older.ownDate(place)))
    }
    let years = AgreedYears(known + staying.map { ($0.folder, $0.date?.year) })
    for issue in staying {
      let year = years.year(of: issue.date, issue.folder)
      guard year != older.segments[issue.place.segment].neighbourYear(issue.place.index) else { continue }
      guard let one = older.carried(issue.place) else { continue }
      carried.append(one)
      gone.issues.insert(issue.place)
      gone.files.formUnion(older.files(ofIssue: issue.place))
    }
    return years
  }

  // MARK: Writing

  /// Adds issues of the older catalogue.
  /// - Returns: false if the folded text of one is damaged.
  private func add(_ carried: [CatalogueDiff.Carried], to making: inout SegmentMaking) -> Bool? {
    guard let older else { return true }
    var texts: [Int: FoldedSegment] = [:]
    for number in Set(carried.map(\.place.segment)) where folder != nil {
      guard older.segments[number].isSound else { return false }
      texts[number] = older.segments[number].folded
    }
    for issue in carried {
      let segment = older.segments[issue.place.segment]
      guard let record = segment.issues[issue.place.index], let facts = segment.facts(issue.place.index) else {
        continue
      }
      let text = record.member == IssueRecord.none ? nil : texts[issue.place.segment]
      making.add(issue.source, issue.files, facts, text.map { ($0, Int(record.member)) })
    }
    return true
  }

  private func damagedOutcome(_ carried: [CatalogueDiff.Carried]) -> CatalogueBuild.Outcome? {
    let numbers = Set(carried.map(\.place.segment))
    guard let older else { return nil }
    let unsound = Set(numbers.filter { !older.segments[$0].isSound }.map { older.segments[$0].number })
    return CatalogueBuild.Outcome(catalogue: older.without { unsound.contains($0.number) }, isVoid: true)
  }

  private func outcome(
    _ makings: [SegmentMaking], _ years: AgreedYears, _ changed: Set<String>, hasProblems: Bool
  ) -> CatalogueBuild.Outcome? {
    var problem = makings.lazy.compactMap(\.problem).first
    let finished = parallelMap(makings.flatMap(\.made)) { [key] made in
      let segment = Result { () throws(Problem) in try made.finish(years, for: key) }
      guard case .failure(let problem) = segment else { return (segment: try? segment.get(), problem: Problem?.none) }
      return (made.inMemory(years, for: key), problem)
    }
    let segments = finished.compactMap(\.segment)
    guard segments.count == finished.count else { return nil }
    problem = problem ?? finished.lazy.compactMap(\.problem).first
    let problemHolder = segments.first { $0.header.problemCount > 0 }?.number ?? 0
    let (kept, entries) = remaining(keepingProblems: !hasProblems)
    let manifest = Manifest(
      entries + segments.map { Manifest.Entry(number: $0.number) },
      problems: hasProblems ? problemHolder : older?.manifest.problems ?? 0)
    let all = kept + segments
    var outcome = CatalogueBuild.Outcome(
      catalogue: Catalogue(all, manifest, base: manifest.generation, in: older?.folder, isKept: false),
      changed: changed, problem: problem)
    guard let folder, problem == nil else { return outcome }
    do throws(Problem) {
      let files = makings.flatMap(\.made).compactMap(\.file?.file)
      if try folder.commit(manifest, replacing: older?.base, files, for: key) {
        outcome.catalogue = Catalogue(all, manifest, base: manifest.generation, in: folder.folder(key))
      } else {
        outcome.isVoid = true
      }
    } catch {
      outcome.problem = error
    }
    return outcome
  }

  /// The segments of the older catalogue that stay, with their outdated records.
  private func remaining(keepingProblems: Bool) -> ([CatalogueSegment], [Manifest.Entry]) {
    var (segments, entries) = ([CatalogueSegment](), [Manifest.Entry]())
    guard let older else { return ([], []) }
    for number in older.segments.indices where !merged.contains(number) {
      let entry = older.entry(number, with: gone)
      let isEmpty = older.segments[number].hasNothing(but: entry)
      if isEmpty, !keepingProblems || entry.number != older.manifest.problems { continue }
      segments.append(older.segments[number])
      entries.append(entry)
    }
    return (segments, entries)
  }
}

extension CatalogueSegment {
  /// True if all its records are outdated.
  fileprivate func hasNothing(but entry: Manifest.Entry) -> Bool {
    let watched = folders.indices.filter { folders[$0]?.isWatched == 1 }
    return entry.issues.count >= issues.count && entry.files.count >= files.count
      && Set(entry.folders).isSuperset(of: watched.map(UInt32.init))
  }
}

extension Catalogue {
  /// A segment's entry in the next manifest.
  fileprivate func entry(_ number: Int, with gone: GoneRecords) -> Manifest.Entry {
    func merged(_ before: [UInt32], _ now: Set<RecordPlace>) -> [UInt32] {
      let added = now.filter { $0.segment == number }.map { UInt32($0.index) }
      return added.isEmpty ? before : Set(before).union(added).sorted()
    }
    var entry = manifest.entries[number]
    entry.issues = merged(entry.issues, gone.issues)
    entry.files = merged(entry.files, gone.files)
    entry.folders = merged(entry.folders, gone.folders)
    return entry
  }

  /// True if more than half of a segment is outdated.
  fileprivate func isOutdated(_ number: Int, with gone: GoneRecords) -> Bool {
    let entry = entry(number, with: gone)
    let segment = segments[number]
    if segment.issues.count > 0 { return entry.issues.count * 2 > segment.issues.count }
    return (entry.files.count + entry.folders.count) * 2 > segment.files.count + segment.folders.count
  }

  /// The day that an issue carries by itself.
  fileprivate func ownDate(_ place: RecordPlace) -> IssueDate? { segments[place.segment].ownDate(place.index) }

  /// An issue to be written anew, as it is.
  fileprivate func carried(_ place: RecordPlace) -> CatalogueDiff.Carried? {
    guard let source = segments[place.segment].source(place.index) else { return nil }
    return CatalogueDiff.Carried(place: place, source: source, files: files(ofIssue: place).compactMap(file))
  }
}

import Newspaper
import Searching
import System

// From records back to values.
extension CatalogueSegment {
  /// The entry of an issue in the list; nil outside the table.
  func summary(_ index: Int) -> IssueSummary? {
    guard let record = issues[index] else { return nil }
    return IssueSummary(
      id: text(record.id) ?? "", title: text(record.title) ?? text(record.parsedTitle), date: date(of: record),
      articleCount: Int(record.articleCount), leadHeadline: text(record.headline) ?? "")
  }

  /// The source of an issue; nil outside the table.
  func source(_ index: Int) -> IssueSource? {
    guard let record = issues[index], let id = text(record.id) else { return nil }
    var source = IssueSource(id: id, pages: [])
    source.pages = pageRecords(of: record).compactMap { page in
      path(ofFile: Int(page.file)).map { IssueSource.PageFile(path: $0, number: Int(page.number)) }
    }
    source.folder = path(ofFolder: Int(record.folder)) ?? ""
    source.title = text(record.title)
    source.number = record.number == 0 ? nil : Int(record.number)
    source.date = date(record.date)
    return source
  }

  func pageRecords(of record: IssueRecord) -> [PageRecord] {
    let first = Int(record.firstPage)
    guard first <= pages.count else { return [] }
    return (first..<min(pages.count, first + Int(record.pageCount))).compactMap { pages[$0] }
  }

  /// The facts from an issue's pages; nil outside the table.
  func facts(_ index: Int) -> CataloguedIssue.Facts? {
    guard let record = issues[index] else { return nil }
    return CataloguedIssue.Facts(
      title: text(record.parsedTitle), date: date(record.parsedDate), articleCount: Int(record.articleCount),
      headline: text(record.headline) ?? "")
  }

  /// The year that an issue's neighbours gave it.
  func neighbourYear(_ index: Int) -> Int? {
    issues[index].flatMap { $0.neighbourYear == 0 ? nil : Int($0.neighbourYear) }
  }

  /// The day that an issue carries by itself, without its neighbours.
  func ownDate(_ index: Int) -> IssueDate? {
    issues[index].flatMap { date($0.date) ?? date($0.parsedDate) }
  }

  /// The day that an issue carries, as a number.
  func day(_ index: Int) -> DayNumber {
    guard let record = issues[index] else { return DayNumber(0) }
    let own = record.date.kind == DateRecord.Kind.none.rawValue ? record.parsedDate : record.date
    guard own.kind != DateRecord.Kind.none.rawValue else { return DayNumber(0) }
    if own.year == DateRecord.noYear { return DayNumber(withoutYear: date(of: record)) }
    return DayNumber(Int(own.year) * 10_000 + Int(own.month) * 100 + Int(own.day))
  }

  /// The day that an issue carries.
  func date(of record: IssueRecord) -> IssueDate? {
    let date = date(record.date) ?? date(record.parsedDate)
    return record.neighbourYear == 0 ? date : date?.inYear(ofNeighbours: Int(record.neighbourYear))
  }

  private func date(_ record: DateRecord) -> IssueDate? {
    func year(_ number: Int16) -> Int? { number == DateRecord.noYear ? nil : Int(number) }
    let source: IssueDate.Source
    switch DateRecord.Kind(rawValue: record.kind) {
    case .dayAfterNewestReport:
      source = .dayAfterNewestReport(
        year: year(record.reportedYear), month: Int(record.reportedMonth), day: Int(record.reportedDay))
    case .fileName: source = .fileName(text(record.name) ?? "")
    case .folderName: source = .folderName(text(record.name) ?? "")
    case .sideFile: source = .sideFile
    case .page: source = .page
    case .library: source = .library
    case nil, .some(.none): return nil
    }
    return IssueDate(
      year: year(record.year), month: Int(record.month), day: Int(record.day),
      certainty: record.isInferred == 1 ? .inferred : .stated, source: source)
  }

  // MARK: Files and problems

  /// A file as it was; nil outside the table.
  func file(_ index: Int) -> CataloguedFile? {
    guard let record = files[index], let path = path(record.path) else { return nil }
    return CataloguedFile(
      path: path, kind: FileRecord.Kind(rawValue: record.kind) ?? .page, stamp: record.stamp, hash: record.hash,
      problem: record.problem == IssueRecord.none ? nil : problem(Int(record.problem)))
  }

  /// The problems that belong to none of the files.
  var problems: [Problem] {
    (0..<min(problemRecords.count, Int(clamping: header.problemCount))).compactMap(problem)
  }

  private func problem(_ index: Int) -> Problem? {
    guard let record = problemRecords[index], let path = path(record.path), let message = text(record.message) else {
      return nil
    }
    return Problem(path, line: record.line == 0 ? nil : Int(record.line), message)
  }

  /// The path of a file, as it is opened; nil outside the table.
  func path(ofFile index: Int) -> String? { files[index].flatMap { path($0.path) } }

  /// The path of a folder, as it is opened; nil outside the table.
  func path(ofFolder index: Int) -> String? {
    guard let record = folders[index]?.path else { return nil }
    // The path of a folder never refers to the table of folders, and never ends in a slash.
    if record.kind == PathRecord.Kind.inFolder.rawValue { return nil }
    return path(record).map { $0 == "/" ? $0 : folderBase(of: $0) }
  }

  private func path(_ record: PathRecord) -> String? {
    let text = text(record.text) ?? ""
    let base = Int(record.base)
    let root = roots.indices.contains(base) ? roots[base] : nil
    switch PathRecord.Kind(rawValue: record.kind) {
    case .plain: return text
    case .given: return root
    case .folderOfGiven: return root.map { FoundFile(path: $0).folder }
    case .within: return root.map { folderBase(of: $0) + text }
    case .inFolder: return path(ofFolder: base).map { joined($0, text) }
    case nil: return nil
    }
  }
}

import Newspaper
import PageFormats
import PageParsing
import System

/// Reads files into pages, and pages into issues.
struct IssueLoader: Sendable {
  /// The encoding of every page; nil guesses it for each.
  var encoding: PageEncoding?

  /// The pages of an issue.
  struct Reading {
    /// The source with its readable pages only.
    var source: IssueSource
    /// By number. A file may hold several.
    var pages: [Page] = []
    /// All files, unreadable ones included.
    var files: [CataloguedFile] = []
    /// Which articles a METS or DIDL file states.
    var zoning: StatedZoning?
  }

  /// Reads the readable files of an issue.
  func read(_ found: IssueSource) -> Reading {
    var reading = Reading(source: found)
    reading.source.pages = []
    if let first = found.pages.first, first.number == IssueSource.PageFile.structureNumber { return readZoned(found) }
    var stated = StatedArticles()
    for file in found.pages {
      let (decoded, read) = page(file)
      reading.files.append(read)
      guard let decoded else { continue }
      stated.add(decoded, as: reading.add(file, decoded))
    }
    reading.zoning = stated.zoning
    return reading
  }

  /// Reads an issue whose first file states its pages and articles.
  private func readZoned(_ found: IssueSource) -> Reading {
    var reading = Reading(source: found)
    reading.source.pages = Array(found.pages.prefix(1))
    var zoned: [Int: ZonedPage] = [:]
    var files: [CataloguedFile] = []
    for file in found.pages.dropFirst() {
      let (decoded, read) = page(file, keepsNames: true)
      files.append(read)
      guard let decoded else { continue }
      _ = reading.add(file, decoded)
      zoned[file.number] = ZonedPage(text: decoded.text, names: decoded.names, unitWidth: decoded.unitWidth)
    }
    let (zoning, structure) = zoning(found.pages[0], zoned)
    (reading.zoning, reading.files) = (zoning, [structure] + files)
    if reading.pages.isEmpty { reading.source.pages = [] }
    return reading
  }

  private func zoning(
    _ file: IssueSource.PageFile, _ pages: [Int: ZonedPage]
  ) -> (zoning: StatedZoning?, file: CataloguedFile) {
    var read = CataloguedFile(path: file.path, stamp: .unknown, hash: 0)
    do throws(Problem) {
      let bytes = try self.bytes(file, &read)
      guard let structure = IssueStructure(try decodedMarkup(bytes, path: file.path)) else { return (nil, read) }
      let (zoning, faults) = structure.zoning(of: pages)
      if let fault = (structure.faults + faults).first {
        read.problem = Problem(file.path, line: fault.line, fault.message)
      }
      return (zoning.zones.isEmpty && zoning.day == nil && zoning.title == nil ? nil : zoning, read)
    } catch {
      read.problem = error
      return (nil, read)
    }
  }

  /// Parses an issue: with the facts from names and side files, and the facts from its pages alone.
  func issue(_ reading: Reading) -> (issue: Issue, facts: CataloguedIssue.Facts) {
    let parsed = parsed(reading)
    let summary = parsed.summary
    let facts = CataloguedIssue.Facts(
      title: parsed.title, date: parsed.date, articleCount: summary.articleCount, headline: summary.leadHeadline)
    return (reading.source.describe(parsed), facts)
  }

  /// The content of the pages, in the articles that a library states if it does.
  private func parsed(_ reading: Reading) -> Issue {
    let (id, pages) = (reading.source.id, reading.pages)
    let table = pages.first.flatMap { PersonalTable.table(forPage: $0.path) }
    guard let zoning = reading.zoning else { return parseIssue(id: id, pages: pages, by: table) }
    guard zoning.zones.isEmpty else { return parseIssue(id: id, pages: pages, zoning: zoning) }
    var issue = parseIssue(id: id, pages: pages, by: table)
    issue.describe(by: zoning)
    return issue
  }

  /// Reads an issue, all of whose files must be readable.
  /// - Parameter held: its pages, if they are at hand.
  func issue(_ source: IssueSource, pages held: [Page]) throws(Problem) -> Issue {
    var reading = Reading(source: source, pages: held)
    if held.isEmpty {
      reading = read(source)
      if let problem = reading.files.first(where: { !$0.isRead })?.problem { throw problem }
    }
    return source.describe(parsed(reading))
  }

  private func page(
    _ file: IssueSource.PageFile, keepsNames: Bool = false
  ) -> (page: DecodedPage?, file: CataloguedFile) {
    var read = CataloguedFile(path: file.path, stamp: .unknown, hash: 0)
    do throws(Problem) {
      let page = try decoded(try bytes(file, &read), file, keepsNames: keepsNames)
      read.problem = page.problem ?? read.problem
      return (page, read)
    } catch {
      read.problem = error
      read.isRead = false
      // An unreadable file may become readable when its rights change.
      if read.stamp == .unknown, let status = try? FileStatus(path: file.path) { read.stamp = status.stamp }
      return (nil, read)
    }
  }

  /// A file's bytes, unpacked; its stamp and what is wrong with its packing go into `read`.
  private func bytes(_ file: IssueSource.PageFile, _ read: inout CataloguedFile) throws(Problem) -> [UInt8] {
    var bytes: [UInt8]
    if file.path == IssueSource.standardInput.path {
      bytes = try readFile(file.path)
    } else {
      let time = FileStamp.now
      (bytes, read.stamp) = try readStampedFile(file.path)
      read.stamp = read.stamp.settled(at: time)
    }
    read.hash = checksum(bytes)
    (bytes, read.problem) = try unpacked(bytes, path: file.path)
    return bytes
  }

  private func decoded(
    _ bytes: [UInt8], _ file: IssueSource.PageFile, keepsNames: Bool
  ) throws(Problem) -> DecodedPage {
    let part = FilePart(path: file.path)
    let encoding = encoding ?? part?.encodingName.flatMap { PageEncoding(rawValue: $0) }
    var decoded = try decodePage(bytes, path: file.path, encoding: encoding, keepsNames: keepsNames)
    if let part, !decoded.isMarkup { decoded.number(from: part.firstLine) }
    return decoded
  }
}

extension IssueLoader.Reading {
  /// Adds the pages of a file. The first has the file's number, those behind it the next ones, and no two of the issue
  /// have the same.
  /// - Returns: their numbers.
  fileprivate mutating func add(_ file: IssueSource.PageFile, _ decoded: DecodedPage) -> [Int] {
    source.pages.append(file)
    let first = max(file.number, (pages.last?.number ?? 0) + 1)
    return ([decoded] + decoded.further).map { page in
      let number = first + page.index
      pages.append(Page(file, page, number: number))
      return number
    }
  }
}

/// The articles that the files of an issue state themselves.
private struct StatedArticles {
  private var zones: [StatedZoning.Zone] = []
  private var furniture: [StatedZoning.Part] = []
  private var isComplete = true

  /// Nil unless every file states some: of an issue that is stated in part all is read.
  var zoning: StatedZoning? {
    isComplete && !zones.isEmpty ? StatedZoning(zones: zones, furniture: furniture) : nil
  }

  /// Adds those of a file. An article may go on over its pages.
  mutating func add(_ file: DecodedPage, as numbers: [Int]) {
    let pages = [file] + file.further
    isComplete = isComplete && pages.contains { $0.zoning != nil }
    var places: [String: Int] = [:]
    for (page, number) in zip(pages, numbers) {
      for zone in page.zoning?.zones ?? [] {
        let parts = zone.parts.map { $0.onPage(number) }
        if let place = places[zone.id] {
          zones[place].parts += parts
        } else {
          places[zone.id] = zones.count
          zones.append(StatedZoning.Zone(id: zone.id, type: zone.type, label: zone.label, parts: parts))
        }
      }
      furniture += page.zoning?.furniture.map { $0.onPage(number) } ?? []
    }
  }
}

extension StatedZoning.Part {
  fileprivate func onPage(_ number: Int) -> Self { Self(role: role, page: number, lines: lines) }
}

extension Page {
  /// A page of a file.
  fileprivate init(_ file: IssueSource.PageFile, _ decoded: DecodedPage, number: Int) {
    self.init(
      number: number, path: plainPath(file.path), encoding: decoded.encodingName ?? decoded.encoding.rawValue,
      text: decoded.text, source: decoded.source)
    isMended = decoded.isMended
  }
}

extension Issue {
  /// Takes title, number and day from a library's description.
  fileprivate mutating func describe(by zoning: StatedZoning) {
    title = zoning.title ?? title
    number = zoning.number ?? number
    guard let day = zoning.day else { return }
    date = IssueDate(year: day.year, month: day.month, day: day.day, certainty: .stated, source: .library)
  }
}

extension IssueSource {
  /// Adds the facts from names and side files to an issue.
  fileprivate func describe(_ parsed: Issue) -> Issue {
    var issue = parsed
    issue.title = title ?? issue.title
    issue.number = number ?? issue.number
    issue.date = date ?? issue.date
    return issue
  }
}

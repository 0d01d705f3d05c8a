import Glibc
import Newspaper
import PageFormats
import PageParsing
import System

/// Where files become pages, and pages an issue.
struct ReadingDesk: Sendable {
  /// How every page is to be decoded; nil where each says by its content.
  var encoding: PageEncoding?

  /// What was read of an issue's files.
  struct Reading {
    /// With the pages that could be read, and no others.
    var source: IssueSource
    /// By page of the source.
    var pages: [Page] = []
    /// All files, those that could not be read among them.
    var files: [CataloguedFile] = []
  }

  /// Reads an issue's files as far as they can be read.
  func read(_ found: IssueSource) -> Reading {
    var reading = Reading(source: found)
    reading.source.pages = []
    for file in found.pages {
      let (page, read) = page(file)
      reading.files.append(read)
      guard let page else { continue }
      reading.pages.append(page)
      reading.source.pages.append(file)
    }
    return reading
  }

  /// The issue that pages make up, with what names and side files say of it, and what the pages say by themselves.
  func issue(_ reading: Reading) -> (issue: Issue, facts: CataloguedIssue.Facts) {
    let parsed = parseIssue(id: reading.source.id, pages: reading.pages)
    let summary = parsed.summary
    let facts = CataloguedIssue.Facts(
      title: parsed.title, date: parsed.date, articleCount: summary.articleCount, headline: summary.leadHeadline)
    return (reading.source.describe(parsed), facts)
  }

  /// Reads an issue whose files can all be read.
  /// - Parameter held: its pages, where they are at hand.
  func issue(_ source: IssueSource, pages held: [Page]) throws(Problem) -> Issue {
    var pages = held
    if pages.isEmpty {
      for file in source.pages { pages.append(try decoded(readFile(file.path), file).page) }
    }
    return source.describe(parseIssue(id: source.id, pages: pages))
  }

  private func page(_ file: IssueSource.PageFile) -> (page: Page?, file: CataloguedFile) {
    var read = CataloguedFile(path: file.path, stamp: .unknown, hash: 0)
    do throws(Problem) {
      var bytes: [UInt8]
      if file.path == IssueSource.standardInput.path {
        bytes = try readFile(file.path)
      } else {
        let time = FileStamp.now
        (bytes, read.stamp) = try readStampedFile(file.path)
        read.stamp = read.stamp.settled(at: time)
      }
      read.hash = checksum(bytes)
      let (page, problem) = try decoded(bytes, file)
      read.problem = problem
      return (page, read)
    } catch {
      read.problem = error
      // What cannot be read now may be readable when its rights are others.
      if read.stamp == .unknown, let status = try? FileStatus(path: file.path) { read.stamp = status.stamp }
      return (nil, read)
    }
  }

  private func decoded(
    _ bytes: [UInt8], _ file: IssueSource.PageFile
  ) throws(Problem) -> (page: Page, problem: Problem?) {
    let part = FilePart(path: file.path)
    var decoded = try decodePage(
      bytes, path: file.path, encoding: encoding ?? part?.encodingName.flatMap { PageEncoding(rawValue: $0) })
    if let part, !decoded.isMarkup { decoded.number(from: part.firstLine) }
    let page = Page(
      number: file.number, path: plainPath(file.path), encoding: decoded.encoding.rawValue, text: decoded.text)
    return (page, decoded.problem)
  }
}

extension IssueSource {
  /// An issue with what names and side files say of it.
  fileprivate func describe(_ parsed: Issue) -> Issue {
    var issue = parsed
    issue.title = title ?? issue.title
    issue.number = number
    issue.date = date ?? issue.date
    return issue
  }
}

extension FileStamp {
  /// That of what could not be looked at.
  static let unknown = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)

  /// The time, in nanoseconds since 1970.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Times of files are no finer than this; on file systems that have only whole seconds, than two of them.
  private static let grain: Int64 = 50_000_000
  private static let coarseGrain: Int64 = 2_000_000_000

  /// The stamp of what was read at some time: one that no stamp is equal to where a later change might have the same
  /// one.
  func settled(at time: Int64) -> FileStamp {
    var stamp = self
    if changed > time - (changed % 1_000_000_000 == 0 ? Self.coarseGrain : Self.grain) { stamp.changed = 0 }
    return stamp
  }
}

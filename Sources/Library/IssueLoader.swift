import Glibc
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
    /// By page of the source.
    var pages: [Page] = []
    /// All files, unreadable ones included.
    var files: [CataloguedFile] = []
  }

  /// Reads the readable files of an issue.
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

  /// Parses an issue: with the facts from names and side files, and the facts from its pages alone.
  func issue(_ reading: Reading) -> (issue: Issue, facts: CataloguedIssue.Facts) {
    let parsed = parseIssue(id: reading.source.id, pages: reading.pages)
    let summary = parsed.summary
    let facts = CataloguedIssue.Facts(
      title: parsed.title, date: parsed.date, articleCount: summary.articleCount, headline: summary.leadHeadline)
    return (reading.source.describe(parsed), facts)
  }

  /// Reads an issue, all of whose files must be readable.
  /// - Parameter held: its pages, if they are at hand.
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
      // An unreadable file may become readable when its rights change.
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
  /// Adds the facts from names and side files to an issue.
  fileprivate func describe(_ parsed: Issue) -> Issue {
    var issue = parsed
    issue.title = title ?? issue.title
    issue.number = number
    issue.date = date ?? issue.date
    return issue
  }
}

extension FileStamp {
  /// The stamp of a file that could not be had.
  static let unknown = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)

  /// The time, in nanoseconds since 1970.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// The resolution of file times, in nanoseconds; coarse on file systems that have whole seconds only.
  private static let grain: Int64 = 50_000_000
  private static let coarseGrain: Int64 = 2_000_000_000

  /// The stamp of a file that was read at some time. No stamp is equal to it if a later change could have the same one.
  func settled(at time: Int64) -> FileStamp {
    var stamp = self
    if changed > time - (changed % 1_000_000_000 == 0 ? Self.coarseGrain : Self.grain) { stamp.changed = 0 }
    return stamp
  }
}

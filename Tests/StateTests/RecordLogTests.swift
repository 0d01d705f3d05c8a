import Chance
import Foundation
import Glibc
import Newspaper
import Notes
import System
import Testing

@testable import State

/// A log in a folder of its own.
private struct Desk {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("baolan-log-\(UUID().uuidString)").path
  var log: RecordLog { RecordLog(path: folder + "/clippings.jsonl") }
  var bytes: Data {
    get { FileManager.default.contents(atPath: log.path) ?? Data() }
    nonmutating set { try? newValue.write(to: URL(fileURLWithPath: log.path)) }
  }
  var records: [KeptRecord] { log.load().value.records }
  var clippings: [Clipping] { records.compactMap(Clipping.init) }

  func end() { try? FileManager.default.removeItem(atPath: folder) }
}

private func clipping(_ number: Int, note: String = "") -> Clipping {
  Clipping(
    id: "id\(number)", issue: IssueReference(id: "issue\(number % 7)", paper: "晨报", date: "2021-06-22", lead: "头"),
    headline: "第\(number)篇", page: 1, article: 1, text: "要坚持问题导向\n强化责任担当 \(number) \"}, \\", note: note,
    tags: ["水"], anchor: nil)
}

private func made(_ clipping: Clipping) -> RecordChange { RecordChange(before: nil, after: clipping.record) }

@Suite("What is made is kept in a log") struct RecordLogTests {
  @Test("A log for others can be read by them as far as the mask lets them, also once it is written anew")
  func permissions() throws {
    let desk = Desk()
    defer { desk.end() }
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let mask = try #require(status.firstMatch(of: /Umask:\s*([0-7]+)/).flatMap { mode_t($0.1, radix: 8) })
    func mode(_ log: RecordLog) throws -> mode_t {
      try log.append([made(clipping(1))])
      var status = stat()
      #expect(stat(log.path, &status) == 0)
      return status.st_mode & 0o777
    }
    let shared = RecordLog(path: desk.folder + "/shared", isShared: true)
    #expect(try mode(shared) == 0o666 & ~mask)
    try Data("no line\n".utf8).write(to: URL(fileURLWithPath: shared.path))
    _ = shared.load()
    #expect(try mode(shared) == 0o666 & ~mask)
    #expect(try mode(desk.log) == 0o600 & ~mask)
  }

  @Test("What was appended is there, the newest version of each, and without what was removed")
  func newestCounts() throws {
    let desk = Desk()
    defer { desk.end() }
    try desk.log.append((0..<5).map { made(clipping($0)) })
    try desk.log.append([RecordChange(before: clipping(2).record, after: clipping(2, note: "看").record)])
    try desk.log.append([RecordChange(before: clipping(3).record, after: nil)])
    #expect(desk.clippings == [clipping(0), clipping(1), clipping(2, note: "看"), clipping(4)])
    let table = StoredClippings(desk.log.load().value)
    #expect(table.indices(ofIssue: "issue2") == [2])
    #expect(table.index(ofClipping: "id4") == 3 && table.index(ofClipping: "id3") == nil)
    try desk.log.append([made(clipping(3))])
    #expect(desk.clippings.map(\.id) == ["id0", "id1", "id2", "id3", "id4"])
  }

  @Test("Two who change different parts of one clipping both have their way, and removing counts against neither")
  func merging() throws {
    let desk = Desk()
    defer { desk.end() }
    let start = clipping(1)
    var (noted, tagged, both) = (start, start, start)
    noted.note = "看"
    tagged.tags = ["水", "气"]
    (both.note, both.tags) = ("看", ["水", "气"])
    try desk.log.append([made(start)])
    try desk.log.append([RecordChange(before: start.record, after: noted.record)])
    try desk.log.append([RecordChange(before: start.record, after: tagged.record)])
    #expect(desk.clippings == [both])
    try desk.log.append([RecordChange(before: start.record, after: nil)])
    try desk.log.append([RecordChange(before: tagged.record, after: both.record)])
    #expect(desk.clippings == [both])
  }

  @Test("Wherever a write breaks off, all that was there before is there, and the next write goes on")
  func brokenOff() throws {
    let desk = Desk()
    defer { desk.end() }
    try desk.log.append([made(clipping(1))])
    let first = desk.bytes
    try desk.log.append([made(clipping(2))])
    let whole = desk.bytes
    for length in first.count...whole.count {
      desk.bytes = whole.prefix(length)
      let loaded = desk.log.load()
      #expect(loaded.notice == nil)
      #expect(loaded.value.count == (length == whole.count ? 2 : 1))
      try desk.log.append([made(clipping(3))])
      // A line that lacked nothing but its end is whole again.
      let kept = length >= whole.count - 1 ? ["id1", "id2", "id3"] : ["id1", "id3"]
      #expect(desk.records.map(\.id) == kept, "broken off at \(length)")
    }
  }

  @Test("A damaged line is set aside with the whole file, said once, and nothing else is lost")
  func damage() throws {
    let desk = Desk()
    defer { desk.end() }
    try desk.log.append((0..<3).map { made(clipping($0)) })
    let before = desk.bytes
    desk.bytes = Data("\u{0}\u{0}rubbish\n".utf8) + before
    let loaded = desk.log.load()
    #expect(loaded.notice?.description.contains("damaged") == true)
    #expect(loaded.value.count == 3)
    #expect(desk.log.load().notice == nil)
    #expect(
      FileManager.default.contents(atPath: desk.log.path + ".damaged-1") == Data("\u{0}\u{0}rubbish\n".utf8) + before)
  }

  @Test("Lines of a later version stay, and so do members that it added")
  func laterVersions() throws {
    let desk = Desk()
    defer { desk.end() }
    try desk.log.append([made(clipping(1))])
    let later = Data(#"{"id": "new", "what": [1], "v": 2}"#.utf8) + Data("\n".utf8)
    let grown = String(decoding: desk.bytes, as: UTF8.self).replacingOccurrences(
      of: #", "v": 1}"#, with: #", "mood": ["?"], "v": 1}"#)
    desk.bytes = Data("rubbish\n".utf8) + later + Data(grown.utf8)
    try desk.log.append([RecordChange(before: clipping(1).record, after: clipping(1, note: "看").record)])
    let text = String(decoding: desk.bytes, as: UTF8.self)
    #expect(text.contains(#""v": 2}"#) && text.contains(#""mood": ["?"], "v": 1"#))
    #expect(desk.clippings == [clipping(1, note: "看")])
  }

  @Test("A log of stale lines is written anew, and says the same")
  func compacted() throws {
    let desk = Desk()
    defer { desk.end() }
    var before = clipping(1)
    try desk.log.append([made(before), made(clipping(2))])
    for round in 0..<25 {
      let changes = (0..<100).map { number in
        let after = clipping(1, note: "\(round) \(number)")
        defer { before = after }
        return RecordChange(before: before.record, after: after.record)
      }
      try desk.log.append(changes)
    }
    #expect(desk.clippings == [before, clipping(2)])
    #expect(desk.bytes.split(separator: 0x0A).count < 1500)
  }

  @Test("On a full disk the log stays as it was, and says so")
  func fullDisk() async {
    // The limit is one of the whole process.
    await #expect(processExitsWith: .success) {
      let desk = Desk()
      defer { desk.end() }
      try desk.log.append([made(clipping(1))])
      let before = desk.bytes
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: rlim_t(before.count + 40), rlim_max: .max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #expect(throws: Problem.self) { try desk.log.append([made(clipping(2))]) }
      limit.rlim_cur = .max
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #expect(desk.bytes == before)
      try desk.log.append([made(clipping(2))])
      #expect(desk.records.count == 2)
    }
  }

  @Test("Many who write at once lose nothing")
  func manyWriters() throws {
    let desk = Desk()
    defer { desk.end() }
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      for number in 0..<25 { _ = try? desk.log.append([made(clipping(writer * 100 + number))]) }
    }
    #expect(desk.records.count == 200)
  }

  @Test("A search in the file finds what a search in the clippings finds")
  func searching() throws {
    let desk = Desk()
    defer { desk.end() }
    let all = (0..<300).map { clipping($0, note: $0 % 3 == 0 ? "Sluice \($0)" : "") }
    try desk.log.append(all.map(made))
    let table = StoredClippings(desk.log.load().value)
    for line in ["", "责任", "sluice", "篇 责任", "第29", "tag:水", "paper:晨 12", "headline", "没有", "\"}", "头"] {
      let query = ClippingQuery(line)
      #expect(table.indices(query) == all.indices.filter { query.holds(for: all[$0]) }, "\(line)")
    }
  }
}

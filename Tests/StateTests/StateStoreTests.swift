import Foundation
import Newspaper
import Searching
import TestFolders
import Testing

@testable import Library
@testable import State
@testable import System

private func at(_ line: Int, page: Int = 1) -> SourcePosition { SourcePosition(page: page, line: line) }

extension Scratch {
  fileprivate var store: StateStore { StateStore(folder: path + "/state/baolan") }

  fileprivate func kept(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/state/baolan/" + name, encoding: .utf8)
  }

  fileprivate var keptNames: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/state/baolan")) ?? []).sorted()
  }

  /// A folder with a page in it.
  fileprivate func paper(_ name: String = "papers/2021-06-22.txt", head: String = "南山小学新校舍落成") throws -> Corpus {
    try write("\(head)\n\n本报讯 4月11日上午，新校舍落成典礼在操场举行。新校舍共四层，可容纳学生一千二百人。\n", to: name)
    return Corpus.open(paths: [path + "/" + name.split(separator: "/").dropLast().joined(separator: "/")])
  }

  /// Opens what is kept, leaves marks in an issue, and saves them.
  fileprivate func leave(
    _ marks: IssueMarks, in id: String = "2021-06-22", of corpus: Corpus, at time: String = "1"
  ) throws {
    var history = store.history(of: corpus).value
    try store.save(
      history.record([id: marks], last: .init(issue: id, focus: "article"), in: corpus) { time })
  }
}

private let marks = IssueMarks(
  article: at(12), read: [at(1), at(12)],
  places: [at(12): .init(SourcePosition(page: 1, line: 14, offset: 30), above: 1)])

@Test("What was read, and where one was, is there the next time")
func marksComeBack() throws {
  let scratch = try Scratch()
  let corpus = try scratch.paper()
  #expect(scratch.store.history(of: corpus).value.marks.isEmpty)
  try scratch.leave(marks, of: corpus)
  let history = scratch.store.history(of: corpus)
  #expect(history.notice == nil)
  #expect(history.value.marks == ["2021-06-22": marks])
  #expect(history.value.last == .init(issue: "2021-06-22", focus: "article"))
  #expect(scratch.keptNames == ["lock", "reading.json"])
}

@Test("What is kept can be read by a person")
func keptFileIsReadable() throws {
  let scratch = try Scratch()
  try scratch.leave(marks, of: scratch.paper())
  let text = try scratch.kept("reading.json").replacingOccurrences(of: realPath(scratch.path) ?? "", with: "")
  #expect(
    text == """
      {
        "version": 1,
        "issues": {
          "/papers/2021-06-22.txt": {
            "article": "1:12",
            "focus": "article",
            "headline": "南山小学新校舍落成",
            "id": "2021-06-22",
            "last": "1",
            "places": {"1:12": "1:14:30+1"},
            "read": {"1:1": true, "1:12": true}
          }
        }
      }

      """)
}

@Test("The issue that was read last is gone back to, whatever the paths it was opened by")
func lastOfTheCorpus() throws {
  let scratch = try Scratch()
  _ = try scratch.paper("papers/2021-06-22.txt")
  let all = try scratch.paper("papers/2021-06-23.txt")
  try scratch.leave(marks, in: "2021-06-23", of: all, at: "2026-01-01T10:00:00.000Z")
  try scratch.leave(marks, in: "2021-06-22", of: all, at: "2026-01-01T10:00:00.001Z")
  #expect(scratch.store.history(of: all).value.last?.issue == "2021-06-22")
  let one = Corpus.open(paths: [scratch.path + "/papers/../papers/2021-06-23.txt"])
  #expect(scratch.store.history(of: one).value.last?.issue == "2021-06-23")
}

@Test("Issues that come while the corpus is read have their marks, too")
func recallsLater() throws {
  let scratch = try Scratch()
  let one = try scratch.paper("papers/2021-06-22.txt")
  let both = try scratch.paper("papers/2021-06-23.txt")
  try scratch.leave(marks, in: "2021-06-23", of: both)
  var history = scratch.store.history(of: one).value
  #expect(history.marks.isEmpty)
  #expect(history.recall(["2021-06-22", "2021-06-23"], in: both) == ["2021-06-23": marks])
  #expect(history.last?.issue == "2021-06-23")
  #expect(history.recall(["2021-06-22", "2021-06-23"], in: both).isEmpty)
}

@Test("Marks go with a folder that is moved, but not to another paper of the same name")
func movedFolders() throws {
  let scratch = try Scratch()
  try scratch.leave(marks, of: scratch.paper())
  let copy = try scratch.paper("copy/2021-06-22.txt")
  #expect(scratch.store.history(of: copy).value.marks.isEmpty)
  try FileManager.default.moveItem(atPath: scratch.path + "/papers", toPath: scratch.path + "/moved")
  let moved = Corpus.open(paths: [scratch.path + "/moved"])
  #expect(scratch.store.history(of: moved).value.marks == ["2021-06-22": marks])
  let other = try scratch.paper("other/2021-06-22.txt", head: "河道整治二期开工")
  #expect(scratch.store.history(of: other).value.marks.isEmpty)
}

@Test("After a move all marks stand under the new path, also when only one was added")
func marksAreTakenAlong() throws {
  let scratch = try Scratch()
  try scratch.leave(marks, of: scratch.paper())
  try FileManager.default.moveItem(atPath: scratch.path + "/papers", toPath: scratch.path + "/moved")
  let moved = Corpus.open(paths: [scratch.path + "/moved"])
  var more = marks
  more.read.insert(at(30))
  try scratch.leave(more, of: moved)
  _ = try scratch.paper()
  #expect(scratch.store.history(of: moved).value.marks == ["2021-06-22": more])
}

@Test("The same name in two folders is two issues")
func sameNames() throws {
  let scratch = try Scratch()
  _ = try scratch.paper("a/2021-06-22.txt")
  _ = try scratch.paper("b/2021-06-22.txt")
  let both = Corpus.open(paths: [scratch.path])
  #expect(both.ids == ["2021-06-22", "2021-06-22~2"])
  try scratch.leave(marks, in: "2021-06-22~2", of: both)
  #expect(scratch.store.history(of: both).value.marks == ["2021-06-22~2": marks])
  let alone = Corpus.open(paths: [scratch.path + "/b"])
  #expect(scratch.store.history(of: alone).value.marks == ["2021-06-22": marks])
}

@Test("Of two readers at once neither loses what the other marked")
func twoReadersMerge() throws {
  let scratch = try Scratch()
  let corpus = try scratch.paper()
  try scratch.leave(IssueMarks(read: [at(1)]), of: corpus)
  var first = scratch.store.history(of: corpus).value
  var second = first
  try scratch.store.save(first.record(["2021-06-22": IssueMarks(read: [at(1), at(2)])], last: nil, in: corpus))
  try scratch.store.save(second.record(["2021-06-22": IssueMarks(read: [at(3)])], last: nil, in: corpus))
  #expect(scratch.store.history(of: corpus).value.marks["2021-06-22"]?.read == [at(2), at(3)])
}

// Under a sanitizer on a busy machine sixteen may well take a quarter of an hour.
@Test("Sixteen at once lose nothing", .timeLimit(.minutes(60)))
func manyWriters() async throws {
  let scratch = try Scratch()
  let store = scratch.store
  await withTaskGroup(of: Void.self) { group in
    for number in 0..<16 {
      group.addTask { _ = try? store.save(settings: ["setting \(number)": "\(number)"]) }
    }
  }
  #expect(store.settings().value.count == 16)
}

@Test("What a later version added to the file stays")
func unknownNamesStay() throws {
  let scratch = try Scratch()
  try scratch.write(
    #"{"version": 1, "by": ["a", {"b": 1.50}], "settings": {"view": "one", "later": null}}"#,
    to: "state/baolan/settings.json")
  try scratch.store.save(settings: ["view": "columns", "theme": "dark"])
  #expect(
    try scratch.kept("settings.json").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      == """
      { "version": 1, "by": ["a", {"b": 1.50}], "settings": {"view": "columns", "later": null, "theme": "dark"} }
      """)
  try scratch.store.save(settings: ["view": nil])
  #expect(scratch.store.settings().value == ["theme": "dark"])
}

@Test("Queries are saved by name, replaced and forgotten")
func savedQueries() throws {
  let store = try Scratch().store
  try store.save(SavedQuery(name: "学校", query: "title:学校 -小学"))
  try store.save(SavedQuery(name: "水", query: "引水 | \"一条渠\""))
  try store.save(SavedQuery(name: "学校", query: "~学校\u{202E}"))
  #expect(
    store.savedQueries().value == [
      SavedQuery(name: "学校", query: "~学校\u{202E}"), SavedQuery(name: "水", query: "引水 | \"一条渠\""),
    ])
  try store.removeQuery(named: "学校")
  #expect(store.savedQueries().value.map(\.name) == ["水"])
}

@Test("What was searched for is there the next time, each once, the newest hundred, those of two readers together")
func searchHistory() throws {
  let scratch = try Scratch()
  let store = scratch.store
  #expect(store.typedLines().value.searches == [])
  try store.save(searches: ["衡阳", "\u{1B}[31m \"重庆\""])
  try StateStore(folder: store.folder).save(searches: ["hy"])
  try store.save(searches: ["衡阳"])
  #expect(store.typedLines().value.searches == ["\u{1B}[31m \"重庆\"", "hy", "衡阳"])
  for number in 1...StateStore.mostSearches { try store.save(searches: ["第\(number)次"]) }
  #expect(store.typedLines().value.searches.first == "第1次" && store.typedLines().value.searches.count == 100)
  try store.save(commands: ["set theme dark", "q"])
  try store.save(commands: ["set theme dark"])
  #expect(store.typedLines().value.commands == ["q", "set theme dark"])
  #expect(store.typedLines().value.searches.count == 100)
  let attributes = try FileManager.default.attributesOfItem(atPath: store.folder + "/history.json")
  #expect(attributes[.posixPermissions] as? Int == 0o600)
}

@Test("Searches that cannot be understood are set aside, and what a later version adds stays")
func searchHistoryOfOthers() throws {
  let scratch = try Scratch()
  try scratch.write("{\"version\": 1, \"searches\": [\"旧\", 3], \"more\": true}", to: "state/baolan/history.json")
  #expect(scratch.store.typedLines().value.searches == ["旧"])
  try scratch.store.save(searches: ["新"])
  #expect(try scratch.kept("history.json").contains("\"more\": true"))
  try scratch.write("{", to: "state/baolan/history.json")
  #expect(scratch.store.typedLines().notice != nil)
  #expect(scratch.keptNames.contains("history.json.damaged-1"))
}

@Test("A store is unused until it is used, whether anything is saved or not")
func use() throws {
  let scratch = try Scratch()
  #expect(scratch.store.isUnused)
  try scratch.store.use()
  #expect(!scratch.store.isUnused)
  try scratch.store.use()
}

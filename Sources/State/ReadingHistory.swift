import FoundationEssentials
import Library
import Newspaper
import System

/// The marks that a person left in the issues of a corpus.
public struct ReadingHistory: Sendable {
  /// The place at which the reader ended: an issue, and the context that had the focus there.
  public struct Last: Sendable, Equatable {
    /// The issue's id.
    public var issue: String
    /// The name of the context, as the caller gave it.
    public var focus: String

    /// An issue and the name of a context.
    public init(issue: String, focus: String) {
      (self.issue, self.focus) = (issue, focus)
    }
  }

  /// By the issue's id.
  public private(set) var marks: [String: IssueMarks] = [:]
  /// The issue of the corpus that was read last.
  public private(set) var last: Last?
  /// The issues whose marks stand under their own path, so that saving their changes is enough.
  private var isOwn: Set<String> = []
  /// The time at which `last` was left.
  private var lastTime = ""
  /// All records of the file, also those of other corpora, by the plain id.
  private var records: [String: [Record]] = [:]

  /// The part of a state file that belongs to a corpus.
  init(_ file: JSONTree, corpus: Corpus) {
    records = Dictionary(grouping: (file["issues"]?.members ?? []).compactMap(Record.init), by: \.id)
    _ = recall(corpus.ids(named: records.keys), in: corpus)
  }

  /// Looks up the marks of issues that may be new in the corpus.
  /// - Returns: the marks that were not known before, by the issue's id.
  public mutating func recall(_ ids: some Sequence<String>, in corpus: Corpus) -> [String: IssueMarks] {
    var found: [String: IssueMarks] = [:]
    for id in ids where !isOwn.contains(id) && marks[id] == nil {
      guard let namesakes = records[IssueKey.plain(id)], let key = corpus.key(ofIssue: id),
        let record = namesakes.first(where: { $0.path == key.path })
          ?? namesakes.filter({ $0.isMoved(to: key) }).max(by: { $0.last < $1.last })
      else { continue }
      marks[id] = record.marks
      found[id] = record.marks
      if record.path == key.path { isOwn.insert(id) }
      if record.last > lastTime {
        lastTime = record.last
        last = Last(issue: id, focus: record.focus)
      }
    }
    return found
  }

  /// Records the marks that a person left in issues of the corpus.
  /// - Parameters:
  ///   - new: by the issue's id.
  ///   - last: the place of the reader.
  ///   - time: the current time as text; such texts are ordered as the times are.
  /// - Returns: the changes to save; none for issues that have no file.
  public mutating func record(
    _ new: [String: IssueMarks], last: Last?, in corpus: Corpus, time: () -> String = timeNow
  ) -> StatePatch {
    var changes = StatePatch()
    for (id, marks) in new where marks != self.marks[id] ?? IssueMarks() {
      guard let key = corpus.key(ofIssue: id) else { continue }
      changes.add(marks, since: isOwn.contains(id) ? self.marks[id] ?? IssueMarks() : IssueMarks(), key)
      self.marks[id] = marks
      isOwn.insert(id)
    }
    if let last, last != self.last, let key = corpus.key(ofIssue: last.issue) {
      lastTime = time()
      changes.set(key, ["last"], .string(lastTime))
      changes.set(key, ["focus"], .string(last.focus))
      // Marks that stand under an earlier path are saved under the new one as well.
      if let marks = marks[last.issue], isOwn.insert(last.issue).inserted {
        changes.add(marks, since: IssueMarks(), key)
      }
      self.last = last
    }
    return changes
  }
}

/// The current time as ISO 8601 in UTC with milliseconds; such texts are ordered as the times are.
public func timeNow() -> String { Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }

extension Corpus {
  fileprivate func key(ofIssue id: String) -> IssueKey? {
    source(ofIssue: id).flatMap { source in
      IssueKey(source, headline: shelf.index(ofIssue: id).map { shelf[$0].leadHeadline } ?? "")
    }
  }

  /// The issues that have some plain ids.
  fileprivate func ids(named names: some Collection<String>) -> [String] {
    guard catalogue != nil else { return sources.map(\.id) }
    return names.flatMap { name in
      [name] + (2...99).lazy.map { "\(name)~\($0)" }.prefix { source(ofIssue: $0) != nil }
    }
  }
}

extension StatePatch {
  /// Adds the difference between two states of an issue's marks.
  fileprivate mutating func add(_ marks: IssueMarks, since before: IssueMarks, _ key: IssueKey) {
    guard marks != before else { return }
    if marks.article != before.article { set(key, ["article"], marks.article.map { .string($0.text) }) }
    for start in marks.read.symmetricDifference(before.read) {
      set(key, ["read", start.text], marks.read.contains(start) ? .bool(true) : nil)
    }
    for start in Set(marks.places.keys).union(before.places.keys) where marks.places[start] != before.places[start] {
      set(key, ["places", start.text], marks.places[start].map { .string($0.text) })
    }
    for line in Set(marks.keys.keys).union(before.keys.keys) where marks.keys[line] != before.keys[line] {
      set(key, ["lines", line.text], marks.keys[line].map { .string($0.text) })
    }
  }

  /// Sets a value of an issue, and the facts by which the issue is found again.
  fileprivate mutating func set(_ key: IssueKey, _ path: [String], _ value: JSONTree?) {
    let issue = ["issues", key.path]
    set(issue + path, to: value)
    set(issue + ["id"], to: .string(key.id))
    set(issue + ["headline"], to: .string(key.headline))
  }
}

/// The record of one issue in the state file.
private struct Record: Sendable {
  var path: String
  var id: String
  private let value: JSONTree

  init?(_ member: JSONTree.Member) {
    guard let id = member.value["id"]?.string else { return nil }
    (path, self.id, value) = (member.name, id, member.value)
  }

  /// The time at which it was read last; such texts are ordered as the times are.
  var last: String { text("last") }
  var focus: String { text("focus") }

  /// The marks; a value that is no mark is left out.
  var marks: IssueMarks {
    let places = (value["places"]?.members ?? []).compactMap { member in
      SourcePosition(text: member.name).flatMap { start in
        member.value.string.flatMap { IssueMarks.Place(text: $0) }.map { (start, $0) }
      }
    }
    let keys = (value["lines"]?.members ?? []).compactMap { member in
      SourcePosition(text: member.name).flatMap { line in
        member.value.string.flatMap { LineTexts.Key(text: $0) }.map { (line, $0) }
      }
    }
    return IssueMarks(
      article: SourcePosition(text: text("article")),
      read: Set((value["read"]?.members ?? []).compactMap { SourcePosition(text: $0.name) }),
      places: Dictionary(places) { first, _ in first }, keys: Dictionary(keys) { first, _ in first })
  }

  /// True if its own file is gone and the issue looks the same.
  func isMoved(to key: IssueKey) -> Bool { text("headline") == key.headline && realPath(path) == nil }

  private func text(_ name: String) -> String { value[name]?.string ?? "" }
}

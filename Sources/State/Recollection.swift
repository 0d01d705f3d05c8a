import Library
import Newspaper
import System

/// What is kept of the issues of a corpus.
public struct Recollection: Sendable {
  /// Where one was when the reader ended: an issue, and what had the focus there.
  public struct Last: Sendable, Equatable {
    /// The issue's id.
    public var issue: String
    /// A word of whoever said it.
    public var focus: String

    /// An issue, and a word for what had the focus.
    public init(issue: String, focus: String) {
      self.issue = issue
      self.focus = focus
    }
  }

  /// By the issue's id.
  public private(set) var marks: [String: IssueMarks] = [:]
  /// The issue of the corpus that was read last.
  public private(set) var last: Last?
  /// The issues whose marks stand under their own path: what changes is enough to be saved.
  private(set) var isOwn: Set<String> = []

  /// When that was.
  private var lastTime = ""
  /// All that is kept, also of other corpora, by the plain id.
  private var records: [String: [Record]] = [:]

  /// Nothing.
  public init() {}

  /// What a file says of a corpus.
  init(_ file: JSONTree.Value, corpus: Corpus) {
    records = Dictionary(grouping: (file["issues"]?.members ?? []).compactMap(Record.init), by: \.id)
    _ = recall(corpus.ids(named: records.keys), in: corpus)
  }

  /// Looks up what is kept of issues that may be new in the corpus.
  /// - Returns: what is kept of those that were not known here before, by the issue's id.
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
}

extension Recollection {
  /// Takes in what a person left in issues of the corpus.
  /// - Parameters:
  ///   - new: by the issue's id.
  ///   - last: where they are now.
  ///   - time: tells the time.
  /// - Returns: what there is to save; nothing of issues that stand in no file.
  public mutating func note(
    _ new: [String: IssueMarks], last: Last?, in corpus: Corpus, time: () -> String = timeNow
  ) -> ReadingChanges {
    var changes = ReadingChanges()
    for (id, marks) in new where marks != self.marks[id] ?? IssueMarks() {
      guard let key = corpus.key(ofIssue: id) else { continue }
      changes.note(marks, since: isOwn.contains(id) ? self.marks[id] ?? IssueMarks() : IssueMarks(), key)
      self.marks[id] = marks
      isOwn.insert(id)
    }
    if let last, last != self.last, let key = corpus.key(ofIssue: last.issue) {
      lastTime = time()
      changes.note(focus: last.focus, at: lastTime, key)
      // Marks that stand under the path of before are to be found by the new one from now on.
      if let marks = marks[last.issue], isOwn.insert(last.issue).inserted {
        changes.note(marks, since: IssueMarks(), key)
      }
      self.last = last
    }
    return changes
  }
}

extension Corpus {
  fileprivate func key(ofIssue id: String) -> IssueKey? {
    source(ofIssue: id).flatMap { source in
      IssueKey(source, headline: shelf.index(ofIssue: id).map { shelf[$0].leadHeadline } ?? "")
    }
  }

  /// The issues that have some ids but for what keeps them apart from others.
  fileprivate func ids(named names: some Collection<String>) -> [String] {
    guard catalogue != nil else { return sources.map(\.id) }
    return names.flatMap { name in
      [name] + (2...99).lazy.map { "\(name)~\($0)" }.prefix { source(ofIssue: $0) != nil }
    }
  }
}

/// What the file says of an issue.
private struct Record: Sendable {
  var path: String
  var id: String
  var headline: String
  /// When it was last read; such times are ordered as texts.
  var last: String
  var focus: String
  private let value: JSONTree.Value

  init?(_ member: JSONTree.Member) {
    let value = member.value.value
    guard let id = value["id"]?.string else { return nil }
    path = member.name
    self.id = id
    headline = value["headline"]?.string ?? ""
    last = value["last"]?.string ?? ""
    focus = value["focus"]?.string ?? ""
    self.value = value
  }

  var marks: IssueMarks { IssueMarks(value) }

  /// Whether its own file is gone, and the issue looks like it.
  func isMoved(to key: IssueKey) -> Bool { headline == key.headline && realPath(path) == nil }
}

extension IssueMarks {
  /// Reads what `changes(from:)` wrote; what is none of it is passed over.
  fileprivate init(_ value: JSONTree.Value) {
    let read = (value["read"]?.members ?? []).compactMap { SourcePosition(text: $0.name) }
    let places = (value["places"]?.members ?? []).compactMap { member in
      SourcePosition(text: member.name).flatMap { start in
        member.value.value.string.flatMap { Place(text: $0) }.map { (start, $0) }
      }
    }
    self.init(
      article: value["article"]?.string.flatMap { SourcePosition(text: $0) }, read: Set(read),
      places: Dictionary(places) { first, _ in first })
  }
}

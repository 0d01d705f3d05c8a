import Library
import Searching
import System

/// A value that was loaded, and the problem that came up.
public struct Loaded<Value: Sendable>: Sendable {
  /// The value; an empty one where the file cannot be read.
  public var value: Value
  /// Says that a file was set aside or could not be read.
  public var notice: Problem?
}

/// Lines that were typed at prompts, the oldest first, each once.
public struct TypedLines: Sendable, Equatable {
  /// Searches.
  public var searches: [String]
  /// Lines of the command prompt.
  public var commands: [String]
}

/// State that a person makes while reading, in the files `reading.json`, `settings.json`, `queries.json` and
/// `history.json` of one folder. Several readers may save there at once.
///
/// Every method that saves returns a notice if a file that could not be understood was set aside.
public struct StateStore: Sendable, Equatable {
  /// The path, which need not exist yet.
  public let folder: String

  /// The largest number of searches, and of lines of the command prompt, that are saved; the newest stay.
  public static let mostSearches = 100

  /// A store in a folder.
  public init(folder: String) { self.folder = folder }

  /// The store in `$XDG_STATE_HOME/baolan`, else `~/.local/state/baolan`; nil if neither is known.
  public init?(environment: (String) -> String?) {
    guard let folder = XDGFolder.state.path(environment) else { return nil }
    self.init(folder: folder)
  }

  /// True if nothing has ever been saved there.
  public var isUnused: Bool { !exists(folder) }

  /// Has the store count as used from now on.
  public func use() throws(Problem) { try makeFolder(folder) }

  /// The clippings.
  public var clippings: RecordLog { RecordLog(path: folder + "/clippings.jsonl") }
  /// The marks.
  public var marks: RecordLog { RecordLog(path: folder + "/marks.jsonl") }
  /// The macros.
  public var macros: RecordLog { RecordLog(path: folder + "/macros.jsonl") }
  /// The corrections that are not kept beside the pages.
  public var corrections: RecordLog { RecordLog(path: folder + "/corrections.jsonl") }

  private func file(_ name: String) -> StateFile { StateFile(folder: folder, name: name) }

  private func load<Value>(_ name: String, _ make: (JSONTree) -> Value) -> Loaded<Value> {
    do throws(Problem) {
      let content = try file(name).read()
      return Loaded(value: make(content.value), notice: content.notice)
    } catch {
      return Loaded(value: make(.object([])), notice: error)
    }
  }

  /// The reading history of the issues of a corpus.
  public func history(of corpus: Corpus) -> Loaded<ReadingHistory> {
    load("reading") { ReadingHistory($0, corpus: corpus) }
  }

  /// Saves changes of the reading history.
  @discardableResult
  public func save(_ changes: StatePatch) throws(Problem) -> Problem? { try file("reading").apply(changes) }

  /// The settings that a person has chosen, by name.
  public func settings() -> Loaded<[String: String]> {
    load("settings") { Dictionary($0["settings"]?.texts ?? []) { first, _ in first } }
  }

  /// Saves settings; nil removes one.
  @discardableResult
  public func save(settings: [String: String?]) throws(Problem) -> Problem? {
    var changes = StatePatch()
    for (name, value) in settings { changes.set(["settings", name], to: value.map { .string($0) }) }
    return try file("settings").apply(changes)
  }

  /// The saved queries, the oldest first.
  public func savedQueries() -> Loaded<[SavedQuery]> {
    load("queries") { ($0["queries"]?.texts ?? []).map { SavedQuery(name: $0, query: $1) } }
  }

  /// Saves a query, over one of the same name.
  @discardableResult
  public func save(_ query: SavedQuery) throws(Problem) -> Problem? { try setQuery(query.name, to: query.query) }

  /// Removes a saved query.
  @discardableResult
  public func removeQuery(named name: String) throws(Problem) -> Problem? { try setQuery(name, to: nil) }

  private func setQuery(_ name: String, to text: String?) throws(Problem) -> Problem? {
    var changes = StatePatch()
    changes.set(["queries", name], to: text.map { .string($0) })
    return try file("queries").apply(changes)
  }

  /// The lines for the arrow keys of prompts.
  public func typedLines() -> Loaded<TypedLines> {
    load("history") { TypedLines(searches: Self.lines($0, "searches"), commands: Self.lines($0, "commands")) }
  }

  /// Saves searches, the newest last, behind those that this and other readers saved before.
  @discardableResult
  public func save(searches new: [String]) throws(Problem) -> Problem? { try save(new, as: "searches") }

  /// Saves lines of the command prompt, the newest last, behind those that were saved before.
  @discardableResult
  public func save(commands new: [String]) throws(Problem) -> Problem? { try save(new, as: "commands") }

  private func save(_ new: [String], as name: String) throws(Problem) -> Problem? {
    if new.isEmpty { return nil }
    return try file("history").change { members in
      let before = Self.lines(.object(members), name).filter { !new.contains($0) }
      members.removeAll { $0.name == name }
      let kept = (before + new).suffix(Self.mostSearches)
      members.append(JSONTree.Member(name: name, value: .array(kept.map { .string($0) })))
    }
  }

  private static func lines(_ file: JSONTree, _ name: String) -> [String] {
    (file[name]?.elements ?? []).compactMap(\.string)
  }
}

extension JSONTree {
  /// The names and texts of the members that are strings.
  fileprivate var texts: [(String, String)] {
    members.compactMap { member in member.value.string.map { (member.name, $0) } }
  }
}

import Library
import Newspaper
import Searching
import System

/// What a person makes while reading, kept from one time to the next in files of a folder: `reading.json`,
/// `settings.json`, `queries.json`, `history.json`. Several readers may keep things there at once.
public struct Keeping: Sendable, Equatable {
  /// Where it is kept; need not be there yet.
  public let folder: String

  /// Keeps things in a folder.
  public init(folder: String) { self.folder = folder }

  /// `$XDG_STATE_HOME/baolan`, else `~/.local/state/baolan`; nil where neither is known.
  public init?(environment: (String) -> String?) {
    guard let folder = XDGFolder.state.path(environment) else { return nil }
    self.init(folder: folder)
  }

  private var reading: KeptFile { KeptFile(folder: folder, name: "reading") }
  private var settingsFile: KeptFile { KeptFile(folder: folder, name: "settings") }
  private var queries: KeptFile { KeptFile(folder: folder, name: "queries") }
  var history: KeptFile { KeptFile(folder: folder, name: "history") }

  /// Something that was kept, and what is to be said: what could not be understood is set aside, and said.
  public struct Kept<Value: Sendable>: Sendable {
    /// What was kept; what there is without, where it cannot be read.
    public var value: Value
    /// Why it is not all that was kept.
    public var notice: Problem?
  }

  func read<Value>(_ file: KeptFile, _ make: (JSONTree.Value) -> Value) -> Kept<Value> {
    do throws(Problem) {
      let content = try file.read()
      return Kept(value: make(content.value), notice: content.notice)
    } catch {
      return Kept(value: make(.object([])), notice: error)
    }
  }

  // MARK: Reading

  /// What is kept of the issues of a corpus.
  public func recollection(of corpus: Corpus) -> Kept<Recollection> {
    read(reading) { Recollection($0, corpus: corpus) }
  }

  /// Saves changes of what is kept of issues.
  /// - Returns: what was set aside before, and why.
  @discardableResult
  public func save(_ changes: ReadingChanges) throws(Problem) -> Problem? {
    changes.isEmpty ? nil : try reading.change(changes.changes)
  }

  // MARK: Settings

  /// What a person has chosen, by the settings' names.
  public func settings() -> Kept<[String: String]> {
    read(settingsFile) { file in
      let pairs = (file["settings"]?.members ?? []).compactMap { member in
        member.value.value.string.map { (member.name, $0) }
      }
      return Dictionary(pairs) { first, _ in first }
    }
  }

  /// Saves settings; nil forgets one.
  /// - Returns: what was set aside before, and why.
  @discardableResult
  public func save(settings: [String: String?]) throws(Problem) -> Problem? {
    var changes = KeptChanges()
    for (name, value) in settings { changes.set(["settings", name], to: value.map { .string($0) }) }
    return changes.isEmpty ? nil : try settingsFile.change(changes)
  }

  // MARK: Queries

  /// The saved queries, the oldest first.
  public func savedQueries() -> Kept<[SavedQuery]> {
    read(queries) { file in
      (file["queries"]?.members ?? []).compactMap { member in
        member.value.value.string.map { SavedQuery(name: member.name, query: $0) }
      }
    }
  }

  /// Saves a query, over one of the same name.
  /// - Returns: what was set aside before, and why.
  @discardableResult
  public func save(_ query: SavedQuery) throws(Problem) -> Problem? {
    var changes = KeptChanges()
    changes.set(["queries", query.name], to: .string(query.query))
    return try queries.change(changes)
  }

  /// Forgets a saved query.
  /// - Returns: what was set aside before, and why.
  @discardableResult
  public func removeQuery(named name: String) throws(Problem) -> Problem? {
    var changes = KeptChanges()
    changes.set(["queries", name], to: nil)
    return try queries.change(changes)
  }
}

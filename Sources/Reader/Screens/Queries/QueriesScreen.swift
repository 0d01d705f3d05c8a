import Newspaper
import Screen
import Searching

/// The list of saved queries.
struct QueriesScreen: ReaderScreen {
  /// Indices of the selected query and of the first one shown.
  private var selected = 0
  private var top = 0

  static func open(in reader: inout Reader) {
    guard !reader.corpusSearch.savedQueries.isEmpty else { return reader.say(reader.phrases.noQueries) }
    reader.layers.append(QueriesScreen())
  }

  // MARK: Update

  func context(in reader: Reader) -> Context { .queries }

  func move(_ movement: Movement, in reader: inout Reader) {
    var new = self
    new.selected = list(in: reader).target(movement, from: selected)
    reader.layers.update(new)
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    let queries = reader.corpusSearch.savedQueries
    guard queries.indices.contains(selected) else { return nil }
    switch command {
    case .open: Self.search(by: queries[selected].name, in: &reader)
    case .deleteQuery: return Self.delete(named: queries[selected].name, in: &reader)
    default: return nil
    }
    return []
  }

  /// Keeps the selection to a query that there is; a list of none is left.
  func settle(in reader: inout Reader) -> [Effect] {
    guard reader.layers.last is Self else { return [] }
    let list = list(in: reader)
    if list.count == 0 {
      reader.layers.removeLast()
      return []
    }
    var new = self
    new.selected = max(0, min(selected, list.count - 1))
    new.top = list.top(from: top, showing: new.selected)
    reader.layers.update(new)
    return []
  }

  private func list(in reader: Reader) -> ListGeometry {
    ListGeometry(count: reader.corpusSearch.savedQueries.count, rows: reader.layout.panes.rows) { _ in 1 }
  }

  // MARK: Queries by name

  /// Saves the query of the whole corpus under a name.
  static func save(as name: String, in reader: inout Reader) -> [Effect] {
    guard let query = reader.results?.query else {
      reader.say(reader.phrases.nothingSearchedEverywhere)
      return []
    }
    reader.say(reader.phrases.saved(name))
    return [.saveQuery(SavedQuery(name: name, query: query.text))]
  }

  /// Searches the whole corpus by a saved query.
  static func search(by name: String, in reader: inout Reader) {
    guard let saved = saved(name, in: &reader) else { return }
    reader.searchCorpus(for: saved.query)
  }

  static func delete(named name: String, in reader: inout Reader) -> [Effect] {
    guard saved(name, in: &reader) != nil else { return [] }
    reader.say(reader.phrases.deleted(name))
    return [.deleteQuery(name: name)]
  }

  /// The query of a name; says so where there is none.
  private static func saved(_ name: String, in reader: inout Reader) -> SavedQuery? {
    let queries = reader.corpusSearch.savedQueries
    let query = queries.first { $0.name == name }
    if query == nil { reader.say(reader.phrases.noQuery(name, queries.map(\.name)), isError: true) }
    return query
  }

  // MARK: View

  func draw(on surface: inout Surface, of reader: Reader) {
    QueriesView(
      environment: reader.environment, rect: reader.layout.panes, queries: reader.corpusSearch.savedQueries,
      selected: selected, top: top
    ).draw(on: &surface)
  }

  func place(in reader: Reader) -> [String] {
    [reader.phrases.queriesTitle, "\(selected + 1)/\(reader.corpusSearch.savedQueries.count)"]
  }

  func usefulCommands(in reader: Reader) -> [Command] { [.open, .deleteQuery, .back] }
}

import Newspaper
import Screen
import Searching

/// The list of saved queries.
struct QueriesScreen: ListScreen {
  var selection = ListSelection()

  static func open(in reader: inout Reader) {
    guard !reader.corpusSearch.savedQueries.isEmpty else { return reader.say(reader.phrases.noQueries) }
    reader.layers.append(QueriesScreen())
  }

  // MARK: Update

  func context(in reader: Reader) -> Context { .queries }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    let queries = reader.corpusSearch.savedQueries
    guard queries.indices.contains(selection.index) else { return nil }
    let name = queries[selection.index].name
    switch command {
    case .open: Self.search(by: name, in: &reader)
    case .deleteQuery: return Self.delete(named: name, in: &reader)
    default: return nil
    }
    return []
  }

  func list(in reader: Reader) -> ListGeometry {
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
    let rect = reader.layout.panes
    let queries = reader.corpusSearch.savedQueries.dropFirst(selection.top).prefix(rect.rows)
    NamedEntriesView(
      environment: reader.environment, rect: rect, entries: queries.map { ($0.name, $0.query) },
      selected: selection.index - selection.top
    ).draw(on: &surface)
  }

  func place(in reader: Reader) -> [String] {
    [reader.phrases.queriesTitle] + position(in: reader)
  }

  func usefulCommands(in reader: Reader) -> [Command] { [.open, .deleteQuery, .back] }
}

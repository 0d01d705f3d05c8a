import Searching

// The queries that are kept under names.
extension Reader {
  /// Keeps the query of the whole corpus under a name.
  mutating func saveQuery(named name: String) -> [Effect] {
    guard let query = results?.query else {
      message = Message(text: phrases.nothingSearchedEverywhere)
      return []
    }
    message = Message(text: phrases.saved(name))
    return [.saveQuery(SavedQuery(name: name, query: query.text))]
  }

  /// Searches by a kept query.
  mutating func openQuery(named name: String) {
    guard let saved = savedQueries.first(where: { $0.name == name }) else {
      return message = Message(text: phrases.noQuery(name, savedQueries.map(\.name)), isError: true)
    }
    searchEverywhere(saved.query)
  }

  mutating func deleteQuery(named name: String) -> [Effect] {
    guard savedQueries.contains(where: { $0.name == name }) else {
      message = Message(text: phrases.noQuery(name, savedQueries.map(\.name)), isError: true)
      return []
    }
    message = Message(text: phrases.deleted(name))
    return [.deleteQuery(name: name)]
  }

  mutating func listQueries() {
    guard !savedQueries.isEmpty else { return message = Message(text: phrases.noQueries) }
    layers.append(.queries(QueriesPage()))
  }

  mutating func performInQueries(_ command: Command, count: Int?, _ page: QueriesPage) -> [Effect]? {
    if let movement = Movement(command, count: count) {
      var page = page
      page.selected = queryList.target(movement, from: page.selected)
      layers[layers.count - 1] = .queries(page)
      return []
    }
    let selected = savedQueries.indices.contains(page.selected) ? savedQueries[page.selected] : nil
    switch command {
    case .open: if let selected { openQuery(named: selected.name) }
    case .back, .interrupt: layers.removeLast()
    case .deleteQuery: return selected.map { deleteQuery(named: $0.name) } ?? []
    default: return nil
    }
    return []
  }

  var queryList: ListGeometry {
    ListGeometry(count: savedQueries.count, rows: layout.panes.rows) { _ in 1 }
  }

  /// Keeps the selection to a query that there is; a list of none is left.
  mutating func settleQueries() {
    guard case .queries(var page) = layers.last else { return }
    if savedQueries.isEmpty {
      layers.removeLast()
      return
    }
    page.selected = max(0, min(page.selected, savedQueries.count - 1))
    page.top = queryList.top(from: page.top, showing: page.selected)
    layers[layers.count - 1] = .queries(page)
  }
}

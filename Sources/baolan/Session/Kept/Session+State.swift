import Reader
import Searching
import System

// State that outlives the session.
extension Session {
  mutating func save() { saver?.save(&reader, corpus) }

  /// Saves everything before the program stops: a stopped program must not hold a lock against others.
  mutating func suspend() {
    save()
    _ = saver?.finish()
    terminal.suspend()
  }

  /// Saves a query; without a store it lasts until the end.
  mutating func save(_ query: SavedQuery) -> [Effect] {
    queries = queries.filter { $0.name != query.name } + [query]
    return changeQueries { (saver) throws(Problem) in try saver.save(query) }
  }

  mutating func deleteQuery(named name: String) -> [Effect] {
    queries.removeAll { $0.name == name }
    return changeQueries { (saver) throws(Problem) in try saver.deleteQuery(named: name) }
  }

  private mutating func changeQueries(_ change: (StateSaver) throws(Problem) -> Void) -> [Effect] {
    do throws(Problem) {
      if let saver { try change(saver) }
      return listQueries()
    } catch {
      reader.tell(error.description)
      return reader.receive(savedQueries: queries)
    }
  }

  /// Gives the reader the saved queries, those of other readers among them.
  mutating func listQueries() -> [Effect] {
    if let loaded = saver?.queries() {
      queries = loaded.value
      if let notice = loaded.notice { showOnce(notice.description) }
    }
    return reader.receive(savedQueries: queries)
  }
}

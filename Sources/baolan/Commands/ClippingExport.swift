import Exporting
import Notes
import Reader
import State
import System

extension Invocation {
  /// A person's clippings as issues of one article each, the oldest first, so that every format takes them; those in
  /// which the words of `--query` stand, if it was given.
  func exportedClippings() throws -> [ExportSelection] {
    guard let store = StateStore(environment: environment) else {
      throw Failure(message: "export: neither $XDG_STATE_HOME nor $HOME names a folder with clippings")
    }
    let loaded = store.clippings.load()
    if let notice = loaded.notice { printError(notice.description) }
    let clippings = StoredClippings(loaded.value)
    let places = self[.query].map { clippings.indices(ClippingQuery($0)) } ?? Array(0..<clippings.count)
    let selections = places.compactMap { clippings[$0] }.map(\.exported)
    if selections.isEmpty { throw Failure(message: "export: no clippings", status: .nothingFound) }
    return selections
  }
}

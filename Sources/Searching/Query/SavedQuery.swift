/// A query that a person gave a name, to ask it again.
public struct SavedQuery: Sendable, Equatable {
  /// Its name; no two have the same.
  public var name: String
  /// As it was typed, in the language of queries.
  public var query: String

  /// A query and its name.
  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}

/// A query that a person gave a name, to ask it again.
public struct SavedQuery: Sendable, Equatable {
  /// What it is called; no two have the same name.
  public var name: String
  /// As it was typed, in the language of queries.
  public var query: String

  /// A query and its name.
  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}

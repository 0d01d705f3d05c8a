import System

/// Changes of a state file: values by the names that lead to them.
///
/// A patch names only what this reader changed. Changes of others and members that a later version added stay.
public struct StatePatch: Sendable, Equatable {
  /// By the names from the outermost object on; nil removes the member.
  private var values: [[String]: JSONTree?] = [:]

  /// A patch without changes.
  public init() {}

  /// True if there is nothing to save.
  public var isEmpty: Bool { values.isEmpty }

  /// Sets or removes a member.
  mutating func set(_ path: [String], to value: JSONTree?) { values.updateValue(value, forKey: path) }

  /// Adds later changes, which take precedence over these.
  public mutating func add(_ later: StatePatch) { values.merge(later.values) { $1 } }

  /// Applies the changes to an object.
  func apply(to members: inout [JSONTree.Member]) {
    let changes = values.map { Change(path: $0.key[...], value: $0.value) }
    Self.apply(changes.sorted { $0.path.lexicographicallyPrecedes($1.path) }[...], to: &members)
  }

  private struct Change {
    /// The names that are left below the object in hand.
    var path: ArraySlice<String>
    var value: JSONTree?
  }

  /// - Parameter changes: those within one object, in order, so that those of each member stand together.
  private static func apply(_ changes: ArraySlice<Change>, to members: inout [JSONTree.Member]) {
    var places = Dictionary(members.indices.map { (members[$0].name, $0) }) { first, _ in first }
    var removed: Set<Int> = []
    var rest = changes
    while let name = rest.first?.path.first {
      let group = rest.prefix { $0.path.first == name }
      rest = rest.dropFirst(group.count)
      let place = places[name]
      switch (value(of: place.map { members[$0].value }, after: group), place) {
      case (nil, nil): break
      case (nil, let place?): removed.insert(place)
      case (let new?, let place?): members[place].value = new
      case (let new?, nil):
        places[name] = members.count
        members.append(JSONTree.Member(name: name, value: new))
      }
    }
    if !removed.isEmpty { members = members.indices.filter { !removed.contains($0) }.map { members[$0] } }
  }

  /// The value of a member after the changes of it and in it; nil if it is removed.
  private static func value(of old: JSONTree?, after changes: ArraySlice<Change>) -> JSONTree? {
    var result = old
    var inner = changes
    if let whole = inner.first, whole.path.count == 1 {
      result = whole.value
      inner = inner.dropFirst()
    }
    if inner.isEmpty { return result }
    var members = result?.members ?? []
    apply(inner.map { Change(path: $0.path.dropFirst(), value: $0.value) }[...], to: &members)
    return members.isEmpty && result == nil ? nil : .object(members)
  }
}

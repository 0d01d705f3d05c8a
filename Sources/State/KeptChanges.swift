import System

/// What is to be changed in a file of kept things: values by where they stand in its objects. Whoever saves says only
/// what they changed, so that what others saved meanwhile, and what a later version added, stays.
struct KeptChanges: Sendable, Equatable {
  /// By the names that lead to it, from the outermost; nil takes the member away.
  private(set) var values: [[String]: JSONTree.Value?] = [:]

  var isEmpty: Bool { values.isEmpty }

  /// Has a member be something, or be gone.
  mutating func set(_ path: [String], to value: JSONTree.Value?) { values.updateValue(value, forKey: path) }

  /// Takes in later changes, which go before these.
  mutating func add(_ later: KeptChanges) { values.merge(later.values) { $1 } }

  /// Makes the changes.
  func apply(to members: inout [JSONTree.Member]) {
    let paths = values.map { (path: $0.key, value: $0.value) }.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    apply(paths[...], depth: 0, to: &members)
  }

  /// - Parameter changes: those within an object, ordered, so that those of each of its members stand together.
  private func apply(
    _ changes: ArraySlice<(path: [String], value: JSONTree.Value?)>, depth: Int, to members: inout [JSONTree.Member]
  ) {
    var places = Dictionary(members.indices.map { (members[$0].name, $0) }) { first, _ in first }
    var removed: Set<Int> = []
    var rest = changes
    while let first = rest.first {
      let name = first.path[depth]
      let group = rest.prefix { $0.path[depth] == name }
      rest = rest.dropFirst(group.count)
      let old = places[name].map { members[$0].value.value }
      guard let new = value(of: old, after: group, depth: depth) else {
        if let place = places[name] { removed.insert(place) }
        continue
      }
      if let place = places[name] {
        members[place].value = JSONTree(value: new)
        removed.remove(place)
      } else {
        places[name] = members.count
        members.append(JSONTree.Member(name: name, line: 0, value: JSONTree(value: new)))
      }
    }
    if !removed.isEmpty { members = members.indices.filter { !removed.contains($0) }.map { members[$0] } }
  }

  /// What a member is after the changes to it and in it; nil where it is to go.
  private func value(
    of old: JSONTree.Value?, after changes: ArraySlice<(path: [String], value: JSONTree.Value?)>, depth: Int
  ) -> JSONTree.Value? {
    var result = old
    var inner = changes
    if let whole = inner.first, whole.path.count == depth + 1 {
      result = whole.value
      inner = inner.dropFirst()
    }
    if inner.isEmpty { return result }
    var members: [JSONTree.Member] = []
    if case .object(let there)? = result { members = there }
    apply(inner, depth: depth + 1, to: &members)
    return members.isEmpty && result == nil ? nil : .object(members)
  }
}

extension JSONTree.Value {
  /// A member of an object; nil where there is none, or where this is no object.
  subscript(name: String) -> JSONTree.Value? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value.value
  }

  /// The members of an object; none of what is no object.
  var members: [JSONTree.Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// What a string says; nil of what is none.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

import Screen

/// What a keymap says to the keys pressed so far.
public enum KeyMatch: Sendable, Equatable {
  /// They mean this.
  case matched(Command)
  /// They begin something.
  case pending
  /// They mean nothing.
  case none
}

/// The chords of one context as a tree of keys. No chord begins another.
struct KeyTrie: Sendable, Equatable {
  private indirect enum Node: Sendable, Equatable {
    case command(Command)
    case branch([Key: Node])
  }

  private var root = Node.branch([:])

  /// Adds a chord, which must not be a beginning of one that is there, nor the other way round.
  mutating func insert(_ chord: some Collection<Key>, _ command: Command) {
    root = Self.inserting(chord[...], command, root)
  }

  /// What the keys mean.
  /// - Complexity: O(keys).
  func match(_ keys: [Key]) -> KeyMatch {
    var node = root
    for key in keys {
      guard case .branch(let children) = node, let child = children[key] else { return .none }
      node = child
    }
    switch node {
    case .command(let command): return .matched(command)
    case .branch: return .pending
    }
  }

  private static func inserting<Keys: Collection<Key>>(_ chord: Keys, _ command: Command, _ node: Node?) -> Node {
    guard let key = chord.first else { return .command(command) }
    var children: [Key: Node] = [:]
    if case .branch(let there) = node { children = there }
    children[key] = inserting(Array(chord.dropFirst()), command, children[key])
    return .branch(children)
  }
}

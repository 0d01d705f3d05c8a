import Screen

/// The meaning of the keys pressed so far.
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

  private let root: Node

  /// A tree of chords, none of which may begin another.
  init(_ chords: [(keys: ArraySlice<Key>, command: Command)]) {
    root = Self.branch(chords)
  }

  /// The meaning of keys.
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

  private static func branch(_ chords: [(keys: ArraySlice<Key>, command: Command)]) -> Node {
    var children: [Key: Node] = [:]
    var longer: [Key: [(keys: ArraySlice<Key>, command: Command)]] = [:]
    for (keys, command) in chords {
      guard let key = keys.first else { continue }
      if keys.count == 1 {
        children[key] = .command(command)
      } else {
        longer[key, default: []].append((keys.dropFirst(), command))
      }
    }
    for (key, rest) in longer { children[key] = branch(rest) }
    return .branch(children)
  }
}

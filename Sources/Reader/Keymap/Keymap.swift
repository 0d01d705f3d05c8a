import Newspaper
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

/// The commands of keys in each context. Help, the last line of the screen and the manual's table are made from it.
///
/// In one context no chord has two meanings and none begins another.
public struct Keymap: Sendable, Equatable {
  /// A chord, its meaning in a context, and the line of a file that says so.
  public struct Binding: Sendable, Equatable {
    /// The screen on which it holds.
    public var context: Context
    /// Keys to press one after the other; never empty.
    public var chord: [Key]
    /// Their meaning.
    public var command: Command
    /// The commands with their words, for a key that is bound to several or to one with words.
    public var words: String?
    /// The file that says so.
    public var file: String
    /// The line of the file, from 1.
    public var line: Int
  }

  /// All of them; those of a later file first, then as the files have them.
  public let bindings: [Binding]

  /// A keymap of bindings that do not contradict each other.
  init(bindings: [Binding]) { self.bindings = bindings }

  /// The meaning of keys in a context.
  /// - Complexity: O(bindings), most of which are passed over by their context. A tree of chords would take longer to
  ///   make than all the keys of a day to look up.
  public func match(_ keys: [Key], in context: Context) -> KeyMatch {
    for index in bindings.indices where bindings[index].context == context {
      guard bindings[index].chord.starts(with: keys) else { continue }
      return bindings[index].chord.count == keys.count ? .matched(bindings[index].command) : .pending
    }
    return .none
  }

  /// The commands of keys that are bound to several, or to one with words.
  func words(for keys: [Key], in context: Context) -> String? {
    bindings.first { $0.context == context && $0.chord == keys && $0.command == .chain }?.words
  }

  /// The preferred chord of a command in a context, as help shows it.
  public func label(for command: Command, in context: Context) -> String? {
    // By their places: a binding is not copied to be looked at.
    for index in bindings.indices where bindings[index].context == context && bindings[index].command == command {
      return Self.label(bindings[index].chord)
    }
    return nil
  }

  /// A chord as help shows it.
  static func label(_ chord: [Key]) -> String { chord.map(\.label).joined(separator: " ") }
}

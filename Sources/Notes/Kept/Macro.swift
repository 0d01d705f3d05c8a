/// Keys that a person recorded under a name.
public struct Macro: Sendable, Equatable {
  /// The name.
  public var name: String
  /// The keys as keymap files write them.
  public var keys: String

  /// The most keys that are recorded.
  public static let mostKeys = 1000
  /// The longest name, in characters.
  public static let longestName = 40
  /// The most bytes of keys in writing; what is longer is no macro.
  private static let mostBytes = 32 * mostKeys

  /// Keys under a name.
  public init(name: String, keys: String) { (self.name, self.keys) = (name, keys) }

  /// The macro of a record; nil for a record of something else.
  public init?(_ record: KeptRecord) {
    self.init(name: record["macro"], keys: record["keys"])
    guard !name.isEmpty, name.count <= Self.longestName, !keys.isEmpty, keys.utf8.count <= Self.mostBytes else {
      return nil
    }
  }

  /// Its record.
  public var record: KeptRecord {
    // The name is a field, since an id has no quotes.
    let id = name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
    return KeptRecord(id: id, fields: [.init("macro", name), .init("keys", keys)])
  }
}

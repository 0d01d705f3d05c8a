/// The width that ambiguous characters are given.
public enum AmbiguousChoice: String, Sendable, CaseIterable {
  /// As the terminal reports; narrow where it reports nothing.
  case auto
  /// One column.
  case narrow
  /// Two columns.
  case wide
}

extension Settings {
  /// Settings as the state file has them, by their names; an unknown value is as if it were not there.
  public init(byName values: [String: String]) {
    self.init()
    for row in Setting.all {
      if let value = values[row.name], row.isValid(value) { row.write(&self, value) }
    }
  }

  /// The settings as the state file has them, by their names.
  public var byName: [String: String] {
    Dictionary(uniqueKeysWithValues: Setting.all.map { ($0.name, $0.read(self)) })
  }

  /// Takes a setting as the command line has it: `name=value`.
  /// - Returns: false where there is no such setting or value.
  public mutating func take(_ pair: Substring, themes: ThemeCatalog) -> Bool {
    let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let row = Setting.named(parts[0]) else { return false }
    guard row.accepts(parts[1], themes) else { return false }
    row.write(&self, parts[1])
    return true
  }
}

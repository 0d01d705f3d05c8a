import Resources

/// The forms in which hanzi are shown. What is shown in other forms than the scan has takes as many bytes and columns,
/// so that places in it are those of the text itself.
public enum HanziScript: String, Sendable, Hashable, CaseIterable {
  /// As the page has them.
  case scan
  /// Simplified.
  case simplified = "简"
  /// Traditional.
  case traditional = "繁"

  /// A text in these forms.
  public func written(_ text: String) -> String {
    let table: ScriptTable
    switch self {
    case .scan: return text
    case .simplified: table = ScriptTable.simplified
    case .traditional: table = ScriptTable.traditional
    }
    let scalars = text.unicodeScalars.map(\.value)
    guard scalars.contains(where: { $0 >= 0x2E80 }) else { return text }
    var written = String.UnicodeScalarView()
    for value in table.written(scalars) { Unicode.Scalar(value).map { written.append($0) } }
    return String(written)
  }
}

/// The way from one script to the other: a form for each hanzi, and words in which another form is meant.
package struct ScriptTable: Sendable {
  /// A word and its form in the other script.
  private struct Word: Sendable {
    var source: [UInt32]
    var target: [UInt32]
  }

  private var characters: [UInt32: UInt32] = [:]
  /// By their first two characters, the longest first.
  private var words: [UInt64: [Word]] = [:]

  /// A table in which nothing changes.
  package init() {}

  /// The table in a part of the program's own file: a line has a word and its form, which are equally long.
  private init(part: Int) {
    let file = UnsafeBufferPointer(start: bl_scripts(), count: bl_scripts_length)
    let parts = file.split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
    guard parts.indices.contains(part) else { return }
    for line in parts[part].split(separator: 0x0A) {
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.map(\.value)
      add(Array(scalars.prefix(scalars.count / 2)), Array(scalars.suffix(scalars.count / 2)))
    }
  }

  fileprivate static let traditional = ScriptTable(part: 0)
  fileprivate static let simplified = ScriptTable(part: 1)

  /// Adds a character or a word; the first one that is added for it holds.
  package mutating func add(_ source: [UInt32], _ target: [UInt32]) {
    guard source.count == target.count, let first = source.first else { return }
    guard source.count > 1 else {
      if characters[first] == nil { characters[first] = target[0] }
      return
    }
    var alike = words[key(source, 0)] ?? []
    guard !alike.contains(where: { $0.source == source }) else { return }
    let place = alike.firstIndex { $0.source.count < source.count } ?? alike.count
    alike.insert(Word(source: source, target: target), at: place)
    words[key(source, 0)] = alike
  }

  /// A text in the other script: at each place the longest word that begins there.
  package func written(_ text: [UInt32]) -> [UInt32] {
    var written: [UInt32] = []
    written.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      if place + 1 < text.count, let alike = words[key(text, place)],
        let word = alike.first(where: { text[place...].starts(with: $0.source) })
      {
        written += word.target
        place += word.source.count
      } else {
        written.append(characters[text[place]] ?? text[place])
        place += 1
      }
    }
    return written
  }

  private func key(_ text: [UInt32], _ place: Int) -> UInt64 { UInt64(text[place]) << 32 | UInt64(text[place + 1]) }
}

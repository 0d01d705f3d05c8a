import Screen

/// A keymap file, line by line: `context[,context] keys command`. `#` at a line's start or after white space begins a
/// comment. The command `unbound` (or `none`) frees the keys. In place of a command may stand commands as one types
/// them, with `;` between them: `:copy markdown ; :next-article`.
struct KeymapFile {
  /// A line's part for one context.
  struct Entry {
    var context: Context
    var chord: [Key]
    /// Nil frees the chord.
    var command: Command?
    /// The commands with their words, of a line that gives them behind a colon.
    var words: String?
    var line: Int
  }

  /// Names for several contexts at once.
  static let groups: [(name: String, contexts: [Context])] = [
    ("reading", Context.reading), ("any", Context.allCases),
  ]

  /// Keys one after the other, at most: nobody remembers more, and the tree of chords stays shallow.
  static let longestChord = 16

  /// A chord in a context, which a line gives a meaning to.
  struct Slot: Hashable {
    var context: Context
    var chord: [Key]
  }

  let file: String
  private(set) var entries: [Entry] = []
  /// Which of the entries speaks of a slot.
  private(set) var slots: [Slot: Int] = [:]
  private(set) var problems: [KeymapProblem] = []
  private let isKnownGood: Bool
  /// The contexts that the line before names: those of the next one are mostly the same.
  private var known: (word: String, contexts: [Context], isGroup: Bool)?

  /// Reads a file's text; a line with a mistake is left out and reported.
  /// - Parameter isKnownGood: true if no chord of it has two meanings and no command a context without meaning, so that
  ///   nothing of that is looked at.
  init(_ text: String, file: String, isKnownGood: Bool = false) {
    self.file = file
    self.isKnownGood = isKnownGood
    // Cut at bytes where they lie: the program reads its keymap before it shows anything.
    var text = text
    text.withUTF8 { bytes in
      var (start, number) = (0, 1)
      while start <= bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        do throws(KeymapMistake) {
          try read(Self.words(bytes, start..<end), number: number)
        } catch {
          problems.append(KeymapProblem(file: file, line: number, mistake: error))
        }
        (start, number) = (end + 1, number + 1)
      }
    }
  }

  /// The words of a line before a comment.
  private static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [String] {
    var words: [String] = []
    var place = line.lowerBound
    while place < line.upperBound {
      let start = place
      while place < line.upperBound, bytes[place] > UInt8(ascii: " ") { place += 1 }
      if place > start {
        if bytes[start] == UInt8(ascii: "#") { break }
        words.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self))
      }
      place += 1
    }
    return words
  }

  private mutating func read(_ words: [String], number: Int) throws(KeymapMistake) {
    guard let first = words.first else { return }
    if known?.word != first {
      let (contexts, isGroup) = try Self.contexts(first)
      known = (first, contexts, isGroup)
    }
    guard let (_, contexts, isGroup) = known else { return }
    guard words.count >= 3, let last = words.last else { throw .incomplete }
    // `:name words ; name words` stands for commands as one types them.
    let chain = words.indices.dropFirst(2).first {
      words[$0].utf8.first == UInt8(ascii: ":") && words[$0].count > 1 && words[$0].hasPrefix(":")
    }
    let typed = chain.map { String(words[$0...].joined(separator: " ").dropFirst()) }
    if let typed { try Self.check(typed) }
    let command = typed == nil ? try Self.command(last) : .chain
    let keys = words[1..<(chain ?? words.count - 1)]
    let notation = keys.count == 1 ? words[1] : keys.joined(separator: " ")
    guard let chord = Key.chord(notation), !chord.isEmpty else { throw .unknownKey(notation) }
    guard chord.count <= Self.longestChord else { throw .tooLong(chord.count) }
    let meant = isKnownGood && !isGroup ? contexts : try Self.meaningful(contexts, command, isGroup)
    if isKnownGood {
      for context in meant {
        entries.append(Entry(context: context, chord: chord, command: command, words: typed, line: number))
      }
      return
    }
    for context in meant { try Self.check(chord, in: context) }
    for context in meant {
      try add(Entry(context: context, chord: chord, command: command, words: typed, line: number))
    }
  }

  private mutating func add(_ entry: Entry) throws(KeymapMistake) {
    let slot = Slot(context: entry.context, chord: entry.chord)
    guard let same = slots[slot].map({ entries[$0] }) else {
      slots[slot] = entries.count
      return entries.append(entry)
    }
    guard (same.command, same.words) != (entry.command, entry.words) else { return }
    throw .taken(chord: Key.notation(entry.chord), context: entry.context, by: same.command, line: same.line)
  }

  private static func contexts(_ word: String) throws(KeymapMistake) -> ([Context], isGroup: Bool) {
    var result: [Context] = []
    var isGroup = false
    for name in word.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Substring.init) {
      if let group = groups.first(where: { $0.name == name }) {
        result += group.contexts
        isGroup = true
      } else if let context = Context(rawValue: String(name)) {
        result.append(context)
      } else {
        throw .unknownContext(String(name))
      }
    }
    return (result, isGroup)
  }

  /// Looks for names that no command has, so that they are said when the file is read.
  private static func check(_ chain: String) throws(KeymapMistake) {
    for line in chain.split(separator: ";") {
      let name = line.split(separator: " ").first { Int($0) == nil }.map { $0.drop { $0 == ":" } } ?? ""
      guard Command(rawValue: String(name)) != nil || Setting.named(String(name)) != nil else {
        throw .unknownCommand(String(name))
      }
    }
  }

  private static func command(_ word: String) throws(KeymapMistake) -> Command? {
    if word == "unbound" || word == "none" { return nil }
    guard let command = Command(rawValue: word) else { throw .unknownCommand(word) }
    return command
  }

  /// A group means those of its contexts in which the command has a meaning; a context that is named must have it.
  private static func meaningful(
    _ contexts: [Context], _ command: Command?, _ isGroup: Bool
  ) throws(KeymapMistake) -> [Context] {
    guard let command else { return contexts }
    let possible = command.row.contexts
    let meant = contexts.filter(possible.contains)
    if let lost = contexts.first(where: { !possible.contains($0) }), !isGroup || meant.isEmpty {
      throw .meaningless(command: command, context: lost)
    }
    return meant
  }

  private static func check(_ chord: [Key], in context: Context) throws(KeymapMistake) {
    guard let first = chord.first, case .character(let character) = first.code else { return }
    guard first.modifiers.isDisjoint(with: [.control, .alt]) else { return }
    if context == .prompt { throw .typesText(Key.notation(chord)) }
    if let value = character.asciiValue, (0x31...0x39).contains(value) { throw .startsWithDigit(Key.notation(chord)) }
  }
}

extension KeymapFile {
  /// The bindings of a file without mistakes.
  fileprivate var bindings: [Keymap.Binding] {
    entries.compactMap { entry in
      entry.command.map {
        Keymap.Binding(
          context: entry.context, chord: entry.chord, command: $0, words: entry.words, file: file, line: entry.line)
      }
    }
  }
}

extension Keymap {
  /// Reads keymap files of which each overrides those before it, line by line. Lines with mistakes are reported and
  /// left out; all the others hold.
  /// - Parameter isFirstGood: true for a first file in which a test has found no mistake: none is looked for.
  public static func read(
    _ files: [(text: String, file: String)], isFirstGood: Bool = false
  ) -> (keymap: Keymap, problems: [KeymapProblem]) {
    var bindings: [Binding] = []
    var problems: [KeymapProblem] = []
    for (index, (text, name)) in files.enumerated() {
      if index == 0, isFirstGood {
        bindings = KeymapFile(text, file: name, isKnownGood: true).bindings
        continue
      }
      let file = KeymapFile(text, file: name)
      problems += file.problems + override(&bindings, with: file)
    }
    return (Keymap(bindings: bindings), problems.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
  }

  private static func override(_ bindings: inout [Binding], with file: KeymapFile) -> [KeymapProblem] {
    bindings.removeAll { file.slots[KeymapFile.Slot(context: $0.context, chord: $0.chord)] != nil }
    var added: [Binding] = []
    var problems: [KeymapProblem] = []
    // Chords can overlap only where their first keys are the same.
    var beginnings = Dictionary(grouping: bindings, by: \.beginning)
    for entry in file.entries {
      guard let command = entry.command, problems.last?.line != entry.line else { continue }
      let new = Binding(
        context: entry.context, chord: entry.chord, command: command, words: entry.words, file: file.file,
        line: entry.line)
      if let other = beginnings[new.beginning]?.first(where: { $0.overlaps(new) }) {
        problems.append(KeymapProblem(file: file.file, line: entry.line, mistake: new.overlapping(other)))
      } else {
        added.append(new)
        beginnings[new.beginning, default: []].append(new)
      }
    }
    bindings = added + bindings
    return problems
  }
}

extension Keymap.Binding {
  fileprivate var beginning: KeymapFile.Slot { KeymapFile.Slot(context: context, chord: Array(chord.prefix(1))) }

  fileprivate func overlaps(_ other: Self) -> Bool {
    chord.starts(with: other.chord) || other.chord.starts(with: chord)
  }

  fileprivate func overlapping(_ other: Self) -> KeymapMistake {
    let place = other.file == file ? "line \(other.line)" : "\(other.file):\(other.line)"
    return .overlaps(chord: Key.notation(chord), other: Key.notation(other.chord), context: context, place: place)
  }
}

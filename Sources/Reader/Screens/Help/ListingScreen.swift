import Newspaper
import Screen

/// A text over the panes that is scrolled and searched like a page of its own: help, or the list of messages.
struct ListingScreen: ReaderScreen {
  enum Content: Sendable {
    /// The keys in force and their commands; made once, when help is opened.
    case keys(HelpTable)
    case messages
    /// The lines that a command wrote.
    case output([String])
  }

  let content: Content
  /// The first line shown.
  var top = 0
  /// Words that are looked for in it; empty for none.
  var sought = ""
  /// Index of the current one of the entries that have these words; nil once one has moved away.
  var current: Int?

  static func openHelp(in reader: inout Reader) {
    reader.layers.append(ListingScreen(content: .keys(HelpTable(for: reader.screen, in: reader))))
  }

  /// Lists all messages; the newest are in sight.
  static func openMessages(in reader: inout Reader) {
    reader.message = nil
    guard !reader.log.entries.isEmpty else { return reader.say(reader.phrases.nothingSaid) }
    reader.log.markSeen()
    let screen = ListingScreen(content: .messages)
    reader.layers.append(screen)
    screen.move(.end, in: &reader)
  }

  // MARK: Update

  func context(in reader: Reader) -> Context { .help }

  func move(_ movement: Movement, in reader: inout Reader) {
    let text = text(in: reader)
    var new = self
    new.top = movement.line(from: top, last: text.lastTop, page: text.rect.rows)
    new.current = nil
    reader.layers.update(new)
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .search: reader.layers.append(ListingPrompt(before: self))
    case .nextMatch: changeMatch(by: count ?? 1, in: &reader)
    case .previousMatch: changeMatch(by: -(count ?? 1), in: &reader)
    default: return nil
    }
    return []
  }

  func wheelStep(in reader: Reader) -> Int { 3 }

  func settle(in reader: inout Reader) -> [Effect] {
    var new = self
    new.top = max(0, min(top, text(in: reader).lastTop))
    reader.layers.update(new)
    return []
  }

  /// Goes to another entry with the words; from here, once one has moved away from the last.
  func changeMatch(by step: Int, in reader: inout Reader) {
    guard !sought.isEmpty else { return reader.say(reader.phrases.nothingSearched) }
    let matches = text(in: reader).matches
    guard !matches.isEmpty else { return reader.say(reader.phrases.notFoundHere(sought)) }
    let lines = text(in: reader).lines
    let here = current ?? (matches.firstIndex { lines[$0].row >= top } ?? matches.count) - (step > 0 ? 1 : 0)
    show(match: reader.wrap(here + step, count: matches.count), of: matches, in: &reader)
  }

  /// Brings an entry into sight, a third down the screen unless it is there already.
  func show(match: Int, of matches: [Int], in reader: inout Reader) {
    let (rows, row) = (reader.layout.panes.rows, text(in: reader).lines[matches[match]].row)
    var new = self
    new.current = match
    if !(top..<(top + rows)).contains(row) { new.top = row - rows / 3 }
    reader.layers.update(new)
    _ = new.settle(in: &reader)
  }

  // MARK: View

  func text(in reader: Reader) -> ListingText {
    ListingText(self, log: reader.log, rect: reader.layout.panes, environment: reader.environment)
  }

  func draw(on surface: inout Surface, of reader: Reader) {
    let text = text(in: reader)
    let current = current.flatMap { text.matches.indices.contains($0) ? text.matches[$0] : nil }
    ListingView(text: text, theme: reader.environment.theme, top: top, current: current).draw(on: &surface)
  }

  func place(in reader: Reader) -> [String] {
    let title =
      switch content {
      case .keys: reader.phrases.helpTitle
      case .messages: reader.phrases.messagesTitle
      case .output: reader.phrases.say("Output")
      }
    return [title] + (sought.isEmpty ? [] : [reader.environment.cut(sought, to: 16) + " " + matchCount(in: reader)])
  }

  /// `3/17`: the number of the current match among all.
  func matchCount(in reader: Reader) -> String {
    let count = text(in: reader).matches.count
    return current.map { "\($0 + 1)/\(count)" } ?? "\(count)"
  }

  func usefulCommands(in reader: Reader) -> [Command] {
    (sought.isEmpty ? [] : [.nextMatch, .previousMatch]) + [.search, .nextPage, .previousPage, .quit, .back]
  }
}

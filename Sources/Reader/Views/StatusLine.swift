import Newspaper
import Screen
import Typesetting

/// The last line: where one is and the most useful keys; a message until the next key; a prompt with its cursor.
struct StatusLine {
  let reader: Reader
  var rect: Rect { reader.layout.status }
  var phrases: Phrases { reader.phrases }

  /// - Returns: where the cursor stands, if something is being typed.
  func draw(on surface: inout Surface) -> Point? {
    switch reader.layers.last {
    case .search(let prompt): return draw(prompt, on: &surface)
    case .everywhere(let prompt): return draw(prompt, on: &surface)
    case .command(let prompt): return draw(prompt, on: &surface)
    case .listingSearch(let prompt): return draw(prompt, on: &surface)
    case .listing, .why, .results, .queries, nil: break
    }
    let end = drawPending(on: &surface)
    if let message = reader.message {
      let isCut = reader.width(message.text) > end - 1
      drawMessage(isCut ? message.short ?? message.text : message.text, message.isError, to: end, on: &surface)
    } else if !reader.log.unseen.isEmpty {
      drawMessage(phrases.notices(reader.log.unseen.map(\.text)), true, to: end, on: &surface)
    } else {
      drawPlace(to: end, on: &surface)
    }
    return nil
  }

  // MARK: Prompt

  private func draw(_ prompt: SearchPrompt, on surface: inout Surface) -> Point? {
    var line = PromptLine(
      reader: reader, rect: rect, sign: "/", line: prompt.line, typed: prompt.typed,
      isRefused: prompt.isRefused)
    // Beside a mistake the number of what was found before it was begun would seem to be its own.
    let isOlder = prompt.query == nil && !prompt.line.isEmpty
    line.asides = isOlder ? [] : reader.found.map { [phrases.count(of: $0), $0.count] } ?? []
    line.asideRole = reader.found?.matches.isEmpty == true ? .error : .prompt
    return line.draw(on: &surface)
  }

  private func draw(_ prompt: CommandPrompt, on surface: inout Surface) -> Point? {
    var line = PromptLine(
      reader: reader, rect: rect, sign: ":", line: prompt.line)
    line.asides = [candidates(prompt)]
    return line.draw(on: &surface)
  }

  private func draw(_ prompt: ListingSearch, on surface: inout Surface) -> Point? {
    var line = PromptLine(reader: reader, rect: rect, sign: "/", line: prompt.line)
    if let listing = reader.listing, !prompt.line.isEmpty { line.asides = [count(in: listing)] }
    line.asideRole = reader.listing?.current == nil ? .error : .prompt
    return line.draw(on: &surface)
  }

  /// `3/17`: which of the entries that have what is looked for one is at.
  private func count(in listing: Listing) -> String {
    let count = ListingView(reader: reader, listing: listing).matches.count
    return listing.current.map { "\($0 + 1)/\(count)" } ?? "\(count)"
  }

  private func candidates(_ prompt: CommandPrompt) -> String {
    guard let completion = prompt.completion, completion.words.count > 1 else { return "" }
    let ahead = completion.words[completion.index...].dropFirst()
    return fitting(ahead.map { $0 }, in: rect.columns - reader.width(prompt.line.text) - 6).joined(separator: "  ")
  }

  // MARK: Messages

  private func drawPending(on surface: inout Surface) -> Int {
    let text = reader.keying.text
    guard !text.isEmpty else { return rect.endColumn - 1 }
    let width = reader.width(text)
    surface.write(text, endingAt: rect.endColumn - 1, row: rect.row, style: reader.theme[.key], clip: rect)
    return rect.endColumn - width - 3
  }

  private func drawMessage(_ text: String, _ isError: Bool, to end: Int, on surface: inout Surface) {
    let style = reader.theme[isError ? .error : .message]
    surface.write(reader.cut(text, to: end - 1), column: 1, row: rect.row, style: style, clip: rect)
  }

  // MARK: Place and keys

  private func drawPlace(to end: Int, on surface: inout Surface) {
    var parts = place
    while parts.count > 1, reader.width(parts.joined(separator: " · ")) > end - 1 { parts.removeFirst() }
    let words = reader.cut(parts.joined(separator: " · "), to: end - 1)
    let column = surface.write(words, column: 1, row: rect.row, style: reader.theme[.footer], clip: rect)
    drawKeys(from: max(column + 3, min(28, end / 3)), to: end, on: &surface)
  }

  private var place: [String] {
    if case .listing(let listing) = reader.layers.last { return place(in: listing) }
    if let page = reader.why { return [phrases.whyTitle, passage(page)] }
    if case .queries(let page) = reader.layers.last {
      return [phrases.queriesTitle, "\(page.selected + 1)/\(reader.savedQueries.count)"]
    }
    if case .results = reader.layers.last { return resultsPlace }
    guard reader.issues.indices.contains(reader.selectedIssue) else { return [] }
    let date = phrases.date(of: reader.issues[reader.selectedIssue])
    if reader.pane == .issues { return [date, "\(reader.selectedIssue + 1)/\(reader.issues.count)"] + search }
    guard !reader.articles.isEmpty else { return [date] }
    let article = "\(reader.visit.article + 1)/\(reader.articles.count)"
    let percent = reader.showsArticle ? percent.map { [$0] } ?? [] : []
    return [date, article] + percent + (reader.isRaw ? [phrases.raw] : []) + search
  }

  private func place(in listing: Listing) -> [String] {
    let title = if case .keys = listing.content { phrases.helpTitle } else { phrases.messagesTitle }
    return [title] + (listing.sought.isEmpty ? [] : [reader.cut(listing.sought, to: 16) + " " + count(in: listing)])
  }

  private func passage(_ page: WhyPage) -> String {
    "\(page.block + 1)/\(reader.galley?.galley.blocks.count ?? 0)"
  }

  private var search: [String] {
    reader.found.map { [reader.cut($0.query.text, to: 16) + " " + phrases.count(of: $0)] } ?? []
  }

  /// How far the first line is down the article, or which of its pages is shown; 100 % as soon as its end is in sight,
  /// and only then.
  private var percent: String? {
    guard let pages = reader.galley?.pages else { return nil }
    if let flow = pages.flow { return phrases.sheet(reader.place.top + 1, of: max(1, flow.pages.count)) }
    let lines = pages.galley.lines.count
    guard lines > 0 else { return nil }
    return "\(reader.place.top >= reader.lastTop ? 100 : min(99, reader.place.top * 100 / lines))%"
  }

  private func drawKeys(from start: Int, to end: Int, on surface: inout Surface) {
    var column = start
    for (key, label) in keys(in: end - start) {
      column = surface.write(key, column: column, row: rect.row, style: reader.theme[.key], clip: rect)
      column = surface.write(" " + label, column: column, row: rect.row, style: reader.theme[.footer], clip: rect) + 3
    }
  }

  /// As many keys as fit, the last before all others.
  private func keys(in columns: Int) -> [(key: String, label: String)] {
    let all = reader.keying.chord.isEmpty ? usefulKeys : continuations
    let widths = all.map { reader.width($0.key) + 1 + reader.width($0.label) + 3 }
    var room = columns + 3 - (widths.last ?? 0)
    guard room >= 0, let last = all.last else { return [] }
    let fitting = zip(all, widths).dropLast().prefix {
      room -= $0.1
      return room >= 0
    }
    return fitting.map(\.0) + [last]
  }

  private var usefulKeys: [(key: String, label: String)] {
    commands.compactMap { command in
      reader.keymap.label(for: command, in: reader.context).map { ($0, command.label(in: reader.language)) }
    }
  }

  /// The chords that go on from the keys pressed.
  private var continuations: [(key: String, label: String)] {
    reader.keymap.bindings.filter { $0.context == reader.context && $0.chord.starts(with: reader.keying.chord) }
      .map { (Keymap.label($0.chord), $0.command.label(in: reader.language)) }
  }

  /// The most useful first; help last, because that is where one looks for it.
  private var commands: [Command] {
    if case .listing(let listing) = reader.layers.last {
      let matches: [Command] = listing.sought.isEmpty ? [] : [.nextMatch, .previousMatch]
      return matches + [.search, .nextPage, .previousPage, .quit, .back]
    }
    if case .why = reader.layers.last { return [.nextPassage, .previousPassage, .nextPage, .toggleRaw, .back] }
    if case .queries = reader.layers.last { return [.open, .deleteQuery, .back] }
    if case .results = reader.layers.last {
      return resultsCommands
    }
    let matches: [Command] = reader.found == nil ? [] : [.nextMatch, .previousMatch]
    if reader.isFront { return [.open] + matches + [.nextView, .search, .back, .nextIssue, .commandLine, .help] }
    switch reader.pane {
    case .issues: return [.open] + matches + [.search, .commandLine, .quit, .help]
    case .contents: return [.open] + matches + [.nextView, .search, .back, .nextIssue, .commandLine, .help]
    case .article:
      let turns = reader.article?.jump != nil || reader.article?.pointsTo != nil
      // Whoever came from the hits of the whole corpus goes back there before all.
      let back: ([Command], [Command]) = reader.results?.isAway == true ? ([.back], []) : ([], [.back])
      return back.0 + matches + (turns ? [.follow] : []) + [.nextView, .search, .toggleRaw, .nextArticle] + back.1
        + [.why, .nextIssue, .help]
    }
  }

  private func fitting(_ items: [String], in columns: Int) -> [String] {
    var width = 0
    return items.filter { item in
      width += reader.width(item) + 2
      return width <= columns
    }
  }
}

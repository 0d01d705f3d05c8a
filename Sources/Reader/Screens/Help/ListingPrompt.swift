import Screen

/// Words for the listing below that are being typed.
struct ListingPrompt: LinePrompt {
  var input = PromptInput()
  /// Put back by `esc`.
  let before: ListingScreen

  init(before: ListingScreen) { self.before = before }

  /// Shows the first entry with the words from the place where the search began.
  func changed(in reader: inout Reader) {
    var listing = before
    listing.sought = input.line.text
    listing.current = nil
    reader.layers.update(listing)
    let text = listing.text(in: reader)
    let matches = text.matches
    if !matches.isEmpty {
      let next = matches.firstIndex { text.lines[$0].row >= listing.top }
      listing.show(match: next ?? 0, of: matches, in: &reader)
    }
  }

  /// Keeps the match; an empty line goes on with the words of before.
  func accept(in reader: inout Reader) -> [Effect] {
    let isFound = reader.layers.last(ListingScreen.self)?.current != nil
    if input.line.isEmpty || !isFound { cancel(in: &reader) } else { reader.layers.removeLast() }
    if input.line.isEmpty {
      before.changeMatch(by: 1, in: &reader)
    } else if !isFound {
      reader.say(reader.phrases.notFoundHere(input.line.text))
    }
    return []
  }

  func cancel(in reader: inout Reader) {
    reader.layers.removeLast()
    reader.layers.update(before)
  }

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(environment: reader.environment, sign: "/", line: input.line)
    let listing = reader.layers.last(ListingScreen.self)
    if let listing, !input.line.isEmpty { line.asides = [listing.matchCount(in: reader)] }
    line.asideRole = listing?.current == nil ? .error : .prompt
    return line
  }
}

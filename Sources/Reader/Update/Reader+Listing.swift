import Newspaper

// What is done in help and in the list of messages: scrolling, and looking for words.
extension Reader {
  /// The listing in force, wherever it lies.
  var listing: Listing? {
    get {
      for case .listing(let listing) in layers.reversed() { return listing }
      return nil
    }
    set {
      let index = layers.lastIndex { if case .listing = $0 { true } else { false } }
      if let index, let newValue { layers[index] = .listing(newValue) }
    }
  }

  mutating func showHelp() { layers.append(.listing(Listing(content: .keys(KeyTable(keymap))))) }

  mutating func moveListing(_ movement: Movement) {
    guard var listing else { return }
    let last = ListingView(reader: self, listing: listing).lastTop
    listing.top = target(movement, from: listing.top, last: last, page: layout.panes.rows)
    listing.current = nil
    self.listing = listing
  }

  mutating func clampListing() {
    guard var listing else { return }
    listing.top = max(0, min(listing.top, ListingView(reader: self, listing: listing).lastTop))
    self.listing = listing
  }

  // MARK: Looking for words

  mutating func beginListingSearch() {
    guard let listing else { return }
    layers.append(.listingSearch(ListingSearch(before: listing)))
  }

  /// Shows the first entry from where the search began that has what is being typed.
  mutating func findInListing() {
    guard case .listingSearch(let prompt) = layers.last else { return }
    var sought = prompt.before
    sought.sought = prompt.line.text
    sought.current = nil
    listing = sought
    let matches = ListingView(reader: self, listing: sought).matches
    if !matches.isEmpty { show(match: matches.firstIndex { $0 >= sought.top } ?? 0, inListing: matches) }
  }

  /// Keeps what was found; an empty line goes on with what was looked for before.
  mutating func acceptListingSearch(_ prompt: ListingSearch) {
    layers.removeLast()
    if prompt.line.isEmpty {
      listing = prompt.before
      return changeListingMatch(by: 1)
    }
    guard listing?.current == nil else { return }
    listing = prompt.before
    message = Message(text: phrases.notFoundHere(prompt.line.text))
  }

  mutating func cancelListingSearch(_ prompt: ListingSearch) {
    layers.removeLast()
    listing = prompt.before
  }

  /// Goes to another entry that has what is looked for; from where one is, once one has moved away from the last.
  mutating func changeListingMatch(by step: Int) {
    guard let listing else { return }
    guard !listing.sought.isEmpty else { return message = Message(text: phrases.nothingSearched) }
    let matches = ListingView(reader: self, listing: listing).matches
    guard !matches.isEmpty else { return message = Message(text: phrases.notFoundHere(listing.sought)) }
    let here = listing.current ?? (matches.firstIndex { $0 >= listing.top } ?? matches.count) - (step > 0 ? 1 : 0)
    show(match: comeRound(here + step, of: matches.count), inListing: matches)
  }

  /// Brings an entry into sight, a third down the screen unless it is there already.
  private mutating func show(match: Int, inListing matches: [Int]) {
    guard var listing else { return }
    let rows = layout.panes.rows
    listing.current = match
    if !(listing.top..<(listing.top + rows)).contains(matches[match]) { listing.top = matches[match] - rows / 3 }
    self.listing = listing
    clampListing()
  }
}

extension Phrases {
  fileprivate func notFoundHere(_ words: String) -> String { say("not found here: {}", words) }
}

/// A text over the panes that is scrolled and searched like a page of its own.
struct Listing: Sendable {
  enum Content: Sendable {
    /// What the keys do; made once, when help is opened.
    case keys(KeyTable)
    /// All that has been said.
    case messages
  }

  let content: Content
  /// The first line shown.
  var top = 0
  /// What is looked for in it; empty if nothing is.
  var sought = ""
  /// Which of the entries that have it one is at; nil once one has moved away.
  var current: Int?
}

/// What is typed to be looked for in the listing below it.
struct ListingSearch: Sendable {
  var line = LineEditor()
  /// What `esc` puts back.
  let before: Listing
}

import Newspaper

/// The part that a line plays on its page, and whether an item begins with it.
///
/// Raw values are lanes of the scores that `LabelModel` adds up, and stand in the model's file: their order stays.
package enum LineLabel: Int, CaseIterable, Sendable {
  /// A page number, a rule, a masthead: part of no item.
  case furniture
  /// The first line of a new item's headline stack.
  case headStart
  /// A later line of that stack.
  case head
  case byline
  case pointer
  /// The text of a photo within its item.
  case caption
  /// The text of a photo that begins an item without a headline.
  case captionStart
  /// A paragraph that begins an item without a headline: a brief, a notice, an advertisement.
  case bareStart
  /// The first line of a paragraph.
  case start
  /// A line that goes on with the paragraph before it, also behind a caption.
  case next
  case subhead
  /// A line of verse, a list or a table: a paragraph of its own that ends without a closing mark.
  case item
  /// Such a line that begins an item.
  case itemStart

  /// True for the labels that begin an item.
  package var startsItem: Bool {
    switch self {
    case .headStart, .captionStart, .bareStart, .itemStart: true
    default: false
    }
  }

  /// The label without whether an item begins.
  var role: LineLabel {
    switch self {
    case .headStart: .head
    case .captionStart: .caption
    case .bareStart: .start
    case .itemStart: .item
    default: self
    }
  }

  /// The kind of line before, on which weights of two lines together depend.
  package enum Side: Int, CaseIterable, Sendable {
    case head, byline, bare, text, list, subhead, caption, furniture

    /// True where the line may stand between two lines of text, so that the one before it counts.
    var isBetween: Bool { self == .caption || self == .furniture }
  }

  /// The side that a line behind this one meets.
  package var side: Side {
    switch self {
    case .headStart, .head: .head
    case .byline, .pointer: .byline
    case .bareStart: .bare
    case .start, .next: .text
    case .item, .itemStart: .list
    case .subhead: .subhead
    case .caption, .captionStart: .caption
    case .furniture: .furniture
    }
  }

  /// The label as a person is told it.
  var words: Phrase {
    switch role {
    case .head: Phrase("a line of a headline stack")
    case .byline: Phrase("a byline")
    case .start: Phrase("the start of a paragraph")
    case .next: Phrase("more of the paragraph before")
    case .item: Phrase("a line of a list or of verse")
    case .subhead: Phrase("a subhead")
    case .caption: Phrase("a caption")
    case .pointer: Phrase("a pointer to another page")
    default: Phrase("no part of an article")
    }
  }
}

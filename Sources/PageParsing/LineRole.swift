/// The part that a line plays on its page.
enum LineRole: Int, CaseIterable {
  /// A line of a headline stack.
  case head
  case byline
  /// The first line of a paragraph.
  case start
  /// A line that goes on with the paragraph before it, also behind a caption.
  case next
  /// A line of verse, a list or a table: a paragraph of its own that ends without a closing mark.
  case item
  case subhead
  case caption
  case pointer
  /// A page number, a rule, a masthead: part of no article.
  case furniture

  /// Running text, which a paragraph may go on with.
  var isBody: Bool { self == .start || self == .next || self == .item }
}

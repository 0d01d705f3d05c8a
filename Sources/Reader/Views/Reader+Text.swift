import Typesetting

extension Reader {
  /// The columns that a text takes in the terminal.
  func width(_ text: some StringProtocol) -> Int { displayWidth(text, ambiguous: ambiguous) }

  /// A text of one line, cut where it is wider than its place.
  func cut(_ text: String, to columns: Int) -> String { Typesetting.cut(text, to: columns, ambiguous: ambiguous) }
}

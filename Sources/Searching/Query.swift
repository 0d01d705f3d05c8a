/// What a person looks for, folded so that it is found through the scan's noise.
public struct Query: Sendable, Equatable {
  /// As it was typed.
  public let text: String
  /// As it is looked for; never empty.
  let folded: [UInt8]

  /// Nil where nothing is left to look for: an empty text, or only spaces.
  public init?(_ text: String) {
    let folded = FoldedText(text).bytes
    guard !folded.isEmpty else { return nil }
    self.text = text
    self.folded = folded
  }
}

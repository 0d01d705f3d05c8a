/// A search among clippings: words, of which each must stand in the clipping, and `tag:`, `date:` and `paper:`.
public struct ClippingQuery: Sendable, Equatable {
  /// The parts of a clipping that a term can ask for.
  public enum Field: String, Sendable, CaseIterable {
    case tag, date, paper
    case text = ""
  }

  /// A text that must be found in a part.
  public struct Term: Sendable, Equatable {
    /// The part; any, for `text`.
    public var field: Field
    /// In small letters.
    public var text: String
  }

  /// All of them must hold.
  public let terms: [Term]

  /// Reads a line; `tag:` without a word asks for nothing yet.
  public init(_ line: String) {
    terms = line.split(whereSeparator: \.isWhitespace).compactMap { word in
      let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
      if parts.count == 2, let field = Field(rawValue: String(parts[0])), field != .text {
        return parts[1].isEmpty ? nil : Term(field: field, text: parts[1].lowercased())
      }
      return Term(field: word.first == "#" ? .tag : .text, text: word.drop { $0 == "#" }.lowercased())
    }.filter { !$0.text.isEmpty }
  }

  /// True if it holds for a clipping.
  public func holds(for clipping: Clipping?) -> Bool {
    guard let clipping else { return terms.isEmpty }
    return terms.allSatisfy { term in
      switch term.field {
      case .tag: clipping.tags.contains { $0.lowercased().hasPrefix(term.text) }
      case .date: clipping.issue.date.hasPrefix(term.text)
      case .paper: clipping.issue.paper.lowercased().contains(term.text)
      case .text:
        [clipping.headline, clipping.note, clipping.text, clipping.issue.paper, clipping.issue.date]
          .contains { $0.lowercased().contains(term.text) }
          || clipping.tags.contains { $0.lowercased().contains(term.text) }
      }
    }
  }
}

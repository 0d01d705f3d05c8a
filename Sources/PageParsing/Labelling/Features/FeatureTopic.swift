import Newspaper

/// The thing that a learned feature is about, as Why? names it.
enum FeatureTopic: Int, CaseIterable {
  case facts, length, end, opening, form, brackets, words, place, characters, hand, before, behind

  /// The topic of a row.
  /// - Parameter template: the place of the row's template among all; less than 0 for a fact of the line.
  init(row: Int, template: Int) {
    if template < 0 {
      self = .facts
    } else if row >= PlaceFeatures.first {
      self = .place
    } else {
      self = template < Self.ofTemplates.count ? Self.ofTemplates[template] : .characters
    }
  }

  private static let ofTemplates = FeatureTemplate.line.map(topic)

  private static func topic(_ template: FeatureTemplate) -> FeatureTopic {
    if template.parts.contains(where: { $0.code == .hand }) { return .hand }
    if template.parts.contains(where: { $0.offset < 0 }) { return .before }
    if template.parts.contains(where: { $0.offset > 0 }) { return .behind }
    return topic(template.parts[template.parts.count - 1].code)
  }

  private static func topic(_ code: LineCode) -> FeatureTopic {
    switch code {
    case .length, .size, .rank, .fit: .length
    case .end, .close, .pauses: .end
    case .begin, .opening, .letterCase: .opening
    case .form, .spaces: .form
    case .tail, .open, .sign: .brackets
    case .overlap, .overlapRank, .kinship, .kinshipRank: .words
    case .blanks, .since, .until, .repeats: .place
    case .hand: .hand
    }
  }

  /// The topic as a person is told it.
  var words: Phrase {
    switch self {
    case .facts: Phrase("pages read before: these facts together")
    case .length: Phrase("pages read before: its length")
    case .end: Phrase("pages read before: its marks and its end")
    case .opening: Phrase("pages read before: its first words")
    case .form: Phrase("pages read before: its form")
    case .brackets: Phrase("pages read before: its brackets")
    case .words: Phrase("pages read before: words shared with the text behind or before")
    case .place: Phrase("pages read before: its place among the lines")
    case .characters: Phrase("pages read before: its first and last characters")
    case .hand: Phrase("pages read before: how far the facts above can be trusted")
    case .before: Phrase("pages read before: the lines before it")
    case .behind: Phrase("pages read before: the lines behind it")
    }
  }
}

import Newspaper

/// A part of a document for people, which formats of running text are made of.
enum DocumentPart {
  case issue(String)
  case article(headline: String)
  case kicker(String)
  case deck(String)
  case byline(String)
  /// A name that stands within or below the text, at its right.
  case signature(String)
  case paragraph(String)
  case subhead(String)
  case caption(String)
  case pointer(String)
  /// A line between articles and text that belongs to none.
  case rule
}

extension Issue {
  /// The title of the issue at the head of a document.
  var documentTitle: String {
    let day = date.map { $0.value + ($0.certainty == .inferred ? " ≈" : "") }
    // The file of an issue is often named by its date.
    let name = [title, date?.value].contains(id) ? nil : id
    return [title, day, name].compactMap { $0 }.joined(separator: " · ")
  }

  /// The parts in reading order. Repeated text is left out, since it stands elsewhere in the same article; text that
  /// belongs to no article comes last.
  var documentParts: [DocumentPart] {
    let rest = unplaced.map { DocumentPart.paragraph($0.text) }
    return [.issue(documentTitle)] + articles.flatMap(\.documentParts) + (rest.isEmpty ? [] : [.rule] + rest)
  }
}

extension Article {
  /// The headline opens an article although a kicker stands above it in print: documents are navigated by it.
  fileprivate var documentParts: [DocumentPart] {
    let headline = blocks(.headline).map(\.passage.text).joined(separator: " ")
    let head = headline.isEmpty ? DocumentPart.rule : .article(headline: headline)
    return [head] + opening.compactMap { $0.documentPart() } + body.compactMap { $0.documentPart(inBody: true) }
  }
}

extension Block {
  fileprivate func documentPart(inBody: Bool = false) -> DocumentPart? {
    let text = passage.text
    switch role {
    case .headline, .repeated: return nil
    case .kicker: return .kicker(text)
    case .deck: return .deck(text)
    case .byline: return inBody ? .signature(text) : .byline(text)
    case .paragraph: return .paragraph(text)
    case .subhead: return .subhead(text)
    case .caption: return .caption(text)
    case .pointer: return .pointer(text)
    }
  }
}

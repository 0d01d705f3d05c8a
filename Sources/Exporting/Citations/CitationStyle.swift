import Newspaper

/// The styles of references, and the formats that programs for references read. A style is a case, a row of
/// `reference`, and a file.
public enum CitationStyle: String, Sendable, CaseIterable {
  /// GB/T 7714—2025, where newspapers have the mark [N].
  case gbt7714
  /// The Chicago Manual of Style: an entry of a bibliography.
  case chicago
  /// APA style, seventh edition.
  case apa
  case bibtex, biblatex
  /// The format of Research Information Systems, type `NEWS`.
  case ris
  /// CSL-JSON, type `article-newspaper`.
  case csl

  /// The style for people who read in a language.
  /// - Parameter code: ISO 639.
  public static func standard(forLanguage code: String) -> CitationStyle { code == "zh" ? .gbt7714 : .chicago }

  /// Several references in this style: GB/T 7714 numbers them in their order, Chicago and APA put them in the order of
  /// their texts, the others leave them as they are.
  public func bibliography(_ citations: [Citation]) -> String {
    guard self != .csl else { return cslJSON(citations) }
    let entries = citations.map(entry)
    switch self {
    case .gbt7714:
      return entries.count < 2 ? entries.joined() : entries.enumerated().map { "[\($0 + 1)] \($1)" }.joined()
    case .chicago, .apa: return entries.sorted().joined()
    default: return entries.joined()
    }
  }

  /// The entry of a reference. For CSL-JSON it is an object without the list around it.
  func entry(_ citation: Citation) -> String {
    switch self {
    case .gbt7714: plain(citation.gbt7714)
    case .chicago: plain(citation.chicago)
    case .apa: plain(citation.apa)
    case .bibtex: bibTeXEntry(citation)
    case .biblatex: bibLaTeXEntry(citation)
    case .ris: risEntry(citation)
    case .csl: cslObject(citation)
    }
  }

  private func plain(_ reference: String) -> String { oneLine(reference) + "\n" }

  /// A line of help.
  public var summary: Phrase {
    switch self {
    case .gbt7714: Phrase("references by GB/T 7714")
    case .chicago: Phrase("references by the Chicago Manual of Style")
    case .apa: Phrase("references in APA style")
    case .bibtex: Phrase("entries for BibTeX")
    case .biblatex: Phrase("entries for BibLaTeX")
    case .ris: Phrase("entries in RIS, which most programs for references read")
    case .csl: Phrase("entries in CSL-JSON, for Zotero and pandoc")
    }
  }

  /// The ending of the names of its files.
  var ending: String {
    switch self {
    case .gbt7714, .chicago, .apa: "txt"
    case .bibtex, .biblatex: "bib"
    case .ris: "ris"
    case .csl: "json"
    }
  }

  /// Puts entries together.
  var writer: TextWriter {
    self == .csl
      ? TextWriter(head: { _ in "[\n" }, separator: ",\n", end: "\n]\n") : TextWriter(numbersItems: self == .gbt7714)
  }
}

import FoundationEssentials

/// CSL-JSON: a list of items, each in the shape of citeproc's schema.
func cslJSON(_ citations: [Citation]) -> String {
  "[\n" + citations.map(cslObject).joined(separator: ",\n") + "\n]\n"
}

/// An item of CSL-JSON.
func cslObject(_ citation: Citation) -> String {
  // Strings and numbers are always encoded.
  ((try? jsonText(CSLItem(citation))) ?? "").trimmingLineBreak
}

/// An item, whose id is the lasting link. A date that is inferred is `circa`.
private struct CSLItem: Encodable {
  struct Issued: Encodable {
    var dateParts: [[Int]]
    var circa: Bool?

    enum CodingKeys: String, CodingKey {
      case dateParts = "date-parts"
      case circa
    }
  }

  var id: String
  var type = "article-newspaper"
  var title: String
  var author: [[String: String]]?
  var containerTitle: String?
  var issued: Issued?
  var issue: String?
  var page: String?
  var language: String
  var note: String?
  var annote: String?

  enum CodingKeys: String, CodingKey {
    case id, type, title, author, issued, issue, page, language, note, annote
    case containerTitle = "container-title"
  }

  init(_ citation: Citation) {
    id = citation.link.text
    title = oneLine(citation.citedTitle)
    let names = citation.authors.map { name in
      Dictionary(uniqueKeysWithValues: CitedName(name).parts.map { ($0.name, oneLine($0.text)) })
    }
    author = names.isEmpty ? nil : names
    containerTitle = citation.paper.map(oneLine)
    if let day = citation.day, let year = day.year {
      issued = Issued(dateParts: [[year, day.month, day.day]], circa: citation.isDateInferred ? true : nil)
    }
    issue = citation.issueNumber.map(String.init)
    page = citation.pages.isEmpty ? nil : citation.pageList
    language = citation.language
    annote = citation.remark.map(oneLine)
    note = citation.notes.isEmpty ? nil : citation.notes.joined(separator: "; ")
  }
}

extension String {
  fileprivate var trimmingLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}

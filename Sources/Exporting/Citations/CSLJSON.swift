/// CSL-JSON: a list of items, each in the shape of citeproc's schema.
func cslJSON(_ citations: [Citation]) -> String {
  "[\n" + citations.map(cslObject).joined(separator: ",\n") + "\n]\n"
}

/// An item of CSL-JSON, whose id is the lasting link. A date that is inferred is `circa`.
func cslObject(_ citation: Citation) -> String {
  var json = JSONBytes(depth: 0)
  json.object { json in
    json.text("annote", citation.remark.map(oneLine))
    if !citation.authors.isEmpty {
      json.list("author", citation.authors) { json, author in
        json.object { json in
          for part in CitedName(author).parts.sorted(by: { $0.name < $1.name }) {
            json.name(part.name)
            json.text(nil, oneLine(part.text))
          }
        }
      }
    }
    json.text("container-title", citation.paper.map(oneLine))
    json.text("id", citation.link.text)
    json.text("issue", citation.issueNumber.map(String.init))
    if let day = citation.day, let year = day.year {
      json.object("issued") { json in
        json.flag("circa", citation.isDateInferred ? true : nil)
        json.list("date-parts", [[year, day.month, day.day]]) { json, parts in json.numbers(nil, parts) }
      }
    }
    json.text("language", citation.language)
    json.text("note", citation.notes.isEmpty ? nil : citation.notes.joined(separator: "; "))
    json.text("page", citation.pages.isEmpty ? nil : citation.pageList)
    json.text("title", oneLine(citation.citedTitle))
    json.text("type", "article-newspaper")
  }
  return String(decoding: json.bytes, as: UTF8.self)
}

// BibTeX and BibLaTeX. Both take an article of a newspaper for `@article`; BibLaTeX tells it by its subtype.

/// An entry for BibTeX, which has no place for the day or for what is inferred but the note.
func bibTeXEntry(_ citation: Citation) -> String {
  let month = citation.day.flatMap { englishMonths.indices.contains($0.month - 1) ? englishMonths[$0.month - 1] : nil }
  return entry(
    citation,
    [
      ("entrysubtype", "newspaper"), ("journal", citation.paper.map(texText)),
      ("year", citation.day?.year.map(String.init)),
      ("day", citation.day.map { String($0.day) }),
      ("note", citation.notes.isEmpty ? nil : texText(citation.notes.joined(separator: "; "))),
      ("annote", citation.remark.map(texText)),
    ], month: month?.prefix(3).lowercased())
}

/// An entry for BibLaTeX, which demands the name of the paper. A date that is inferred has the mark of uncertainty of
/// ISO 8601-2: `2021-06-22?`.
func bibLaTeXEntry(_ citation: Citation) -> String {
  let notes = citation.notes + [citation.remark].compactMap { $0 }
  let date = citation.day.flatMap { day in
    day.year == nil ? nil : day.iso + (citation.isDateInferred ? "?" : "")
  }
  return entry(
    citation,
    [
      ("entrysubtype", "newspaper"), ("journaltitle", texText(citation.paper ?? "[newspaper unknown]")), ("date", date),
      ("langid", citation.language == "zh" ? "chinese" : "english"),
      ("annotation", notes.isEmpty ? nil : texText(notes.joined(separator: "; "))),
    ])
}

private func entry(_ citation: Citation, _ more: [(String, String?)], month: String? = nil) -> String {
  let authors = citation.authors.map { name in
    let name = CitedName(name)
    return name.hasParts ? texText(name.inverted) : "{\(texText(name.family))}"
  }
  let fields: [(String, String?)] =
    [
      ("author", authors.isEmpty ? nil : authors.joined(separator: " and ")),
      ("title", "{\(texText(citation.citedTitle))}"),
    ] + more + [
      ("number", citation.issueNumber.map(String.init)),
      ("pages", citation.pages.isEmpty ? nil : citation.pageList), ("library", texText(citation.link.text)),
    ]
  var lines = fields.compactMap { name, text in text.map { "  \(name) = {\($0)},\n" } }
  // BibTeX has names for the months, so that a style may write them in its language.
  if let month { lines.append("  month = \(month),\n") }
  return "@article{\(citation.key),\n\(lines.joined())}\n\n"
}

/// Text for a field in braces. Braces count whatever stands before them, so that they are written by their names.
func texText(_ text: String) -> String {
  oneLine(text).unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "\\": result += "\\textbackslash{}"
    case "{": result += "\\textbraceleft{}"
    case "}": result += "\\textbraceright{}"
    case "~": result += "\\textasciitilde{}"
    case "^": result += "\\textasciicircum{}"
    case "$", "&", "#", "_", "%": result += "\\" + String(scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
}

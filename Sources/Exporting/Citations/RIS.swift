import Newspaper

/// An entry of RIS: tags of two letters, a line each, in lines that end as the format wants it.
func risEntry(_ citation: Citation) -> String {
  var lines: [(String, String)] = [("TY", "NEWS"), ("ID", citation.key)]
  lines += citation.authors.map { ("AU", CitedName($0).inverted) }
  lines.append(("TI", citation.citedTitle))
  if let paper = citation.paper { lines.append(("T2", paper)) }
  if let day = citation.day {
    // Pandoc reads the first of several dates, and the day only where it is written in this form.
    if day.year != nil { lines.append(("Y1", day.iso)) }
    if let year = day.year { lines.append(("PY", CalendarDay(year: year, month: 1, day: 1).iso.prefix(4) + "")) }
    lines.append(("DA", risDate(day)))
  }
  if !citation.pages.isEmpty { lines.append(("SP", citation.pageList)) }
  if let number = citation.issueNumber { lines.append(("IS", String(number))) }
  lines.append(("LA", citation.language))
  lines += (citation.notes + [citation.remark].compactMap { $0 }).map { ("N1", $0) }
  lines.append(("AN", citation.link.text))
  return lines.map { "\($0)  - \(oneLine($1))\r\n" }.joined() + "ER  - \r\n\r\n"
}

/// `2021/06/22/`; the year is left empty where it is unknown.
private func risDate(_ day: CalendarDay) -> String {
  let parts = day.iso.split(separator: "-").map(String.init)
  return (day.year == nil ? [""] + parts : parts).joined(separator: "/") + "/"
}

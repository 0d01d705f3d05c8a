import Newspaper

// References for people, in one line each. What is inferred or supplied stands in square brackets; in APA style an
// inferred date is `ca.`.

extension Citation {
  /// 责任者. 题名[N]. 报名, 年-月-日(版次). The first three authors are named; surnames in Latin letters are capitals.
  var gbt7714: String {
    let isChinese = language == "zh"
    var names = authors.prefix(3).map { name -> String in
      let name = CitedName(name)
      return name.hasParts ? name.family.uppercased() + " " + name.initials(stop: "") : name.family
    }
    if authors.count > 3 { names.append(isChinese ? "等" : "et al") }
    let author = names.isEmpty ? "" : names.joined(separator: ", ") + ". "
    let paper = paper ?? (isChinese ? "[报名不详]" : "[newspaper unknown]")
    let page = pages.isEmpty ? "" : "(\(pageList))"
    return "\(author)\(citedTitle)[N]. \(paper), \(gbt7714Date(isChinese))\(page)."
  }

  private func gbt7714Date(_ isChinese: Bool) -> String {
    guard let day else { return isChinese ? "[日期不详]" : "[n.d.]" }
    let unknownYear = isChinese ? "[年份不详]" : "[n.d.]"
    let date = day.year == nil ? unknownYear + day.iso.dropFirst(1) : day.iso
    return isDateInferred && day.year != nil ? "[\(date)]" : date
  }

  /// Author. “Title.” Paper, Month D, YYYY, p. N.
  var chicago: String {
    var names = authors.prefix(7).map { CitedName($0).inOrder }
    if let first = authors.first { names[0] = CitedName(first).inverted }
    if authors.count > 7 { names.append("et al") }
    let title = citedTitle.last.map { ".!?。！？".contains($0) } == true ? citedTitle : citedTitle + "."
    let date = day.map { day in
      let date = day.inEnglish + (day.year == nil ? ", n.d." : "")
      return isDateInferred ? "[\(date)?]" : date
    }
    let parts = [paper ?? "[unidentified newspaper]", date ?? "n.d.", pages.isEmpty ? nil : "p. \(pageList)"]
    return listed(names, and: "and") + "“\(title)” " + parts.compactMap { $0 }.joined(separator: ", ") + "."
  }

  /// Author, A. A. (YYYY, Month D). Title. Paper, N.
  var apa: String {
    let names = authors.map { name -> String in
      let name = CitedName(name)
      return name.hasParts ? name.family + ", " + name.initials(stop: ".") + name.suffixBehindComma : name.family
    }
    let year = day?.year.map(String.init) ?? "n.d."
    let month = day.map { ", " + CalendarDay(month: $0.month, day: $0.day).inEnglish } ?? ""
    let date = isDateInferred ? "(ca. \(year)\(month))" : "(\(year)\(month))"
    let source = [paper ?? "[unidentified newspaper]", pages.isEmpty ? nil : pageList].compactMap { $0 }
    let behind = source.joined(separator: ", ") + "."
    let author = names.count > 1 ? listed(names, and: "&") : names.first.map { $0.ended + " " } ?? ""
    return author.isEmpty
      ? "\(citedTitle.ended) \(date). \(behind)" : "\(author)\(date). \(citedTitle.ended) \(behind)"
  }

  /// Names with commas and a word before the last, ending in a full stop; empty if there are none.
  private func listed(_ names: [String], and word: String) -> String {
    guard let last = names.last else { return "" }
    let isCut = last == "et al"
    guard names.count > 1 else { return last.ended + " " }
    return names.dropLast().joined(separator: ", ") + (isCut ? ", " : ", \(word) ") + last.ended + " "
  }
}

extension String {
  /// The text with a full stop behind it, unless it ends in a mark that closes a sentence.
  fileprivate var ended: String { last.map { ".!?。！？".contains($0) } == true ? self : self + "." }
}

extension CalendarDay {
  /// `June 22, 2021`, or without its year `June 22`.
  fileprivate var inEnglish: String {
    let name = englishMonths.indices.contains(month - 1) ? englishMonths[month - 1] : String(month)
    return "\(name) \(day)" + (year.map { ", \($0)" } ?? "")
  }
}

/// The names of months in English.
let englishMonths = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
]

/// Text that must stand in one line, without characters that nobody sees.
func oneLine(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    let isBreak = scalar.properties.isWhitespace && scalar != "\u{3000}" && scalar != "\u{A0}"
    if isBreak { result += " " } else { result += scalar.plainForm }
  }
}

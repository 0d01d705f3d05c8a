import Newspaper
import Reader

/// The manual page in the language of the interface, for `man` (the `man` macros of troff). It is made from the tables
/// of commands, options, settings, keys and topics.
var manualPage: String {
  var page = ".TH BAOLAN 1 \(versionDay) \"baolan \(version)\" \"\"\n"
  page +=
    section("NAME") + "baolan \\- " + roff(Phrase("read scanned newspapers in a terminal").words(in: language)) + "\n"
  page += section("SYNOPSIS")
  for command in [CommandRow.read] + CommandRow.all { page += ".br\n" + bold(command.shortUsage) + "\n" }
  page +=
    section("DESCRIPTION") + troff(CommandRow.read.details) + troff([.rows(CommandRow.read.allOptions.map(\.helpRow))])
  page += section("COMMANDS")
  for command in CommandRow.all {
    page += ".SS " + roff(command.shortUsage) + "\n" + troff([.text(command.summary)] + command.details)
    page += troff([.rows(command.allOptions.map(\.helpRow))])
  }
  for topic in HelpTopic.all {
    let blocks = topic.blocks()
    if !blocks.isEmpty { page += section(topic.name.uppercased()) + troff(blocks) }
  }
  page +=
    section("EXIT STATUS") + roff("0 done (search: found), 1 nothing found, 2 wrong usage or nothing readable.") + "\n"
  return page.withoutEmptyParagraphs
}

extension String {
  /// The page without requests for a paragraph or a line at the start of a section, which begins one itself.
  fileprivate var withoutEmptyParagraphs: String {
    var lines: [Substring] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let isFirst = lines.last.map { $0.hasPrefix(".SH") || $0.hasPrefix(".SS") } ?? false
      if !isFirst || (line != ".PP" && line != ".br") { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }
}

private func section(_ name: String) -> String { ".SH \(name)\n" }

private func bold(_ text: String) -> String { "\\fB" + roff(text) + "\\fR" }

private func troff(_ blocks: [HelpBlock]) -> String {
  blocks.map { block in
    switch block {
    case .text(let phrase): ".PP\n" + prose(phrase.words(in: language)) + "\n"
    case .heading(let text): ".SS " + roff(text) + "\n"
    case .code(let lines): ".PP\n.nf\n" + lines.map { roff($0) + "\n" }.joined() + ".fi\n"
    case .rows(let rows): rows.map { ".TP\n" + bold($0.name) + "\n" + prose($0.meaning) + "\n" }.joined()
    }
  }.joined()
}

/// Text that troff shows as it is: no line is a request, no character an escape.
private func roff(_ text: String) -> String {
  let marked = text.reduce(into: "") { result, character in
    switch character {
    case "\\": result += "\\e"
    case "-": result += "\\-"
    case "'": result += "\\(aq"
    case "`": result += "\\(ga"
    case "^": result += "\\(ha"
    case "~": result += "\\(ti"
    // A line may break behind it.
    case "|": result += "|\\:"
    default: result.append(character)
    }
  }
  return marked.hasPrefix(".") ? "\\&" + marked : (marked.isEmpty ? "\\&" : marked)
}

/// Running text in lines of at most 80 bytes where it has spaces; troff fills its own.
private func prose(_ text: String) -> String {
  var lines = [""]
  for word in roff(text).split(separator: " ") {
    let last = lines[lines.count - 1]
    if last.isEmpty {
      lines[lines.count - 1] += word
    } else if last.troffLength + word.troffLength < 78, !word.hasPrefix(".") {
      lines[lines.count - 1] += " " + word
    } else {
      lines.append((word.hasPrefix(".") ? "\\&" : "") + word)
    }
  }
  return lines.joined(separator: "\n")
}

extension StringProtocol {
  /// Bytes that troff sees: it has other characters than ASCII by their numbers, `\[u201C]`.
  fileprivate var troffLength: Int { unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) } }
}

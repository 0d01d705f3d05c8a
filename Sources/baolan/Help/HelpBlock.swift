import Newspaper
import Typesetting

/// A piece of help, which the terminal and the manual page show each in its own way.
enum HelpBlock: Sendable {
  case text(Phrase)
  /// Names, keys or words as they are typed, with their meaning.
  case rows([Row])
  /// Lines as they are typed or written in a file.
  case code([String])
  case heading(String)

  /// A name and its meaning.
  struct Row: Sendable {
    var name: String
    var meaning: String

    init(_ name: String, _ meaning: String) { (self.name, self.meaning) = (name, meaning) }
    init(_ name: String, _ meaning: Phrase) { self.init(name, meaning.words(in: language)) }
  }

  /// The piece as lines of at most 80 columns.
  var text: String {
    switch self {
    case .text(let phrase): wrapped(phrase.words(in: language), indent: 0)
    case .heading(let text): text + "\n"
    case .code(let lines): lines.map { "  \($0)\n" }.joined()
    case .rows(let rows): aligned(rows)
    }
  }

  /// Names in one column, if they are not too long, and their meanings in another.
  private func aligned(_ rows: [Row]) -> String {
    let most = 30
    let width = min(most, rows.map { displayWidth($0.name) }.max() ?? 0)
    return rows.map { row in
      let own = displayWidth(row.name)
      let meaning = wrapped(row.meaning, indent: width + 4)
      if own > width { return "  \(row.name)\n\(meaning)" }
      return "  " + row.name + String(repeating: " ", count: width - own) + "  " + meaning.drop { $0 == " " }
    }.joined()
  }
}

/// Text in lines of at most 80 columns, each with blanks before it. Lines break at spaces, and between wide characters
/// where no mark would begin the next line.
private func wrapped(_ text: String, indent: Int) -> String {
  let blanks = String(repeating: " ", count: indent)
  var (lines, line, width) = ([String](), "", indent)
  for piece in pieces(of: text) {
    let own = displayWidth(piece)
    if width + displayWidth(String(piece.trimmingSpaces)) > 80, !line.isEmpty {
      lines.append(blanks + line.trimmingSpaces)
      (line, width) = ("", indent)
    }
    line += piece
    width += own
  }
  return (lines + [blanks + line.trimmingSpaces]).map { $0 + "\n" }.joined()
}

/// The pieces of a text that stay together: words with the space behind them, and wide characters with their marks.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var isOpen = false
  for character in text {
    let isWide = displayWidth(String(character)) > 1
    let isMark = "，。、；：？！）”’》」』】".contains(character)
    if isOpen, !isWide || isMark || pieces[pieces.count - 1].last.map({ "（“‘《「『【".contains($0) }) == true {
      pieces[pieces.count - 1].append(character)
    } else if isMark, !pieces.isEmpty {
      pieces[pieces.count - 1].append(character)
    } else {
      pieces.append(String(character))
    }
    isOpen = character != " " && !(isWide && !"（“‘《「『【".contains(character))
  }
  return pieces
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

import Exporting
import Newspaper

/// The place to which a text went that was to be copied.
public enum CopyTarget: Sendable, Equatable {
  /// The terminal has it, which may hand it on.
  case terminal
  /// A program took it.
  case program(String)
  /// It stands in a file.
  case file(String)
  /// It went nowhere, for this reason.
  case nowhere(String)
}

// Copying.
extension Reader {
  /// The forms in which a text is copied.
  static let copyForms = ["text", "markdown", "raw", "link", "citation"]

  /// Copies in a form.
  mutating func copy(as form: String) -> [Effect] {
    guard Self.copyForms.contains(form) else {
      say(phrases.needsValue(Command.copy.rawValue, Self.copyForms.joined(separator: ", ")), isError: true)
      return []
    }
    let excerpts = excerpts()
    guard !excerpts.isEmpty else { return [] }
    layers.removeAll(SelectionScreen.self)
    let text =
      form == "citation"
      ? CitationStyle.standard(forLanguage: environment.language.code).bibliography(excerpts.map(\.citation))
      : excerpts.map { self.text(of: $0, as: form) }.joined(separator: "\n")
    notebook.copied = phrases.copied(text, form: form, texts: excerpts.count)
    return [.copy(text)]
  }

  /// A text in a form.
  func text(of excerpt: Excerpt, as form: String) -> String {
    switch form {
    case "markdown": excerpt.markdown(phrases)
    case "raw": excerpt.raw + "\n"
    case "link": excerpt.link
    default: excerpt.cited(phrases)
    }
  }

  /// Copies the citation in a style.
  mutating func cite(in style: String) -> [Effect] {
    let names = CitationStyle.allCases.map(\.rawValue)
    guard let style = CitationStyle(rawValue: style) else {
      say(phrases.needsValue(Command.cite.rawValue, names.joined(separator: ", ")), isError: true)
      return []
    }
    let excerpts = excerpts()
    guard !excerpts.isEmpty else { return [] }
    layers.removeAll(SelectionScreen.self)
    let text = style.bibliography(excerpts.map(\.citation))
    notebook.copied = phrases.copied(text, form: "citation", texts: excerpts.count)
    return [.copy(text)]
  }

  /// Learns where the text went that was to be copied, and says so.
  public mutating func receive(copied target: CopyTarget) -> [Effect] {
    let what = notebook.copied
    switch target {
    case .terminal: say(what)
    case .program(let name): say(phrases.say("{} · by {}", what, name))
    case .file(let path): say(phrases.say("{} · into {}", what, path))
    case .nowhere(let reason): say(phrases.say("not copied: {}", reason), isError: true)
    }
    return settle()
  }
}

extension Phrases {
  /// The words for a text that was copied: its beginning, and how much there is.
  func copied(_ text: String, form: String, texts: Int) -> String {
    switch form {
    case "link": return say("copied the link {}", text)
    case "citation": return say("copied the citation {}", text)
    default:
      let start = String(text.prefix(16).map { $0.isNewline ? " " : $0 })
      return texts > 1
        ? say("copied {} texts, {} characters: {}…", texts, text.count, start)
        : say("copied {} characters: {}…", text.count, start)
    }
  }
}

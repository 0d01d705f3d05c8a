import Newspaper
import Notes
import Screen

/// A note or tags that are being typed: of a text that is to be clipped, or of a clipping.
struct NotePrompt: LinePrompt {
  enum Purpose: Sendable {
    case clip, note, tags
  }

  var input: PromptInput
  let purpose: Purpose
  /// The texts to be clipped.
  var excerpts: [Excerpt] = []
  /// The clipping whose note or tags are edited.
  var clipping: Clipping?

  /// Asks for the note of what is to be clipped.
  static func openToClip(in reader: inout Reader) {
    let excerpts = reader.excerpts()
    guard !excerpts.isEmpty else { return }
    reader.layers.append(NotePrompt(input: PromptInput(), purpose: .clip, excerpts: excerpts))
  }

  static func open(_ purpose: Purpose, of clipping: Clipping?, in reader: inout Reader) {
    guard let clipping else { return }
    let text = purpose == .tags ? clipping.tags.map { "#" + $0 }.joined(separator: " ") : clipping.note
    reader.layers.append(NotePrompt(input: PromptInput(text), purpose: purpose, clipping: clipping))
  }

  func accept(in reader: inout Reader) -> [Effect] {
    reader.layers.removeLast()
    let text = input.line.text
    if purpose == .clip {
      let words = EditedNote(text)
      reader.clip(excerpts, note: words.note, tags: words.tags)
    } else if let clipping {
      var new = clipping
      if purpose == .tags { new.tags = Clipping.tags(text) } else { new.note = text }
      reader.change(clipping, to: new)
    }
    return []
  }

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(environment: reader.environment, sign: purpose == .tags ? "# " : "✎ ", line: input.line)
    let phrases = reader.phrases
    line.asides = purpose == .clip ? [phrases.say("a note and #tags, or nothing"), phrases.say("note #tags")] : []
    return line
  }
}

/// A text that is being edited in the person's editor.
public enum EditedText: Sendable, Equatable {
  /// The note of a text that is to be clipped.
  case newNote
  /// The note and the tags of the clipping with an id.
  case note(String)
  /// The corrected text of the selected passages.
  case correction
  /// A text that was only to be looked at.
  case copy
}

/// A note as it is written: words with a `#` before them are tags, and what stands below a line of cut marks is not
/// part of it.
struct EditedNote {
  var note: String
  var tags: [String]

  private static let cut = "---- >8 ----"

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix(Self.cut) }
    var (kept, tags) = ([String](), [String]())
    for line in lines {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      tags += words.filter { Self.isTag($0) }.flatMap { Clipping.tags(String($0)) }
      let rest = words.filter { !Self.isTag($0) }.joined(separator: " ")
      if words.count == 1 || !rest.allSatisfy(\.isWhitespace) { if !words.allSatisfy(Self.isTag) { kept.append(rest) } }
    }
    note = kept.joined(separator: "\n").trimmed
    self.tags = Clipping.tags(tags.joined(separator: " "))
  }

  private static func isTag(_ word: Substring) -> Bool { word.count > 1 && "#＃".contains(word.first ?? " ") }

  /// The text for the editor.
  static func text(_ clipping: Clipping) -> String { text(clipping.note, clipping.tags, below: clipping.text) }

  static func text(_ note: String, _ tags: [String], below text: String) -> String {
    note + "\n" + tags.map { "#" + $0 }.joined(separator: " ") + "\n" + cut + "\n" + text + "\n"
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

// Clipping.
extension Reader {
  /// Keeps texts as clippings.
  mutating func clip(_ excerpts: [Excerpt], note: String, tags: [String]) {
    let clippings = excerpts.map { excerpt in
      Clipping(
        issue: excerpt.issue, headline: excerpt.headline, page: excerpt.page, article: excerpt.article,
        text: excerpt.text, note: note, tags: tags, anchor: excerpt.anchor)
    }
    layers.removeAll(SelectionScreen.self)
    let words =
      clippings.count == 1
      ? Phrase("clipped “{}”", shortened(clippings[0].headline)) : Phrase("clipped {} texts", clippings.count)
    carryOut(Deed(words: words, changes: clippings.map { .clipping(before: nil, after: $0) }))
  }

  /// Has the note of what is to be clipped written in the editor.
  mutating func clipInEditor() -> [Effect] {
    let excerpts = excerpts()
    guard !excerpts.isEmpty else { return [] }
    notebook.inEditor = .noted(excerpts)
    return [.edit(EditedNote.text("", [], below: excerpts.map(\.text).joined(separator: "\n\n")), of: .newNote)]
  }

  /// Gives a clipping another note or other tags.
  mutating func change(_ clipping: Clipping, to new: Clipping) {
    guard new != clipping else { return }
    let words = Phrase("changed the clipping “{}”", shortened(clipping.headline))
    carryOut(Deed(words: words, changes: [.clipping(before: clipping, after: new)]))
  }

  /// Takes a text that was edited; nil if it was left as it was.
  public mutating func receive(edited text: String?, of kind: EditedText) -> [Effect] {
    guard let text else {
      if kind != .copy, log.unseen.isEmpty { say(phrases.say("nothing was written in the editor")) }
      return settle()
    }
    let edited = EditedNote(text)
    switch kind {
    case .newNote:
      if case .noted(let excerpts) = notebook.inEditor { clip(excerpts, note: edited.note, tags: edited.tags) }
    case .note(let id):
      guard let entry = notebook.clippings.entry(of: id), let clipping = notebook.clippings[entry] else { break }
      var new = clipping
      (new.note, new.tags) = (edited.note, edited.tags)
      change(clipping, to: new)
    case .correction:
      if case .corrected(let places) = notebook.inEditor { correct(places, to: text) }
    case .copy: break
    }
    return settle()
  }

  /// Takes what was stored, once it has been read: before that there is nothing of it.
  public mutating func receive(
    clippings: any ClippingShelf, marks: [Mark], corrections: [Correction], macros: [Macro] = []
  ) -> [Effect] {
    for macro in macros where !notebook.macros.contains(where: { $0.name == macro.name }) {
      notebook.macros.replace(nil, by: macro)
    }
    notebook.clippings.replaceBase(clippings)
    notebook.marks = marks.filter { mark in !notebook.marks.contains { $0.name == mark.name } } + notebook.marks
    notebook.corrections =
      corrections.filter { old in !notebook.corrections.contains { $0.id == old.id } }
      + notebook.corrections
    notebook.signs = nil
    if !corrections.isEmpty { reopenIssue() }
    return settle()
  }

  /// Takes corrections that others keep beside the pages of an issue.
  public mutating func receive(corrections: [Correction]) -> [Effect] {
    for correction in corrections where !notebook.corrections.contains(where: { $0.id == correction.id }) {
      notebook.corrections.append(correction)
    }
    reopenIssue()
    return settle()
  }

  /// Takes the places of the stored clippings that were searched for; those of an older search are dropped.
  public mutating func receive(clippings found: [Int], of number: Int) -> [Effect] {
    if let screen = layers.last(ClippingsScreen.self), screen.number == number { layers.update(screen.showing(found)) }
    return settle()
  }
}

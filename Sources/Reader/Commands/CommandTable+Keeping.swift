import Exporting
import Newspaper

// Rows of commands with which a person keeps something: selections, copies, marks, clippings, corrections, exports.
extension Command {
  var keepingRow: Row {
    switch self {
    case .jumpBack:
      Row(.reading + [.results], "jump back", "back over a jump, issues too") { $0.jump(back: $1) }
    case .jumpForth:
      Row(.reading + [.results], "jump on", "forth again over a jump") { $0.jump(back: -$1) }
    case .markHit:
      Row([.results], "mark hit", "mark the hit, or take its mark away: copy, clip, export act on the marked")
    case .markAllHits: Row([.results], "mark all", "mark all hits, or none")
    case .nextUnread:
      Row(.reading, "unread", "to the next unread article, in later issues too") { reader, _ in
        reader.goToNextUnread()
      }
    case .readAll: Row(.reading, "all read", "mark all articles of the issue as read") { reader, _ in reader.readAll() }
    case .select:
      Row(
        [.contents, .article, .front, .selection], "select", "select passages: then copy, clip, mark or correct them"
      ) {
        reader, _ in SelectionScreen.open(in: &reader)
      }
    case .swapEnds: Row([.selection], "other end", "to the other end of the selection")
    case .copy:
      Row(
        .keeping, "copy", "copy the selection, article, hit or issue; as text, markdown, raw, link or citation",
        words: { $0.copy(as: $1) }, completions: { _, _ in Reader.copyForms },
        asking: { reader, _ in reader.copy(as: "text") })
    case .cite:
      Row(
        .keeping, "cite", "copy the citation; with a style, in that",
        words: { $0.cite(in: $1) }, completions: { _, _ in CitationStyle.allCases.map(\.rawValue) },
        asking: { reader, _ in reader.copy(as: "citation") })
    case .mark:
      Row(
        [.contents, .article, .front, .selection], "mark", "mark this place with a letter",
        words: { reader, name in
          reader.mark(String(name.prefix(1)))
          return []
        }, action: { reader, _ in reader.layers.append(LetterPrompt(.set)) })
    case .goToMark:
      Row(
        .reading + [.results], "to mark",
        "to the mark of a letter; the same key again goes back to before the last jump",
        words: { reader, name in
          reader.goToMark(String(name.prefix(1)))
          return []
        }, action: { reader, _ in reader.layers.append(LetterPrompt(.go)) })
    case .marks:
      Row(.reading + [.results, .clippings], "marks", "list the marks") { reader, _ in
        KeptScreen.open(.marks, in: &reader)
      }
    case .clip:
      Row(
        .keeping, "clip", "clip the selection, article, hit or issue, with a note and #tags",
        words: { reader, words in
          let note = EditedNote(words)
          reader.clip(reader.excerpts(), note: note.note, tags: note.tags)
          return []
        }, action: { reader, _ in NotePrompt.openToClip(in: &reader) })
    case .clipInEditor:
      Row(
        .keeping, "clip, note", "clip, with a note written in the editor",
        asking: { reader, _ in reader.clipInEditor() })
    case .clippings:
      Row(.reading + [.results], "clippings", "list the clippings") { reader, _ in ClippingsScreen.open(in: &reader) }
    case .editNote: Row([.clippings], "note", "edit the note")
    case .editTags: Row([.clippings], "tags", "edit the tags")
    case .edit: Row(.keeping, "editor", "open a copy in the editor", asking: { reader, _ in reader.openInEditor() })
    case .pipe: pipeRow
    case .speak:
      Row(
        .keeping, "speak", "read aloud the selection, or the article from here on; again to end that",
        asking: { reader, _ in reader.speak() })
    case .export:
      .words(
        of: self, .keeping, "export", "write into a file: format, file",
        completions: { _, start in Reader.exportFormats.filter { $0.hasPrefix(start) } }, { $0.export($1) })
    case .record:
      Row(
        .screens, "record", "record keys under a name, or end that",
        words: { reader, name in
          reader.record(name)
          return []
        }, action: { reader, _ in reader.record("") })
    case .play:
      .words(
        of: self, .screens, "play", "press the keys of the macro of this name",
        completions: { reader, _ in reader.notebook.macros.map(\.name) }, { $0.play($1) })
    case .macros:
      Row(.reading + [.results, .clippings], "macros", "list the macros: keys that were recorded under a name") {
        reader, _ in KeptScreen.open(.macros, in: &reader)
      }
    case .filter: Row([.issues, .clippings], "filter", "show only some of the list: unread, paper:, date:, text")
    case .calendar:
      Row(
        .reading + .found + [.calendar], "calendar", "the issues by day, shaded by articles or hits; a count is a year",
        words: { reader, month in
          CalendarScreen.open(at: month, in: &reader)
          return []
        },
        asking: { reader, count in
          CalendarScreen.open(at: count.map(String.init), in: &reader)
          return []
        })
    case .correct:
      Row(
        [.contents, .article, .front, .selection], "correct", "correct the passage; with editor, in the editor",
        words: { reader, words in reader.beginCorrection(inEditor: words == "editor") },
        completions: { _, _ in ["editor"] }, asking: { reader, _ in reader.beginCorrection() })
    case .role:
      .words(
        of: self, [.contents, .article, .front, .selection], "role", "give the passages another role",
        completions: { _, _ in Reader.roles },
        { reader, name in
          reader.correct(.role, to: name)
          return []
        })
    case .join:
      Row([.contents, .article, .front, .selection], "join", "join the article, or the paragraph, to the one before") {
        reader, _ in reader.correct(.join)
      }
    case .split:
      Row(
        [.contents, .article, .front, .selection], "split", "begin an article, or a paragraph, with the passage",
        words: { reader, what in
          reader.correct(.split, to: what)
          return []
        }, completions: { _, _ in ["paragraph"] },
        asking: { reader, _ in
          reader.correct(.split)
          return []
        })
    case .date:
      .words(
        of: self, .reading + .found + [.selection, .calendar], "date",
        "the calendar at a month, 1998-01; with a whole day, correct that of the issue",
        { reader, day in
          if day.split(separator: "-").count < 3 {
            CalendarScreen.open(at: day, in: &reader)
          } else {
            reader.correct(.date, to: day)
          }
          return []
        })
    case .title:
      .words(
        of: self, .reading + [.selection], "paper", "correct the name of the paper",
        { reader, name in
          reader.correct(.title, to: name)
          return []
        })
    case .corrections:
      Row(.reading + [.results, .clippings], "corrections", "list the corrections") { reader, _ in
        KeptScreen.open(.corrections, in: &reader)
      }
    case .undo:
      Row(.screens, "undo", "undo: clippings, notes, tags, marks, corrections, read marks, deletions") { $0.undo($1) }
    case .redo: Row(.screens, "redo", "do again what was undone") { $0.redo($1) }
    // The table of commands asks for no other.
    default: Row([], "quit", "quit")
    }
  }

  private var pipeRow: Row {
    var row = Row.words(
      of: self, .keeping, "pipe", "hand the text to a command; --markdown, --raw or --json before it; none: the pager",
      { $0.pipe($1) })
    row.takesNoWords = true
    return row
  }
}

import Newspaper

// The one table of commands: where each has a meaning and what is said of it. The keymap, the help screen, the last
// line of the screen, the command line's completion and the README's table are all made from it.

extension Command {
  /// Its row.
  public var entry: Entry {
    switch self {
    case .nextLine: Self.moving("down", "down a line")
    case .previousLine: Self.moving("up", "up a line")
    case .halfPageDown: Self.moving("half down", "down half a page")
    case .halfPageUp: Self.moving("half up", "up half a page")
    case .nextPage: Self.moving("page", "down a page")
    case .previousPage: Self.moving("page up", "up a page")
    case .firstLine: Self.moving("top", "to the start; with a count, to that line")
    case .lastLine: Self.moving("end", "to the end; with a count, to that line")

    case .open:
      Entry(
        .reading + [.results, .queries], "open",
        "open what is selected; in an article, a page on")
    case .back:
      Entry(.reading + [.help, .why] + .found, "back", "back to where one came from")
    case .nextPane: Self.between("pane", "to the next pane")
    case .previousPane: Self.between("pane back", "to the previous pane")
    case .nextArticle: Self.stepping("next article", "to the next article")
    case .previousArticle: Self.stepping("previous article", "to the previous article")
    case .nextIssue: Self.stepping("next issue", "to the next issue of the list")
    case .previousIssue: Self.stepping("previous issue", "to the previous issue of the list")
    case .article: Self.reading("article", "to the article with this number")
    case .issue: Self.reading("issue", "to the issue of this date or name")
    case .follow: Self.reading("follow", "follow the jump line or the pointer")
    case .boxLeft: Self.onFront("left", "to the box on the left; at the edge, back")
    case .boxRight: Self.onFront("right", "to the box on the right")

    case .search:
      Entry(
        .reading + [.help, .results, .chart], "search",
        "search the issue, or this help, as one types; among hits, change the query")
    case .nextMatch: Entry(.reading + [.help, .results], "next match", "to the next match")
    case .previousMatch:
      Entry(.reading + [.help, .results], "previous match", "to the previous match")
    case .pinyin:
      Self.reading(
        "pinyin", "which readings letters stand for: off, common, all")
    case .searchCorpus:
      Entry(
        .reading + [.why, .help] + .found, "search all",
        "search the whole corpus as one types")
    case .toggleOrder:
      Entry([.results, .chart], "order", "newest first, or best first")
    case .nextBar: Entry([.chart], "later", "to the next bar")
    case .previousBar: Entry([.chart], "earlier", "to the bar before")
    case .narrow: Entry([.chart], "narrow", "narrow the hits to the days of this bar")
    case .widen: Entry([.results, .chart], "widen", "to the days that it was narrowed from")
    case .save: Self.keeping("save", "keep the query of the whole corpus under a name")
    case .query: Self.keeping("query", "search by the kept query of this name")
    case .queries: Self.keeping("queries", "list the kept queries")
    case .deleteQuery:
      Self.keeping("delete", "forget the kept query of this name, or the one of the list")
    case .clearSearch: Self.reading("clear search", "forget the matches")

    case .nextView:
      Self.reading("view", "one column, columns, front page, vertical")
    case .view: Self.reading("view", "to the view of this name")
    case .theme: Self.reading("theme", "to the theme of this name")
    case .level:
      Self.reading("line breaks", "how strictly marks keep from a line's edges")
    case .justify:
      Self.reading("line ends", "lines ragged, justified, or with hanging marks")
    case .ambiguous:
      Self.reading("ambiguous width", "how wide “ ” — … are: one column or two")
    case .toggleRaw:
      Entry(.reading + [.why], "raw", "repaired text, or the scan's own lines")
    case .toggleRead:
      Entry([.contents, .article, .front], "read?", "mark the article as unread, or as read")
    case .why:
      Entry(
        [.contents, .article, .front], "why",
        "why a paragraph or headline is what it is: source lines, evidence, repairs")
    case .nextPassage: Entry([.why], "next", "to the next paragraph or headline")
    case .previousPassage: Entry([.why], "previous", "to the one before")
    case .help: Entry(.reading + [.why] + .found, "help", "show what the keys do")
    case .whereabouts:
      Entry(
        [.contents, .article, .front, .why, .results], "where",
        "say where one is: file, page, line")
    case .messages: Self.overlay("messages", "list all that has been said, whole")
    case .commandLine: Self.overlay("command", "type a command by its name")
    case .redraw: Self.anywhere("redraw", "draw the screen anew")
    case .suspend: Self.anywhere("suspend", "go to the shell for a while")
    case .interrupt:
      Self.anywhere("leave", "leave a prompt or help; else say how to quit")
    case .quit: Self.overlay("quit", "quit")

    case .accept: Self.typing("keep", "keep the matches, carry out the command")
    case .cancel: Self.typing("put back", "put everything back as it was")
    case .complete: Self.typing("complete", "complete the word")
    case .completeBack: Self.typing("complete back", "the completion before")
    case .olderLine: Self.typing("older", "a line typed before")
    case .newerLine: Self.typing("newer", "a line typed later")
    case .caretLeft: Self.typing("left##typing", "left a character")
    case .caretRight: Self.typing("right##typing", "right a character")
    case .caretStart: Self.typing("start", "to the line's start")
    case .caretEnd: Self.typing("end##typing", "to the line's end")
    case .deleteBack: Self.typing("delete##typing", "delete back; in an empty line, put everything back")
    case .deleteForward: Self.typing("delete on", "delete the character under the cursor")
    case .deleteWord: Self.typing("delete word", "delete the word before the cursor")
    case .deleteToStart: Self.typing("clear", "delete all before the cursor")
    }
  }

  private static func moving(_ label: String, _ help: String) -> Entry {
    Entry(.reading + [.help, .why] + .found, label, help)
  }

  private static func between(_ label: String, _ help: String) -> Entry {
    Entry(.reading + [.results, .chart], label, help)
  }

  private static func stepping(_ label: String, _ help: String) -> Entry {
    Entry(.reading + [.results], label, help)
  }

  private static func keeping(_ label: String, _ help: String) -> Entry {
    Entry(.reading + .found, label, help)
  }

  private static func reading(_ label: String, _ help: String) -> Entry {
    Entry(.reading, label, help)
  }

  private static func onFront(_ label: String, _ help: String) -> Entry {
    Entry([.front], label, help)
  }

  private static func overlay(_ label: String, _ help: String) -> Entry {
    Entry(.reading + [.help, .why] + .found, label, help)
  }

  private static func anywhere(_ label: String, _ help: String) -> Entry {
    Entry(Context.allCases, label, help)
  }

  private static func typing(_ label: String, _ help: String) -> Entry {
    Entry([.prompt], label, help)
  }
}

extension Command.Entry {
  fileprivate init(_ contexts: [Context], _ label: String, _ help: String) {
    self.init(contexts: contexts, label: Phrase(label), help: Phrase(help))
  }
}

extension [Context] {
  fileprivate static var reading: [Context] { Context.reading }
  /// What belongs to a search of the whole corpus.
  fileprivate static var found: [Context] { [.results, .chart, .queries] }
}

import Newspaper

// The one table of commands. The keymap, the help screen, the last line of the screen, the command line with its
// completion, and the manual's table of keys are all made from it. A new command is a case and a row here, a line for
// each other language, and a line of `Resources/keymap` if it has a key.

/// A command of the reader; the raw values are the names of the keymap file and the command line.
public enum Command: String, Sendable, CaseIterable {
  case nextLine = "next-line"
  case previousLine = "previous-line"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case nextPage = "next-page"
  case previousPage = "previous-page"
  case firstLine = "first-line"
  case lastLine = "last-line"

  case open
  case back
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case nextIssue = "next-issue"
  case previousIssue = "previous-issue"
  case article
  case issue
  case follow
  case boxLeft = "box-left"
  case boxRight = "box-right"
  case nextDay = "next-day"
  case previousDay = "previous-day"
  case nextWeek = "next-week"
  case previousWeek = "previous-week"
  case nextMonth = "next-month"
  case previousMonth = "previous-month"
  case nextYear = "next-year"
  case previousYear = "previous-year"
  case jumpBack = "jump-back"
  case jumpForth = "jump-forth"

  case search
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case clearSearch = "clear-search"
  case pinyin
  case script
  case searchCorpus = "search-corpus"
  case toggleOrder = "toggle-order"
  case markHit = "mark-hit"
  case markAllHits = "mark-all-hits"
  case nextBar = "next-bar"
  case previousBar = "previous-bar"
  case narrow
  case widen
  case save
  case query
  case queries
  case deleteQuery = "delete-query"

  case nextView = "next-view"
  case view
  case theme
  case level
  case justify
  case ambiguous
  case set
  case toggleRaw = "toggle-raw"
  case toggleRead = "toggle-read"
  case nextUnread = "next-unread"
  case readAll = "read"

  case select
  case swapEnds = "swap-ends"
  case copy
  case cite
  case mark
  case goToMark = "go-to-mark"
  case marks
  case clip
  case clipInEditor = "clip-in-editor"
  case clippings
  case editNote = "edit-note"
  case editTags = "edit-tags"
  case edit
  case pipe
  case speak
  case export
  case record
  case play
  case macros
  case filter
  case calendar
  case correct
  case role
  case join
  case split
  case date
  case title
  case corrections
  case breakLine = "break-line"
  case undo
  case redo

  case why
  case scan
  case openImage = "open-image"
  case nextPassage = "next-passage"
  case previousPassage = "previous-passage"
  case help
  case tour
  case whereabouts = "where"
  case messages
  case commandLine = "command-line"
  case chain
  case redraw
  case suspend
  case interrupt
  case quit

  case accept
  case cancel
  case complete
  case completeBack = "complete-back"
  case olderLine = "older-line"
  case newerLine = "newer-line"
  case caretLeft = "caret-left"
  case caretRight = "caret-right"
  case caretStart = "caret-start"
  case caretEnd = "caret-end"
  case deleteBack = "delete-back"
  case deleteForward = "delete-forward"
  case deleteWord = "delete-word"
  case deleteToStart = "delete-to-start"
}

extension Command {
  /// Its row.
  public var row: Row {
    switch self {
    case .nextLine: .moving("down", "down a line") { .lines($0 ?? 1) }
    case .previousLine: .moving("up", "up a line") { .lines(-($0 ?? 1)) }
    case .halfPageDown: .moving("half down", "down half a page") { .halfPages($0 ?? 1) }
    case .halfPageUp: .moving("half up", "up half a page") { .halfPages(-($0 ?? 1)) }
    case .nextPage: .moving("page", "down a page") { .pages($0 ?? 1) }
    case .previousPage: .moving("page up", "up a page") { .pages(-($0 ?? 1)) }
    case .firstLine: .moving("top", "to the start; with a count, to that line") { .line(($0 ?? 1) - 1) }
    case .lastLine: .moving("end", "to the end; with a count, to that line") { $0.map { .line($0 - 1) } ?? .end }

    case .open:
      Row(
        .reading + [.results, .queries, .clippings, .lists, .calendar], "open",
        "open what is selected; in an article, a page on")
    case .back: Row(.screens, "back", "back to where one came from") { reader, _ in _ = reader.layers.popLast() }
    case .nextPane:
      Row(.reading + [.results, .chart], "pane", "to the next pane") { reader, _ in reader.changePane(by: 1) }
    case .previousPane:
      Row(.reading + [.results, .chart], "pane back", "to the previous pane") { reader, _ in reader.changePane(by: -1) }
    case .nextArticle:
      Row(.reading + [.results], "next article", "to the next article") { $0.changeArticle(by: $1) }
    case .previousArticle:
      Row(.reading + [.results], "previous article", "to the previous article") { $0.changeArticle(by: -$1) }
    case .nextIssue:
      Row(.reading + [.results], "next issue", "to the next issue of the list") { $0.changeIssue(by: $1) }
    case .previousIssue:
      Row(.reading + [.results], "previous issue", "to the previous issue of the list") { $0.changeIssue(by: -$1) }
    case .article: articleRow
    case .issue:
      .words(
        of: self, .reading, "issue", "to the issue of this date or name",
        completions: { reader, _ in
          reader.issues.indices.prefix(1000).map { reader.issues[$0].date?.value ?? reader.issues[$0].id }
        },
        { reader, name in
          reader.goToIssue(name)
          return []
        })
    case .follow: Row(.reading, "follow", "follow the jump line or the pointer") { reader, _ in reader.follow() }
    case .boxLeft: Row([.front], "left", "to the box on the left; at the edge, back")
    case .boxRight: Row([.front], "right", "to the box on the right")
    case .nextDay: Row([.calendar], "next day", "to the next day")
    case .previousDay: Row([.calendar], "day before", "to the day before")
    case .nextWeek: Row([.calendar], "next week", "to the same day of the next week")
    case .previousWeek: Row([.calendar], "week before", "to the same day of the week before")
    case .nextMonth: Row([.calendar], "next month", "to the same day of the next month, or its last day")
    case .previousMonth: Row([.calendar], "month before", "to the same day of the month before, or its last day")
    case .nextYear: Row([.calendar], "next year", "to the same day of the next year")
    case .previousYear: Row([.calendar], "year before", "to the same day of the year before")

    case .search:
      Row(
        .reading + [.help, .results, .chart, .clippings], "search",
        "search the issue, or this help, as one types; among hits, change the query",
        words: { reader, query in
          reader.search(for: query)
          return []
        }, action: { reader, _ in reader.beginSearch() })
    case .nextMatch: Row(.reading + [.help, .results], "next match", "to the next match") { $0.changeMatch(by: $1) }
    case .previousMatch:
      Row(.reading + [.help, .results], "previous match", "to the previous match") { $0.changeMatch(by: -$1) }
    case .clearSearch: Row(.reading, "clear search", "forget the matches") { reader, _ in reader.clearSearch() }
    case .pinyin: .setting(self, .pinyin)
    case .script: .setting(self, .script)
    case .searchCorpus:
      Row(
        .screens, "search all", "search the whole corpus as one types",
        words: { reader, query in
          reader.searchCorpus(for: query)
          return []
        }, action: { reader, _ in reader.beginCorpusSearch() })
    case .toggleOrder:
      Row([.issues, .results, .chart], "order", "newest first, or best first; in the list, oldest first")
    case .nextBar: Row([.chart], "later", "to the next bar")
    case .previousBar: Row([.chart], "earlier", "to the bar before")
    case .narrow: Row([.chart], "narrow", "narrow the hits to the days of this bar")
    case .widen: Row([.results, .chart], "widen", "to the days that it was narrowed from")
    case .save:
      .words(
        of: self, .reading + .found, "save", "keep the query of the whole corpus under a name",
        completions: Self.savedQueries, { QueriesScreen.save(as: $1, in: &$0) })
    case .query:
      .words(
        of: self, .reading + .found, "query", "search by the kept query of this name",
        completions: Self.savedQueries,
        { reader, name in
          QueriesScreen.search(by: name, in: &reader)
          return []
        })
    case .queries:
      Row(.reading + .found, "queries", "list the kept queries") { reader, _ in QueriesScreen.open(in: &reader) }
    case .deleteQuery:
      .words(
        of: self, .reading + .found + [.clippings, .lists], "delete",
        "forget the kept query of this name, or the entry of the list",
        completions: Self.savedQueries, { QueriesScreen.delete(named: $1, in: &$0) })

    case .nextView:
      Row(.reading, "view", "one column, columns, front page, vertical") { reader, _ in reader.showNextView() }
    case .view: .setting(self, .view)
    case .theme: .setting(self, .theme)
    case .level: .setting(self, .level)
    case .justify: .setting(self, .justify)
    case .ambiguous: .setting(self, .ambiguous)
    case .set:
      .words(
        of: self, .reading, "setting", "give a setting a value: name value",
        completions: { Setting.completions(of: $1, themes: $0.environment.themes) }, { Setting.choose($1, in: &$0) })
    case .toggleRaw:
      Row(.reading + [.why], "raw", "repaired text, or the scan's own lines") { reader, _ in reader.toggleRaw() }
    case .toggleRead:
      Row([.contents, .article, .front], "read?", "mark the article as unread, or as read") { reader, _ in
        reader.toggleRead()
      }
    case .why:
      Row(
        [.contents, .article, .front], "why",
        "why a paragraph or headline is what it is: source lines, evidence, repairs"
      ) { reader, _ in WhyScreen.open(in: &reader) }
    case .scan:
      Row(
        [.contents, .article, .front, .why, .results, .scan], "scan",
        "show the scan of the passage; there, the whole page or the cut"
      ) { reader, _ in ScanScreen.open(in: &reader) }
    case .openImage:
      Row(
        [.contents, .article, .front, .why, .results, .scan], "image", "open the page's image in a viewer",
        asking: { reader, _ in ScanScreen.openElsewhere(in: reader) })
    case .nextPassage: Row([.why, .scan], "next", "to the next paragraph or headline")
    case .previousPassage: Row([.why, .scan], "previous", "to the one before")
    case .help:
      Row(.screens.filter { $0 != .help }, "help", "show what the keys do") { reader, _ in
        ListingScreen.openHelp(in: &reader)
      }
    case .tour:
      Row(
        .screens, "tour", "go through what the reader can do, in two minutes, on pages of its own",
        asking: { reader, _ in
          guard reader.tour == nil else {
            reader.restartTour()
            return []
          }
          return [.tour]
        })
    case .whereabouts:
      Row(
        [.contents, .article, .front, .why, .results], "where", "say where one is: file, page, line"
      ) { reader, _ in reader.sayWhere() }
    case .messages:
      Row(.screens, "messages", "list all that has been said, whole") { reader, _ in
        ListingScreen.openMessages(in: &reader)
      }
    case .commandLine:
      Row(.screens, "command", "type a command by its name") { reader, _ in
        CommandPrompt.open(in: &reader)
      }
    case .chain:
      .words(
        of: self, .screens, "commands", "carry out several commands, with ; between them",
        { _, lines in [.execute(lines.split(separator: ";").map { String($0).trimmed })] })
    case .jumpBack, .jumpForth, .markHit, .markAllHits, .nextUnread, .readAll, .select, .swapEnds, .copy, .cite, .mark,
      .goToMark, .marks, .clip, .clipInEditor, .clippings, .editNote, .editTags, .edit, .pipe, .speak, .export, .record,
      .play, .macros, .filter, .calendar, .correct, .role, .join, .split, .date, .title, .corrections, .undo, .redo:
      keepingRow

    case .redraw: Row(.everywhere, "redraw", "draw the screen anew", effect: .redraw)
    case .suspend: Row(.everywhere, "suspend", "go to the shell for a while", effect: .suspend)
    case .interrupt:
      Row(.everywhere, "leave", "leave a prompt or help; else say how to quit") { reader, _ in
        if reader.layers.popLast() == nil { reader.sayHowToQuit() }
      }
    case .quit: Row(.screens, "quit", "quit", effect: .quit)

    case .accept: Row([.prompt], "keep", "keep the matches, carry out the command")
    case .cancel: Row([.prompt], "put back", "put everything back as it was")
    case .complete: Row([.prompt], "complete", "complete the word")
    case .completeBack: Row([.prompt], "complete back", "the completion before")
    case .olderLine: Row([.prompt], "older", "a line typed before")
    case .newerLine: Row([.prompt], "newer", "a line typed later")
    case .breakLine: .editing("new line", "begin a line, in a correction") { $0.insert(CorrectionPrompt.lineBreak) }
    case .caretLeft: .editing("left##typing", "left a character") { $0.moveCaret(by: -1) }
    case .caretRight: .editing("right##typing", "right a character") { $0.moveCaret(by: 1) }
    case .caretStart: .editing("start", "to the line's start") { $0.moveCaret(by: -$0.caret) }
    case .caretEnd: .editing("end##typing", "to the line's end") { $0.moveCaret(by: .max) }
    case .deleteBack:
      .editing("delete##typing", "delete back; in an empty line, put everything back") { $0.deleteBack() }
    case .deleteForward: .editing("delete on", "delete the character under the cursor") { $0.deleteForward() }
    case .deleteWord: .editing("delete word", "delete the word before the cursor") { $0.deleteWord() }
    case .deleteToStart: .editing("clear", "delete all before the cursor") { $0.deleteToStart() }
    }
  }

  /// A count is the number of an article; without one the command line asks for it.
  private var articleRow: Row {
    var row = Row.words(of: self, .reading, "article", "to the article with this number") { reader, number in
      reader.goToArticle(number)
      return []
    }
    row.action = { [action = row.action] reader, count in
      guard let count else { return action(&reader, nil) }
      reader.goToArticle(String(count))
      return []
    }
    return row
  }

  private static let savedQueries: Row.Completions = { reader, _ in reader.corpusSearch.savedQueries.map(\.name) }
}

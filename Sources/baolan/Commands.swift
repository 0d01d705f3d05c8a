import Reader
import Searching
import Typesetting

extension CommandForm {
  /// Every command, in the order of help.
  static let all = [list, show, search, export, help]

  /// What the program does without a command.
  static let read = CommandForm(
    name: "",
    options: [
      encoding, noCache, allMessages,
      OptionForm(name: "--no-state", summary: "keep nothing, and open as if nothing had been kept"),
      OptionForm(name: "--version", summary: "show the version"),
    ],
    summary: "read the newspaper",
    details: """
      PATH is a folder, read with all that is in it, or a file; in a folder the pages are
      the files that end in .txt, .md or .html. Pages of one day are one issue, by their
      names. `-` reads a page from standard input.
      Without a PATH: $BAOLAN_CORPUS, else the paths in $XDG_CONFIG_HOME/baolan/corpus
      (one a line), else ./seeds. When standard output is no terminal, what `list` prints.
      """,
    run: runRead)

  private static let list = CommandForm(
    name: "list",
    options: [textOrJSON, encoding, noCache, allMessages],
    summary: "one line an issue: id, date, articles, headline",
    details: """
      Newest first. A date marked ≈ is inferred. On a terminal the columns are aligned;
      in a pipe they are separated by one tab each.
      """,
    run: runList)

  private static let show = CommandForm(
    name: "show",
    operands: ["ID[/ARTICLE]"],
    options: [
      OptionForm(
        name: "--width", value: .number(10...1000),
        summary: "lines of at most N columns; else the terminal's, at most 80"),
      OptionForm(
        name: "--view", value: .oneOf(PageView.allCases.map(\.rawValue)),
        summary: "one column (the default), columns, the printed page, or vertical lines"),
      OptionForm(name: "--height", value: .number(5...1000), summary: "pages of N lines, for all views but one"),
      OptionForm(
        name: "--level", value: .oneOf(LineBreakLevel.allCases.map(\.rawValue)),
        summary: "how strictly marks keep from a line's edges; basic is the default"),
      OptionForm(
        name: "--justify", value: .oneOf(LineSetting.Justification.allCases.map(\.rawValue)),
        summary: "ends of lines; ragged is the default"),
      OptionForm(
        name: "--ambiguous", value: .oneOf(AmbiguousWidth.allCases.map(\.rawValue)),
        summary: "“ ” — … in one column (the default) or in two"),
      OptionForm(name: "--raw", summary: "the scan's own lines"),
      encoding, noCache, allMessages,
    ],
    summary: "an issue, or an article of it, as typeset text",
    details: """
      ID is an issue's id or date, or a beginning of one that only it has.
      ARTICLE is the article's number. Without --height, columns are as long as the article,
      a printed page has 60 lines and a vertical one 36.
      """,
    run: runShow)

  private static let search = CommandForm(
    name: "search",
    operands: ["QUERY"],
    options: [
      issue, textOrJSON,
      OptionForm(name: "--count", summary: "only how many there are"),
      OptionForm(
        name: "--by", value: .oneOf(HitTable.Unit.allCases.map(\.rawValue)),
        summary: "how many there are by time, issue or author"),
      OptionForm(
        name: "--order", value: .oneOf(CorpusQuestion.Order.allCases.map(\.rawValue)),
        summary: "by issue and place, or the best of all first"),
      OptionForm(
        name: "--context", value: .number(0...Invocation.mostContext), summary: "N characters on each side; else 20"),
      encoding, noCache, allMessages,
      OptionForm(
        name: "--pinyin", value: .oneOf(Query.Pinyin.allCases.map(\.rawValue)),
        summary: "readings that letters stand for; common is the default"),
    ],
    summary: "every occurrence of a text, whatever the scan did to it",
    details: """
      Stray spaces, broken lines, half- or full-width and traditional or simplified forms
      do not matter. QUERY is one word or several, which must all be in an article:
        "a phrase"   -without   a | b   a near/20 b   /regular expression/
        title: by: caption:   before any of these: only there
        date:2021-06..2022   page:2..4   kind:photo
        hengyang, hy, hengy   hanzi by their pinyin; capital letters are letters only
        ~text   one character in four may be one that scans take for it
      A line each: ID/ARTICLE:PAGE:LINES: …before[match]after…, newest first, in each issue
      what was found as it was typed first, [~match] for look-alikes. --by counts: a line
      each, with bars on a terminal, one tab between in a pipe; `-` where it is not known.
      Status 1 where nothing is found.
      """,
    run: runSearch)

  private static let export = CommandForm(
    name: "export",
    options: [
      OptionForm(
        name: "--format", value: .oneOf(["json"] + proseFormats), isNeeded: true, summary: "the form of the document"),
      issue,
      OptionForm(name: "--output", value: .text("FILE"), summary: "write to FILE instead of standard output"),
      encoding, noCache, allMessages,
    ],
    summary: "issues as a document for other programs",
    run: runExport)

  private static let help = CommandForm(
    name: "help",
    operands: ["[COMMAND]"],
    takesPaths: false,
    summary: "this help, or a command's",
    run: runHelp)

  private static let textOrJSON = OptionForm(
    name: "--format", value: .oneOf(["text", "json"]), summary: "text is the default")
  private static let encoding = OptionForm(
    name: "--encoding", value: .encoding, summary: "how all pages are encoded; else told by their content")
  private static let noCache = OptionForm(
    name: "--no-cache", summary: "keep no catalogue of a large corpus, and use none")
  private static let allMessages = OptionForm(
    name: "--all-messages", summary: "say each thing that is wrong with a file, not only the first few")
  private static let issue = OptionForm(
    name: "--issue", value: .text("ID"), summary: "only this issue, by its id, its date or a beginning of one")
}

import PageFormats

// The commands, one row each.
extension CommandRow {
  /// Every command, in the order of help.
  static let all = [list, show, search, export, cite, help]

  /// The action of the program without a command.
  static let read = CommandRow(
    name: "",
    options: [.encoding, .noCache, .allMessages, .noState, .set, .version],
    summary: "read the newspaper",
    details: """
      PATH is a folder, read with all that is in it, or a file; in a folder the pages are
      the files that end in \(PageFormat.extensionsInWords). Pages of one day are one issue, by their
      names. `-` reads a page from standard input.
      Without a PATH: $BAOLAN_CORPUS, else the paths in $XDG_CONFIG_HOME/baolan/corpus
      (one a line), else ./seeds. When standard output is no terminal, what `list` prints.
      """,
    run: runRead)

  private static let list = CommandRow(
    name: "list",
    options: [.textOrJSON, .encoding, .noCache, .allMessages],
    summary: "one line an issue: id, date, articles, headline",
    details: """
      Newest first. A date marked ≈ is inferred. On a terminal the columns are aligned;
      in a pipe they are separated by one tab each.
      """,
    run: runList)

  private static let show = CommandRow(
    name: "show",
    operands: ["ID[/ARTICLE]"],
    options: [
      .width, .view, .height, .level, .justify, .ambiguous, .raw, .encoding, .noCache, .allMessages,
    ],
    summary: "an issue, or an article of it, as typeset text",
    details: """
      ID is an issue's id or date, or a beginning of one that only it has.
      ARTICLE is the article's number. Without --height, columns are as long as the article,
      a printed page has 60 lines and a vertical one 36.
      """,
    run: runShow)

  private static let search = CommandRow(
    name: "search",
    operands: ["QUERY"],
    options: [.issue, .textOrJSON, .count, .by, .order, .context, .encoding, .noCache, .allMessages, .pinyin],
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

  private static let export = CommandRow(
    name: "export",
    options: [
      .exportFormat, .chosenIssue, .query, .pinyin, .output, .batch, .encoding, .noCache, .allMessages,
    ],
    summary: "issues or articles as a document for other programs",
    details: """
      Each article with its paper, day, page, lines, file and lasting link. In the order of
      the list, and piece by piece, however large the corpus. opensearch is the body of its
      _bulk, solr of its /update/json/docs; the id of each document is the link.
      """,
    run: runExport)

  private static let cite = CommandRow(
    name: "cite",
    operands: ["ID[/ARTICLE]"],
    options: [.style, .encoding, .noCache, .allMessages],
    summary: "a reference to an article, or to each of an issue",
    details: """
      ID[/ARTICLE] may be a lasting link. What is inferred stands in brackets or in a note.
      """,
    run: runCite)

  private static let help = CommandRow(
    name: "help",
    operands: ["[COMMAND]"],
    takesPaths: false,
    summary: "this help, or a command's",
    run: runHelp)
}

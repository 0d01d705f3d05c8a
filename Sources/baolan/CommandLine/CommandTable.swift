import Newspaper
import PageFormats

// The commands, one row each.
extension CommandRow {
  /// Every command, in the order of help.
  static let all = [list, show, search, export, cite, ocr, help]

  /// The action of the program without a command.
  static let read = CommandRow(
    name: "",
    options: [
      .execute, .encoding, .follow, .noCache, .allMessages, .noState, .view, .theme, .set, .screenReader, .version,
    ],
    summary: Phrase("read the newspaper"),
    details: [
      .text(
        Phrase(
          "PATH is a folder, read with all that is in it, or a file; in a folder the pages are the files that end in {}, and files of other formats, by their content (`baolan help formats`). Pages of one day are one issue, by their names. `-` reads a page from standard input, and so does `cat page | baolan`.",
          PageFormat.extensionsInWords)),
      .text(
        Phrase(
          "Without a PATH: $BAOLAN_CORPUS, else the paths in $XDG_CONFIG_HOME/baolan/corpus (one a line), else ./seeds, else the current folder. When standard output is no terminal, what `list` prints."
        )),
      .text(
        Phrase(
          "The first word may name what is opened: a lasting link, an issue's id or date, or ID/ARTICLE, as in `baolan 2021-06-22`."
        )),
    ],
    run: runRead)

  private static let list = CommandRow(
    name: "list",
    options: [.textOrJSON, .colour, .encoding, .follow, .noCache, .noState, .allMessages],
    summary: Phrase("one line an issue: id, date, articles, headline"),
    details: [
      .text(
        Phrase(
          "Newest first. A date marked ≈ is inferred. On a terminal the columns are aligned; in a pipe they are separated by one tab each. With an issue's id or date as the first word: its contents, a line an article: number, kind, page, headline."
        ))
    ],
    run: runList)

  private static let show = CommandRow(
    name: "show",
    operands: ["ID[/ARTICLE]"],
    options: [
      .width, .view, .height, .level, .justify, .ambiguous, .raw, .encoding, .follow, .noCache, .noState,
      .allMessages,
    ],
    summary: Phrase("an issue, or an article of it, as typeset text"),
    details: [
      .text(
        Phrase(
          "ID is an issue's id or date, or a beginning of one that only it has; it may be a lasting link, or a file. ARTICLE is the article's number, which stands in a rule before each article of an issue. On a terminal the text goes through $PAGER."
        )),
      .text(
        Phrase(
          "Without --height, columns are as long as the article, a printed page has 60 lines and a vertical one 36.")),
    ],
    run: runShow)

  private static let search = CommandRow(
    name: "search",
    operands: ["QUERY"],
    options: [
      .issue, .searchFormat, .fields, .count, .by, .order, .context, .colour, .encoding, .follow, .noCache,
      .noState, .allMessages, .pinyin,
    ],
    summary: Phrase("every occurrence of a text, whatever the scan did to it"),
    details: queryHelp + [
      .text(
        Phrase(
          "A line each: ID/ARTICLE:PAGE:LINES: …before[match]after…, newest first, in each issue what was found as it was typed first, [~match] for look-alikes. --by counts: a line each, with bars on a terminal, one tab between in a pipe; `-` where it is not known. Status 1 where nothing is found."
        )),
      .text(Phrase("Columns of jsonl and csv: {}", HitRow.names.joined(separator: ", "))),
    ],
    run: runSearch)

  private static let export = CommandRow(
    name: "export",
    options: [
      .exportFormat, .chosenIssue, .query, .clippings, .pinyin, .output, .batch, .encoding, .follow, .noCache,
      .noState, .allMessages,
    ],
    summary: Phrase("issues or articles as a document for other programs"),
    details: [
      .text(
        Phrase(
          "Each article with its paper, day, page, lines, file and lasting link, in the order of the list, and piece by piece, however large the corpus. opensearch is the body of its _bulk, solr of its /update/json/docs; the id of each document is the link."
        ))
    ],
    run: runExport)

  private static let cite = CommandRow(
    name: "cite",
    operands: ["ID[/ARTICLE]"],
    options: [.style, .encoding, .follow, .noCache, .noState, .allMessages],
    summary: Phrase("a reference to an article, or to each of an issue"),
    details: [
      .text(Phrase("ID[/ARTICLE] may be a lasting link. What is inferred stands in brackets or in a note."))
    ],
    run: runCite)

  private static let ocr = CommandRow(
    name: "ocr",
    operands: ["FOLDER"],
    takesPaths: false,
    options: [.into, .engine, .ocrLanguage],
    summary: Phrase("read images that have no text yet, by an installed engine"),
    details: [
      .text(
        Phrase(
          "Tesseract reads them, two at a time, and writes ALTO. No file is ever replaced, and images that have text are left alone, so that it goes on where it was broken off."
        )),
      .text(
        Phrase(
          "COMMAND, or $BAOLAN_OCR, is a command of the shell: it gets an image as `\"$1\"` and writes text, hOCR, ALTO or another format that Baolan reads to standard output."
        )),
    ],
    run: runOCR)

  private static let help = CommandRow(
    name: "help",
    operands: ["[TOPIC]"],
    takesPaths: false,
    summary: Phrase("this help, or that of a command or topic"),
    run: runHelp)
}

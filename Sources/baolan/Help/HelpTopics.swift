import Exporting
import Newspaper
import PageFormats
import Reader
import Typesetting

/// A topic of `baolan help`, one row each: help for people, the manual page, and completions for shells.
struct HelpTopic: Sendable {
  let name: String
  let summary: Phrase
  let text: @Sendable () -> String
  /// Its text in the manual page; empty for a topic that is none of it.
  var blocks: @Sendable () -> [HelpBlock] = { [] }

  private init(_ name: String, _ summary: Phrase, blocks: @escaping @Sendable () -> [HelpBlock]) {
    (self.name, self.summary, self.blocks) = (name, summary, blocks)
    text = { blocks().map(\.text).joined(separator: "\n") }
  }

  private init(_ name: String, _ summary: Phrase, text: @escaping @Sendable () -> String) {
    (self.name, self.summary, self.text) = (name, summary, text)
  }

  /// The topics, in the order of help.
  static let all = [
    HelpTopic("reader", Phrase("the keys and commands of the reader"), blocks: { readerBlocks }),
    HelpTopic("query", Phrase("what a query may say"), blocks: { queryHelp }),
    HelpTopic("config", Phrase("settings, files and variables"), blocks: { configBlocks }),
    HelpTopic("themes", Phrase("colours"), blocks: { themeBlocks }),
    HelpTopic("formats", Phrase("pages that are read, documents that are written"), blocks: { formatBlocks }),
    HelpTopic("keys", Phrase("the keys in force, as a keymap file names them"), text: keyHelp),
    HelpTopic("man", Phrase("this manual, for man"), text: { manualPage }),
    HelpTopic("bash", Phrase("completion for bash"), text: { bashCompletion }),
    HelpTopic("zsh", Phrase("completion for zsh"), text: { zshCompletion }),
    HelpTopic("fish", Phrase("completion for fish"), text: { fishCompletion }),
  ]
}

private var readerBlocks: [HelpBlock] {
  let (keymap, _) = loadKeymap()
  var blocks: [HelpBlock] = [
    .text(Phrase("A number before a key repeats it: 5j. In the reader ? shows the keys in force."))
  ]
  var withKeys: Set<Command> = []
  for section in KeyTable(keymap).sections {
    blocks.append(.heading(section.title(in: language)))
    blocks.append(
      .rows(section.rows.map { HelpBlock.Row($0.keys.joined(separator: " "), $0.help(in: language)) }))
    withKeys.formUnion(section.rows.map(\.command))
  }
  let others = Command.allCases.filter { !withKeys.contains($0) }
  return blocks + [
    .text(Phrase("Every command can be typed by its name behind a colon, with tab to complete; these have no key:")),
    .rows(others.map { HelpBlock.Row(":" + $0.rawValue, $0.help(in: language)) }),
    .text(Phrase("The names of those with keys:")),
    .rows(
      Command.allCases.filter(withKeys.contains).map { HelpBlock.Row(":" + $0.rawValue, $0.help(in: language)) }),
  ]
}

let queryHelp: [HelpBlock] = [
  .text(
    Phrase(
      "Stray spaces, broken lines, half- or full-width and traditional or simplified forms do not matter. A query is one word or several, which must all be in an article:"
    )),
  .rows([
    HelpBlock.Row("\"a phrase\"", Phrase("words one behind the other")),
    HelpBlock.Row("mill mill* *mill", Phrase("the word of letters; with a star longer ones, too")),
    HelpBlock.Row("-without", Phrase("not in the article")),
    HelpBlock.Row("a | b", Phrase("one or the other")),
    HelpBlock.Row("a near/20 b", Phrase("at most 20 characters apart")),
    HelpBlock.Row("/expression/", Phrase("a regular expression")),
    HelpBlock.Row("title: by: caption:", Phrase("before any of these: only in headlines, bylines, captions")),
    HelpBlock.Row("date:2021-06..2022", Phrase("days, months or years, from and to")),
    HelpBlock.Row("page:2..4 kind:photo", Phrase("pages, and kinds of articles")),
    HelpBlock.Row("hengyang hy lyu shang4wu3", Phrase("hanzi by their pinyin; capital letters are letters only")),
    HelpBlock.Row("~text", Phrase("one character in four may be one that scans take for it")),
  ]),
]

private var configBlocks: [HelpBlock] {
  [
    .text(
      Phrase(
        "Settings, with :set NAME VALUE or :NAME VALUE in the reader, or --set NAME=VALUE; what is chosen in the reader is remembered:"
      )),
    .rows(
      Setting.all.map {
        HelpBlock.Row($0.name, $0.helpWithValues(in: language, themes: themeNames))
      }),
    .text(Phrase("Files in ~/.config/baolan ($XDG_CONFIG_HOME/baolan):")),
    .rows([
      HelpBlock.Row("corpus", Phrase("paths that are read where none is given, one a line")),
      HelpBlock.Row("keymap", Phrase("lines `context[,context] keys command`, each over the default for its keys")),
      HelpBlock.Row("theme", Phrase("a theme of one's own; see `baolan help themes`")),
      HelpBlock.Row(
        "hooks", Phrase("lines `on-open COMMAND`, `on-clip …`, `on-new-issue …`: a command that gets a line of JSON")),
    ]),
    .code(["# keymap", "reading <alt-f> next-page", "article q unbound"]),
    .text(Phrase("Variables of the environment:")),
    .rows([
      HelpBlock.Row("BAOLAN_CORPUS", Phrase("the folder that is read where none is given")),
      HelpBlock.Row("BAOLAN_THEME", Phrase("the name of a theme")),
      HelpBlock.Row("BAOLAN_AMBIGUOUS", Phrase("the width of “ ” — …: narrow or wide")),
      HelpBlock.Row("BAOLAN_IMAGES", Phrase("how scans are shown: kitty, iterm, sixel, blocks or none")),
      HelpBlock.Row("BAOLAN_VIEWER", Phrase("the program that images are opened in")),
      HelpBlock.Row("BAOLAN_OCR", Phrase("the engine of `baolan ocr`, a command of the shell")),
      HelpBlock.Row("PAGER", Phrase("`show` on a terminal goes through it")),
      HelpBlock.Row("NO_COLOR", Phrase("turns colours off")),
      HelpBlock.Row("LANG", Phrase("Chinese where it begins with zh")),
    ]),
    .text(
      Phrase(
        "What names of files do not say, a file baolan.json says for its folder and the folders in it; all of it may be left out:"
      )),
    .code([
      "{ \"title\": \"衡阳日报\",",
      "  \"issues\": { \"2021-06-22\": { \"date\": \"2021-06-22\", \"number\": 10543 } },",
      "  \"pages\": { \"scan-b.txt\": { \"issue\": \"2021-06-22\", \"page\": 2 } } }",
    ]),
    .text(
      Phrase(
        "What is read, marked and chosen stands in ~/.local/state/baolan ($XDG_STATE_HOME/baolan); catalogues of corpora in ~/.cache/baolan ($XDG_CACHE_HOME/baolan), which may be deleted at any time."
      )),
  ]
}

private var themeBlocks: [HelpBlock] {
  [
    .text(Phrase(":theme NAME changes the colours, and is remembered; --theme NAME begins with it:")),
    .code([themeNames.names.joined(separator: " ")]),
    .text(
      Phrase(
        "A file ~/.config/baolan/theme holds the name of a theme, or lines of one's own over it, which :theme own goes back to. The theme dark shows the roles:"
      )),
    .code(builtInThemes.first { $0.name == "dark" }?.text.split(separator: "\n").map(String.init) ?? []),
  ]
}

private var formatBlocks: [HelpBlock] {
  [
    .text(
      Phrase(
        "In a folder the pages are the files that end in {}, and these, by their content:", PageFormat.extensionsInWords
      )),
    .rows([
      HelpBlock.Row("ALTO 1-4", Phrase("with the articles of its tags")),
      HelpBlock.Row("hOCR, PAGE", Phrase("by Tesseract, OCRmyPDF, Transkribus, eScriptorium, OCR-D")),
      HelpBlock.Row("XML", Phrase("by ABBYY, of DjVu, of pdftotext -bbox-layout")),
      HelpBlock.Row("TSV, JSON", Phrase("by Tesseract, PaddleOCR, RapidOCR")),
      HelpBlock.Row("METS, DIDL", Phrase("an issue with its articles, as a library describes it")),
      HelpBlock.Row(".gz .bz2 .zip", Phrase("one of these, packed")),
    ]),
    .text(
      Phrase(
        "Text is UTF-8 or in any encoding of the Encoding Standard, told by its content; --encoding names it.")),
    .text(Phrase("Documents of `baolan export --format`:")),
    .rows(ExportFormat.all.map { HelpBlock.Row($0.name, $0.summary) }),
    .text(
      Phrase(
        "Every article has a lasting link, baolan:ISSUE/ARTICLE#pPAGE.LINE. `baolan LINK` opens it, and the line counts before the number. In csv a cell that a spreadsheet would take for a formula has an apostrophe before it. --batch 10 --output FILE makes bodies of 10 MB for bulk APIs:"
      )),
    .code([
      "baolan export PAPERS --format opensearch --batch 10 --output part.ndjson",
      "for f in part-*.ndjson; do",
      "  curl -H 'Content-Type: application/x-ndjson' --data-binary @$f HOST/papers/_bulk; done",
    ]),
  ]
}

/// The catalogue of themes.
private var themeNames: ThemeCatalog { loadThemes(kept: nil).catalog }

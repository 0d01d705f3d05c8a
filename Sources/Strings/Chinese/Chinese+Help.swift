extension Chinese {
  /// `baolan help`, its topics, and the manual page.
  static let help: [(key: String, text: String)] = [
    (
      "this help, or that of a command or topic",
      "本帮助，或某命令、某题目的"
    ),
    (
      "Baolan (报栏) reads scanned newspaper pages in a terminal.",
      "报栏（Baolan）在终端里读扫描的报纸。"
    ),
    (
      "`baolan help COMMAND` shows a command's options; more is said by:",
      "`baolan help COMMAND` 显示命令的选项；更多的见："
    ),
    (
      "Exit status: 0 done (search: found), 1 nothing found, 2 wrong usage or nothing readable.",
      "退出状态：0 完成（search：搜到了），1 没有搜到，2 用法有误或没有可读的。"
    ),
    (
      "the keys and commands of the reader",
      "阅读时的按键与命令"
    ),
    (
      "what a query may say",
      "搜索词怎么写"
    ),
    (
      "settings, files and variables",
      "设置、文件与环境变量"
    ),
    (
      "colours",
      "配色"
    ),
    (
      "pages that are read, documents that are written",
      "能读的版面，能写的文件"
    ),
    (
      "the keys in force, as a keymap file names them",
      "现用的按键，依键位文件的写法"
    ),
    (
      "this manual, for man",
      "本手册，供 man 用"
    ),
    (
      "completion for bash",
      "bash 的补全"
    ),
    (
      "completion for zsh",
      "zsh 的补全"
    ),
    (
      "completion for fish",
      "fish 的补全"
    ),
    (
      "A number before a key repeats it: 5j. In the reader ? shows the keys in force.",
      "按键前加数字则重复：5j。阅读时按 ? 看现用的按键。"
    ),
    (
      "Every command can be typed by its name behind a colon, with tab to complete; these have no key:",
      "每个命令都可在冒号后打名字，用 tab 补全；这些没有按键："
    ),
    (
      "The names of those with keys:",
      "有按键的命令的名字："
    ),
    (
      "Stray spaces, broken lines, half- or full-width and traditional or simplified forms do not matter. A query is one word or several, which must all be in an article:",
      "多余的空格、断行、全角半角、繁简都不要紧。搜索词可以是一个或几个，须在同一稿中："
    ),
    (
      "the word of letters; with a star longer ones, too",
      "整个外文词；带星号也找更长的词"
    ),
    (
      "words one behind the other",
      "前后相接的词"
    ),
    (
      "not in the article",
      "稿中没有"
    ),
    (
      "one or the other",
      "或此或彼"
    ),
    (
      "at most 20 characters apart",
      "相隔最多 20 字"
    ),
    (
      "a regular expression",
      "正则表达式"
    ),
    (
      "before any of these: only in headlines, bylines, captions",
      "写在前面：只在标题、署名、图片说明里"
    ),
    (
      "days, months or years, from and to",
      "日、月或年，从与到"
    ),
    (
      "pages, and kinds of articles",
      "版，与稿件的种类"
    ),
    (
      "hanzi by their pinyin; capital letters are letters only",
      "以拼音搜汉字；大写字母只当字母"
    ),
    (
      "one character in four may be one that scans take for it",
      "四字中可有一字是扫描易混的"
    ),
    (
      "Settings, with :set NAME VALUE or :NAME VALUE in the reader, or --set NAME=VALUE; what is chosen in the reader is remembered:",
      "设置，阅读时用 :set NAME VALUE 或 :NAME VALUE，或用 --set NAME=VALUE；阅读时所选的会记住："
    ),
    (
      "Files in ~/.config/baolan ($XDG_CONFIG_HOME/baolan):",
      "~/.config/baolan（$XDG_CONFIG_HOME/baolan）里的文件："
    ),
    (
      "paths that are read where none is given, one a line",
      "不写路径时所读的，一行一个"
    ),
    (
      "lines `context[,context] keys command`, each over the default for its keys",
      "`context[,context] keys command` 各行，盖过默认的按键"
    ),
    (
      "a theme of one's own; see `baolan help themes`",
      "自己的配色；见 `baolan help themes`"
    ),
    (
      "lines `on-open COMMAND`, `on-clip …`, `on-new-issue …`: a command that gets a line of JSON",
      "每行 `on-open 命令`、`on-clip …`、`on-new-issue …`：该命令从标准输入读一行 JSON"
    ),
    (
      "Variables of the environment:",
      "环境变量："
    ),
    (
      "the folder that is read where none is given",
      "不写路径时所读的文件夹"
    ),
    (
      "the name of a theme",
      "配色的名字"
    ),
    (
      "the width of “ ” — …: narrow or wide",
      "“ ” — … 的宽度：narrow 或 wide"
    ),
    ("how scans are shown: kitty, iterm, sixel, blocks or none", "扫描件的显示方式：kitty、iterm、sixel、blocks 或 none"),
    ("the program that images are opened in", "打开图像的程序"),
    ("the engine of `baolan ocr`, a command of the shell", "`baolan ocr` 的引擎：一条 shell 命令"),
    (
      "`show` on a terminal goes through it",
      "`show` 在终端上经它显示"
    ),
    (
      "turns colours off",
      "不用颜色"
    ),
    (
      "Chinese where it begins with zh",
      "以 zh 开头则用中文"
    ),
    (
      "What names of files do not say, a file baolan.json says for its folder and the folders in it; all of it may be left out:",
      "文件名没有说的，由 baolan.json 为其文件夹与下属文件夹说明；各项都可不写："
    ),
    (
      "What is read, marked and chosen stands in ~/.local/state/baolan ($XDG_STATE_HOME/baolan); catalogues of corpora in ~/.cache/baolan ($XDG_CACHE_HOME/baolan), which may be deleted at any time.",
      "读过的、标记的、所选的记在 ~/.local/state/baolan（$XDG_STATE_HOME/baolan）；各库的目录在 ~/.cache/baolan（$XDG_CACHE_HOME/baolan），随时可删。"
    ),
    (
      ":theme NAME changes the colours, and is remembered; --theme NAME begins with it:",
      ":theme NAME 换配色，并会记住；--theme NAME 以它打开："
    ),
    (
      "A file ~/.config/baolan/theme holds the name of a theme, or lines of one's own over it, which :theme own goes back to. The theme dark shows the roles:",
      "文件 ~/.config/baolan/theme 里写配色的名字，或再加自己的各行，:theme own 可换回它。各角色见配色 dark："
    ),
    (
      "In a folder the pages are the files that end in {}, and these, by their content:",
      "文件夹里的版面是以 {} 结尾的文件，以及下列格式，看内容而定："
    ),
    (
      "Text is UTF-8 or in any encoding of the Encoding Standard, told by its content; --encoding names it.",
      "文字是 UTF-8 或 Encoding Standard 的任何一种编码，看内容而定；--encoding 指明。"
    ),
    ("{} or {}", "{} 或 {}"),
    ("with the articles of its tags", "连同其标签所分的各稿"),
    (
      "by Tesseract, OCRmyPDF, Transkribus, eScriptorium, OCR-D", "出自 Tesseract、OCRmyPDF、Transkribus、eScriptorium、OCR-D"
    ),
    ("by ABBYY, of DjVu, of pdftotext -bbox-layout", "出自 ABBYY、DjVu、pdftotext -bbox-layout"),
    ("by Tesseract, PaddleOCR, RapidOCR", "出自 Tesseract、PaddleOCR、RapidOCR"),
    ("an issue with its articles, as a library describes it", "图书馆所著录的一期及其各稿"),
    ("one of these, packed", "以上各种的压缩件"),
    (
      "Documents of `baolan export --format`:",
      "`baolan export --format` 的文件："
    ),
    (
      "Every article has a lasting link, baolan:ISSUE/ARTICLE#pPAGE.LINE. `baolan LINK` opens it, and the line counts before the number. In csv a cell that a spreadsheet would take for a formula has an apostrophe before it. --batch 10 --output FILE makes bodies of 10 MB for bulk APIs:",
      "每稿有长久链接 baolan:ISSUE/ARTICLE#pPAGE.LINE。`baolan LINK` 打开它，以行为准，序号在后。csv 里会被电子表格当成公式的格子，前面加撇号。--batch 10 --output FILE 为批量接口写出每份 10 MB 的正文："
    ),
    (
      "read scanned newspapers in a terminal",
      "在终端里读扫描的报纸"
    ),
  ]
}

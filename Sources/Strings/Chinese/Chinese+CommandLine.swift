extension Chinese {
  /// The command line: commands, options, and the topics of help.
  static let commandLine: [(key: String, text: String)] = [
    (
      "the clippings, with their notes; with --query those in which its words stand",
      "剪报，连同批注；与 --query 同用则只要有其词的"
    ),
    (
      "show this help",
      "显示帮助"
    ),
    (
      "begin with this theme",
      "以此配色打开"
    ),
    (
      "colours; auto, the default, has them on a terminal",
      "颜色；默认 auto，在终端上才用"
    ),
    (
      "text is the default; jsonl and csv have a row a hit",
      "默认 text；jsonl 与 csv 一处一行"
    ),
    (
      "with jsonl and csv: these columns, in this order",
      "用于 jsonl 与 csv：只要这些列，依此次序"
    ),
    (
      "show the version",
      "显示版本"
    ),
    (
      "how all pages are encoded; else told by their content",
      "所有版面的编码；不写则看内容而定"
    ),
    (
      "keep no catalogue of a large corpus, and use none",
      "不留也不用大库的目录"
    ),
    (
      "follow links that lead out of the folders",
      "也读通往文件夹之外的链接"
    ),
    (
      "keep nothing, and open as if nothing had been kept",
      "什么也不留，如初次打开"
    ),
    (
      "start with a setting, as :set gives it; several with commas",
      "以此设置打开，同 :set；多个用逗号隔开"
    ),
    (
      "say each thing that is wrong with a file, not only the first few",
      "文件的毛病逐条说出，不只说前几条"
    ),
    (
      "text is the default",
      "默认 text"
    ),
    (
      "only this issue, by its id, its date or a beginning of one",
      "只要此期：写 id、日期或其开头"
    ),
    (
      "lines of at most N columns; else the terminal's, at most 80",
      "每行最多 N 列；不写则依终端，最多 80"
    ),
    (
      "pages of N lines, for all views but one",
      "每页 N 行，one 以外各版式用"
    ),
    (
      "the scan's own lines",
      "扫描件原来的行"
    ),
    (
      "only how many there are",
      "只要总数"
    ),
    (
      "how many there are by time, issue or author",
      "按时间、期或作者计数"
    ),
    (
      "by issue and place, or the best of all first",
      "按期与位置排，或最佳的在前"
    ),
    (
      "N characters on each side; else 20",
      "前后各 N 字；不写则 20"
    ),
    (
      "put the texts there, not beside the images",
      "把文字放在那里，不放在图像旁边"
    ),
    (
      "read by a command of the shell",
      "用一条 shell 命令识别"
    ),
    (
      "languages as Tesseract names them: chi_sim+eng",
      "语言，依 Tesseract 的名称：chi_sim+eng"
    ),
    (
      "read images that have no text yet, by an installed engine",
      "用已安装的引擎识别还没有文字的图像"
    ),
    (
      "Tesseract reads them, two at a time, and writes ALTO. No file is ever replaced, and images that have text are left alone, so that it goes on where it was broken off.",
      "由 Tesseract 识别，每次两张，写成 ALTO。绝不覆盖已有文件；已有文字的图像不再识别，所以中断后可以接着做。"
    ),
    (
      "COMMAND, or $BAOLAN_OCR, is a command of the shell: it gets an image as `\"$1\"` and writes text, hOCR, ALTO or another format that Baolan reads to standard output.",
      "COMMAND 或 $BAOLAN_OCR 是一条 shell 命令：图像是 `\"$1\"`，它把文字、hOCR、ALTO 或别的 Baolan 能读的格式写到标准输出。"
    ),
    (
      "the form of the document",
      "文件的格式"
    ),
    (
      "write to FILE instead of standard output",
      "写入 FILE，不写标准输出"
    ),
    (
      "only this issue, or this article of it; a link does, too",
      "只要此期，或其中此稿；也可写链接"
    ),
    (
      "only the articles in which this is found",
      "只要搜得到此文的稿件"
    ),
    (
      "with --output: files of at most N MB, FILE-0001 and so on, each whole",
      "与 --output 同用：每个文件最多 N MB，名为 FILE-0001 等，各自完整"
    ),
    (
      "gbt7714 is the default in Chinese, else chicago",
      "中文默认 gbt7714，否则 chicago"
    ),
    (
      "read the newspaper",
      "读报"
    ),
    (
      "PATH is a folder, read with all that is in it, or a file; in a folder the pages are the files that end in {}, and files of other formats, by their content (`baolan help formats`). Pages of one day are one issue, by their names. `-` reads a page from standard input, and so does `cat page | baolan`.",
      "PATH 是文件夹（连同其中一切）或文件；文件夹里以 {} 结尾的文件是版面，其他格式看内容而定（见 `baolan help formats`）。同一天的版面依名字合为一期。`-` 从标准输入读一版，`cat page | baolan` 亦然。"
    ),
    (
      "Without a PATH: $BAOLAN_CORPUS, else the paths in $XDG_CONFIG_HOME/baolan/corpus (one a line), else ./seeds, else the current folder. When standard output is no terminal, what `list` prints.",
      "不写 PATH：先看 $BAOLAN_CORPUS，再看 $XDG_CONFIG_HOME/baolan/corpus（一行一个路径），再看 ./seeds，最后是当前文件夹。标准输出不是终端时，同 `list`。"
    ),
    (
      "The first word may name what is opened: a lasting link, an issue's id or date, or ID/ARTICLE, as in `baolan 2021-06-22`.",
      "第一个词可以是要打开的：长久链接、某期的 id 或日期，或 ID/ARTICLE，如 `baolan 2021-06-22`。"
    ),
    (
      "one line an issue: id, date, articles, headline",
      "一期一行：id、日期、稿数、标题"
    ),
    (
      "Newest first. A date marked ≈ is inferred. On a terminal the columns are aligned; in a pipe they are separated by one tab each. With an issue's id or date as the first word: its contents, a line an article: number, kind, page, headline.",
      "新的在前。带 ≈ 的日期是推断的。在终端上各列对齐，在管道里以制表符隔开。第一个词是某期的 id 或日期时：列其目录，一稿一行：序号、种类、版、标题。"
    ),
    (
      "an issue, or an article of it, as typeset text",
      "排好一期或其中一稿"
    ),
    (
      "ID is an issue's id or date, or a beginning of one that only it has; it may be a lasting link, or a file. ARTICLE is the article's number, which stands in a rule before each article of an issue. On a terminal the text goes through $PAGER.",
      "ID 是某期的 id 或日期，或只它才有的开头；也可以是长久链接，或文件。ARTICLE 是稿件的序号，显示整期时写在每稿前的横线上。在终端上经 $PAGER 显示。"
    ),
    (
      "Without --height, columns are as long as the article, a printed page has 60 lines and a vertical one 36.",
      "不写 --height 时，分栏与文等长，印版一页 60 行，竖排 36 行。"
    ),
    (
      "every occurrence of a text, whatever the scan did to it",
      "一段文字的每一处，不管扫描成什么样"
    ),
    (
      "A line each: ID/ARTICLE:PAGE:LINES: …before[match]after…, newest first, in each issue what was found as it was typed first, [~match] for look-alikes. --by counts: a line each, with bars on a terminal, one tab between in a pipe; `-` where it is not known. Status 1 where nothing is found.",
      "一处一行：ID/ARTICLE:PAGE:LINES: …前文[所搜]后文…，新的在前，一期之中照原样搜到的在前，形近的写作 [~所搜]。--by 计数：一项一行，在终端上有条形，在管道里以制表符隔开；不知的写 `-`。搜不到时状态为 1。"
    ),
    (
      "Columns of jsonl and csv: {}",
      "jsonl 与 csv 的列：{}"
    ),
    (
      "issues or articles as a document for other programs",
      "把各期或稿件写成别的程序用的文件"
    ),
    (
      "Each article with its paper, day, page, lines, file and lasting link, in the order of the list, and piece by piece, however large the corpus. opensearch is the body of its _bulk, solr of its /update/json/docs; the id of each document is the link.",
      "每稿带报名、日期、版、行、文件与长久链接，依列表次序，边读边写，多大的库都行。opensearch 是其 _bulk 的正文，solr 是其 /update/json/docs 的；每份的 id 就是链接。"
    ),
    (
      "a reference to an article, or to each of an issue",
      "一稿的参考文献条目，或一期各稿的"
    ),
    (
      "ID[/ARTICLE] may be a lasting link. What is inferred stands in brackets or in a note.",
      "ID[/ARTICLE] 也可写长久链接。推断而得的写在方括号或附注里。"
    ),
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
      "What is read, marked and chosen stands in ~/.local/state/baolan ($XDG_STATE_HOME/baolan); the catalogue of a large corpus in ~/.cache/baolan ($XDG_CACHE_HOME/baolan), which may be deleted at any time.",
      "读过的、标记的、所选的记在 ~/.local/state/baolan（$XDG_STATE_HOME/baolan）；大库的目录在 ~/.cache/baolan（$XDG_CACHE_HOME/baolan），随时可删。"
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
      "Text is UTF-8, UTF-16, GB18030 or Big5, told by its content; --encoding names any of the Encoding Standard.",
      "文字是 UTF-8、UTF-16、GB18030 或 Big5，看内容而定；--encoding 可写 Encoding Standard 的任何一种。"
    ),
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

extension Chinese {
  /// The command line: commands and options.
  static let commandLine: [(key: String, text: String)] = [
    ("{} more", "另有 {} 项"),
    ("in force", "现用"),
    ("not in any issue: {}", "各期都没有：{}"),
    ("{} in all issues: {}", "全库 {} 处，{} 前往"),
    ("for a screen reader: one column without rules, states in words", "供读屏软件用：单栏、无线条、以文字说明状态"),
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
      "keep no catalogue of the corpus, and use none",
      "不留也不用目录"
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
  ]
}

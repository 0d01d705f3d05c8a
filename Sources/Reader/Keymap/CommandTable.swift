import Newspaper

// The one table of commands: where each has a meaning and what is said of it. The keymap, the help screen, the last
// line of the screen, the command line's completion and the README's table are all made from it.

extension Command {
  /// Its row.
  public var entry: Entry {
    switch self {
    case .nextLine: Self.moving(("down", "下移"), ("down a line", "下移一行"))
    case .previousLine: Self.moving(("up", "上移"), ("up a line", "上移一行"))
    case .halfPageDown: Self.moving(("half down", "下半屏"), ("down half a page", "下移半屏"))
    case .halfPageUp: Self.moving(("half up", "上半屏"), ("up half a page", "上移半屏"))
    case .nextPage: Self.moving(("page", "翻屏"), ("down a page", "下翻一屏"))
    case .previousPage: Self.moving(("page up", "上屏"), ("up a page", "上翻一屏"))
    case .firstLine: Self.moving(("top", "首"), ("to the start; with a count, to that line", "到开头；带数字则到该行"))
    case .lastLine: Self.moving(("end", "末"), ("to the end; with a count, to that line", "到末尾；带数字则到该行"))

    case .open:
      Entry(
        .reading + [.results, .queries], ("open", "打开"),
        ("open what is selected; in an article, a page on", "打开所选；正文中下翻一屏"))
    case .back:
      Entry(.reading + [.help, .why] + .found, ("back", "返回"), ("back to where one came from", "返回上一级"))
    case .nextPane: Self.between(("pane", "换栏"), ("to the next pane", "到下一栏"))
    case .previousPane: Self.between(("pane back", "前栏"), ("to the previous pane", "到上一栏"))
    case .nextArticle: Self.stepping(("next article", "下一篇"), ("to the next article", "到下一篇"))
    case .previousArticle: Self.stepping(("previous article", "上一篇"), ("to the previous article", "到上一篇"))
    case .nextIssue: Self.stepping(("next issue", "下一期"), ("to the next issue of the list", "到列表中的下一期"))
    case .previousIssue: Self.stepping(("previous issue", "上一期"), ("to the previous issue of the list", "到列表中的上一期"))
    case .article: Self.reading(("article", "第几篇"), ("to the article with this number", "到第几篇"))
    case .issue: Self.reading(("issue", "哪一期"), ("to the issue of this date or name", "到某日或某名的一期"))
    case .follow: Self.reading(("follow", "转版"), ("follow the jump line or the pointer", "随“下转”“详见”到另一版"))
    case .boxLeft: Self.onFront(("left", "左移"), ("to the box on the left; at the edge, back", "到左边一框；到边则返回"))
    case .boxRight: Self.onFront(("right", "右移"), ("to the box on the right", "到右边一框"))

    case .search:
      Entry(
        .reading + [.help, .results, .chart], ("search", "搜索"),
        ("search the issue, or this help, as one types; among hits, change the query", "在本期或帮助内边输入边搜索；在全库结果中改查询"))
    case .nextMatch: Entry(.reading + [.help, .results], ("next match", "下一处"), ("to the next match", "到下一处匹配"))
    case .previousMatch:
      Entry(.reading + [.help, .results], ("previous match", "上一处"), ("to the previous match", "到上一处匹配"))
    case .pinyin:
      Self.reading(
        ("pinyin", "拼音"), ("which readings letters stand for: off, common, all", "字母作哪些读音：off 不作、common 常用、all 全部"))
    case .searchCorpus:
      Entry(
        .reading + [.why, .help] + .found, ("search all", "搜全库"),
        ("search the whole corpus as one types", "在全库内边输入边搜索"))
    case .toggleOrder:
      Entry([.results, .chart], ("order", "排序"), ("newest first, or best first", "新的在前，或最合的在前"))
    case .nextBar: Entry([.chart], ("later", "往后"), ("to the next bar", "到下一条"))
    case .previousBar: Entry([.chart], ("earlier", "往前"), ("to the bar before", "到前一条"))
    case .narrow: Entry([.chart], ("narrow", "缩小"), ("narrow the hits to the days of this bar", "只看这一条的日期"))
    case .widen: Entry([.results, .chart], ("widen", "放宽"), ("to the days that it was narrowed from", "放宽日期一步"))
    case .save: Self.keeping(("save", "保存"), ("keep the query of the whole corpus under a name", "以某名保存全库查询"))
    case .query: Self.keeping(("query", "查询"), ("search by the kept query of this name", "用某名的查询搜全库"))
    case .queries: Self.keeping(("queries", "查询表"), ("list the kept queries", "列出保存的查询"))
    case .deleteQuery:
      Self.keeping(("delete", "删除"), ("forget the kept query of this name, or the one of the list", "删去某名或所选的查询"))
    case .clearSearch: Self.reading(("clear search", "清除"), ("forget the matches", "清除搜索结果"))

    case .nextView:
      Self.reading(("view", "版面"), ("one column, columns, front page, vertical", "换版面：单栏、分栏、头版、竖排"))
    case .view: Self.reading(("view", "版面"), ("to the view of this name", "到某一版面"))
    case .theme: Self.reading(("theme", "主题"), ("to the theme of this name", "换主题"))
    case .level:
      Self.reading(("line breaks", "避头尾"), ("how strictly marks keep from a line's edges", "标点避头尾的严格程度"))
    case .justify:
      Self.reading(("line ends", "行尾"), ("lines ragged, justified, or with hanging marks", "行尾不齐、对齐或标点悬挂"))
    case .ambiguous:
      Self.reading(("ambiguous width", "歧义宽度"), ("how wide “ ” — … are: one column or two", "“ ” — … 占一列或两列"))
    case .toggleRaw:
      Entry(.reading + [.why], ("raw", "原文"), ("repaired text, or the scan's own lines", "整理后的文字，或扫描件原行"))
    case .toggleRead:
      Entry([.contents, .article, .front], ("read?", "已读"), ("mark the article as unread, or as read", "标为未读或已读"))
    case .why:
      Entry(
        [.contents, .article, .front], ("why", "缘由"),
        ("why a paragraph or headline is what it is: source lines, evidence, repairs", "此段或标题何以如此：原行、依据、整理"))
    case .nextPassage: Entry([.why], ("next", "下一段"), ("to the next paragraph or headline", "到下一段或标题"))
    case .previousPassage: Entry([.why], ("previous", "上一段"), ("to the one before", "到上一段或标题"))
    case .help: Entry(.reading + [.why] + .found, ("help", "帮助"), ("show what the keys do", "显示各键的用处"))
    case .whereabouts:
      Entry(
        [.contents, .article, .front, .why, .results], ("where", "何处"),
        ("say where one is: file, page, line", "说明所在：文件、版、行"))
    case .messages: Self.overlay(("messages", "消息"), ("list all that has been said, whole", "列出说过的全部消息"))
    case .commandLine: Self.overlay(("command", "命令"), ("type a command by its name", "输入命令名"))
    case .redraw: Self.anywhere(("redraw", "重画"), ("draw the screen anew", "重画屏幕"))
    case .suspend: Self.anywhere(("suspend", "挂起"), ("go to the shell for a while", "暂回外壳"))
    case .interrupt:
      Self.anywhere(("leave", "离开"), ("leave a prompt or help; else say how to quit", "离开输入行或帮助；否则提示如何退出"))
    case .quit: Self.overlay(("quit", "退出"), ("quit", "退出"))

    case .accept: Self.typing(("keep", "确定"), ("keep the matches, carry out the command", "保留匹配，执行命令"))
    case .cancel: Self.typing(("put back", "取消"), ("put everything back as it was", "一切复原"))
    case .complete: Self.typing(("complete", "补全"), ("complete the word", "补全"))
    case .completeBack: Self.typing(("complete back", "反向补全"), ("the completion before", "前一个补全"))
    case .olderLine: Self.typing(("older", "较早"), ("a line typed before", "较早的输入"))
    case .newerLine: Self.typing(("newer", "较近"), ("a line typed later", "较近的输入"))
    case .caretLeft: Self.typing(("left", "左"), ("left a character", "左移一字"))
    case .caretRight: Self.typing(("right", "右"), ("right a character", "右移一字"))
    case .caretStart: Self.typing(("start", "行首"), ("to the line's start", "到行首"))
    case .caretEnd: Self.typing(("end", "行末"), ("to the line's end", "到行末"))
    case .deleteBack: Self.typing(("delete", "退格"), ("delete back; in an empty line, put everything back", "退格；空行则复原"))
    case .deleteForward: Self.typing(("delete on", "删除"), ("delete the character under the cursor", "删去光标处一字"))
    case .deleteWord: Self.typing(("delete word", "删词"), ("delete the word before the cursor", "删去光标前一词"))
    case .deleteToStart: Self.typing(("clear", "清空"), ("delete all before the cursor", "删去光标前全部"))
    }
  }

  private static func moving(_ label: (String, String), _ help: (String, String)) -> Entry {
    Entry(.reading + [.help, .why] + .found, label, help)
  }

  private static func between(_ label: (String, String), _ help: (String, String)) -> Entry {
    Entry(.reading + [.results, .chart], label, help)
  }

  private static func stepping(_ label: (String, String), _ help: (String, String)) -> Entry {
    Entry(.reading + [.results], label, help)
  }

  private static func keeping(_ label: (String, String), _ help: (String, String)) -> Entry {
    Entry(.reading + .found, label, help)
  }

  private static func reading(_ label: (String, String), _ help: (String, String)) -> Entry {
    Entry(.reading, label, help)
  }

  private static func onFront(_ label: (String, String), _ help: (String, String)) -> Entry {
    Entry([.front], label, help)
  }

  private static func overlay(_ label: (String, String), _ help: (String, String)) -> Entry {
    Entry(.reading + [.help, .why] + .found, label, help)
  }

  private static func anywhere(_ label: (String, String), _ help: (String, String)) -> Entry {
    Entry(Context.allCases, label, help)
  }

  private static func typing(_ label: (String, String), _ help: (String, String)) -> Entry {
    Entry([.prompt], label, help)
  }
}

extension Command.Entry {
  fileprivate init(_ contexts: [Context], _ label: (String, String), _ help: (String, String)) {
    self.init(
      contexts: contexts, label: Phrase(english: label.0, chinese: label.1),
      help: Phrase(english: help.0, chinese: help.1))
  }
}

extension [Context] {
  fileprivate static var reading: [Context] { Context.reading }
  /// What belongs to a search of the whole corpus.
  fileprivate static var found: [Context] { [.results, .chart, .queries] }
}

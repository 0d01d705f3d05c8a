extension Chinese {
  /// Mistakes in queries, keymaps and themes.
  static let mistakes: [(key: String, text: String)] = [
    ("{}:{}: {}", "{}:{}：{}"),
    ("there is nothing to look for", "没有要查找的内容"),
    ("the quotation has no end; close it with \"", "引号未闭合，请用 \" 结束"),
    ("the regular expression has no end; close it with /, or quote it as text", "正则表达式未以 / 结束；若是文字请加引号"),
    (
      "regular expressions cannot look ahead or behind here; make that text part of the expression, or a word beside it",
      "正则表达式不能前后查看；请把那段文字写进表达式，或另作一词"
    ),
    ("regular expressions cannot refer back to a group here; write its text out", "正则表达式不能引用前面的组；请写出其文字"),
    ("repeats and groups that give nothing back do not exist here; write `*` or (?:…)", "没有不回退的重复与组；请写 * 或 (?:…)"),
    (
      "the regular expression is too large; repeat less in it (a{9} counts as nine times a)",
      "正则表达式过大；请减少重复（a{9} 相当于九个 a）"
    ),
    ("the regular expression lacks `{}`", "正则表达式缺少“{}”"),
    ("`)` closes no group; write \\) for the mark itself", "“)”没有对应的“(”；若是文字请写 \\)"),
    ("there is nothing to repeat; write \\ before a mark that means itself", "没有可重复的内容；若是文字请在前面加 \\"),
    ("the span is wrong; write the smaller end first, as in [a-z] or {2,4}", "范围有误；请先写较小的一端，如 [a-z]、{2,4}"),
    ("there is nothing in the brackets; write \\] for the mark itself", "方括号内没有内容；若是文字请写 \\]"),
    ("the escape has no meaning; \\\\ is the backslash itself", "没有这种转义；反斜杠本身写作 \\\\"),
    ("no such class; there are L, Lu, N, P, Alphabetic, {} and others", "没有这种字符类；可用 L、Lu、N、P、Alphabetic、{} 等"),
    (
      "no such group; there are (…), (?:…), (?<name>…) and the options (?ims)",
      "没有这种组；可用 (…)、(?:…)、(?<name>…) 及选项 (?ims)"
    ),
    ("no field `{}`; there are {}, and quotation marks for text", "没有字段“{}”；可用 {}，若是文字请加引号"),
    ("what to look for must follow `{}` without a space", "“{}”后须紧跟要查找的内容"),
    (
      "`{}` is no date; write 2021, 2021-06, 2021-06-22, 2021-06..2022 or --06-22",
      "“{}”不是日期；可写 2021、2021-06、2021-06-22、2021-06..2022 或 --06-22"
    ),
    ("`{}` is no page; write 2 or 2..4", "“{}”不是版次；可写 2 或 2..4"),
    ("no kind `{}`; there are {}", "没有类别“{}”；可用 {}"),
    ("`|` needs something on both sides", "“|”两边都要有内容"),
    ("what is left out with `-` cannot be part of a choice", "用“-”排除的内容不能作为选项之一"),
    ("`near/` needs a number of characters, as in near/20", "“near/”后要写字数，如 near/20"),
    ("`near/` needs a word on both sides", "“near/”两边都要有词"),
    ("longer than the {} characters that are looked for at once", "太长；一次最多查找 {} 个字符"),
    ("more than the {} parts that are looked for at once", "项目太多；一次最多查找 {} 项"),
    (
      "this says only what must not be there; add what must, or quote a text that starts with `-`",
      "只说了不要什么；请加上要找的内容，若文字以“-”开头请加引号"
    ),
    ("a line is: context[,context] keys command", "一行应为：场合[,场合] 键 命令"),
    ("unknown context \"{}\"; there are: {}", "没有“{}”这个场合；可用的有：{}"),
    ("unknown command \"{}\"; commands are listed by ‘baolan help keys’", "没有“{}”这个命令；运行 baolan help keys 可列出全部命令"),
    ("unknown key \"{}\"; write j, G, <enter>, <ctrl-d>, g g", "没有“{}”这个键；写法如 j、G、<enter>、<ctrl-d>、g g"),
    ("{} keys one after the other are too many; at most {} make a command", "连按 {} 个键太多；一个命令最多 {} 个键"),
    ("\"{}\" has no meaning in \"{}\"; it has in: {}", "“{}”在“{}”中没有意义；可用于：{}"),
    (
      "\"{}\" already means \"{}\" in \"{}\" (line {}); remove one of the lines", "“{1}”在“{3}”中已是“{2}”（第 {4} 行）；请删去其中一行"
    ),
    (
      "\"{}\" and \"{}\" ({}) begin alike in \"{}\"; free the other with: {} {} unbound",
      "“{}”与“{}”（{}）在“{}”中开头相同；可先写：{} {} unbound"
    ),
    ("\"{}\" starts with a digit, and digits 1–9 begin a count; take another key", "“{}”以数字开头，而 1–9 用来计数；请换一个键"),
    ("\"{}\" types text in a prompt; take a key such as <ctrl-x>", "“{}”在输入行中是文字；请换用 <ctrl-x> 之类的键"),
    (
      "a line is: role foreground background attributes…, with - for the terminal's own colour",
      "一行应为：部分 前景 背景 属性……，终端自身的颜色写作 -"
    ),
    ("nothing is called \"{}\"; there are: {}", "没有“{}”这个部分；可用的有：{}"),
    ("unknown colour \"{}\"; write -, red, bright-red or 0 to 255", "没有“{}”这种颜色；可写 -、red、bright-red 或 0 至 255"),
    ("unknown attribute \"{}\"; there are: {}", "没有“{}”这种属性；可用的有：{}"),
  ]
}

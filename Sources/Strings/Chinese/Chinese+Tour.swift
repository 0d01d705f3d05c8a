extension Chinese {
  /// The tour.
  static let tour: [(key: String, text: String)] = [
    ("{} searches everything here, also by the sound of hanzi.", "{} 搜索这里的全部内容，也可用拼音。"),
    ("{} shows an issue as the page was printed.", "{} 按版面原样看一期。"),
    ("{} in an article tells why a passage reads so, with its scanned lines.", "读稿时按 {}，说明一段为何这样读，并列出扫描的原行。"),
    ("tour", "导览"),
    ("go through what the reader can do, in two minutes, on pages of its own", "用自带的版面，两分钟走一遍阅读器的本领"),
    ("space goes on · {} leaves", "空格继续 · {} 离开"),
    ("Press what each line says, or space to see it done; {} leaves.", "照每行所说按键，或按空格看演示；{} 离开。"),
    ("{} goes down, {} up: each row is an issue, the newest first.", "{} 下移，{} 上移：一行一期，新的在前。"),
    ("{} opens the issue: these articles were found on its pages.", "{} 打开这一期：这些是在版面上找到的稿件。"),
    ("{} opens the article: broken lines and stray spaces are put right.", "{} 打开这一篇：断行与多余的空格已经理顺。"),
    ("{} goes to the next article, {} to the one before.", "{} 到下一篇，{} 到上一篇。"),
    ("{} tells why a passage reads so: its scanned lines, and the evidence.", "{} 说明一段为何这样读：扫描的哪几行，有何依据。"),
    ("{} goes back from here, and from any other screen.", "{} 从这里返回，别的屏幕也一样。"),
    ("{} shows the scan's own lines, which are never changed.", "{} 显示扫描的原行，原行从不改动。"),
    ("{} again shows the repaired text.", "再按 {}，回到理顺的文字。"),
    ("{} and {} again: columns, then the front page as it is printed.", "{}，再按 {}：先分栏，再看版面的原样。"),
    ("{} {} {} searches this issue, by the sound of hanzi.", "{} {} {} 在本期搜索，用拼音找汉字。"),
    ("{} goes to the next match, {} to the one before.", "{} 到下一处，{} 到上一处。"),
    ("{} {} {} searches every issue, with a chart by day.", "{} {} {} 搜索全库，并按日画图。"),
    (
      "{} {} keeps the hit, with a note; of the tour nothing is kept.",
      "{} {} 收下这一条，可附一句话；导览中的不留存。"
    ),
    ("{} shows what the keys do, those of this screen first.", "{} 显示各键的用处，本屏幕的在先。"),
    ("That was the tour. {}tour begins it again; man baolan has the rest.", "导览到此为止。{}tour 重来一遍；其余见 man baolan。"),
  ]
}

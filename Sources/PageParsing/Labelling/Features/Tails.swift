import Text

/// Words in brackets at the end of a line: what a headline, a caption or a paragraph says of itself.
extension PageReading {
  private static let widest = 120
  private static let longest = 24

  /// The kind of words in brackets that the line ends with; 1 for none.
  func tail(_ facts: LineFacts) -> Int {
    let range = facts.line.range
    guard facts.width <= Self.widest, scan.lettering[range.upperBound - 1] == .closeBracket,
      scan.scalars[range.upperBound - 1] != 0x300B,
      let open = range.suffix(Self.longest).last(where: { scan.lettering[$0] == .openBracket })
    else { return 1 }
    if open == range.lowerBound { return 2 }
    let inside = open + 1..<range.upperBound - 1
    let wording = Wording(scan, inside)
    if inside.contains(where: { wording.has(Word.pictures, at: $0) }) { return 3 }
    if Wording(scan, open..<range.upperBound).isPartInBrackets { return 4 }
    if inside.contains(where: { wording.has(Word.genres, at: $0) }) { return 5 }
    if inside.contains(where: { scan.lettering[$0] == .digit }) { return 6 }
    if facts.evidence.contains(.credit) { return 7 }
    switch inside.count {
    case ...3: return 8
    case ...5: return 9
    case ...9: return 10
    default: return 11
    }
  }
}

extension PageReading {
  /// The kind of words in brackets that sign the text of a line; 1 for none.
  func sign(_ facts: LineFacts) -> Int {
    let range = facts.line.range
    var end = range.upperBound
    if scan.lettering[end - 1] == .stop { end -= 1 }
    guard range.count > 8, end > range.lowerBound, scan.lettering[end - 1] == .closeBracket,
      let open = (range.lowerBound..<end).suffix(Self.longest).last(where: { scan.lettering[$0] == .openBracket }),
      open > range.lowerBound
    else { return 1 }
    let before = scan.lettering[open - 1]
    guard before == .stop || before.isClosing || before == .period else { return 2 }
    let inside = open + 1..<end - 1
    guard let last = inside.last else { return 2 }
    if facts.evidence.contains(.credit) { return 3 }
    if Word.wires.scalars.contains(HanziForms.simplified(scan.scalars[last])) { return 4 }
    if inside.contains(where: { scan.lettering[$0] == .digit }) { return 5 }
    switch inside.count {
    case ...3: return 6
    case 4...7: return 7
    case 8...14: return 8
    default: return 9
    }
  }
}

extension Word {
  /// 据新华社…电, 本报讯, 据《…》报: the ends of words that say from where a report comes.
  fileprivate static let wires = Word("电讯社报台网")
  fileprivate static let pictures: WordList = ["图", "圖", "照片", "组照"]
  /// Kinds of works and of columns.
  fileprivate static let genres: WordList = [
    "篆刻", "书法", "国画", "油画", "漫画", "版画", "速写", "剪纸", "木刻", "诗", "词", "歌", "散文", "随笔", "杂文", "小说", "报告文学", "评论", "论坛",
    "短评", "简讯", "消息", "通讯", "连载", "选登", "摄影",
  ]
}

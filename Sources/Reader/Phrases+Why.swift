import Newspaper

// What the overlay says that explains a passage.
extension Phrases {
  var whyTitle: String { say("Why?", "缘由") }
  var nothingToExplain: String { say("nothing here to explain", "此处无可说明") }
  var firstPassage: String { say("this is the first passage", "已是首段") }
  var lastPassage: String { say("this is the last passage", "已是末段") }
  func allSaid(_ next: String?) -> String {
    say("no more is said of this passage", "此段说明已尽") + (next.map { say(" · \($0) for the next", " · \($0) 下一段") } ?? "")
  }
  var awaitingExplanation: String { say("asking why …", "正在查问……") }
  /// What is left out of a long list.
  func more(_ count: Int) -> String { say("⋯ and \(count) more", "⋯ 另有\(count)处") }
  var noExplanation: String { say("no evidence is known for this line", "本行没有可说明的依据") }
  var onlyNeighbours: String { say("only the lines around it decided", "全凭前后各行判断") }
  var repairs: String { say("Repairs", "整理") }
  var noRepairs: String { say("No repairs: it reads as it was scanned.", "未经整理：与扫描件相同。") }

  /// What a passage is and where it stands: `paragraph · page 1, lines 35, 37`.
  func passage(_ role: Block.Role, page: Int, lines: [Int]) -> String {
    let numbers = stretches(of: lines).joined(separator: say(", ", "、"))
    let place = say(
      "page \(page), line\(lines.count == 1 ? "" : "s") \(numbers)", "第\(Self.hanzi(page))版第\(numbers)行")
    return name(of: role) + " · " + place
  }

  /// Numbers of lines, those that follow each other as one stretch: `35–37`, `40`.
  func stretches(of lines: [Int]) -> [String] {
    var stretches: [ClosedRange<Int>] = []
    for line in lines {
      if let last = stretches.last, last.upperBound + 1 == line {
        stretches[stretches.count - 1] = last.lowerBound...line
      } else {
        stretches.append(line...line)
      }
    }
    return stretches.map { $0.count == 1 ? String($0.lowerBound) : "\($0.lowerBound)–\($0.upperBound)" }
  }

  private func name(of role: Block.Role) -> String {
    switch role {
    case .kicker: say("kicker", "引题")
    case .headline: say("headline", "主题")
    case .deck: say("deck", "副题")
    case .byline: say("byline", "署名")
    case .paragraph: say("paragraph", "正文")
    case .subhead: say("subhead", "小标题")
    case .caption: say("caption", "图片说明")
    case .pointer: say("pointer", "导读")
    case .repeated: say("repeat", "重复")
    }
  }

  /// A line's role and how far it is ahead of the next likely one.
  func verdict(_ explanation: Explanation) -> String {
    let role = explanation.role.words(in: language)
    guard let rival = explanation.rival?.words(in: language) else { return role }
    switch explanation.lead {
    case ..<1: return role + say(", hardly likelier than \(rival)", "（只略比“\(rival)”更像）")
    case ..<4: return role + say(", likelier than \(rival)", "（比“\(rival)”更像）")
    default: return role + say(", far likelier than \(rival)", "（远比“\(rival)”更像）")
    }
  }

  /// What was done at a line, and why.
  func repair(_ repair: Repair) -> String {
    let line = say("line \(repair.line)", "第\(repair.line)行")
    return line + say(": ", "：") + name(of: repair.kind) + say(" – ", "，") + repair.because.words(in: language)
  }

  private func name(of kind: Repair.Kind) -> String {
    switch kind {
    case .joined: say("joined to the line before", "与上一行接合")
    case .spaceRemoved: say("spaces taken out", "删去空格")
    case .width: say("marks made full-width or curly", "标点改为全角")
    case .repeatFolded: say("folded away", "折叠重复")
    case .gapBefore: say("text is missing before it", "前文缺失")
    case .cutAfter: say("text is missing behind it", "后文缺失")
    case .reordered: say("put back into reading order", "调回阅读次序")
    case .corrected: say("corrected by a person", "经人改正")
    }
  }
}

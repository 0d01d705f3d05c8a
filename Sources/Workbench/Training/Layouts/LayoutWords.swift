import Chance
import Text

/// The text of an invented page in its style: words that items open with, printed lines, damage.
struct LayoutWords {
  private let style: LayoutStyle
  /// Characters of the page, from which names and damage are taken.
  private let pool: [Character]
  private let day: (month: Int, day: Int)

  init(_ texts: [ItemText], _ style: LayoutStyle) {
    self.style = style
    let letters = Array(texts.prefix(3).map { $0.paragraphs.joined() }.joined()).filter {
      ("\u{4E00}"..."\u{9FFF}").contains($0)
    }
    pool = letters.isEmpty ? ["报"] : Array(letters)
    day = (1 + pool.count % 12, 1 + pool.count % 28)
  }

  // MARK: Words that items open with

  private func name(_ random: inout RandomSource) -> String {
    String((0..<random.pick([2, 2, 3, 3, 3])).map { _ in random.pick(pool) })
  }

  private func reporters(_ random: inout RandomSource) -> String {
    let names = (0..<random.pick([1, 1, 2, 2, 3])).map { _ in name(&random) }
    let others = random.chance(25) ? random.pick(["通讯员", " 实习生"]) + " " + name(&random) : ""
    return "记者" + random.pick(["", " "]) + names.joined(separator: random.pick([" ", "、"])) + others
  }

  private func dateline(_ random: inout RandomSource) -> String {
    let people = random.chance(60) ? "（\(reporters(&random))）" : " "
    if random.chance(50) { return "本报讯" + people }
    let place = String((0..<2).map { _ in random.pick(pool) })
    return random.pick(["本报", "新华社"]) + place + "\(day.month)月\(day.day)日电" + people
  }

  /// An item with the words that the style takes away or puts there.
  func changed(_ text: ItemText, _ random: inout RandomSource) -> ItemText {
    var text = text
    text.paragraphs = Array(text.paragraphs.prefix(1 + random.below(style.mostParagraphs)))
    if !text.heads.isEmpty, !text.isPhoto, random.chance(style.briefs) { text.heads = [] }
    if style.bylines == .removed { text.bylines = [] }
    if text.isLatin { return inLatin(text, &random) }
    guard !text.isPhoto, let opening = text.paragraphs.first else { return text }
    if style.datelines == .removed || style.datelines == .mixed && random.chance(50) {
      text.paragraphs[0] = opening.withoutDateline
    } else if style.datelines == .added || style.datelines == .mixed {
      text.paragraphs[0] = dateline(&random) + opening.withoutDateline
    }
    if text.bylines.isEmpty, style.bylines == .added || style.bylines == .mixed && random.chance(50) {
      if random.chance(70) {
        text.bylines = [random.pick(["本报", "", "本报特约"]) + reporters(&random)]
      } else {
        text.paragraphs[text.paragraphs.count - 1] += "（\(random.chance(50) ? reporters(&random) : name(&random))）"
      }
    }
    if !text.heads.isEmpty, random.chance(style.decks), let deck = text.clauses.first {
      text.heads = random.chance(50) ? text.heads + [(random.chance(20) ? "——" : "") + deck] : [deck] + text.heads
    }
    return text
  }

  private func inLatin(_ text: ItemText, _ random: inout RandomSource) -> ItemText {
    var text = text
    if style.hasCapitals { text.heads = text.heads.map { random.chance(80) ? $0.uppercased() : $0 } }
    if text.heads.isEmpty, random.chance(50), let opening = text.paragraphs.first {
      let words = opening.split(separator: " ")
      let raised = words.prefix(1 + random.below(3))
      text.paragraphs[0] = (raised.map { $0.uppercased() } + words.dropFirst(raised.count).map(String.init))
        .joined(separator: " ")
    } else if random.chance(style.decks), let source = text.clauses.first {
      text.heads.append("(" + (random.chance(50) ? source.uppercased() : source) + ".)")
    }
    return text
  }

  /// The text of a photo, made of an item's.
  func caption(of text: ItemText, _ random: inout RandomSource) -> String? {
    guard let told = random.chance(50) ? text.clauses.last : text.paragraphs.last else { return nil }
    let credits = [
      "\(name(&random))摄", "（\(name(&random))摄）", "本报记者 \(name(&random)) 摄", "新华社记者\(name(&random))摄", "",
    ]
    return random.pick(["图为", "", "上图：", "▲", ""]) + told + random.pick(["。", " ", ""]) + random.pick(credits)
  }

  // MARK: What belongs to no item

  func folio(isLatin: Bool, _ random: inout RandomSource) -> [String] {
    if isLatin {
      let name = "THE \(random.pick(["", "DAILY ", "EVENING "]))\(random.pick(["HERALD", "TIMES", "MERCURY", "POST"]))"
      let date = "\(random.pick(["MONDAY", "FRIDAY"])), MAY \(day.day), \(1820 + random.below(100))."
      return random.pick([["\(day.month)", name + ", " + date], [name + ".", date], [name + "."]])
    }
    let paper = String((0..<2).map { _ in random.pick(pool) }) + random.pick(["日报", "晚报", "时报"])
    let date = "\(1980 + random.below(46))年\(day.month)月\(day.day)日 星期\(random.pick(["一", "三", "五", "日"]))"
    let section = random.pick(["经济", "要闻", "国际", "社会", "文化"])
    let editors = "责任编辑：\(name(&random)) 版式：\(name(&random))"
    let whole = ["0\(day.day % 10)", section, date, editors, paper]
    return random.pick([whole, [paper, date + " 第\(day.day)版"], [paper, section, date]])
  }

  /// A slogan, a word of a picture.
  func litter(_ random: inout RandomSource) -> String {
    String((0..<random.pick([2, 4, 5, 10])).map { _ in random.pick(pool) })
  }

  // MARK: Printed lines

  /// A paragraph as the lines that the style makes of it.
  func set(_ paragraph: String, _ random: inout RandomSource) -> [String] {
    guard style.setting != .paragraphs else { return [paragraph] }
    let printed = lines(of: paragraph, columns: style.measure * 2, setIn: style.isSetIn ? 4 : 0)
    guard style.setting == .pieces else { return printed }
    var pieces: [String] = []
    var isBroken = true
    for line in printed {
      if isBroken {
        pieces.append(line)
      } else {
        pieces[pieces.count - 1] += (line.first?.isASCII == true ? " " : "") + line
      }
      isBroken = random.chance(style.edges)
    }
    return pieces
  }

  /// A head over several lines.
  func broken(_ head: String, _ random: inout RandomSource) -> [String] {
    lines(of: head, columns: style.measure * random.pick([1, 2, 2, 3]), setIn: 0)
  }

  private func lines(of text: String, columns: Int, setIn: Int) -> [String] {
    var lines = [""]
    var width = setIn
    let units =
      text.contains(" ") && text.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
      ? text.split(separator: " ").map { $0 + " " } : text.map(String.init)
    for unit in units {
      let own = unit.unicodeScalars.reduce(0) { $0 + fixedPitchColumns(of: $1.value) }
      if width + own > columns, width > setIn, !"，。、；：！？”）》".contains(unit) {
        lines.append("")
        width = 0
      }
      lines[lines.count - 1] += unit
      width += own
    }
    return lines.map { $0.last == " " ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
  }

  // MARK: Damage

  private static let lookalikes: [Character: String] = [
    "，": ",.，", "。": ".·、", "、": ",、", "“": "\"“", "”": "\"”", "：": ":；", "日": "曰", "口": "囗", "己": "已", "未": "末",
    "入": "人", "间": "问", "e": "co", "l": "1I", "h": "b", "n": "u", "a": "o", "I": "l", "c": "e", ",": ".",
  ]

  /// A text as an engine reads it: characters wrong or lost, marks most often.
  func damaged(_ text: String, _ random: inout RandomSource) -> String {
    guard style.damage > 0 else { return text }
    var damaged = ""
    for character in text {
      let fate = random.below(1000)
      if fate < style.damage {
        if let alike = Self.lookalikes[character] {
          damaged.append(random.pick(Array(alike)))
        } else if character.isASCII {
          damaged.append(character)
        } else if random.chance(60) {
          damaged.append(random.pick(pool))
        }
      } else if fate > style.damage * 2 || !"，。、；：“”".contains(character) {
        damaged.append(character)
      }
    }
    return damaged.contains { !$0.isWhitespace } ? damaged : text
  }
}

extension String {
  /// The text without 本报讯, 新华社…电 and the names behind it.
  fileprivate var withoutDateline: String {
    guard hasPrefix("本报") || hasPrefix("新华") || hasPrefix("据"),
      let end = prefix(24).lastIndex(where: { "讯电".contains($0) })
    else { return self }
    var rest = self[index(after: end)...].drop { $0.isWhitespace }
    if rest.hasPrefix("（"), let close = rest.prefix(48).firstIndex(of: "）") {
      rest = rest[rest.index(after: close)...].drop { $0.isWhitespace }
    }
    return rest.count > 10 ? String(rest) : self
  }
}

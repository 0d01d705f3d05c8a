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
      let end = random.pick(["强调", "指出", "要求", "表示"]) + random.pick(["——", "—", "一", "一一", "：", ""])
      let kicker = random.chance(40) ? name(&random) + random.pick(["在", "到", ""]) + deck.prefix(9) + "时" + end : deck
      text.heads = random.chance(50) ? text.heads + [(random.chance(20) ? "——" : "") + deck] : [kicker] + text.heads
    }
    return text
  }

  private func inLatin(_ text: ItemText, _ random: inout RandomSource) -> ItemText {
    var text = text
    if style.hasCapitals { text.heads = text.heads.map { random.chance(80) ? $0.uppercased() : $0 } }
    if random.chance(style.notices) { return advertisement(text, &random) }
    if text.heads.isEmpty, random.chance(50), let opening = text.paragraphs.first {
      let words = opening.split(separator: " ")
      let raised = words.prefix(1 + random.below(3))
      text.paragraphs[0] = (raised.map { $0.uppercased() } + words.dropFirst(raised.count).map(String.init))
        .joined(separator: " ")
    } else if random.chance(style.decks), let source = text.clauses.first {
      let words =
        random.chance(30) ? random.pick(["From our own correspondent", "By telegraph", "From the Gazette"]) : source
      text.heads.append("(" + (random.chance(50) ? words.uppercased() : words) + ".)")
    }
    return opened(text, &random)
  }

  /// A text in Latin letters with a dateline or a signature.
  private func opened(_ text: ItemText, _ random: inout RandomSource) -> ItemText {
    var text = text
    let places = ["PARIS", "VIENNA", "DUBLIN", "MADRID", "NEW YORK", "Leeds", "York", "CORK"]
    let months = ["Jan.", "Feb.", "March", "April", "Sept.", "Oct.", "Dec."]
    if !text.heads.isEmpty, let opening = text.paragraphs.first,
      style.datelines == .added || style.datelines == .mixed && random.chance(50)
    {
      let date = "\(random.pick(places)), \(random.pick(months)) \(1 + random.below(28))"
      text.paragraphs[0] = date + random.pick([".—", ".--", ". — ", ", "]) + opening
    }
    if style.bylines == .added || style.bylines == .mixed, random.chance(20) {
      let words = ["I remain, Sir, yours truly,", "Believe me, Sir, faithfully yours,", "Yours, &c.,"]
      text.paragraphs.append(random.pick(words))
      text.signature = random.pick(["A RATEPAYER.", "OBSERVER.", "A FRIEND.", "J. W.", "AN OLD READER."])
    }
    return text
  }

  /// A text as an advertisement, of whose drop capital an engine makes something else.
  private func advertisement(_ text: ItemText, _ random: inout RandomSource) -> ItemText {
    var text = text
    let words = random.pick([
      "WANTED, ", "TO BE LET, ", "TO BE SOLD BY AUCTION, ", "FOR SALE, ", "LOST, ", "FOUND, ",
      "THIS DAY IS PUBLISHED, ",
      "TO LET, ", "JUST PUBLISHED, ", "NOTICE IS HEREBY GIVEN, ",
    ])
    let opening =
      random.chance(50)
      ? words : random.pick(["", "", "0", "‘", "[", words.prefix(1).lowercased()]) + words.dropFirst()
    text.heads = []
    text.bylines = []
    text.paragraphs = Array(text.paragraphs.prefix(random.pick([1, 1, 2])))
    if let first = text.paragraphs.first {
      text.paragraphs[0] = opening + first.prefix(1).lowercased() + first.dropFirst()
    }
    return text
  }

  /// The words of a head that stands here for a text on another page.
  func pointer(_ random: inout RandomSource) -> String {
    let page = random.chance(70) ? "\(random.pick(["二", "三", "四", "六", "七", "八"]))版" : "\(2 + random.below(30))版"
    let number = random.chance(30) ? "第" + page : random.chance(20) ? "A0" + page : page
    let words = random.pick(["详见", "全文见", "相关报道见", "报道见", "详细报道见", "见"]) + number
    return random.pick(["", "", "▶", "（"]).withBracket(around: words)
  }

  /// A notice: what kind it is, and what it says.
  func notice(_ random: inout RandomSource) -> ItemText {
    let number = String((0..<18).map { _ in Character(String(random.below(10))) })
    let who = name(&random)
    let texts = [
      "本人\(who)不慎将身份证丢失，号码\(number)，特此声明。", "兹有\(who)的\(name(&random))证丢失，编号\(number.prefix(8))，即日起作废。",
      "\(who)有限公司不慎遗失公章一枚，声明作废。", "经股东会决定，\(who)有限公司注册资本减至\(1 + random.below(90))万元，请债权人于45日内申报债权。",
    ]
    return ItemText(
      head: random.pick(["遗失声明", "公告", "启事", "声明", "减资公告", "遗失启事", "更正"]), paragraphs: [random.pick(texts)])
  }

  /// Lines of a stack and of the names below it as an engine breaks them or runs them together.
  func misread(_ heads: [String], _ bylines: [String], _ random: inout RandomSource) -> ([String], [String]) {
    var (heads, bylines) = (heads, bylines)
    let isLatin = heads.first?.unicodeScalars.allSatisfy { $0.value < 0x2E80 } == true
    switch style.heads {
    case .kept: break
    case .joined: heads = heads.isEmpty ? [] : [heads.joined(separator: isLatin || random.chance(50) ? " " : "")]
    case .broken:
      heads = heads.flatMap { head -> [String] in
        guard head.count > 5, random.chance(40) else { return [head] }
        guard isLatin else { return head.parted(at: 2 + random.below(head.count - 3)) }
        let words = head.split(separator: " ")
        guard words.count > 2 else { return [head] }
        let first = 1 + random.below(words.count - 1)
        return [words[..<first], words[first...]].map { $0.joined(separator: " ") }
      }
    }
    guard !isLatin, let byline = bylines.first, byline.count > 4, random.chance(style.brokenBylines) else {
      return (heads, bylines)
    }
    if random.chance(30), !heads.isEmpty {
      heads[heads.count - 1] += " " + byline
      bylines.removeFirst()
    } else {
      bylines.replaceSubrange(0...0, with: byline.parted(at: byline.count - 1 - random.below(3)))
    }
    return (heads, bylines)
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

  /// A slogan, a word of a picture, the name of a section.
  func litter(_ random: inout RandomSource) -> String {
    if random.chance(30) {
      return random.pick([
        "爱护花草 人人尽心", "文明出行 礼让三分", "要闻", "综合", "社会", "国际", "经济", "副刊", "广告", "体育", "区县要闻", "读者之声", "珍惜水资源",
      ])
    }
    return String((0..<random.pick([2, 4, 5, 10])).map { _ in random.pick(pool) })
  }

  /// A few letters and signs that an engine reads in a picture.
  func dirt(_ random: inout RandomSource) -> String {
    let signs = Array("AIilTH1j.,-~'\"|/:;*·一丨丶")
    let length = 1 + random.below(random.pick([2, 4, 9]))
    let letters = (0..<length).map { _ in random.chance(80) ? random.pick(signs) : random.pick(pool) }
    return String(letters.flatMap { random.chance(20) ? [$0, " "] : [$0] }).trimmed
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

  /// A text in lines of some columns; the first one is shorter by what it is set in.
  func lines(of text: String, columns: Int, setIn: Int) -> [String] {
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
  /// An opening bracket, or another sign or none, before some words, with the bracket that closes.
  fileprivate func withBracket(around words: String) -> String { self + words + (self == "（" ? "）" : "") }

  /// The text in two parts.
  fileprivate func parted(at count: Int) -> [String] { [String(prefix(count)), String(dropFirst(count))] }

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

import Newspaper
import Text

/// 报头 and 报眉: a line that says what the page is and belongs to none of its articles, such as
/// `2021年7月9日 星期五 农历辛丑年五月三十 第10553期 今日8版`.
struct FolioForm: Equatable {
  /// Parts of a folio, each of which may stand in text as well; several together stand nowhere else.
  struct Parts: OptionSet {
    let rawValue: UInt8

    static let day = Parts(rawValue: 1)
    static let weekday = Parts(rawValue: 2)
    /// The day by the moon.
    static let moonDay = Parts(rawValue: 4)
    /// 第10553期.
    static let number = Parts(rawValue: 8)
    /// 第二版, 今日8版.
    static let page = Parts(rawValue: 16)
    /// 国内统一连续出版物号 CN 43-0003, 零售1.00元.
    static let register = Parts(rawValue: 32)
    /// 社址, 责任编辑: where the paper is made, and by whom.
    static let imprint = Parts(rawValue: 64)
    /// A number by itself, which is the page's beside other parts only.
    static let bareNumber = Parts(rawValue: 128)

    var count: Int { rawValue.nonzeroBitCount }
  }

  /// The parts that the line has.
  var parts: Parts = []
  /// The day that it names.
  var day: CalendarDay?
  /// The paper's name.
  var name: Range<Int>?
  /// True if a word stands there that may be the town's: only beside a day and more.
  var hasPlace = false
}

extension Wording {
  /// Reads a line that says nothing but what folios say, though it be a single part or the paper's name alone.
  func folio() -> FolioForm? {
    var reading = self
    var form = FolioForm()
    var words = 0
    if end - position <= 2, (position..<end).allSatisfy({ lettering[$0] == .digit }) {
      return FolioForm(parts: .bareNumber)
    }
    reading.skipFolioSigns()
    while reading.next != nil {
      guard reading.takePart(of: &form) || reading.takeName(of: &form, words: &words) else { return nil }
      reading.skipFolioSigns()
    }
    if form.hasPlace, form.parts.count < 2 { return nil }
    return form.parts.isEmpty && form.name == nil ? nil : form
  }

  private mutating func takePart(of form: inout FolioForm) -> Bool {
    if nextLettering == .latin || nextLettering == .digit, takeEnglishPart(of: &form) { return true }
    if take(Word.moonCalendars) {
      takeWhile(.hanzi)
      return insert(.moonDay)
    }
    _ = take(Word.sunCalendars)
    if let day = takeDay() {
      form.parts.insert(.day)
      form.day = form.day ?? day
      return true
    }
    if takeWeekday() { return insert(.weekday) }
    if takeMoonDay() { return insert(.moonDay) }
    if takeNumber(before: Word.numberUnits) { return insert(.number) }
    if takeNumber(before: Word.pageUnits) { return insert(.page) }
    if take(Word.registers) {
      takeRegister()
      return insert(.register)
    }
    return false

    func insert(_ part: FolioForm.Parts) -> Bool {
      form.parts.insert(part)
      return true
    }
  }

  private mutating func takeWeekday() -> Bool {
    let start = position
    if take(Word.weeks), let scalar = next, Word.weekdays.scalars.contains(scalar) {
      position += 1
      return true
    }
    position = start
    return false
  }

  /// `辛丑年五月三十`, `七月初五`, `腊月廿三`.
  private mutating func takeMoonDay() -> Bool {
    let start = position
    if let stem = next, Word.stems.scalars.contains(stem), position + 2 < end,
      Word.branches.scalars.contains(scalars[position + 1]), has(.year, at: position + 2)
    {
      position += 3
      takeWhile(.hanzi)
      return true
    }
    _ = take(Word.leap)
    if take(Word.moonMonths) || takeNumber() != nil, take(.month), let scalar = next,
      chineseNumeral(scalar) != nil || Word.moonDays.scalars.contains(scalar)
    {
      takeWhile(.hanzi)
      return position - start <= 8
    }
    position = start
    return false
  }

  /// A number, in figures or words, before what it counts: `第10553期`, `总第一千二百号`, `A12版`, `今日四开八版`.
  private mutating func takeNumber(before units: Word) -> Bool {
    let start = position
    while take(Word.counting) { skipSpaces() }
    let first = position
    while let scalar = next, isPartOfNumber(scalar) { position += 1 }
    let taken = position > first
    skipSpaces()
    if taken, let unit = next, units.scalars.contains(unit) {
      position += 1
      return true
    }
    position = start
    return false
  }

  private func isPartOfNumber(_ scalar: UInt32) -> Bool {
    nextLettering == .latin || digitValue(scalar) != nil || chineseNumeral(scalar) != nil
      || Word.hundreds.scalars.contains(scalar)
  }

  /// The number behind its name, and what it is counted in.
  private mutating func takeRegister() {
    while let kind = nextLettering, kind != .hanzi { position += 1 }
    _ = take(Word.money)
  }

  /// The paper's name, or the one word beside all this that says what the page is about: 要闻, 综合.
  private mutating func takeName(of form: inout FolioForm, words: inout Int) -> Bool {
    let start = position
    takeSpacedName()
    guard let last = (start..<position).last(where: { lettering[$0] == .hanzi }) else { return false }
    let letters = (start..<position).count { lettering[$0] == .hanzi }
    if (2...10).contains(letters), form.name == nil, isPaper(last) {
      form.name = start..<position
      return true
    }
    words += 1
    return words == 1 && (2...6).contains(letters) && !form.parts.isEmpty
  }

  /// Takes hanzi on end; single ones with a space between, as mastheads are set, too.
  private mutating func takeSpacedName() {
    takeWhile(.hanzi)
    while true {
      var rest = self
      rest.skipSpaces()
      let first = rest.position
      rest.takeWhile(.hanzi)
      guard first > position, rest.position == first + 1 else { return }
      self = rest
    }
  }

  private func isPaper(_ last: Int) -> Bool {
    guard Word.papers.scalars.contains(HanziForms.simplified(scalars[last])) else { return false }
    return last == position || !Word.reports.scalars.contains(HanziForms.simplified(scalars[last - 1]))
  }

  private mutating func takeWhile(_ kind: CharacterClass) {
    while nextLettering == kind { position += 1 }
  }

  /// Passes over the signs between the parts.
  private mutating func skipFolioSigns() {
    while let kind = nextLettering, !kind.isLetter { position += 1 }
  }
}

extension Word {
  fileprivate static let moonCalendars: WordList = ["农历", "農曆", "阴历", "陰曆", "夏历", "夏曆", "旧历", "舊曆"]
  fileprivate static let sunCalendars: WordList = ["公历", "公曆", "西历", "西曆", "公元", "西元"]
  fileprivate static let weeks: WordList = ["星期", "礼拜", "禮拜", "週", "周"]
  fileprivate static let weekdays = Word("一二三四五六日天")
  fileprivate static let stems = Word("甲乙丙丁戊己庚辛壬癸")
  fileprivate static let branches = Word("子丑寅卯辰巳午未申酉戌亥")
  fileprivate static let leap = Word("闰")
  fileprivate static let moonMonths: WordList = ["正", "冬", "腊", "臘"]
  fileprivate static let moonDays = Word("初廿卅")
  fileprivate static let counting: WordList = [
    "今日", "今天", "本期", "本报", "共", "全", "总", "總", "第", "对开", "對開", "四开", "四開", "彩色", "新",
  ]
  fileprivate static let numberUnits = Word("期号號卷辑輯")
  fileprivate static let pageUnits = Word("版张張页頁")
  fileprivate static let hundreds = Word("百千万萬")
  fileprivate static let registers: WordList = [
    "国内统一连续出版物号", "国内统一标准刊号", "国内统一刊号", "统一刊号", "刊号", "邮发代号", "国外发行代号", "国外代号", "代号", "零售价",
    "零售每份", "零售", "定价", "每份", "售价", "大洋", "CN", "ISSN",
  ]
  fileprivate static let money: WordList = ["元", "角", "分", "圆", "圓", "文"]
  /// Last words of papers' names.
  fileprivate static let papers = Word("报刊")
  /// …通报, …创刊 are no papers.
  fileprivate static let reports = Word("通汇简举预情警海填上回喜捷呈禀战电创停复增")
}

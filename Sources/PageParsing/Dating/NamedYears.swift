import CSystem
import Text

/// The years that a text names, and which of them it was written in.
struct NamedYears {
  private var named: [Int: Int] = [:]
  /// The number of times that each is named in a clause that speaks of what is to come.
  private var planned: [Int: Int] = [:]

  /// Reads a line.
  mutating func read(_ scan: PageScan, _ range: Range<Int>) {
    for index in places(of: Word.year.scalars[0], scan, range) {
      guard let (year, start) = year(scan, range, endingAt: index) else { continue }
      named[year, default: 0] += 1
      if speaksOfPlans(scan, range, start..<index + 1) { planned[year, default: 0] += 1 }
    }
  }

  /// The year that a text which reports from a month is likely to be of: the one that it names most often, and of two
  /// as often the later.
  ///
  /// In January and February texts speak most of the year before. Then it is the latest year named at least as often as
  /// that one, as long as the text plans for it, since of 1997 alone papers of January 1998 speak as well.
  func likely(in month: Int) -> Int? {
    guard month <= 2 else { return named.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key }
    return named.filter { year, count in
      let before = named[year - 1] ?? 0
      return before > 0 && count >= before && (planned[year] ?? 0) > (planned[year - 1] ?? 0)
    }.keys.max()
  }

  /// The places of a character, which most lines do not have: found at the speed of memory.
  private func places(of sign: UInt32, _ scan: PageScan, _ range: Range<Int>) -> [Int] {
    var places: [Int] = []
    guard let scalars = scan.scalars.buffer.baseAddress else { return [] }
    var start = range.lowerBound
    while true {
      start += bl_find_scalar(scalars + start, range.upperBound - start, sign)
      guard start < range.upperBound else { return places }
      places.append(start)
      start += 1
    }
  }

  /// The year whose last character stands at a place, and where it starts.
  private func year(_ scan: PageScan, _ range: Range<Int>, endingAt place: Int) -> (year: Int, start: Int)? {
    var end = place
    while end > range.lowerBound, scan.lettering[end - 1] == .space { end -= 1 }
    var start = end
    while start > range.lowerBound, end - start < 8, isPartOfNumber(scan, start - 1) { start -= 1 }
    guard start < end else { return nil }
    var wording = Wording(scan, max(range.lowerBound, start - 2)..<place + 1)
    if let year = wording.takeYear(), wording.position == place + 1 { return (year, start) }
    wording.position = start
    guard let year = wording.takeYear(), wording.position == place + 1 else { return nil }
    return (year, start)
  }

  private func isPartOfNumber(_ scan: PageScan, _ place: Int) -> Bool {
    let kind = scan.lettering[place]
    return kind == .digit || chineseNumeral(scan.scalars[place]) != nil || scan.scalars[place] == 0x5143
  }

  /// True if the clause in which a year stands speaks of what is to be: 确保2020年建成, 2020年将…, 到2020年.
  private func speaksOfPlans(_ scan: PageScan, _ range: Range<Int>, _ year: Range<Int>) -> Bool {
    func isInside(_ place: Int) -> Bool { scan.lettering[place] != .pause && scan.lettering[place] != .stop }
    let before = (max(range.lowerBound, year.lowerBound - 16)..<year.lowerBound).reversed().prefix(while: isInside)
    let after = (year.upperBound..<min(range.upperBound, year.upperBound + 12)).prefix(while: isInside)
    let clause = Wording(scan, year.lowerBound - before.count..<year.upperBound + after.count)
    return (clause.position..<clause.end).contains { clause.has(Word.plans, at: $0) }
  }
}

extension Word {
  fileprivate static let plans: WordList = [
    "将", "將", "确保", "確保", "力争", "力爭", "争取", "爭取", "计划", "計劃", "预计", "預計", "提出", "目标", "目標", "规划", "規劃", "拟于", "擬於",
    "年底前", "今年", "本年", "新年", "年度工作",
  ]
}

import Newspaper
import Text

/// Makes passages: the lines of a paragraph or a head as they were printed, with every repair written down.
///
/// No white space stays inside running hanzi, half-width marks beside hanzi become full-width, straight quotes are
/// paired, and what a column edge parted is joined. Latin words, numbers, times and addresses stay as they are.
struct PassageSetter {
  let scan: PageScan
  let facts: [LineFacts]
  let words: PageWords
  /// True if the lines of the page go across its columns: joints are doubtful.
  private let goesAcross: Bool
  private let room = SettingRoom()
  private let tables: BarredTables

  init(scan: PageScan, facts: [LineFacts], words: PageWords, goesAcross: Bool = false) {
    (self.scan, self.facts, self.words, self.goesAcross) = (scan, facts, words, goesAcross)
    tables = BarredTables(scan: scan, facts: facts)
  }

  /// A passage.
  /// - Parameters:
  ///   - lines: indices into `facts`, in reading order.
  ///   - isHead: one space is kept where it seems to part a head's members.
  ///   - keepsSpaces: characters between which the words of a dateline or a byline stay apart.
  ///   - between: lines that stand between two of `lines` and are no part of them.
  func passage(_ lines: [Int], isHead: Bool = false, keepsSpaces: Range<Int>? = nil, between: [Int] = []) -> Passage {
    var setting = PassageInSetting(scan: scan, words: words, isHead: isHead, keepsSpaces: keepsSpaces ?? 0..<0)
    room.lend(to: &setting)
    for (place, index) in lines.enumerated() {
      var line = facts[index].line
      if isHead, facts[index].headingLevel > 0 {
        setting.repairs.append(Repair(.spaceRemoved, line: line.number, because: .headingMarks))
      }
      setting.isRow = lines.count == 1 && !isHead && facts[index].tableIndent >= 0
      setting.columnWidths = setting.isRow && line.markdown == .row ? tables.widths(around: index) : []
      if setting.isRow { line.range = withIndent(facts[index]) }
      if place > 0 { join(&setting, lines[place - 1], index, between) }
      setting.append(line)
    }
    setting.finish()
    defer { room.takeBack(from: &setting) }
    return Passage(
      text: setting.string, page: scan.page, lines: lines.map { facts[$0].line.number },
      runs: setting.runs.withUnsafeBufferPointer(Array.init), repairs: setting.repairs)
  }

  /// The words of a dateline and the names behind it, within which spaces part words.
  func datelineSpaces(_ line: Int) -> Range<Int>? {
    facts[line].dateline.map { facts[line].line.range.lowerBound..<$0.end }
  }

  /// The end of a caption, where a space parts the text from the name.
  func creditSpaces(_ line: Int) -> Range<Int>? {
    let range = facts[line].line.range
    return facts[line].credit == nil ? nil : max(range.lowerBound, range.upperBound - 12)..<range.upperBound
  }

  /// A row's characters with the white space by which it is set in further than others of its table.
  private func withIndent(_ row: LineFacts) -> Range<Int> {
    var start = row.line.range.lowerBound
    var columns = row.line.indent - row.tableIndent
    while columns > 0, start > 0, scan.lettering[start - 1] == .space,
      Int(scan.byteOffsets[start - 1]) >= row.line.byteStart
    {
      start -= 1
      columns -= fixedPitchColumns(of: scan.scalars[start])
    }
    return start..<row.line.range.upperBound
  }

  private func join(_ setting: inout PassageInSetting, _ before: Int, _ after: Int, _ between: [Int]) {
    let last = facts[before].line
    let first = facts[after].line
    setting.join(last, first)
    let around = between.map { facts[$0].line.number }.first { $0 > last.number && $0 < first.number }
    let turns = before + 1 < after && facts[before + 1..<after].contains(where: \.isPageSeparator)
    let reason: Reason =
      if turns { .overPageTurn(line: last.number) } else if let around {
        .around(line: around)
      } else if facts[before].evidence.contains(.leavesOpen) {
        .bracketOpen(line: last.number)
      } else if goesAcross { .lineAcrossColumns(line: last.number) } else { .lineUnfinished(line: last.number) }
    setting.repairs.append(Repair(.joined, line: first.number, because: reason))
  }
}

/// Memory in which one passage after the other is set, so that it need not be asked for as each grows.
private final class SettingRoom {
  private var text: [UInt8] = []
  private var runs: [Passage.Run] = []

  func lend(to setting: inout PassageInSetting) {
    swap(&text, &setting.text)
    swap(&runs, &setting.runs)
  }

  func takeBack(from setting: inout PassageInSetting) {
    setting.text.removeAll(keepingCapacity: true)
    setting.runs.removeAll(keepingCapacity: true)
    lend(to: &setting)
  }
}

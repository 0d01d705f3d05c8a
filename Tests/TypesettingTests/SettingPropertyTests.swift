import Foundation
import Testing

@testable import Typesetting

/// What holds for every text at every measure.
@Suite struct SettingPropertyTests {
  init() { _ = Seeded(0) }

  @Test("Whatever the text and the measure, nothing is lost, lines fit, and marks stand where they may")
  func randomTexts() {
    var random = Seeded(7)
    for number in 0..<400 {
      let text = random.text(upTo: 120)
      for measure in stride(from: 1 + number % 3, through: 120, by: 3) { check(text, LineSetting(measure: measure)) }
    }
  }

  @Test("Headlines and indented, aligned paragraphs lose nothing either")
  func randomSettings() {
    var random = Seeded(11)
    for number in 0..<1_500 {
      let setting = LineSetting(
        measure: Int.random(in: 1...60, using: &random), firstIndent: Int.random(in: 0...8, using: &random),
        indent: Int.random(in: 0...8, using: &random), alignment: [.left, .centered, .right][number % 3],
        balanced: number % 2 == 0)
      check(random.text(upTo: 80), setting)
    }
  }

  @Test("The five given pages can be set at every width from 1 to 120")
  func seedPages() throws {
    for text in try seedParagraphs() {
      for measure in 1...120 { check(text, LineSetting(measure: measure, firstIndent: 4)) }
    }
  }

  @Test("On the given pages, from 12 to 120 columns and at every level, no line breaks that level's rules")
  func seedRules() throws {
    for text in try seedParagraphs() {
      for measure in stride(from: 12, through: 120, by: 1) {
        let level = LineBreakLevel.allCases[measure % 4]
        let justification = LineSetting.Justification.allCases[measure % 3]
        check(text, LineSetting(measure: measure, firstIndent: 4, justification: justification, level: level))
        checkRules(text, LineSetting(measure: measure, firstIndent: 4, justification: justification, level: level))
      }
    }
  }

  @Test("On the given pages, from 30 to 60 columns, no paragraph ends in a line of a single hanzi")
  func seedWidows() throws {
    for text in try seedParagraphs() {
      for measure in 30...60 {
        for justification in LineSetting.Justification.allCases {
          let level = LineBreakLevel.allCases[measure / 3 % 4]
          let setting = LineSetting(measure: measure, firstIndent: 4, justification: justification, level: level)
          let lines = setLines(text, setting)
          guard lines.count > 1, let last = lines.last else { continue }
          let hanzi = part(text, last.range).filter { $0.isLetter || $0.isNumber }
          if hanzi.count == 1 { Issue.record("\(part(text, last.range)) ends \(text) at \(measure) \(justification)") }
        }
      }
    }
  }

  @Test("Text of any kind keeps within its measure, and says where a measure is too narrow for the rules")
  func randomChoices() {
    var random = Seeded(23)
    for _ in 0..<4_000 {
      let setting = LineSetting(
        measure: Int.random(in: 1...300, using: &random), firstIndent: Int.random(in: 0...8, using: &random),
        justification: LineSetting.Justification.allCases.randomElement(using: &random) ?? .ragged,
        hasMargin: Bool.random(using: &random),
        level: LineBreakLevel.allCases.randomElement(using: &random) ?? .basic,
        ambiguous: Bool.random(using: &random) ? .wide : .narrow)
      let text = random.text(upTo: 160)
      check(text, setting)
      checkRules(text, setting)
      checkColumns(text, setting)
    }
  }

  private func seedParagraphs() throws -> [String] {
    let folder = URL(filePath: #filePath).appending(path: "../../../seeds").standardized
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count == 5)
    return try files.flatMap { try String(contentsOf: $0, encoding: .utf8).split(separator: "\n").map(String.init) }
  }
}

private func check(_ text: String, _ setting: LineSetting) {
  let lines = setLines(text, setting)
  checkNothingLost(text, lines, setting)
  for line in lines {
    let room = setting.measure
    #expect(line.indent >= 0)
    let hangs =
      setting.hasMargin && setting.justification == .hanging && "，。、".contains(part(text, line.range).last ?? " ")
    let fits = line.indent + line.width <= room + (hangs ? 1 : 0) || (line.width <= 2 && line.indent == 0)
    if !fits { Issue.record("\(line) in \(room): \(text.debugDescription)") }
  }
  checkMarks(text, lines, setting)
}

private func part(_ text: String, _ range: Range<Int>) -> Substring {
  let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
  return text[start..<text.utf8.index(start, offsetBy: range.count)]
}

private func checkRules(_ text: String, _ setting: LineSetting) {
  let lines = setLines(text, setting)
  let rules = MarkRules(level: setting.level)
  for (line, next) in zip(lines, lines.dropFirst()) where !line.isForced {
    let (shown, following) = (part(text, line.range), part(text, next.range))
    if let fault = rules.fault(of: shown, before: following) {
      Issue.record(
        "\(fault) at \(setting.measure), \(setting.level): \(shown.debugDescription) in \(text.debugDescription)")
    }
  }
}

/// The glyphs of each line stand one after the other, and together they are the line.
private func checkColumns(_ text: String, _ setting: LineSetting) {
  for line in setLines(text, setting) {
    var column = line.indent
    let placed = line.glyphs(in: text, ambiguous: setting.ambiguous)
    for glyph in placed {
      #expect(glyph.column >= column)
      column = glyph.column + glyph.glyph.width
    }
    #expect(column == line.indent + line.width, "\(text.debugDescription) \(setting)")
    let spaced = displayWidth(line.legibleText(in: text), ambiguous: setting.ambiguous)
    #expect(spaced == line.width)
    let letters = placed.map(\.glyph.text).joined()
    #expect(letters == legible(part(text, line.range)))
  }
}

/// Lines ascend, and between them lies nothing but white space and what is not shown.
private func checkNothingLost(_ text: String, _ lines: [SetLine], _ setting: LineSetting) {
  let bytes = Array(text.utf8)
  var end = 0
  for range in lines.map(\.range) + [bytes.count..<bytes.count] {
    #expect(range.lowerBound >= end, "\(text.debugDescription)")
    if range.lowerBound < end { return }
    let between = String(decoding: bytes[end..<range.lowerBound], as: UTF8.self)
    if between.contains(where: { Glyph($0).text.contains { $0 != " " && $0 != "　" } }) {
      Issue.record("lost \(between.debugDescription) at \(setting) of \(text.debugDescription)")
    }
    end = range.upperBound
  }
  let shown = lines.map { line in
    displayWidth(part(text, line.range), ambiguous: setting.ambiguous) + line.spread.reduce(0) { $0 + $1.columns }
  }
  #expect(shown == lines.map(\.width), "\(text.debugDescription) \(setting)")
}

/// A line starts or ends with a forbidden mark only where the line before it had no other place to break.
private func checkMarks(_ text: String, _ lines: [SetLine], _ setting: LineSetting) {
  let characters = clusters(of: text, level: setting.level, ambiguous: setting.ambiguous)
  for (line, next) in zip(lines, lines.dropFirst()) {
    let starts = characters.indices.filter { characters[$0].start > line.range.lowerBound }
    guard let start = starts.first(where: { characters[$0].start == next.range.lowerBound }) else { continue }
    guard characters[start].breakBefore == .forbidden else { continue }
    let others = starts.filter { $0 < start && characters[$0].breakBefore > .forbidden }
    if !others.isEmpty { Issue.record("broken at \(next.range.lowerBound): \(text.debugDescription)") }
  }
}

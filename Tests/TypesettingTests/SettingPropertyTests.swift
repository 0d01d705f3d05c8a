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

  @Test("On the given pages, at 40 columns, no line breaks the basic rules")
  func seedRules() throws {
    var lines = 0
    for text in try seedParagraphs() {
      let bytes = Array(text.utf8)
      for line in setLines(text, LineSetting(measure: 40, firstIndent: 4)).dropFirst() {
        let shown = String(decoding: bytes[line.range], as: UTF8.self)
        lines += 1
        if let first = shown.first, "，。、；：！？）》”’】」』…—·,.;:!?)%".contains(first) { Issue.record("starts: \(shown)") }
        if let last = shown.last, "（《“‘【「『(".contains(last) { Issue.record("ends: \(shown)") }
      }
    }
    #expect(lines > 300)
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
    let fits = line.indent + line.width <= room || (line.width <= 2 && line.indent == 0)
    if !fits { Issue.record("\(line) in \(room): \(text.debugDescription)") }
  }
  checkMarks(text, lines)
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
  let shown = lines.map { displayWidth(String(decoding: bytes[$0.range], as: UTF8.self)) }
  #expect(shown == lines.map(\.width), "\(text.debugDescription) \(setting)")
}

/// A line starts or ends with a forbidden mark only where the line before it had no other place to break.
private func checkMarks(_ text: String, _ lines: [SetLine]) {
  let characters = clusters(of: text)
  for (line, next) in zip(lines, lines.dropFirst()) {
    let starts = characters.indices.filter { characters[$0].start > line.range.lowerBound }
    guard let start = starts.first(where: { characters[$0].start == next.range.lowerBound }) else { continue }
    guard characters[start].breakBefore == .forbidden else { continue }
    let others = starts.filter { $0 < start && characters[$0].breakBefore > .forbidden }
    if !others.isEmpty { Issue.record("broken at \(next.range.lowerBound): \(text.debugDescription)") }
  }
}

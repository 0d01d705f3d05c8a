import Testing

@testable import Typesetting

/// A text that has been set, and what must hold of it whatever the text and the setting.
struct SetText {
  let text: String
  let setting: LineSetting
  let lines: [TypesetLine]

  init(_ text: String, _ setting: LineSetting) {
    self.text = text
    self.setting = setting
    lines = setLines(text, setting)
  }

  /// Nothing is lost, every line keeps to its measure, and marks stand where they may.
  func check() {
    checkNothingLost()
    for line in lines where !fits(line) { record("too wide", line) }
    for line in lines where !isPlaced(line) { record("its glyphs do not make up the line", line) }
    checkForcedLines()
    checkRules()
  }

  /// The last line, where it is a single hanzi, letter or digit, or no more than marks.
  var widow: Substring? {
    guard lines.count > 1, let last = lines.last else { return nil }
    let words = text.part(last.range)
    return words.filter { $0.isLetter || $0.isNumber }.count < 2 ? words : nil
  }

  /// Places where CLREQ's rules are broken and the line does not say that it had to.
  func checkRules() {
    let rules = MarkRules(level: setting.level)
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isForced {
      let fault = rules.fault(of: text.part(line.range), before: text.part(next.range))
      if let fault { record(fault, line) }
    }
  }

  private func record(_ fault: String, _ line: TypesetLine) {
    Issue.record("\(fault): \(text.part(line.range).debugDescription) of \(text.debugDescription) set as \(setting)")
  }

  /// Lines ascend, and between them lies nothing but white space and what is not shown.
  private func checkNothingLost() {
    var end = 0
    for line in lines + [TypesetLine(range: text.utf8.count..<text.utf8.count, indent: 0, width: 0)] {
      guard line.range.lowerBound >= end else { return record("lines overlap", line) }
      let between = end < line.range.lowerBound ? text.part(end..<line.range.lowerBound) : ""
      if between.contains(where: { Glyph($0).text.contains { $0 != " " && $0 != "　" } }) {
        record("lost \(between.debugDescription) before", line)
      }
      end = line.range.upperBound
    }
  }

  private func fits(_ line: TypesetLine) -> Bool {
    let mayHang = setting.hasMargin && setting.justification == .hanging
    let hangs = mayHang && text.part(line.range).endsInHangingMark
    if line.indent < 0 { return false }
    return line.indent + line.width <= setting.measure + (hangs ? 1 : 0) || (line.width <= 2 && line.indent == 0)
  }

  /// The glyphs stand one after the other, and together they are the line, as wide as it says.
  private func isPlaced(_ line: TypesetLine) -> Bool {
    var column = line.indent
    let placed = line.glyphs(in: text, ambiguous: setting.ambiguous)
    for glyph in placed {
      if glyph.column < column { return false }
      column = glyph.column + glyph.glyph.width
    }
    let letters = placed.map(\.glyph.text).joined()
    let spaced = displayWidth(line.legibleText(in: text), ambiguous: setting.ambiguous)
    return column == line.indent + line.width && spaced == line.width && letters == legible(text.part(line.range))
  }

  /// A line is broken against the rules only where it had no other place to break.
  private func checkForcedLines() {
    guard lines.contains(where: \.isForced) else { return }
    let characters = clusters(of: text, level: setting.level, ambiguous: setting.ambiguous)
    for (line, next) in zip(lines, lines.dropFirst()) where line.isForced {
      let inside = characters.filter { $0.start > line.range.lowerBound && $0.start < next.range.lowerBound }
      if inside.contains(where: { $0.breakBefore > .forbidden }) { record("needlessly broken", line) }
    }
  }
}

extension StringProtocol {
  /// True if it ends in a mark that may hang; an accent may stand on it.
  var endsInHangingMark: Bool { last?.unicodeScalars.first.map { "，。、".unicodeScalars.contains($0) } ?? false }
}

import CSystem
import Chance
import Foundation
import Goldens
import Testing

@testable import Typesetting

/// Properties of every text at every measure.
@Suite struct SettingPropertyTests {
  @Test("Whatever the text and the measure, nothing is lost, lines fit, and marks stand where they may")
  func randomTexts() {
    var random = RandomSource(seed: 7)
    for number in 0..<200 {
      let text = random.text(upTo: 120)
      for measure in stride(from: 1 + number % 3, through: 120, by: 3) {
        SetText(text, LineSetting(measure: measure)).check()
      }
    }
  }

  @Test("Headlines and indented, aligned paragraphs lose nothing either")
  func randomHeadlines() {
    var random = RandomSource(seed: 11)
    for number in 0..<1_500 {
      let setting = LineSetting(
        measure: Int.random(in: 1...60, using: &random), firstIndent: Int.random(in: 0...8, using: &random),
        indent: Int.random(in: 0...8, using: &random), alignment: [.left, .centered, .right][number % 3],
        balanced: number % 2 == 0)
      SetText(random.text(upTo: 80), setting).check()
    }
  }

  @Test("Headlines of which the page knows what holds together lose nothing at any measure, nor do vertical ones")
  func knownHeadlines() {
    var random = RandomSource(seed: 43)
    for number in 0..<1_500 {
      // Of few characters, so that many pairs come again; white space at any place and in any number.
      let page = (0..<6).map { _ in
        String((0..<12).map { _ in Array("公园劳动义务年轻人参加　 ，2").randomElement(using: &random) ?? "公" })
      }
      let head = page[number % 6] + random.text(upTo: 20)
      var setting = LineSetting(
        measure: Int.random(in: 1...40, using: &random), alignment: .centered, balanced: true)
      setting.cohesion = Cohesion(of: head, in: page + [page.joined()])
      SetText(head, setting).check()
      var vertical = VerticalSetting(measure: Int.random(in: 1...20, using: &random), balanced: true)
      vertical.cohesion = setting.cohesion
      let set = setVertically(head, vertical)
      #expect(zip(set, set.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }
  }

  @Test("At every level, justified or not, with wide quotes or narrow ones, up to 300 columns, the same holds")
  func randomChoices() {
    var random = RandomSource(seed: 23)
    for _ in 0..<4_000 {
      let setting = LineSetting(
        measure: Int.random(in: 1...300, using: &random), firstIndent: Int.random(in: 0...8, using: &random),
        justification: LineSetting.Justification.allCases.randomElement(using: &random) ?? .ragged,
        hasMargin: Bool.random(using: &random),
        level: LineBreakLevel.allCases.randomElement(using: &random) ?? .basic,
        ambiguous: Bool.random(using: &random) ? .wide : .narrow)
      SetText(random.text(upTo: 160), setting).check()
    }
  }

  @Test("The five given pages can be set at every width from 1 to 120; from 12 on no rule need be broken")
  func seedPages() throws {
    for text in try seedParagraphs() {
      for measure in 1...120 {
        let set = SetText(text, LineSetting(measure: measure, firstIndent: 4))
        set.check()
        if measure >= 12, set.lines.contains(where: \.isForced) { Issue.record("\(text) is forced at \(measure)") }
      }
    }
  }

  @Test("On the given pages every level's rules hold, ragged, justified and hanging")
  func seedRules() throws {
    for text in try seedParagraphs() {
      for (number, measure) in stride(from: 12, through: 120, by: 2).enumerated() {
        let setting = LineSetting(
          measure: measure, firstIndent: 4, justification: LineSetting.Justification.allCases[number % 3],
          hasMargin: true, level: LineBreakLevel.allCases[number % 4])
        SetText(text, setting).check()
      }
    }
  }

  @Test("On the given pages, from 30 to 60 columns, no paragraph ends in a line of a single hanzi")
  func seedWidows() throws {
    for text in try seedParagraphs() {
      for measure in 30...60 {
        for justification in LineSetting.Justification.allCases {
          let setting = LineSetting(
            measure: measure, firstIndent: 4, justification: justification,
            level: LineBreakLevel.allCases[measure / 3 % 4])
          if let widow = SetText(text, setting).widow { Issue.record("\(widow) ends \(text) set as \(setting)") }
        }
      }
    }
  }
}

/// The lines of the five given pages.
func seedParagraphs() throws -> [String] {
  let files = try Repository.seeds
  try #require(files.count == 5)
  return try files.flatMap { try String(contentsOf: $0, encoding: .utf8).split(separator: "\n").map(String.init) }
}

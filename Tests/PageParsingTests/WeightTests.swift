import Foundation
import Newspaper
import Testing

@testable import PageParsing

/// Every weight must change something: one that no page misses is a guess, and guesses go.
@Suite("The weights")
struct WeightTests {
  @Test("Each weight of a line's evidence earns its keep on some page")
  func line() {
    for index in Weights().line.indices {
      var without = Weights()
      let (evidence, role, weight) = without.line.remove(at: index)
      let matters = changes(without)
      #expect(matters, "\(said(evidence)) → \(role) \(weight)")
    }
  }

  @Test("Each weight of what two lines show together earns its keep on some page")
  func meeting() {
    for index in Weights().afterBody.indices {
      var without = Weights()
      let (evidence, role, weight) = without.afterBody.remove(at: index)
      let matters = changes(without)
      #expect(matters, "\(said(evidence)) → \(role) \(weight)")
    }
    for index in Weights().afterHead.indices {
      var without = Weights()
      let (evidence, role, weight) = without.afterHead.remove(at: index)
      let matters = changes(without)
      #expect(matters, "\(said(evidence)) → \(role) \(weight)")
    }
  }

  @Test("Each turn from role to role earns its keep on some page")
  func turns() {
    for index in Weights().turns.indices {
      var without = Weights()
      let (from, to, weight) = without.turns.remove(at: index)
      let matters = changes(without)
      #expect(matters, "\(from) → \(to) \(weight)")
    }
  }

  @Test("What a page begins with, what a role costs by itself and what cannot be earn their keep on some page")
  func others() {
    for index in Weights().opening.indices {
      var without = Weights()
      let (role, weight) = without.opening.remove(at: index)
      let matters = changes(without)
      #expect(matters, "opening \(role) \(weight)")
    }
    for index in Weights().plain.indices {
      var without = Weights()
      let (role, weight) = without.plain.remove(at: index)
      let matters = changes(without)
      #expect(matters, "plain \(role) \(weight)")
    }
    for index in Weights().impossibleTurns.indices {
      var without = Weights()
      let (from, to) = without.impossibleTurns.remove(at: index)
      let matters = changes(without)
      #expect(matters, "never \(from) → \(to)")
    }
    var without = Weights()
    without.rareTurn = 0
    let matters = changes(without)
    #expect(matters, "rare turns")
  }

  /// True if some page is read otherwise with other weights.
  private func changes(_ weights: Weights) -> Bool {
    let model = LabelModel(weights)
    return Self.readings.contains {
      ItemStarts.labels(PageScores(model, FactFeatures(facts: $0.judged, meetings: $0.meetings)).path(), $0.judged)
        != $0.handLabels
    }
  }

  private func said(_ feature: LineFeature) -> String {
    LineFeature.table.first { $0.feature == feature }?.words.words(in: .english) ?? "?"
  }

  private func said(_ feature: JointFeature) -> String {
    JointFeature.afterText.first { $0.feature == feature }?.words.words(in: .english) ?? "?"
  }

  private static let readings: [PageReading] = SamplePages.all.map {
    PageReading(Page(number: 1, path: "", text: PageText($0)), .handSet, learned: nil)
  }
}

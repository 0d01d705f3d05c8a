import Chance
import PageParsing

/// Learns the weights of a chain of labels: a conditional random field (Lafferty, McCallum and Pereira 2001) with a
/// cost in the denominator that grows with what an error does to the score (softmax-margin, Gimpel and Smith 2010),
/// moved page by page and regularised towards the weights that it starts from.
///
/// Equal lessons in equal order give equal bytes.
struct Trainer {
  /// Times that every page is seen; the weights after the later half of them are averaged.
  var rounds = 16
  var rate: Float = 0.03
  /// The cost of a line with a wrong label, and of one that wrongly begins an item or does not.
  var lineCost: Float = 0.4
  var startCost: Float = 2.5
  /// The part by which weights go back to those at the start after each round.
  var decay: Float = 0.01

  /// Pages in invented layouts that are learned from as well.
  var invented = 800
  /// Kinds of features of a hundred that are left out each time that a page is seen.
  var leftOut = 8

  func weights(from pages: [Lesson], initial: ChainWeights) -> ChainWeights {
    let given = pages.map(\.page)
    let made = Recomposition.pages(from: given) + InventedPages.pages(from: given, count: invented)
    let lessons = pages + concurrentMap(made, Lesson.init)
    var learned = AdaptiveWeights(initial, rate: rate)
    var random = RandomSource(seed: 1)
    let scales = Self.scales(lessons)
    var order = Array(lessons.indices)
    var sum = ChainWeights(repeating: .zero)
    for round in 0..<rounds {
      for place in order.indices.dropFirst() { order.swapAt(place, random.below(place + 1)) }
      for index in order {
        learn(lessons[index], thinned(lessons[index].problem, &random), scale: scales[index], &learned)
      }
      learned.decay(towards: initial, by: decay)
      guard round >= rounds / 2 else { continue }
      for row in sum.values.indices { sum.values[row] += learned.current.values[row] }
    }
    let count = Float(rounds - rounds / 2)
    for row in sum.values.indices { sum.values[row] /= count }
    return sum
  }

  /// A page without some of its features, so that none is relied upon alone (dropout, Srivastava and others 2014).
  private func thinned(_ problem: LabelProblem, _ random: inout RandomSource) -> LabelProblem {
    guard leftOut > 0 else { return problem }
    var isLeftOut = [Bool](repeating: false, count: LabelProblem.rowCount)
    for group in LabelProblem.rowGroups where random.below(100) < leftOut {
      for row in group { isLeftOut[row] = true }
    }
    return problem.without(isLeftOut)
  }

  /// Balances families: a page counts the more the fewer lines its family has.
  private static func scales(_ lessons: [Lesson]) -> [Float] {
    let lines = lessons.reduce(into: [String: Int]()) { $0[$1.page.family, default: 0] += $1.problem.lines.count }
    let mean = Float(lessons.reduce(0) { $0 + $1.problem.lines.count }) / Float(max(1, lines.count))
    return lessons.map { lesson in
      lesson.page.weight * min(8, max(0.1, (mean / Float(max(1, lines[lesson.page.family] ?? 1))).squareRoot()))
    }
  }

  private func learn(_ lesson: Lesson, _ problem: LabelProblem, scale: Float, _ learned: inout AdaptiveWeights) {
    let decoder = ChainDecoder(problem, learned.current)
    let turns = learned.current.values[ChainWeights.turns..<ChainWeights.rows].map(exponential)
    let right = decoder.marginals(allowed: lesson.allowed, turns: turns)
    let found = decoder.marginals(costs: costs(lesson), turns: turns)
    learned.update(problem, from: found, to: right, scale: scale)
  }

  /// The scores that are added to wrong labels, so that right ones must win by a margin.
  private func costs(_ lesson: Lesson) -> [LabelScores] {
    lesson.allowed.map { allowed in
      var costs = LabelScores.zero
      for label in LineLabel.allCases where !allowed.contains(label) {
        let begins = !allowed.isSubset(of: .inside)
        costs[label.rawValue] = label.startsItem == begins ? lineCost : startCost
      }
      return costs
    }
  }
}

import Dispatch
import PageParsing

/// Pages divided so that each is read by weights that were learned without its group.
struct Folds {
  /// For each fold the indices of the pages that are left out and then read.
  private let held: [[Int]]

  /// Groups dealt out in turn, family by family: a page stays on one side in all the variants that families have of it.
  init(_ lessons: [Lesson], count: Int) {
    var held = Array(repeating: [Int](), count: max(2, count))
    var places: [String: Int] = [:]
    let families = Dictionary(grouping: lessons.indices) { lessons[$0].page.family }
    for (_, indices) in families.sorted(by: { $0.key < $1.key }) {
      var next = 0
      for group in Set(indices.map { lessons[$0].page.group }).sorted() where places[group] == nil {
        places[group] = next % held.count
        next += 1
      }
      for index in indices { held[places[lessons[index].page.group] ?? 0].append(index) }
    }
    self.held = held.map { $0.sorted() }
  }

  /// One family a fold; families that have most pages in common, as variants of them, count as one.
  init(byFamily lessons: [Lesson]) {
    let families = Dictionary(grouping: lessons.indices) { lessons[$0].page.family }.sorted { $0.key < $1.key }
    var folds: [(groups: Set<String>, indices: [Int])] = []
    for (_, indices) in families {
      let groups = Set(indices.map { lessons[$0].page.group })
      if let place = folds.firstIndex(where: { $0.groups.intersection(groups).count * 2 > groups.count }) {
        folds[place].groups.formUnion(groups)
        folds[place].indices += indices
      } else {
        folds.append((groups, indices))
      }
    }
    held = folds.map { $0.indices.sorted() }
  }

  /// Every page as it is read.
  func readings(_ lessons: [Lesson], _ initial: ChainWeights) -> [LessonReading] {
    concurrentMap(held) { held in
      let out = Set(held)
      let rest = lessons.indices.filter { !out.contains($0) }.map { lessons[$0] }
      let weights = Trainer().weights(from: rest, initial: initial)
      return held.map { LessonReading(lessons[$0], weights) }
    }.flatMap { $0 }
  }
}

/// A page with the labels that were read from it.
struct LessonReading: Sendable {
  let lesson: Lesson
  let labels: [LineLabel]
  /// The leads of beginnings of items.
  var leads: [Float?] = []

  init(_ lesson: Lesson, labels: [LineLabel]) { (self.lesson, self.labels) = (lesson, labels) }

  init(_ lesson: Lesson, _ weights: ChainWeights) {
    self.init(lesson, labels: ChainDecoder(lesson.problem, weights).path())
    leads = weights.model.startLeads(lesson.problem, labels)
  }
}

/// Maps on all cores at once; results stand in the order of the elements.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let results = UnsafeMutableBufferPointer<Result?>.allocate(capacity: elements.count)
  results.initialize(repeating: nil)
  defer {
    results.deinitialize()
    results.deallocate()
  }
  // Each element has a place of its own.
  nonisolated(unsafe) let places = results
  DispatchQueue.concurrentPerform(iterations: elements.count) { places[$0] = transform(elements[$0]) }
  return results.compactMap { $0 }
}

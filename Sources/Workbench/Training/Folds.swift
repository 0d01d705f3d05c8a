import Dispatch
import PageParsing

/// Pages divided so that each is read by weights that were learned without its group.
struct Folds {
  /// For each fold the indices of the pages that are left out and then read.
  private let held: [[Int]]

  /// Groups of each family dealt out in turn.
  init(_ lessons: [Lesson], count: Int) {
    var held = Array(repeating: [Int](), count: max(2, count))
    let families = Dictionary(grouping: lessons.indices) { lessons[$0].page.family }
    for indices in families.values {
      let groups = Set(indices.map { lessons[$0].page.group }).sorted()
      for index in indices {
        let place = groups.firstIndex(of: lessons[index].page.group) ?? 0
        held[place % held.count].append(index)
      }
    }
    self.held = held.map { $0.sorted() }
  }

  /// One family a fold.
  init(byFamily lessons: [Lesson]) {
    held = Set(lessons.map(\.page.family)).sorted().map { family in
      lessons.indices.filter { lessons[$0].page.family == family }
    }
  }

  /// Every page with the labels that were read from it.
  func labels(_ lessons: [Lesson], _ initial: ChainWeights) -> [(Lesson, [LineLabel])] {
    concurrentMap(held) { held in
      let out = Set(held)
      let rest = lessons.indices.filter { !out.contains($0) }.map { lessons[$0] }
      let weights = Trainer().weights(from: rest, initial: initial)
      return held.map { (lessons[$0], ChainDecoder(lessons[$0].problem, weights).path()) }
    }.flatMap { $0 }
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

import Text

/// A record of a catalogue: its segment, and its index in a table there.
struct RecordPlace: Sendable, Hashable {
  var segment: Int
  var index: Int
}

/// The issues of several segments in the order of one list: runs of issues that follow each other in their segment.
struct ListOrder: Sendable {
  /// Issues of a segment that follow each other in the list.
  struct Run: Sendable {
    /// The first issue's place in the list.
    var start: Int
    var segment: Int
    var issues: Range<Int>
  }

  private(set) var runs: [Run] = []
  /// By segment: the numbers of its runs, which are in its own order.
  private var runsOfSegment: [[Int]]
  /// The number of issues.
  private(set) var count = 0

  /// Merges segments that are each in the order of the list.
  /// - Parameters:
  ///   - lengths: the number of issues of each segment.
  ///   - gone: by segment: the issues that are left out, in order.
  ///   - precedes: the order of the list.
  /// - Complexity: O(runs · log issues).
  init(_ lengths: [Int], without gone: [[UInt32]], by precedes: (RecordPlace, RecordPlace) -> Bool) {
    runsOfSegment = lengths.map { _ in [] }
    // The next issue of each segment, the first in the list at the end.
    var heads: [RecordPlace] = []
    func insert(_ head: RecordPlace) {
      guard head.index < lengths[head.segment] else { return }
      heads.insert(head, at: heads.partitioningIndex { !precedes(head, $0) })
    }
    for segment in lengths.indices { insert(RecordPlace(segment: segment, index: 0)) }
    while let head = heads.popLast() {
      let length = lengths[head.segment]
      var end = length
      if let rival = heads.last {
        func isBefore(_ index: Int) -> Bool { !precedes(rival, RecordPlace(segment: head.segment, index: index)) }
        // Doubles its steps, then halves them.
        var (low, step) = (head.index, 1)
        while low + step < length, isBefore(low + step) { (low, step) = (low + step, step * 2) }
        end = min(length, low + step)
        while low + 1 < end {
          let middle = (low + end) / 2
          if isBefore(middle) { low = middle } else { end = middle }
        }
      }
      add(head.segment, head.index..<end, without: gone[head.segment])
      insert(RecordPlace(segment: head.segment, index: end))
    }
  }

  private mutating func add(_ segment: Int, _ issues: Range<Int>, without gone: [UInt32]) {
    for part in gone.gaps(in: issues) {
      runsOfSegment[segment].append(runs.count)
      runs.append(Run(start: count, segment: segment, issues: part))
      count += part.count
    }
  }

  /// The record of the issue at a place of the list; nil outside.
  subscript(place: Int) -> RecordPlace? {
    guard place >= 0, place < count else { return nil }
    let run = runs[runs.partitioningIndex { $0.start > place } - 1]
    return RecordPlace(segment: run.segment, index: run.issues.lowerBound + place - run.start)
  }

  /// The place in the list of an issue; nil if it is left out.
  func place(of record: RecordPlace) -> Int? {
    guard runsOfSegment.indices.contains(record.segment) else { return nil }
    let numbers = runsOfSegment[record.segment]
    let next = numbers.partitioningIndex { runs[$0].issues.lowerBound > record.index }
    guard next > 0 else { return nil }
    let run = runs[numbers[next - 1]]
    return run.issues.contains(record.index) ? run.start + record.index - run.issues.lowerBound : nil
  }
}

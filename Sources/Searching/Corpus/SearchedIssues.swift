import Newspaper

/// The issues of a corpus in the order of its list, and the places of their folded text.
public struct SearchedIssues: Sendable {
  /// The place of an issue's folded text, and its day.
  public struct Place: Sendable, Hashable {
    /// Index in `segments`.
    public var segment: Int32
    /// Index of the issue in its segment.
    public var index: Int32
    /// The day that the list gives it.
    public var day: DayNumber

    /// A place in a segment.
    public init(segment: Int, index: Int, day: DayNumber) {
      self.segment = Int32(clamping: segment)
      self.index = Int32(clamping: index)
      self.day = day
    }
  }

  /// The segments with the text.
  public let segments: [FoldedSegment]
  /// In the order of the list.
  public let places: [Place]

  /// Issues and their text.
  /// - Parameter places: a place outside all segments has no text.
  public init(segments: [FoldedSegment] = [], places: [Place] = []) {
    self.segments = segments
    self.places = places
  }
}

extension SearchedIssues {
  /// The number of issues that are searched between two checks for cancellation: some 600 KB of text, and a word of an
  /// `IssueSet`.
  static let batchLength = 64

  /// The number of batches.
  public var batchCount: Int { (places.count + Self.batchLength - 1) / Self.batchLength }

  /// The issues of a batch, in runs of consecutive issues of a segment.
  /// - Parameter some: the issues that are searched; nil for all.
  func runs(ofBatch batch: Int, _ some: IssueSet? = nil) -> [Run] {
    guard some?.hasSome(ofBatch: batch) ?? true else { return [] }
    let start = batch * Self.batchLength
    let numbers = (start..<min(places.count, start + Self.batchLength)).filter {
      isThere(places[$0]) && some?.contains($0) ?? true
    }
    let sorted = numbers.sorted { key(places[$0]) < key(places[$1]) }
    var runs: [Run] = []
    for number in sorted {
      let place = places[number]
      if let last = runs.last, last.segment == Int(place.segment), last.end == Int(place.index) {
        runs[runs.count - 1].numbers.append(number)
      } else {
        runs.append(Run(segment: Int(place.segment), first: Int(place.index), numbers: [number]))
      }
    }
    return runs
  }

  /// Consecutive issues of a segment.
  struct Run {
    var segment: Int
    /// The index of the first one in the segment.
    var first: Int
    /// Their indices in `places`, in the order of the segment.
    var numbers: [Int]

    var end: Int { first + numbers.count }

    /// The indices in `places` of issues by their indices in the segment.
    func numbers(_ issues: Set<Int>) -> [Int] {
      issues.compactMap { (first..<end).contains($0) ? numbers[$0 - first] : nil }
    }
  }

  private func key(_ place: Place) -> Int { Int(place.segment) << 32 | Int(place.index) }

  private func isThere(_ place: Place) -> Bool {
    segments.indices.contains(Int(place.segment))
      && (0..<segments[Int(place.segment)].issueCount).contains(Int(place.index))
  }
}

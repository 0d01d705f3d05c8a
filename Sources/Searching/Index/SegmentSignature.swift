import CSystem
import Text

/// An index of neighbouring characters: a bit for each group of issues, by the hash of two characters, and by the first
/// letters of three. Rare text is searched in a few groups only.
struct SegmentSignature: @unchecked Sendable {
  /// The first issue of each group, and the end of the last one.
  private let firstIssues: UnsafeBufferPointer<UInt32>
  /// By hash: a bit for each group, 64 a word.
  private let rows: UnsafeBufferPointer<UInt64>
  /// The same by triple of `Initials`.
  private let initials: UnsafeBufferPointer<UInt64>

  /// There are 2¹⁷ rows: some 20,000 different pairs stand in a group.
  static let log2Rows: UInt32 = 17
  /// A group ends with the issue that reaches so many bytes of folded text.
  static let groupLength = 256 << 10
  /// Segments of less text have no signature, which would be larger than the text.
  static let leastLength = 4 << 20

  /// The number of words of each row.
  static func words(forGroups count: Int) -> Int { (count + 63) / 64 }

  init(
    firstIssues: UnsafeBufferPointer<UInt32>, rows: UnsafeBufferPointer<UInt64>, initials: UnsafeBufferPointer<UInt64>
  ) {
    (self.firstIssues, self.rows, self.initials) = (firstIssues, rows, initials)
  }

  private var words: Int { rows.count >> Int(Self.log2Rows) }

  /// The groups that may have a folded text.
  func groups(having text: [UInt8]) -> SegmentGroups {
    let bits = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: text.count) { bits in
      let count = bl_pair_bits(text, text.count, Self.log2Rows, bits.baseAddress, bits.count)
      return Array(bits[..<count])
    }
    return bits.reduce(.all) { $0.intersection(row(Int($1), of: rows)) }
  }

  /// The groups that may match a needle.
  func groups(having needle: Needle) -> SegmentGroups {
    switch needle {
    case .literal(let text), .word(let text, _): groups(having: text)
    case .pinyin(let pattern): groups(having: pattern)
    case .lookalike: .all
    }
  }

  /// The groups that may match a pattern.
  func groups(having pattern: PinyinPattern) -> SegmentGroups {
    guard let openings = pattern.openings(ReadingsTable()) else { return .all }
    let none = SegmentGroups(words: [UInt64](repeating: 0, count: words))
    return openings.reduce(none) { $0.union(row($1, of: initials)) }
  }

  private func row(_ number: Int, of rows: UnsafeBufferPointer<UInt64>) -> SegmentGroups {
    SegmentGroups(words: Array(rows[number * words..<(number + 1) * words]))
  }

  /// The parts of a range of issues that are in some of the groups.
  func issues(_ range: Range<Int>, in groups: SegmentGroups) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var issue = range.lowerBound
    var group = firstIssues.lastIndex(from: 0) { Int($0) <= issue }
    while issue < range.upperBound {
      let next = group + 1 < firstIssues.count ? Int(firstIssues[group + 1]) : .max
      let end = min(range.upperBound, max(issue + 1, next))
      if groups.contains(group) {
        if let last = parts.last, last.upperBound == issue {
          parts[parts.count - 1] = last.lowerBound..<end
        } else {
          parts.append(issue..<end)
        }
      }
      (issue, group) = (end, group + 1)
    }
    return parts
  }

  // MARK: Making

  /// A signature to be written.
  struct Made {
    var firstIssues: [UInt32] = []
    var rows: [UInt64] = []
    var initials: [UInt64] = []

    var groupCount: Int { max(0, firstIssues.count - 1) }
  }

  /// Makes the signature of a text with its issues, in groups of so many bytes.
  static func make(_ text: [UInt8], issues: [SegmentIssue], groupLength: Int) -> Made {
    let firsts = firstIssues(issues, groupLength)
    var pairs = BitColumns(rows: 1 << Int(log2Rows), columns: firsts.count)
    var initials = BitColumns(rows: Initials.tripleCount, columns: firsts.count)
    text.withUnsafeBufferPointer { text in
      for (group, first) in firsts.enumerated() {
        let start = Int(issues[Int(first)].text)
        let end = group + 1 < firsts.count ? Int(issues[Int(firsts[group + 1])].text) : text.count
        let part = UnsafeBufferPointer(rebasing: text[start..<end])
        pairs.set(column: group) { bits in
          if let start = part.baseAddress { bl_mark_pairs(start, part.count, &bits, log2Rows) }
        }
        initials.set(column: group) { Initials.common.mark(part, in: &$0) }
      }
    }
    return Made(firstIssues: firsts + [UInt32(issues.count)], rows: pairs.words, initials: initials.words)
  }

  private static func firstIssues(_ issues: [SegmentIssue], _ groupLength: Int) -> [UInt32] {
    var firsts: [UInt32] = []
    var start = 0
    for (index, issue) in issues.enumerated() where firsts.isEmpty || Int(issue.text) - start >= groupLength {
      firsts.append(UInt32(index))
      start = Int(issue.text)
    }
    return firsts
  }
}

/// Bits in rows that are made column by column.
private struct BitColumns {
  /// Row by row.
  private(set) var words: [UInt64]
  private let wordsInRow: Int
  /// By row, the bits of a column; all clear between two columns.
  private var bits: [UInt64]

  init(rows: Int, columns: Int) {
    wordsInRow = SegmentSignature.words(forGroups: columns)
    words = [UInt64](repeating: 0, count: wordsInRow * rows)
    bits = [UInt64](repeating: 0, count: (rows + 63) / 64)
  }

  /// - Parameter mark: sets the bits of the rows that have the column.
  mutating func set(column: Int, _ mark: (inout [UInt64]) -> Void) {
    mark(&bits)
    for index in bits.indices {
      while bits[index] != 0 {
        let row = index << 6 + bits[index].trailingZeroBitCount
        bits[index] &= bits[index] - 1
        words[row * wordsInRow + column >> 6] |= 1 << UInt64(column & 63)
      }
    }
  }
}

/// Some of a segment's groups of issues.
struct SegmentGroups: Sendable, Equatable {
  /// A bit for each; nil for all.
  private let words: [UInt64]?

  /// All groups.
  static let all = SegmentGroups(words: nil)

  init(words: [UInt64]?) { self.words = words }

  /// True if they are all groups.
  var isAll: Bool { words == nil }

  func contains(_ group: Int) -> Bool {
    guard let words else { return true }
    return group >> 6 < words.count && words[group >> 6] >> UInt64(group & 63) & 1 == 1
  }

  func intersection(_ other: SegmentGroups) -> SegmentGroups {
    guard let words, let others = other.words else { return words == nil ? other : self }
    return SegmentGroups(words: zip(words, others).map { $0 & $1 })
  }

  func union(_ other: SegmentGroups) -> SegmentGroups {
    guard let words, let others = other.words else { return .all }
    return SegmentGroups(words: zip(words, others).map { $0 | $1 })
  }
}

extension FoldedSegment {
  /// The only groups of issues that can match a query.
  func groups(for query: Query) -> SegmentGroups {
    guard let signature else { return .all }
    func groups(_ term: Term) -> SegmentGroups {
      guard case .text(let needles) = term.pattern, let first = needles.first else { return .all }
      return needles.dropFirst().reduce(signature.groups(having: first)) { $0.union(signature.groups(having: $1)) }
    }
    func groups(_ condition: Condition) -> SegmentGroups {
      condition.terms.reduce(.all) { $0.intersection(groups($1)) }
    }
    return query.clauses.filter { !$0.isExcluded }.reduce(.all) { all, clause in
      let some = clause.conditions.map(groups)
      return all.intersection(some.dropFirst().reduce(some.first ?? .all) { $0.union($1) })
    }
  }
}

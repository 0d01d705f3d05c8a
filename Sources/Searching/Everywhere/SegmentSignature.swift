import CSystem

/// Which groups of a segment's issues can have which two characters side by side: a bit for each group, by what the
/// characters hash to. What is rare is looked for in a few groups only.
struct SegmentSignature: @unchecked Sendable {
  /// The first issue of each group, and where the last one ends.
  private let firstIssues: UnsafeBufferPointer<UInt32>
  /// By hash: a bit for each group, 64 a word.
  private let rows: UnsafeBufferPointer<UInt64>

  /// There are 2¹⁷ rows: some 20,000 different pairs stand in a group.
  static let log2Rows: UInt32 = 17
  /// Bytes of folded text from which on a group ends with its issue.
  static let groupLength = 256 << 10
  /// Segments of less text have no signature: it would be larger than they are.
  static let leastLength = 4 << 20

  /// How many words each row has.
  static func words(forGroups count: Int) -> Int { (count + 63) / 64 }

  init(firstIssues: UnsafeBufferPointer<UInt32>, rows: UnsafeBufferPointer<UInt64>) {
    self.firstIssues = firstIssues
    self.rows = rows
  }

  private var words: Int { rows.count >> Int(Self.log2Rows) }

  /// The groups that may have a folded text.
  func groups(having text: [UInt8]) -> SegmentGroups {
    let bits = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: text.count) { bits in
      let count = bl_pair_bits(text, text.count, Self.log2Rows, bits.baseAddress, bits.count)
      return Array(bits[..<count])
    }
    return bits.reduce(.all) { $0.intersection(row(Int($1))) }
  }

  private func row(_ number: Int) -> SegmentGroups {
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

  /// The signature of a text whose issues start at some offsets, in groups of so many bytes.
  static func make(
    _ text: [UInt8], issues: [SegmentIssue], groupLength: Int
  ) -> (firstIssues: [UInt32], rows: [UInt64]) {
    let firsts = firstIssues(issues, groupLength)
    let words = words(forGroups: firsts.count)
    var rows = [UInt64](repeating: 0, count: words << Int(log2Rows))
    var bits = [UInt64](repeating: 0, count: 1 << Int(log2Rows - 6))
    for (group, first) in firsts.enumerated() {
      let start = Int(issues[Int(first)].text)
      let end = group + 1 < firsts.count ? Int(issues[Int(firsts[group + 1])].text) : text.count
      text.withUnsafeBufferPointer { text in
        if let base = text.baseAddress { bl_mark_pairs(base + start, end - start, &bits, log2Rows) }
      }
      for index in bits.indices {
        while bits[index] != 0 {
          let row = index << 6 + bits[index].trailingZeroBitCount
          bits[index] &= bits[index] - 1
          rows[row * words + group >> 6] |= 1 << UInt64(group & 63)
        }
      }
    }
    return (firsts + [UInt32(issues.count)], rows)
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

/// Some of a segment's groups of issues.
struct SegmentGroups: Sendable, Equatable {
  /// A bit for each; nil for all.
  private let words: [UInt64]?

  /// All there are.
  static let all = SegmentGroups(words: nil)

  init(words: [UInt64]?) { self.words = words }

  /// Whether they are all for certain.
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
  /// The groups of issues outside which a query is found nowhere.
  func groups(for query: Query) -> SegmentGroups {
    guard let signature else { return .all }
    func groups(_ term: Term) -> SegmentGroups {
      guard case .text(let needles) = term.pattern, needles.count == 1, case .literal(let text) = needles[0] else {
        return .all
      }
      return signature.groups(having: text)
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

import Text

/// Tells whether the printed lines of a page follow one another as they are read, or go across its columns, as engines
/// leave them that look for no columns.
enum LineOrder {
  /// Joints of lines that are looked at, at least.
  private static let leastJoints = 40
  /// The share of joints at which two hanzi meet that stand side by side elsewhere on the page: read in order it is
  /// 0.17 and more, across columns 0.08 and less, and higher for some line further on. The set of pairs is wrong about
  /// one in twenty-five that it has not seen, which adds 0.04.
  private static let leastMeeting = 0.15
  /// Columns side by side, at most.
  private static let mostColumns = 6
  /// Of lines behind one that ends a sentence, the share that begins with a small letter: read in order it is 0.4 at
  /// most, across columns 0.75 and more.
  private static let mostSmall = 0.55
  private static let leastStops = 8

  /// True if the lines go across columns.
  static func goesAcross(_ scan: PageScan, _ pairs: PairSet) -> Bool {
    guard scan.lines.count > leastJoints else { return false }
    if let small = smallShare(scan) { return small > mostSmall }
    guard let next = meetingShare(scan, pairs, distance: 1), next < leastMeeting else { return false }
    return (2...mostColumns).contains { meetingShare(scan, pairs, distance: $0) ?? 0 > next }
  }

  /// Nil for a page with too few joints of hanzi.
  private static func meetingShare(_ scan: PageScan, _ pairs: PairSet, distance: Int) -> Double? {
    let lines = scan.lines.filter { $0.range.count >= 5 }
    var (met, all) = (0, 0)
    for (line, later) in zip(lines, lines.dropFirst(distance)) {
      let (last, first) = (line.range.upperBound - 1, later.range.lowerBound)
      guard scan.lettering[last] == .hanzi, scan.lettering[first] == .hanzi else { continue }
      all += 1
      if pairs.contains(scan.scalars[last], scan.scalars[first]) { met += 1 }
    }
    return all < leastJoints ? nil : Double(met) / Double(all)
  }

  /// Nil for a page with too few sentences that end with a line in letters that have cases.
  private static func smallShare(_ scan: PageScan) -> Double? {
    var (small, all) = (0, 0)
    for (line, later) in zip(scan.lines, scan.lines.dropFirst()) where line.range.count > 1 {
      let (last, first) = (line.range.upperBound - 1, later.range.lowerBound)
      guard scan.lettering[last] == .period || scan.lettering[last] == .stop, scan.lettering[last - 1] == .latin,
        scan.lettering[first] == .latin
      else { continue }
      all += 1
      if (0x61...0x7A).contains(scan.scalars[first]) { small += 1 }
    }
    return all < leastStops ? nil : Double(small) / Double(all)
  }
}

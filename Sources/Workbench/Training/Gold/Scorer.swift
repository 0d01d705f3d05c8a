import Newspaper

/// Compares what was read from a page with its truth, by the rules of `tools/score`.
struct Scorer {
  /// The share of lines that an item must have in common with a gold item to be that.
  private static let leastOverlap = 0.9

  /// The gold items that were not found, with the best overlap.
  private(set) var missed: [(item: GoldItem, lost: [Int], alien: [Int])] = []
  private(set) var counts = ScoreCounts()
  /// The items whose headline is another line than the gold's, with the lines that were taken for it.
  private(set) var wrongHeads: [(item: GoldItem, read: [Int])] = []
  /// The names that were wrongly found or not found, item by item.
  private(set) var wrongNames: [(item: GoldItem, wrong: [String], missed: [String])] = []

  init(_ gold: GoldPage, _ issue: Issue) {
    let unbound = Set(gold.items.flatMap(\.free))
    var found = issue.articles.map(ScoredItem.init)
    for index in found.indices { found[index].remove(unbound) }
    var used: Set<Int> = []
    for item in gold.items { compare(item, with: found, unbound, &used) }
    counts.falseItems += found.indices.count { !used.contains($0) && !found[$0].roles.isEmpty }
  }

  private mutating func compare(
    _ item: GoldItem, with found: [ScoredItem], _ unbound: Set<Int>, _ used: inout Set<Int>
  ) {
    let wanted = item.roles.filter { !unbound.contains($0.key) }
    guard !wanted.isEmpty else { return }
    var best = (overlap: 0.0, place: -1)
    for (place, candidate) in found.enumerated() where !used.contains(place) && !candidate.roles.isEmpty {
      let common = wanted.keys.count { candidate.roles[$0] != nil }
      let overlap = Double(common) / Double(candidate.roles.count + wanted.count - common)
      if overlap > best.overlap { best = (overlap, place) }
    }
    let read = best.place < 0 ? ScoredItem() : found[best.place]
    let headIsRight = !read.headline.isEmpty && Set(read.headline).isSubset(of: item.headline)
    if !item.headline.isEmpty { counts.headed += 1 }
    if best.overlap >= Self.leastOverlap {
      used.insert(best.place)
      counts.foundItems += 1
      if !item.headline.isEmpty, headIsRight { counts.recalled += 1 }
      if !item.headline.isEmpty || !read.headline.isEmpty {
        counts.headlines += 1
        if headIsRight { counts.rightHeadlines += 1 } else { wrongHeads.append((item, read.headline)) }
      }
    } else {
      counts.missedItems += 1
      let lost = wanted.keys.filter { read.roles[$0] == nil }.sorted()
      missed.append((item, lost, read.roles.keys.filter { wanted[$0] == nil }.sorted()))
    }
    compareLines(item, wanted, read)
    if !item.isWrapped { compareParagraphs(item, read) }
  }

  private mutating func compareLines(_ item: GoldItem, _ wanted: [Int: ScoredRole], _ read: ScoredItem) {
    let looseRoles: Set<ScoredRole> = [.body, .head, .byline, .caption]
    for (line, role) in wanted {
      counts.lines += 1
      guard let got = read.roles[line] else { continue }
      let isFree = item.isLoose && !item.headline.contains(line) && looseRoles.contains(got)
      if got == role || isFree { counts.rightLines += 1 }
    }
  }

  private mutating func compareParagraphs(_ item: GoldItem, _ read: ScoredItem) {
    let inside = Set(item.paragraphs.joined())
    let wanted = Set(item.paragraphs.flatMap(Join.all))
    let got = Set(read.paragraphs.flatMap(Join.all)).filter { inside.contains($0.first) || inside.contains($0.second) }
    counts.joins += wanted.intersection(got).count
    counts.falseJoins += got.subtracting(wanted).count
    counts.missedJoins += wanted.subtracting(got).count
    let starts = Set(item.paragraphs.compactMap(\.first))
    counts.starts += starts.count
    counts.rightStarts += starts.intersection(read.paragraphs.compactMap(\.first)).count
    if !item.names.isEmpty { compareNames(item, read.names) }
  }

  private mutating func compareNames(_ item: GoldItem, _ got: [String]) {
    var rest = item.names
    var wrong: [String] = []
    for name in got {
      if let place = rest.firstIndex(of: name) {
        rest.remove(at: place)
        counts.names += 1
      } else {
        wrong.append(name)
      }
    }
    counts.falseNames += wrong.count
    counts.missedNames += rest.count
    if !wrong.isEmpty || !rest.isEmpty { wrongNames.append((item, wrong, rest)) }
  }
}

/// Two lines that stand side by side in one paragraph.
private struct Join: Hashable {
  let first: Int
  let second: Int

  static func all(_ lines: [Int]) -> [Join] { zip(lines, lines.dropFirst()).map { Join(first: $0, second: $1) } }
}

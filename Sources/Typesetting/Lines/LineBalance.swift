extension LineFiller {
  /// Lines of running text: as full as can be, and no single hanzi as the last one where that can be helped.
  func filled() -> Lines {
    withoutWidow(lines(0..<clusters.count) ?? [])
  }

  /// Lines of a headline: as few as can be, broken at white space where that costs no more than one line more, and
  /// about equally wide.
  func balanced() -> Lines {
    let fullest = filled()
    // Beyond this it is no headline, and trying measures would take long.
    guard fullest.count > 1, clusters.count <= 400 else { return fullest }
    var filler = LineFiller(clusters: clusters.withQuotedNamesWhole.withFiguresKept, first: first, others: others)
    filler.bonds = bonds
    return filler.balanced(over: fullest)
  }

  private func balanced(over fullest: Lines) -> Lines {
    let all = 0..<clusters.count
    let most = fullest.count + 1
    if let lines = narrowest(all, lowest: .space), lines.count <= most, !hasWidow(lines) { return lines }
    let apart = apart()
    if apart.count <= most, !hasWidow(apart) { return apart }
    let lines = withoutWidow(even(all))
    return lines.count <= fullest.count ? lines : fullest
  }

  /// Lines that are about equally wide, broken after marks if they are so even then.
  private func even(_ part: Range<Int>) -> Lines {
    let fewest = bonds.isEmpty ? 0 : lines(part)?.count ?? 0
    let good =
      weighed(part, count: fewest) ?? narrowest(part, lowest: .good) ?? narrowest(part, lowest: .poor) ?? lines(part)
      ?? []
    guard let lines = narrowest(part, lowest: .pause), lines.count <= good.count else { return good }
    let widths = lines.map(width)
    return (widths.min() ?? 0) * 2 >= widths.max() ?? 0 ? lines : good
  }

  /// Every part between spaces on lines of its own.
  private func apart() -> Lines {
    var starts = [0] + clusters.indices.filter { clusters[$0].breakBefore == .space }
    starts.append(clusters.count)
    var lines: Lines = []
    for (start, end) in zip(starts, starts.dropFirst()) {
      lines += even(start..<end)
    }
    return lines
  }

  /// The narrowest lines that are no more than the widest ones would be.
  private func narrowest(_ part: Range<Int>, lowest: BreakQuality) -> Lines? {
    guard var best = lines(part, lowest: lowest) else { return nil }
    let count = best.count
    var fits = 0
    var tooMuch = max(1, min(first, others))
    while tooMuch - fits > 1 {
      let middle = (fits + tooMuch) / 2
      if let lines = lines(part, lowest: lowest, narrower: middle), lines.count == count {
        (best, fits) = (lines, middle)
      } else {
        tooMuch = middle
      }
    }
    return best
  }

  /// Gives a last line of a single hanzi, with or without marks, a second one from the line before.
  private func withoutWidow(_ lines: Lines) -> Lines {
    guard hasWidow(lines), let last = lines.last else { return lines }
    let line = lines[lines.count - 2]
    let start = line.dropFirst().last { clusters[$0].breakBefore >= .good && !isSingle($0..<last.upperBound) }
    guard let start else { return lines }
    let kept = line.lowerBound..<inkEnd(before: start)
    // A hole much wider than half a line would be worse than the single hanzi.
    guard width(kept) * 5 >= others * 2, width(start..<last.upperBound) <= others else { return lines }
    return lines.dropLast(2) + [kept, start..<last.upperBound]
  }

  /// True if the last of several lines is next to nothing.
  func hasWidow(_ lines: Lines) -> Bool { lines.count > 1 && lines.last.map(isSingle) ?? false }

  /// True if a line is a single hanzi, letter or digit, or none but marks.
  func isSingle(_ line: Range<Int>) -> Bool {
    var characters = 0
    for cluster in clusters[line] {
      switch cluster.kind {
      case .id, .cj, .h2, .h3, .eb, .al, .hl, .nu: characters += 1
      default: break
      }
      if characters > 1 { return false }
    }
    return true
  }

  /// Behind the last character before a place that is no white space.
  func inkEnd(before index: Int) -> Int {
    var end = index
    while end > 0, clusters[end - 1].kind == .sp { end -= 1 }
    return end
  }
}

extension [Cluster] {
  /// White space beside a figure parts nothing where the scan put it: between a figure and its unit (408 亿元), and
  /// before a figure that its unit ends, at a mark or at the end (总额 256.96亿元，). Before 2020年建成… it may part two lines.
  fileprivate var withFiguresKept: [Cluster] {
    var clusters = self
    for index in indices.dropFirst() where self[index].breakBefore == .space {
      let before = self[..<index].last { $0.kind != .sp }?.kind
      let isUnit = self[index].kind == .id && before == .nu
      if isUnit || (self[index].kind == .nu && before == .id && endsSoon(figureAt: index)) {
        clusters[index].breakBefore = .poor
      }
    }
    return clusters
  }

  /// True if nothing but a unit of at most three hanzi stands between a figure and a mark or the end.
  private func endsSoon(figureAt index: Int) -> Bool {
    let rest = self[index...].drop { [.nu, .is, .po, .pr].contains($0.kind) }
    let unit = rest.prefix { $0.kind == .id }
    guard unit.count <= 3, let next = rest.dropFirst(unit.count).first else { return unit.count <= 3 }
    return [.pause, .cl, .cp, .ex, .looseMark, .sp].contains(next.kind)
  }

  /// Text in quotation marks or brackets in a headline is mostly a name, which should stay on one line.
  fileprivate var withQuotedNamesWhole: [Cluster] {
    let longestName = 8
    var clusters = self
    var opening: Int?
    for (index, cluster) in enumerated() {
      switch cluster.kind {
      case .openingQuote, .openingSingle, .op: opening = index
      case .closingQuote, .closingSingle, .cl, .cp:
        guard let start = opening, index - start - 1 <= longestName else { continue }
        for inside in start + 1..<index where clusters[inside].breakBefore >= .good {
          clusters[inside].breakBefore = .poor
        }
        opening = nil
      default: break
      }
    }
    return clusters
  }
}

import Newspaper

/// A page of an issue whose units are to be found in it.
package struct ZonedPage: Sendable {
  /// Its text, with the places of its lines.
  package var text: PageText
  /// The meanings of the names in its file.
  package var names: [String: NamedPlace]
  /// Its width in the units of its file.
  package var unitWidth: Float

  /// A page with the names of its parts.
  package init(text: PageText, names: [String: NamedPlace], unitWidth: Float) {
    (self.text, self.names, self.unitWidth) = (text, names, unitWidth)
  }
}

extension IssueStructure {
  /// Which lines of which pages make up each unit. A line that two units claim is the first one's.
  /// - Parameter pages: by number; those that could not be read are missing.
  /// - Returns: the zoning, and references that lead nowhere.
  package func zoning(of pages: [Int: ZonedPage]) -> (zoning: StatedZoning, faults: [ScanFault]) {
    var resolution = ZoneResolution(structure: self, pages: pages)
    var zoning = StatedZoning(title: title, number: number, day: day)
    zoning.zones = units.compactMap { resolution.zone($0) }
    zoning.furniture = furniture.compactMap { resolution.part($0) }
    return (zoning, resolution.faults)
  }
}

/// Finds the lines that the references of units lead to.
private struct ZoneResolution {
  let pages: [Int: ZonedPage]
  /// The numbers of pages by the names of their files; the first page that has a file.
  private var numbers: [String: Int] = [:]
  private var taken: Set<SourcePosition> = []
  private var missing: (first: String?, count: Int) = (nil, 0)

  init(structure: IssueStructure, pages: [Int: ZonedPage]) {
    self.pages = pages
    for (index, page) in structure.pages.enumerated() {
      for file in page.files where numbers[file] == nil { numbers[file] = index + 1 }
    }
  }

  /// References to what is not there.
  var faults: [ScanFault] {
    guard let first = missing.first else { return [] }
    let more = missing.count > 1 ? ", and \(missing.count - 1) more" : ""
    return [ScanFault(line: nil, message: "no block is called \(first)\(more) on its pages; what is there was read")]
  }

  mutating func zone(_ unit: IssueStructure.Unit) -> StatedZoning.Zone? {
    var parts = unit.parts.compactMap { part($0) }
    if unit.headIsLabel, let label = unit.label { separateHead(&parts, label) }
    guard !parts.isEmpty else { return nil }
    return StatedZoning.Zone(id: unit.id, type: unit.type, label: unit.label, parts: parts)
  }

  mutating func part(_ part: IssueStructure.Part) -> StatedZoning.Part? {
    guard let number = numbers[part.file], let page = pages[number] else { return nil }
    let claimed = part.area.map { lines(in: $0, page) } ?? lines(part, page)
    guard let claimed else {
      if !part.isPicture { note(part.begin ?? part.file) }
      return nil
    }
    let own = claimed.filter { line in
      page.text.lines.contains(line) && taken.insert(SourcePosition(page: number, line: line)).inserted
    }
    return own.isEmpty ? nil : StatedZoning.Part(role: part.role, page: number, lines: own)
  }

  private mutating func note(_ name: String) {
    missing.first = missing.first ?? name
    missing.count += 1
  }

  // MARK: Lines

  /// The lines between two names; nil where the page lacks the first of them.
  private func lines(_ part: IssueStructure.Part, _ page: ZonedPage) -> [Int]? {
    guard let begin = part.begin else { return Array(page.text.lines) }
    guard let first = page.names[begin] else { return nil }
    let last = part.end.flatMap { page.names[$0] } ?? first
    let lines = first.lines.lowerBound..<max(first.lines.upperBound, last.lines.upperBound)
    guard let from = first.word, let to = last.word, let layout = page.text.layout else { return Array(lines) }
    // A line that the stretch has but a part of counts as the stretch's if that is the greater part.
    return lines.filter { line in
      guard layout.lines.indices.contains(line - 1) else { return false }
      let words = layout.lines[line - 1].words
      let inside = words.clamped(to: Int32(from)..<Int32(max(from, to) + 1))
      return inside.count * 2 > words.count || words.isEmpty && line > first.lines.lowerBound
    }
  }

  /// The lines whose middle lies within an area.
  private func lines(in area: PageBox, _ page: ZonedPage) -> [Int]? {
    guard let layout = page.text.layout, page.unitWidth > 0 else { return nil }
    let share = 1 / page.unitWidth
    let (left, right) = (area.x * share, area.right * share)
    let (top, bottom) = (area.y * share, area.bottom * share)
    return page.text.lines.filter { line in
      guard layout.lines.indices.contains(line - 1), let box = layout.lines[line - 1].box else { return false }
      let center = box.x + box.width / 2
      return center >= left && center <= right && box.middle >= top && box.middle <= bottom
    }
  }

  // MARK: Heads

  /// Lines of a head, at most.
  private static let mostHeads = 8

  /// Makes the first lines a head if they say what the label says.
  private func separateHead(_ parts: inout [StatedZoning.Part], _ label: String) {
    let wanted = letters(label)
    guard wanted.count >= 3, let first = parts.first, let page = pages[first.page] else { return }
    var text: [Character] = []
    for (count, line) in first.lines.prefix(Self.mostHeads).enumerated() {
      text += letters(page.text.line(line))
      guard wanted.starts(with: text) else { return }
      guard text.count == wanted.count else { continue }
      let body = Array(first.lines.dropFirst(count + 1))
      parts[0] = StatedZoning.Part(role: .heading, page: first.page, lines: Array(first.lines.prefix(count + 1)))
      if !body.isEmpty { parts.insert(StatedZoning.Part(role: .body, page: first.page, lines: body), at: 1) }
      return
    }
  }

  private func letters(_ text: String) -> [Character] {
    text.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
  }
}

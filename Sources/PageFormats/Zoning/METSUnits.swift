import Newspaper

/// The units that a METS file's logical map states: which divisions are articles, and the part that each piece plays.
struct METSUnits {
  private(set) var found: [IssueStructure.Unit] = []
  /// The masthead, the imprint.
  private(set) var furniture: [IssueStructure.Part] = []

  private let divisions: [METSDivision]
  private let titles: [String: String]

  /// They hold units, and are none.
  private static let containers: Set<String> = [
    "", "newspaper", "volume", "issue", "content", "year", "month", "day", "supplement", "completeobject",
  ]
  /// They stand beside the articles.
  private static let furnitureTypes: Set<String> = [
    "titlesection", "publishingstmt", "header", "footer", "pagenumber", "masthead", "imprint",
  ]
  /// Heads within a unit; those within its text are subheads.
  private static let headings: [String: StatedZoning.Part.Role] = [
    "heading": .heading, "headline": .heading, "title": .heading, "overline": .kicker, "subtitle": .deck,
    "subheadline": .deck, "motto": .deck,
  ]
  /// Pieces of a unit.
  private static let pieces: Set<String> = [
    "body", "bodycontent", "paragraph", "text", "textblock", "author", "byline", "image", "illustration", "picture",
    "photograph", "caption", "table", "tablecontent", "footnote", "insideheading", "page", "pagearea", "textline",
  ]

  init(divisions: [METSDivision], titles: [String: String], links: [[String]]) {
    (self.divisions, self.titles) = (divisions, titles)
    var units: [Int: IssueStructure.Unit] = [:]
    var order: [Int] = []
    for index in divisions.indices where !divisions[index].isPhysical {
      if isUnit(index) {
        order.append(index)
        units[index] = unit(index)
      }
      guard !divisions[index].areas.isEmpty else { continue }
      let (owner, role, isPicture) = place(of: index)
      let parts = parts(of: index, role, isPicture: isPicture)
      if let owner { units[owner]?.parts += parts } else if isFurniture(index) { furniture += parts }
    }
    link(links, &units)
    for index in order { finish(units[index]) }
  }

  /// Takes a unit that has text. A section that has only a head leads to its articles, and is none.
  private mutating func finish(_ unit: IssueStructure.Unit?) {
    guard let unit, !unit.parts.isEmpty else { return }
    let isMereHead = unit.type == "section" && unit.parts.allSatisfy { $0.role.isHead }
    if isMereHead { furniture += unit.parts } else { found.append(unit) }
  }

  private func isUnit(_ index: Int) -> Bool {
    let type = divisions[index].type
    if Self.containers.contains(type) || Self.furnitureTypes.contains(type) || Self.headings[type] != nil {
      return false
    }
    guard Self.pieces.contains(type) else { return true }
    // A picture that stands in no article is one by itself.
    return (type == "illustration" || type == "photograph") && owner(above: index) == nil && !isFurniture(index)
  }

  private func unit(_ index: Int) -> IssueStructure.Unit {
    let division = divisions[index]
    let title = division.label ?? division.descriptions.lazy.compactMap { titles[$0] }.first
    return IssueStructure.Unit(id: division.id, type: division.type, label: PlaceholderLabel.removed(title))
  }

  private func owner(above index: Int) -> Int? {
    var parent = divisions[index].parent
    while let at = parent {
      if isUnit(at) { return at }
      parent = divisions[at].parent
    }
    return nil
  }

  private func isFurniture(_ index: Int) -> Bool {
    var next: Int? = index
    while let at = next {
      if Self.furnitureTypes.contains(divisions[at].type) { return true }
      next = divisions[at].parent
    }
    return false
  }

  /// The unit that a division belongs to, and the part that it plays in it.
  private func place(of index: Int) -> (owner: Int?, role: StatedZoning.Part.Role, isPicture: Bool) {
    var role: StatedZoning.Part.Role?
    var isPicture = false
    var next: Int? = index
    while let at = next {
      let type = divisions[at].type
      if Self.furnitureTypes.contains(type) { return (nil, .body, false) }
      if isUnit(at) { return (at, role ?? .body, isPicture) }
      isPicture = isPicture || type == "image" || type == "illustration" || type == "photograph" || type == "picture"
      switch type {
      case "caption": role = .caption
      case "author", "byline": role = .byline
      case "insideheading": role = .subhead
      default: if let head = Self.headings[type], role == nil { role = head }
      }
      next = divisions[at].parent
    }
    return (nil, role ?? .body, isPicture)
  }

  private func parts(
    of index: Int, _ role: StatedZoning.Part.Role, isPicture: Bool
  ) -> [IssueStructure.Part] {
    divisions[index].areas.map {
      IssueStructure.Part(
        role: role, file: $0.file, begin: $0.begin, end: $0.end, isPicture: isPicture && role != .caption)
    }
  }

  /// Gives units the areas of pages that are linked to them, as the British Library does.
  private func link(_ links: [[String]], _ units: inout [Int: IssueStructure.Unit]) {
    guard !links.isEmpty else { return }
    let named = Dictionary(divisions.indices.map { (divisions[$0].id, $0) }) { first, _ in first }
    for names in links {
      let linked = names.compactMap { named[$0] }
      guard let owner = linked.first(where: { units[$0] != nil }), units[owner]?.parts.isEmpty ?? false else {
        continue
      }
      let areas = linked.filter { divisions[$0].isPhysical }.flatMap { parts(of: $0, .body, isPicture: false) }
      units[owner]?.parts = areas.filter { $0.begin != nil }
      units[owner]?.headIsLabel = true
    }
  }
}

extension StatedZoning.Part.Role {
  /// True for lines of a headline stack.
  var isHead: Bool { self == .heading || self == .kicker || self == .deck }
}

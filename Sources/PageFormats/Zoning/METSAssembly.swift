import Newspaper

/// From the divisions of a METS file to the pages and units that they stand for.
struct METSAssembly {
  let divisions: [METSDivision]
  /// Addresses by the names of files, and these in their order.
  let files: [String: String]
  let fileOrder: [String]
  /// The names that each link puts side by side.
  let links: [[String]]
  let descriptions: [String: METSDescriptions.Description]

  /// The issue.
  var structure: IssueStructure {
    var structure = IssueStructure()
    structure.pages = pages
    let units = METSUnits(divisions: divisions, titles: descriptions.compactMapValues(\.title), links: links)
    (structure.units, structure.furniture) = (units.found, units.furniture)
    describe(&structure)
    return structure
  }

  // MARK: Pages

  /// The pages of the physical maps, by their order; without one every file is a page. What only has files of pages
  /// before it is one of these again, as a second map names them.
  private var pages: [IssueStructure.PageEntry] {
    let physical = divisions.indices.filter { index in
      divisions[index].isPhysical && !divisions[index].areas.isEmpty && !isWithinPage(index)
    }
    let ordered = physical.enumerated().sorted {
      (divisions[$0.element].order ?? .infinity, $0.offset) < (divisions[$1.element].order ?? .infinity, $1.offset)
    }
    var known: Set<String> = []
    let pages = ordered.map { page(of: divisions[$0.element].areas.map(\.file)) }.filter { page in
      defer { known.formUnion(page.files) }
      return !page.addresses.isEmpty && !page.files.isSubset(of: known)
    }
    if !pages.isEmpty { return pages }
    return fileOrder.filter(isText).map { page(of: [$0]) }
  }

  private func isWithinPage(_ index: Int) -> Bool {
    var parent = divisions[index].parent
    while let at = parent {
      if !divisions[at].areas.isEmpty { return true }
      parent = divisions[at].parent
    }
    return false
  }

  private func page(of names: [String]) -> IssueStructure.PageEntry {
    var page = IssueStructure.PageEntry()
    page.files = Set(names)
    let known = names.filter { files[$0] != nil }
    // A later file of a page comes from a later step of its making.
    let texts = known.filter(isText).reversed()
    page.addresses = (texts + known.filter { !isText($0) }).compactMap { files[$0] }
    return page
  }

  /// Files of pages end in `.xml`, packed or not.
  private func isText(_ name: String) -> Bool {
    guard let address = files[name]?.lowercased() else { return false }
    return [".xml", ".xml.gz", ".hocr", ".html"].contains(where: address.hasSuffix)
  }

  // MARK: Title and day

  /// Takes title, number and day from what describes the issue itself, the nearest to it first.
  private func describe(_ structure: inout IssueStructure) {
    let ranks = ["issue": 0, "volume": 1, "newspaper": 2, "": 3]
    let tops = divisions.indices.filter { depth($0) < 4 && ranks[divisions[$0].type] != nil || depth($0) == 0 }
      .sorted { (ranks[divisions[$0].type] ?? 4, $0) < (ranks[divisions[$1].type] ?? 4, $1) }
    let said = tops.flatMap { divisions[$0].descriptions }.compactMap { descriptions[$0] }
    let titles = said.lazy.map(\.title) + said.map(\.hostTitle)
    structure.title = titles.compactMap(PlaceholderLabel.paperTitle).first
    structure.day =
      said.lazy.compactMap(\.day).first
      ?? tops.lazy.compactMap { divisions[$0].label }.compactMap(StatedDay.day).first
    structure.number = said.lazy.compactMap(\.number).first { (1...9_999_999).contains($0) }
  }

  private func depth(_ index: Int) -> Int {
    var depth = 0
    var at = index
    while let parent = divisions[at].parent {
      at = parent
      depth += 1
    }
    return depth
  }
}

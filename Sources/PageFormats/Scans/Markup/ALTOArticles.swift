import Newspaper

/// The articles that tags name in ALTO 4, the parts of a page that others name, and the blocks that refer to them.
///
/// A tag of structure names an article, as ALTO 4 has it; or the part that blocks play, as the national library of
/// France writes it: then no tag says which blocks are one article.
struct ALTOArticles {
  /// A block's article, and the part that it plays there.
  struct Place {
    /// Nil for what belongs to no article.
    fileprivate var article: MarkupName?
    fileprivate var role: StatedZoning.Part.Role
  }

  private var articles: [MarkupName: StatedZoning.Zone] = [:]
  private var roles: [MarkupName: StatedZoning.Part.Role] = [:]
  private var stated: [MarkupName: PageLayout.Role] = [:]
  private var unplaced: MarkupName?
  private var zoning = StatedZoning()

  /// Takes a tag of structure: it names an article, or a part of a page.
  mutating func addStructure(_ scanner: MarkupScanner) {
    if scanner.string("TYPE")?.lowercased() == "structural" { return addRole(scanner) }
    guard let id = scanner.value("ID"), let type = scanner.string("TYPE"), !type.isEmpty else { return }
    let label = scanner.string("LABEL").flatMap { $0.isEmpty ? nil : $0 }
    let name = String(decoding: scanner.bytes[id], as: UTF8.self)
    articles[MarkupName(scanner.bytes, id)] = StatedZoning.Zone(id: name, type: type.lowercased(), label: label)
  }

  /// Takes a tag that names a part of articles.
  mutating func addRole(_ scanner: MarkupScanner) {
    guard let id = scanner.value("ID").map({ MarkupName(scanner.bytes, $0) }), let label = scanner.string("LABEL")
    else {
      return
    }
    roles[id] = Self.roles[label.lowercased()]
    stated[id] = Self.stated[label.lowercased()]
    if label == "unplaced" { unplaced = id }
  }

  /// The role that tags state of the block whose tag was read last.
  func role(_ scanner: MarkupScanner) -> PageLayout.Role? {
    guard !stated.isEmpty, let tags = scanner.value("TAGREFS") else { return nil }
    var at = tags.lowerBound
    while let word = scanner.word(&at, tags.upperBound) {
      if let role = stated[MarkupName(scanner.bytes, word)] { return role }
    }
    return nil
  }

  /// The place of the block whose tag was read last.
  func place(_ scanner: MarkupScanner) -> Place? {
    guard !articles.isEmpty, let tags = scanner.value("TAGREFS") else { return nil }
    var place = Place(role: .body)
    var isPlaced = false
    var at = tags.lowerBound
    while let word = scanner.word(&at, tags.upperBound) {
      let name = MarkupName(scanner.bytes, word)
      if articles[name] != nil { place.article = name }
      if let role = roles[name] { place.role = role }
      isPlaced = isPlaced || articles[name] != nil || name == unplaced
    }
    return isPlaced ? place : nil
  }

  /// Adds the lines of a block.
  mutating func add(_ lines: Range<Int>, to place: Place) {
    guard !lines.isEmpty else { return }
    let part = StatedZoning.Part(role: place.role, page: 0, lines: Array(lines))
    guard let article = place.article.flatMap({ articles[$0] }) else { return zoning.furniture.append(part) }
    if let index = zoning.zones.lastIndex(where: { $0.id == article.id }) {
      zoning.zones[index].parts.append(part)
    } else {
      zoning.zones.append(article)
      zoning.zones[zoning.zones.count - 1].parts = [part]
    }
  }

  /// The articles of the page that ends, in the order of its blocks; nil where it states none.
  mutating func takeZoning() -> StatedZoning? {
    defer { zoning = StatedZoning() }
    return zoning.zones.isEmpty ? nil : zoning
  }

  private static let roles: [String: StatedZoning.Part.Role] = [
    "kicker": .kicker, "headline": .heading, "heading": .heading, "deck": .deck, "byline": .byline,
    "paragraph": .body, "subhead": .subhead, "caption": .caption, "pointer": .pointer, "repeat": .repeated,
  ]

  private static let stated: [String: PageLayout.Role] = [
    "title": .heading, "subtitle": .subheading, "insidetitle": .subheading, "author": .author,
    "freead": .advertisement,
  ]
}

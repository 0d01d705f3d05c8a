import Newspaper

/// Reads DIDL (MPEG-21) as the Koninklijke Bibliotheek delivers newspapers: an item a page, in it an item an article
/// with the areas of the page that it covers.
struct DIDLReader: MarkupReader {
  var scanner: MarkupScanner
  static let roots = [DIDL.didl]
  private var structure = IssueStructure()

  /// The kinds of items, from the outermost on: the issue, pages, articles.
  private var open: [ItemKind] = []
  private enum ItemKind { case issue, page, article }

  private var unit: IssueStructure.Unit?
  private var units: [String: Int] = [:]
  private var field: MarkupName?
  private var value: [UInt8] = []

  private static let deepest = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>) { scanner = MarkupScanner(bytes) }

  /// Reads the file.
  mutating func read() -> IssueStructure {
    structure.faults = readElements()
    structure.pages = structure.pages.filter { !$0.addresses.isEmpty }
    return structure
  }

  mutating func text() {
    if field != nil, value.count < 4096 { MarkupText.append(scanner.bytes, scanner.text, to: &value) }
  }

  mutating func start(_ name: MarkupName) {
    switch name {
    case DIDL.item: beginItem()
    case DIDL.resource: resource()
    case DIDL.area: area()
    case DIDL.title, DIDL.date, DIDL.subject, DIDL.issueNumber, DIDL.pageNumber:
      field = name
      value = []
    default: break
    }
  }

  mutating func end(_ name: MarkupName) {
    switch name {
    case DIDL.item: endItem()
    default:
      guard name == field else { return }
      field = nil
      take(String(decoding: value, as: UTF8.self).trimmingSpace, of: name)
    }
  }

  private mutating func beginItem() {
    guard open.count < Self.deepest else { return }
    if let article = scanner.string("article_id") {
      open.append(.article)
      unit = IssueStructure.Unit(id: article, type: "article")
      unit?.headIsLabel = true
    } else if open.isEmpty {
      open.append(.issue)
    } else {
      open.append(.page)
      structure.pages.append(IssueStructure.PageEntry(files: ["\(structure.pages.count + 1)"]))
    }
  }

  private mutating func endItem() {
    guard open.popLast() == .article, let unit else { return }
    self.unit = nil
    // An article of several pages has an item on each.
    if let known = units[unit.id] {
      structure.units[known].parts += unit.parts
    } else {
      units[unit.id] = structure.units.count
      structure.units.append(unit)
    }
  }

  /// The page's text.
  private mutating func resource() {
    guard open.last == .page, !structure.pages.isEmpty,
      let address = scanner.string("filename") ?? scanner.string("ref")
    else { return }
    guard address.lowercased().hasSuffix("alto.xml") else { return }
    structure.pages[structure.pages.count - 1].addresses.append(address)
  }

  private mutating func area() {
    guard unit != nil, let x = scanner.number("hpos"), let y = scanner.number("vpos"),
      let width = scanner.number("width"), let height = scanner.number("height")
    else { return }
    let area = PageBox(x: x, y: y, width: width, height: height)
    unit?.parts.append(
      IssueStructure.Part(role: .body, file: "\(structure.pages.count)", area: area))
  }

  private mutating func take(_ value: String, of name: MarkupName) {
    guard !value.isEmpty else { return }
    switch (name, open.last) {
    case (DIDL.title, .article): if unit?.label == nil { unit?.label = PlaceholderLabel.removed(value) }
    case (DIDL.title, .issue): structure.title = structure.title ?? PlaceholderLabel.paperTitle(value)
    case (DIDL.date, .issue): structure.day = structure.day ?? StatedDay.day(in: value)
    case (DIDL.issueNumber, .issue): structure.number = structure.number ?? Int(value)
    case (DIDL.subject, .article): unit?.type = Self.type(value)
    default: break
    }
  }

  /// The library's words for what an article is, in English.
  private static func type(_ subject: String) -> String {
    switch subject.lowercased() {
    case "artikel": "article"
    case "advertentie": "advertisement"
    case "illustratie met onderschrift": "illustration"
    case "familiebericht": "family notice"
    default: subject.lowercased()
    }
  }
}

private enum DIDL {
  static let didl: MarkupName = "DIDL"
  static let item: MarkupName = "Item"
  static let resource: MarkupName = "Resource"
  static let area: MarkupName = "area"
  static let title: MarkupName = "title"
  static let date: MarkupName = "date"
  static let subject: MarkupName = "subject"
  static let issueNumber: MarkupName = "issuenumber"
  static let pageNumber: MarkupName = "nativePageNumber"
}

import Newspaper

/// Reads METS (Library of Congress, 1.4 to 1.12) in the profiles that newspapers come in: ENMAP and docWorks, NDNP,
/// that of the BnF (SPAR), of the British Library (`structLink`), of OCR-D.
struct METSReader: MarkupReader {
  var scanner: MarkupScanner
  static let roots = [METS.mets]

  private var divisions: [METSDivision] = []
  /// The divisions that are open, as indices.
  private var open: [Int] = []
  private var isPhysical = false
  private var files: [String: String] = [:]
  private var fileOrder: [String] = []
  private var file: String?
  private var links: [[String]] = []
  private var descriptions = METSDescriptions()
  /// That of the whole.
  private var label: String?

  private static let deepest = 64
  /// No issue has more; a file of tags only ends here.
  private static let mostDivisions = 500_000

  init(_ bytes: UnsafeBufferPointer<UInt8>) { scanner = MarkupScanner(bytes) }

  /// Reads the file.
  mutating func read() -> IssueStructure {
    let faults = readElements()
    var structure = METSAssembly(
      divisions: divisions, files: files, fileOrder: fileOrder, links: links, descriptions: descriptions.found
    ).structure
    structure.day = structure.day ?? label.flatMap(StatedDay.day)
    structure.faults = faults
    return structure
  }

  mutating func text() { descriptions.text(scanner) }

  mutating func start(_ name: MarkupName) {
    defer { descriptions.start(name, scanner) }
    switch name {
    case METS.mets: label = scanner.string("LABEL")
    case METS.file: file = scanner.string("ID")
    case METS.location: location()
    case METS.structureMap: isPhysical = scanner.string("TYPE")?.lowercased().hasPrefix("phys") ?? false
    case METS.division: division()
    case METS.filePointer, METS.area: pointer()
    case METS.linkGroup: links.append([])
    case METS.locator:
      if let target = scanner.string("href"), !links.isEmpty {
        links[links.count - 1].append(String(target.drop { $0 == "#" }))
      }
    case METS.link:
      if let from = scanner.string("from"), let to = scanner.string("to") { links.append([from, to]) }
    default: break
    }
  }

  mutating func end(_ name: MarkupName) {
    descriptions.end(name)
    switch name {
    case METS.division: open.removeLast(open.isEmpty ? 0 : 1)
    case METS.file: file = nil
    default: break
    }
  }

  private mutating func location() {
    guard let file, let address = scanner.string("href"), files[file] == nil else { return }
    files[file] = address
    fileOrder.append(file)
  }

  private mutating func division() {
    guard divisions.count < Self.mostDivisions else { return }
    var division = METSDivision(
      id: scanner.string("ID") ?? "", type: METSDivision.plain(scanner.string("TYPE")), label: scanner.string("LABEL"))
    division.order = scanner.number("ORDER")
    division.parent = open.last
    division.isPhysical = isPhysical
    division.descriptions = scanner.string("DMDID")?.split(separator: " ").map(String.init) ?? []
    divisions.append(division)
    if open.count < Self.deepest { open.append(divisions.count - 1) }
  }

  private mutating func pointer() {
    guard let index = open.last, let file = scanner.string("FILEID") else { return }
    divisions[index].areas.append(
      METSDivision.Area(file: file, begin: scanner.string("BEGIN"), end: scanner.string("END")))
  }
}

/// A division of a structural map.
struct METSDivision {
  /// Text or a picture that it points to.
  struct Area {
    var file: String
    var begin: String?
    var end: String?
  }

  var id: String
  /// In small letters, without underlines.
  var type: String
  var label: String?
  var order: Float?
  /// As an index.
  var parent: Int?
  var isPhysical = false
  var areas: [Area] = []
  /// The names of what describes it.
  var descriptions: [String] = []

  init(id: String, type: String, label: String?) { (self.id, self.type, self.label) = (id, type, label) }

  /// A type as it is compared.
  static func plain(_ type: String?) -> String { (type ?? "").lowercased().filter { $0 != "_" && $0 != "-" } }
}

/// The bibliographic sections of a METS file (MODS, Dublin Core), by their names.
struct METSDescriptions {
  /// A section.
  struct Description {
    var title: String?
    var hostTitle: String?
    var day: CalendarDay?
    var number: Int?
  }

  private(set) var found: [String: Description] = [:]
  private var section: String?
  private var field: MarkupName?
  private var text: [UInt8] = []
  private var nonSort: String?
  private var hostDepth = 0
  private var isIssueNumber = false

  mutating func start(_ name: MarkupName, _ scanner: MarkupScanner) {
    if name == METS.descriptiveSection { section = scanner.string("ID") }
    guard section != nil else { return }
    switch name {
    case METS.relatedItem: hostDepth += 1
    case METS.titleInfo: nonSort = nil
    case METS.detail: isIssueNumber = scanner.string("type")?.lowercased() == "issue"
    case METS.title, METS.nonSort, METS.dateIssued, METS.dateCreated, METS.date, METS.partNumber, METS.number:
      field = name
      text = []
    default: break
    }
  }

  mutating func text(_ scanner: MarkupScanner) {
    guard field != nil, text.count < Self.longest else { return }
    MarkupText.append(scanner.bytes, scanner.text, to: &text)
  }

  /// Bytes of a title, at most.
  private static let longest = 4096

  mutating func end(_ name: MarkupName) {
    guard let section else { return }
    if name == METS.descriptiveSection { self.section = nil }
    if name == METS.relatedItem { hostDepth = max(0, hostDepth - 1) }
    guard name == field else { return }
    field = nil
    var description = found[section] ?? Description()
    take(String(decoding: text, as: UTF8.self).trimmingSpace, of: name, &description)
    found[section] = description
  }

  private mutating func take(_ value: String, of name: MarkupName, _ description: inout Description) {
    guard !value.isEmpty else { return }
    switch name {
    case METS.nonSort: nonSort = value
    case METS.title:
      let title = nonSort.map { $0 + ($0.hasSuffix("'") || $0.hasSuffix("’") ? "" : " ") + value } ?? value
      if hostDepth > 0 {
        description.hostTitle = description.hostTitle ?? title
      } else {
        description.title = description.title ?? title
      }
    case METS.dateIssued, METS.dateCreated, METS.date:
      description.day = description.day ?? StatedDay.day(in: value)
    case METS.partNumber, METS.number:
      guard name == METS.partNumber || isIssueNumber else { return }
      let digits = value.split { !$0.isNumber }.last.flatMap { Int($0) }
      description.number = description.number ?? digits
    default: break
    }
  }
}

/// The elements of METS, and those of MODS and Dublin Core within it.
enum METS {
  static let mets: MarkupName = "mets"
  static let descriptiveSection: MarkupName = "dmdSec"
  static let file: MarkupName = "file"
  static let location: MarkupName = "FLocat"
  static let structureMap: MarkupName = "structMap"
  static let division: MarkupName = "div"
  static let filePointer: MarkupName = "fptr"
  static let area: MarkupName = "area"
  static let linkGroup: MarkupName = "smLinkGrp"
  static let locator: MarkupName = "smLocatorLink"
  static let link: MarkupName = "smLink"
  static let relatedItem: MarkupName = "relatedItem"
  static let titleInfo: MarkupName = "titleInfo"
  static let title: MarkupName = "title"
  static let nonSort: MarkupName = "nonSort"
  static let dateIssued: MarkupName = "dateIssued"
  static let dateCreated: MarkupName = "dateCreated"
  static let date: MarkupName = "date"
  static let partNumber: MarkupName = "partNumber"
  static let detail: MarkupName = "detail"
  static let number: MarkupName = "number"
}

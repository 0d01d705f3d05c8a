import Newspaper

/// The description of an issue in a METS or DIDL file: its pages' files, its articles, its title and day.
package struct IssueStructure: Sendable {
  /// A page, by its place in the issue.
  package struct PageEntry: Sendable {
    /// The addresses of its files, as they are written; the ones of text among them first.
    package var addresses: [String] = []
    /// The names that the file gives them.
    var files: Set<String> = []
  }

  /// An article, an advertisement or another unit.
  struct Unit {
    var id: String
    var type: String
    var label: String?
    /// Its text is told by places only, so that its label says which of its lines are its head.
    var headIsLabel = false
    var parts: [Part] = []
  }

  /// Text of a unit: what a name or two of a page's file stand for, or what lies in an area of the page.
  struct Part {
    var role: StatedZoning.Part.Role
    var file: String
    var begin: String?
    var end: String?
    /// In the units of the page's file.
    var area: PageBox?
    /// It is a picture, which may well have no text.
    var isPicture = false
  }

  /// The pages, by number from 1.
  package var pages: [PageEntry] = []
  /// The paper's name; nil for none and for placeholders.
  package var title: String?
  /// The issue's number in the paper's own count.
  package var number: Int?
  /// The day of the issue.
  package var day: CalendarDay?
  /// Units in reading order.
  var units: [Unit] = []
  /// Parts that are no article: the masthead, the imprint.
  var furniture: [Part] = []
  /// The faults of the file.
  package var faults: [ScanFault] = []

  /// The number of units.
  package var unitCount: Int { units.count }

  /// Reads a file that says which pages and articles an issue has; nil for any other.
  /// - Parameter file: valid UTF-8, without a byte order mark.
  package init?(_ file: [UInt8]) {
    let opening = FileOpening(file)
    guard Self.isRecognised(opening) else { return nil }
    self = file.withUnsafeBufferPointer { bytes in
      if opening.root == "mets" {
        var reader = METSReader(bytes)
        return reader.read()
      }
      var reader = DIDLReader(bytes)
      return reader.read()
    }
  }

  /// An issue of which nothing is known yet.
  init() {}

  /// True for the beginning of a file that says which pages and articles an issue has.
  package static func isRecognised(_ opening: FileOpening) -> Bool {
    opening.root == "mets" || opening.root == "DIDL"
  }
}

/// Labels that programs write where a person wrote none.
enum PlaceholderLabel {
  /// The label, if a person wrote it.
  static func removed(_ label: String?) -> String? {
    guard let text = label?.trimmingSpace, text.contains(where: { $0.isLetter }) else { return nil }
    let plain = text.lowercased()
    let isPlaceholder =
      plain.contains("placeholder") || plain.hasPrefix("untitled") || plain.hasPrefix("[untitled")
      || [
        "sans titre", "[sans titre]", "unknown", "[unknown]", "no title", "[no title]", "[s.n.]", "[s. n.]",
        "advertentie",
      ]
      .contains(plain)
    return isPlaceholder ? nil : text
  }

  /// The title of a paper, which is no day and no count.
  static func paperTitle(_ title: String?) -> String? {
    guard let title = removed(title), StatedDay.day(in: title) == nil else { return nil }
    return title
  }
}

/// Days as libraries write them.
enum StatedDay {
  /// `1858-07-10`, `18580710` or `30.04.1884`, also within other words.
  static func day(in text: String) -> CalendarDay? {
    let words = text.split { !($0.isASCII && ($0.isNumber || $0 == "-" || $0 == "." || $0 == "/")) }
    return words.lazy.compactMap(day(written:)).first
  }

  private static func day(written word: Substring) -> CalendarDay? {
    let numbers = word.split { !$0.isNumber }.compactMap { part in Int(part).map { (value: $0, digits: part.count) } }
    let day: CalendarDay
    switch numbers.map(\.digits) {
    case [4, 2, 2], [4, 1, 2], [4, 2, 1], [4, 1, 1]:
      day = CalendarDay(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    case [2, 2, 4], [1, 2, 4], [2, 1, 4], [1, 1, 4]:
      day = CalendarDay(year: numbers[2].value, month: numbers[1].value, day: numbers[0].value)
    case [8]:
      let value = numbers[0].value
      day = CalendarDay(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    default: return nil
    }
    return day.isInCalendar && (1500...2199).contains(day.year ?? 0) ? day : nil
  }
}

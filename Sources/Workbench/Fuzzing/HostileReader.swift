import Chance
import Exporting
import Library
import Newspaper
import PageParsing
import Reader
import Resources
import Screen
import Searching
import Strings
import System
import Typesetting

/// A person who reads a hostile page in the reader, and with each command.
struct HostileReader {
  private var reader: Reader
  private let issue: Issue
  private static let sizes: [(Int, Int)] = [(80, 24), (20, 5), (131, 37), (47, 11), (12, 3)]

  /// Reads a page.
  /// - Returns: Number of hostile characters that came in beside the page's.
  static func read(_ text: String, _ random: inout RandomSource, _ check: inout GateCheck) -> Int {
    let names = (0..<8).map { _ in Attacks.text(ofLength: 1 + random.below(40), &random) }
    var issue = parseIssue(id: names[0], pages: [Page(number: 1, path: names[1], text: PageText(text))])
    issue.title = names[2]
    var person = HostileReader(issue, names, &random)
    person.look(&check, "at the start")
    for (event, place) in person.events(names, &random) {
      person.take(event)
      person.look(&check, place)
    }
    person.print(&check, &random)
    person.parse(names, &check)
    return names.reduce(0) { $0 + $1.unicodeScalars.count }
  }

  private init(_ issue: Issue, _ names: [String], _ random: inout RandomSource) {
    self.issue = issue
    let (columns, rows) = Self.sizes[random.below(Self.sizes.count)]
    let language: Language = random.oneIn(2) ? .chinese : .english
    let standard = String(
      decoding: UnsafeBufferPointer(start: bl_default_keymap(), count: bl_default_keymap_length), as: UTF8.self)
    let (keymap, problems) = Keymap.read([
      (standard, "keymap"), (names[3] + "\narticle " + names[4] + " quit", names[5]),
    ])
    reader = Reader(
      corpusName: names[6], issues: [issue.summary], keymap: keymap, language: language,
      themes: ThemeCatalog([(names[7], names[3], names[5])]), size: Size(columns: columns, rows: rows),
      notices: problems.map { $0.words(in: language) } + names)
    carryOut(reader.start())
  }

  /// Keys, pastes and changes of the window, with a name each.
  private func events(_ names: [String], _ random: inout RandomSource) -> [(Event, String)] {
    let paste = Attacks.text(ofLength: 30, &random)
    let keys = [
      ["enter"], ["enter"], ["space"], ["r"], ["r"], ["v"], ["v"], ["v"], ["w"], ["esc"], ["?"], ["esc"], ["tab"],
      ["/", "PASTE", "enter"], ["n"], [":", "PASTE", "enter"], [":", "t", "PASTE", "tab", "esc"], ["h"], ["h"],
    ]
    var events: [(Event, String)] = []
    for chord in keys {
      for name in chord {
        let event =
          name == "PASTE" ? Event.paste(paste) : Key.chord(name.count > 1 ? "<\(name)>" : name)?.first.map(Event.key)
        if let event { events.append((event, "after \(chord.joined(separator: " "))")) }
      }
      guard random.oneIn(4) else { continue }
      let (columns, rows) = Self.sizes[random.below(Self.sizes.count)]
      events.append((.resize(Size(columns: columns, rows: rows)), "\(columns) × \(rows)"))
    }
    return events + [(.key(Key("j")), "after a failure")]
  }

  private mutating func take(_ event: Event) { carryOut(reader.handle(event)) }

  private mutating func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .open(let id) where id == issue.id: carryOut(reader.receive(issue))
      case .open(let id): carryOut(reader.receive(failure: id + issue.id, issue: id))
      case .set(let setting): carryOut(reader.receive(setting.set()))
      case .explain(let id, let number, let lines):
        let explanations = issue.page(number).map { JudgedPage($0).explainRoles(lines: lines) } ?? []
        carryOut(reader.receive(explanations: explanations, issue: id, page: number, lines: lines))
      default: break
      }
    }
  }

  private func look(_ check: inout GateCheck, _ place: String) {
    var surface = Surface(size: reader.size)
    _ = reader.draw(on: &surface)
    check.look(at: surface, place)
  }
}

extension HostileReader {
  /// Output of `show` and `export`, in a pipe too, and raw text on its way to a terminal.
  private func print(_ check: inout GateCheck, _ random: inout RandomSource) {
    let width = 20 + random.below(80)
    for article in issue.articles.prefix(4) {
      let galley = Galley(
        article, issue: issue, form: GalleyForm(measure: width), raw: random.oneIn(2), language: .chinese)
      check.look(at: galley.text.joined(separator: "\n"), "show")
      for view in [PageView.columns, .vertical] {
        let pages = issue.printedPages(of: article, view: view, columns: width, rows: 24, language: .english)
        check.look(at: pages.joined().joined(separator: "\n"), "show --view \(view)")
      }
    }
    let front = issue.printedFront(size: Size(columns: width, rows: 40), language: .chinese)
    check.look(at: front.joined().joined(separator: "\n"), "show --view front")
    let raw = issue.pages.map { page in (1...page.text.lineCount).map(page.text.line).joined(separator: "\n") }.joined()
    check.look(at: legibleLines(raw), "show --raw")
    for format in ExportFormat.all where !format.isBinary {
      // Rows of CSV end with both characters (RFC 4180).
      let document = document(format)?.replacing("\r\n", with: "\n")
      check.look(atDocument: document ?? "\u{0}", "export as \(format.name)")
    }
    let json = ExportFormat.named("json").flatMap(document) ?? "\u{0}"
    check.look(at: legibleLines(json), "export as JSON on a terminal")
  }

  /// The issue as a document; nil where it could not be written.
  private func document(_ format: ExportFormat) -> String? {
    (try? format.bytes(of: [ExportSelection(issue)])).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Messages about queries and settings that are none.
  private func parse(_ names: [String], _ check: inout GateCheck) {
    for name in names {
      do throws(QueryMistake) {
        let query = try Query.parse(name)
        for match in IssueSearch(issue).matches(query).prefix(20) {
          let found = context(of: match, in: issue, characters: 20)
          check.look(at: legible(found.before + "[" + found.match + "]" + found.after), "search")
        }
      } catch {
        check.look(at: legible(error.words(in: .chinese) + error.words(in: .english)), "a query's mistake")
      }
      check.look(at: legible(Problem(name, name).description), "a message")
    }
  }
}

import CSystem
import Foundation
import Goldens
import Newspaper
import Screen
import Searching
import Strings
import Testing
import Typesetting

@testable import Reader

/// Someone at a desk with the reader before them: keys in, screens out, issues handed over as they are asked for.
struct Desk {
  var reader: Reader
  /// The effects that were no requests for an issue and no questions to the terminal, oldest first.
  var effects: [Effect] = []
  /// The times that the terminal was asked how it draws.
  var questions = 0
  /// The place of the cursor.
  var cursor: Point? { present().cursor }
  private let library: [String: Newspaper.Issue]
  private let missing: [String: String]
  /// True if questions why are answered at once.
  var answersWhy = true
  /// True if long articles are set at once.
  var setsAtOnce = true
  /// Answers what is asked of the whole corpus, at once.
  var engine: FakeEngine?

  /// A desk with all made-up papers, where some keys have been typed.
  init(typing keys: String, columns: Int, rows: Int, language: Language = .english) {
    self.init(Papers.all, columns: columns, rows: rows, language: language)
    type(keys)
  }

  init(
    _ issues: [Newspaper.Issue], columns: Int = 118, rows: Int = 30, language: Language = .chinese,
    keymap: Keymap = .standard, settings: Settings = Settings(ambiguous: .narrow), notices: [String] = [],
    missing: [String: String] = [:], kept: [String: IssueMarks] = [:], last: LastPosition? = nil
  ) {
    library = Dictionary(uniqueKeysWithValues: issues.map { ($0.id, $0) })
    self.missing = missing
    engine = FakeEngine(issues)
    reader = Reader(
      corpusName: "seeds", issues: issues.map(\.summary), keymap: keymap, language: language,
      settings: settings, size: Size(columns: columns, rows: rows), notices: notices)
    reader.resume(kept, at: last)
    carryOut(reader.start())
    carryOut(reader.beginPreview())
  }

  /// Presses keys, in notation.
  mutating func type(_ notation: String) {
    guard let keys = Key.chord(notation) else {
      Testing.Issue.record("no keys: \(notation)")
      return
    }
    for key in keys { send(.key(key)) }
  }

  mutating func resize(columns: Int, rows: Int) { send(.resize(Size(columns: columns, rows: rows))) }

  mutating func send(_ event: Event) {
    carryOut(reader.handle(event))
  }

  mutating func carryOut(_ effects: [Effect]) {
    // As in the program the engine answers once all effects are carried out, and no question that was ended meanwhile.
    var letters: [FakeEngine.Letter] = []
    for effect in effects {
      if let answers = engine?.answer(effect) {
        if case .endCorpusSearch = effect { letters = [] }
        letters += answers
        continue
      }
      if setsAtOnce, case .set(let setting) = effect {
        carryOut(reader.receive(setting.set()))
        continue
      }
      if answersWhy, case .explain(let id, let page, let lines) = effect {
        answer(id, page, lines)
        continue
      }
      if case .press(let keys) = effect {
        for key in keys { send(.key(key)) }
        continue
      }
      if case .execute(let lines) = effect {
        for line in lines { carryOut(reader.execute(line)) }
        continue
      }
      if case .askAmbiguousWidth = effect {
        questions += 1
        continue
      }
      guard case .open(let id) = effect else {
        self.effects.append(effect)
        continue
      }
      if let reason = missing[id] {
        carryOut(reader.receive(failure: reason, issue: id))
      } else if let issue = library[id] {
        carryOut(reader.receive(issue))
      }
    }
    for letter in letters { carryOut(letter(&reader)) }
  }

  /// Answers why with something made up, which no change of the parser changes.
  mutating func answer(_ id: String, _ page: Int, _ lines: Set<Int>) {
    let text = library[id]?.page(page)?.text
    let known = lines.sorted().filter { $0 <= text?.lineCount ?? 0 }
    let explanations = known.map { madeUpExplanation(ofLine: $0, in: reader.environment.language) }
    carryOut(reader.receive(explanations: explanations, issue: id, page: page, lines: lines))
  }

  func present() -> (surface: Surface, cursor: Point?) {
    var surface = Surface(size: reader.screenSize)
    let cursor = reader.draw(on: &surface)
    return (surface, cursor)
  }

  /// The screen as text.
  var screen: String { present().surface.text }
  /// A line of the screen, from the top, from 0; from the bottom if negative.
  func line(_ number: Int) -> String {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines[number < 0 ? lines.count + number : number]
  }
  /// The last line.
  var status: String { line(-1) }

  /// The text on cells that look like a role, piece by piece.
  func marked(_ role: Theme.Role) -> [String] {
    let surface = present().surface
    let style = reader.environment.theme[role]
    return (0..<surface.size.rows).flatMap { row -> [String] in
      let pieces = surface.row(row).split { cell in
        cell.style.background != style.background || !cell.style.attributes.isSuperset(of: style.attributes)
      }
      return pieces.map { $0.map(\.glyph).joined() }.filter { !$0.allSatisfy(\.isWhitespace) }
    }
  }
}

// Shorthands for state that tests look at.
extension Reader {
  /// The line that is being typed.
  var promptLine: LineEditor? { (layers.last as? any LinePrompt)?.input.line }
  var front: FrontPages? { frontPage.set }
  var frontSheet: FrontPages.Sheet? { frontPage.sheet(in: self) }
  var why: WhyScreen? { layers.last(WhyScreen.self) }
  var savedQueries: [SavedQuery] { corpusSearch.savedQueries }
  var chart: HitChart? { results == nil ? nil : resultsLayout.chart }
  var isRaw: Bool { text.isRaw }
}

extension Keymap {
  /// The one that the program has.
  static let standard: Keymap = {
    let (keymap, problems) = Keymap.parse(standardText, file: "keymap")
    for problem in problems { Testing.Issue.record("\(problem.words(in: .english))") }
    return keymap
  }()

  static let standardText = (try? Repository.text("Resources/keymap")) ?? ""
}

/// Something that might be said of a line, in words that no table has.
private func madeUpExplanation(ofLine line: Int, in language: Language) -> Explanation {
  func phrase(_ english: String, _ chinese: String) -> Phrase { Phrase(language == .chinese ? chinese : english) }
  let facts: [Explanation.Fact] = [
    .init(phrase("opens with a dateline", "以电头开篇"), weight: 5),
    .init(phrase("the line before ends with a full stop", "上一行以句号结尾"), weight: -1.5),
    .init(phrase("long as paragraphs are", "长如一段"), weight: 1),
  ]
  return Explanation(
    line: line, role: phrase("the start of a paragraph", "段首"), rival: phrase("a line of a headline stack", "标题"),
    lead: 0.5 + 2 * Double(line % 5), facts: Array(facts.prefix(line % 7 == 0 ? 0 : 3)))
}

extension Keymap {
  /// Reads a keymap file by itself.
  static func parse(_ text: String, file: String) -> (keymap: Keymap, problems: [KeymapProblem]) {
    read([(text: text, file: file)])
  }
}

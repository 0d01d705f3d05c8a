import Newspaper
import Text

/// A page whose lines are set as passages in roles that a library states.
struct ZonedPageReading {
  /// The numbers of its lines that are not blank, in reading order.
  let lines: [Int]
  private let scan: PageScan
  private let facts: [LineFacts]
  private let setter: PassageSetter
  private let layout: PageLayout?
  private let indices: [Int: Int]
  private let edges: LeftEdges?

  init(_ page: Page) {
    scan = PageScan(page)
    var facts = scan.lines.map { [scan] in LineFacts(scan, $0) }
    let context = LineContext(scan: scan, habits: PageHabits(scan, facts))
    context.complete(&facts)
    self.facts = facts
    let words = PageWords(scan: scan, pairs: context.habits.pairs, latin: LatinWords([page.text]))
    setter = PassageSetter(scan: scan, facts: facts, words: words)
    layout = page.text.layout
    edges = layout.map(LeftEdges.init)
    lines = facts.map(\.line.number)
    indices = Dictionary(zip(lines, lines.indices)) { first, _ in first }
  }

  /// The index of a line's facts; nil for one that is blank.
  func index(ofLine number: Int) -> Int? { indices[number] }

  /// True if a line has a letter or a digit.
  /// - Parameter line: the index of its facts.
  func hasLetters(_ line: Int) -> Bool {
    facts[line].line.range.contains { place in
      scan.lettering[place].isLetter || Unicode.Scalar(scan.scalars[place])?.properties.isAlphabetic ?? false
    }
  }

  /// True if the format says that a line stands in a margin.
  func isMargin(_ number: Int) -> Bool {
    guard let layout, layout.lines.indices.contains(number - 1), let role = layout.lines[number - 1].role else {
      return false
    }
    return [.header, .footer, .marginalia, .pageNumber].contains(role)
  }

  /// A passage of some lines.
  /// - Parameter lines: as indices of facts.
  func passage(_ lines: [Int]) -> Passage { setter.passage(lines) }

  /// A passage of one line; nil for one that is blank.
  func passage(ofLine number: Int) -> Passage? { indices[number].map { setter.passage([$0]) } }

  /// Reads the day that the page is printed with, or those that it reports.
  func date(_ dating: inout IssueDating) { dating.read(scan, facts, openings: []) }

  /// Lines in a role, those of the body as paragraphs.
  /// - Parameter lines: as indices of facts.
  func blocks(_ lines: [Int], _ role: StatedZoning.Part.Role) -> [Block] {
    switch role {
    case .kicker: [Block(.kicker, setter.passage(lines, isHead: true))]
    case .heading: [Block(.headline, setter.passage(lines, isHead: true))]
    case .deck: [Block(.deck, setter.passage(lines, isHead: true))]
    case .subhead: [Block(.subhead, setter.passage(lines, isHead: true))]
    case .byline: [Block(.byline, setter.passage(lines, keepsSpaces: lines.first.map { facts[$0].line.range }))]
    case .caption: [caption(lines)]
    case .pointer: [Block(.pointer, setter.passage(lines))]
    case .repeated: [Block(.repeated, setter.passage(lines))]
    case .body:
      paragraphs(lines).map { Block(.paragraph, setter.passage($0, keepsSpaces: setter.datelineSpaces($0[0]))) }
    }
  }

  private func caption(_ lines: [Int]) -> Block {
    let name = lines.last.flatMap { facts[$0].credit?.name } ?? ""
    let passage = setter.passage(lines, keepsSpaces: lines.last.flatMap(setter.creditSpaces))
    return Block(.caption, passage, credit: name.isEmpty ? nil : name)
  }

  /// Names in the lines that are bylines.
  func people(_ blocks: [Block]) -> [Person] {
    blocks.filter { $0.role == .byline && $0.passage.page == scan.page }.flatMap { block in
      block.passage.lines.compactMap { indices[$0] }.flatMap { facts[$0].people }
    }
  }

  /// A paragraph begins where a block does, and within a block at a line that is set in behind one that is not.
  private func paragraphs(_ lines: [Int]) -> [[Int]] {
    var paragraphs: [[Int]] = []
    for line in lines {
      if let last = paragraphs.last?.last, !opensParagraph(line, behind: last) {
        paragraphs[paragraphs.count - 1].append(line)
      } else {
        paragraphs.append([line])
      }
    }
    return paragraphs
  }

  private func opensParagraph(_ line: Int, behind last: Int) -> Bool {
    guard let layout, let edges else { return true }
    if case .divided = facts[last].line.end { return false }
    let (number, before) = (facts[line].line.number - 1, facts[last].line.number - 1)
    if layout.lines[number].block != layout.lines[before].block { return true }
    return facts[last].line.end == .whole && edges.indent(number) > 1 && edges.indent(before) <= 1
  }
}

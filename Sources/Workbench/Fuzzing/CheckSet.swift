import Library
import Newspaper
import Reader
import Screen
import Typesetting

/// The pages set in every view at every width, held against CLREQ's rules, the measure, and the letters of the
/// articles: a line a fault as far as `--verbose` asks for them, and the figures.
func checkSet(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--step"], flags: ["--verbose"])
  var corpus = Corpus.open(paths: options.paths.isEmpty ? ["seeds"] : options.paths)
  if let problem = corpus.problems.first { throw problem }
  var check = SetCheck(tells: options.has("--verbose"))
  let step = max(1, options.number("--step", default: 1))
  for source in corpus.sources {
    guard let issue = try corpus.issue(source.id) else { continue }
    check.widths(of: issue, step: step)
    check.sizes(of: issue, step: step)
  }
  check.report()
  return check.isGood ? 0 : 1
}

/// The faults of set pages, counted.
private struct SetCheck {
  let tells: Bool
  private var lines = 0
  private var forced = 0
  private var lettersSet = 0
  private var lettersWanted = 0
  private var faults: [String: Int] = [:]

  init(tells: Bool) { self.tells = tells }

  var isGood: Bool { faults.isEmpty && lettersSet == lettersWanted }

  func report() {
    print("\(lines) lines, \(forced) of them say that their measure is too narrow")
    print("letters: \(lettersSet) of \(lettersWanted)")
    for (fault, count) in faults.sorted(by: { $0.key < $1.key }) { print("\(count) × \(fault)") }
    if faults.isEmpty { print("no faults") }
  }

  private mutating func note(_ fault: String, _ place: @autoclosure () -> String) {
    faults[fault, default: 0] += 1
    if tells { print("\(fault): \(place())") }
  }

  // MARK: Widths from 12 to 120

  /// Every view but the printed page, whose boxes are set as columns are.
  mutating func widths(of issue: Issue, step: Int) {
    for article in issue.articles {
      for width in stride(from: 12, through: 120, by: step) {
        for justification in LineSetting.Justification.allCases {
          let composition = Composition(justification: justification)
          let room = Size(columns: width, rows: 10 + width * 7 % 50)
          for geometry in [
            PageGeometry.one(measure: width, hasMargin: true, rows: room.rows, composition),
            .columns(in: room, composition), .vertical(in: room, composition),
          ] {
            let pages = ArticlePages(article, issue: issue, geometry: geometry, raw: false, language: .english)
            check(pages, "\(issue.id)/\(article.number) in \(width) columns, \(justification)")
          }
        }
      }
    }
  }

  // MARK: Sizes from 1 × 1 to 300 × 100

  /// Each number of columns with some number of rows; the printed page at each thirteenth of them.
  mutating func sizes(of issue: Issue, step: Int) {
    for columns in stride(from: 1, through: 300, by: step) {
      let room = Size(columns: columns, rows: 1 + columns * 37 % 100)
      for article in issue.articles {
        for geometry in [PageGeometry.columns(in: room), .vertical(in: room)] {
          let pages = ArticlePages(article, issue: issue, geometry: geometry, raw: false, language: .english)
          measure(pages, "\(issue.id)/\(article.number) in \(room)")
        }
      }
      guard columns % 13 == 0 else { continue }
      for box in FrontPages(issue, size: room, language: .english).sheets.flatMap(\.boxes) {
        measure(box.pages, "\(issue.id)/\(box.article + 1) on a page of \(room)")
      }
    }
  }

  // MARK: What must hold

  private mutating func check(_ pages: ArticlePages, _ place: String) {
    let galley = pages.galley
    measure(pages, place)
    count(pages, place)
    for (line, next) in zip(galley.lines, galley.lines.dropFirst()) where line.text == next.text && next.part != .air {
      guard line.part != .air, line.block == next.block else { continue }
      let text = galley.texts[line.text]
      if line.typeset.isForced {
        forced += 1
      } else if let fault = markFault(text[line.typeset.range], text[next.typeset.range]) {
        note(fault, "\(place): \(text[line.typeset.range]) | \(text[next.typeset.range])")
      }
    }
    lookForWidows(galley, place)
  }

  private mutating func measure(_ pages: ArticlePages, _ place: String) {
    let form = pages.geometry.form
    for (index, line) in pages.galley.lines.enumerated() {
      lines += 1
      let measure = index < pages.galley.stackCount ? form.stackMeasure : form.measure
      let text = pages.galley.texts[line.text][line.typeset.range]
      let hangs = form.hasMargin && form.composition.justification == .hanging && "、，。".contains(text.last ?? " ")
      let end = line.typeset.indent + line.typeset.width - (hangs ? (form.isVertical ? 2 : 1) : 0)
      if end > measure, text.count > 1 { note("line wider than its measure", "\(place): \(text)") }
    }
  }

  /// The letters on the pages, in the order in which one reads, are those of the article.
  private mutating func count(_ pages: ArticlePages, _ place: String) {
    let galley = pages.galley
    let order = pages.flow?.pages.flatMap { $0.slots.map(\.line) } ?? Array(galley.lines.indices)
    let shown = order.map { galley.lines[$0] }.filter { $0.part != .mark && $0.part != .air && $0.block != nil }
    let read = shown.map { galley.texts[$0.text][$0.typeset.range] }.joined().filter { !$0.isWhitespace }
    let blocks = galley.blocks.map(\.content).filter { $0.role != .repeated }
    let wanted = blocks.map(\.passage.text).joined().filter { !$0.isWhitespace }
    lettersWanted += wanted.count
    lettersSet += read == wanted ? wanted.count : min(read.count, wanted.count - 1)
    if read != wanted { note("letters lost or out of order", place) }
  }

  /// Last lines of one hanzi, at usual widths and in headlines at any.
  private mutating func lookForWidows(_ galley: Galley, _ place: String) {
    let isUsual = (30...60).contains(galley.measure)
    for (index, line) in galley.lines.enumerated() where index > 0 && line.block != nil && line.part != .air {
      let (above, below) = (
        galley.lines[index - 1], galley.lines.indices.contains(index + 1) ? galley.lines[index + 1] : nil
      )
      guard above.text == line.text, above.part == line.part, below?.text != line.text || below?.part == .air else {
        continue
      }
      let words = galley.texts[line.text][line.typeset.range]
      if words.filter({ $0.isLetter || $0.isNumber }).count < 2, line.part == .headline || isUsual {
        note("last line of one hanzi", "\(place), \(line.part): \(galley.texts[line.text]) | \(words)")
      }
    }
  }
}

/// Faults of a line that another one follows, by CLREQ's basic rules, written down apart from the setter's
/// tables.
private func markFault(_ line: Substring, _ next: Substring) -> String? {
  if let first = next.first, "，。、；：？！）》〉”’】」』〕］｝·～–％℃".contains(first) { return "\(first) starts a line" }
  if let last = line.last, "（《〈“‘【「『〔［｛".contains(last) { return "\(last) ends a line" }
  guard line.endIndex == next.startIndex, let last = line.last, last == next.first, "—…".contains(last) else {
    return nil
  }
  return "\(last)\(last) is broken"
}

extension String {
  /// A part by UTF-8 offsets.
  fileprivate subscript(_ range: Range<Int>) -> Substring {
    self[utf8.index(startIndex, offsetBy: range.lowerBound)..<utf8.index(startIndex, offsetBy: range.upperBound)]
  }
}

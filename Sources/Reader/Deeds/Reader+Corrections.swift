import Newspaper
import Notes
import Searching
import Typesetting

// Correcting what the scan or the reading of it got wrong.
extension Reader {
  // MARK: The issue as people corrected it

  /// The corrections that are known, of whichever issue, the oldest first.
  public var corrections: [Correction] { notebook.corrections }

  /// Takes the entries of the list of those issues that people corrected, as a reading of them makes them.
  public mutating func receive(corrected entries: [IssueSummary]) -> [Effect] {
    notebook.correctedEntries = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    correctList()
    return settle()
  }

  /// Lists issues as people corrected them: those that have not been read with their days and papers only.
  mutating func correctList() {
    var entries = notebook.correctedEntries
    let shelf = issueList.asRead
    var places: [String: Int?] = [:]
    let known = Dictionary(grouping: notebook.corrections) { correction in
      let id = correction.issue.id
      if let place = places[id] { return place }
      let place = shelf.index(ofIssue: id) ?? correction.issue.index(in: shelf)
      places[id] = .some(place)
      return place
    }
    for (place, corrections) in known {
      guard let place else { continue }
      let entry = shelf[place]
      let (quick, isWhole) = corrections.revised(entry)
      var new = isWhole ? quick : entries[entry.id] ?? quick
      (new.date, new.title) = (quick.date, quick.title)
      entries[entry.id] = new
    }
    if let read = loaded.read, let index = shelf.index(ofIssue: read.id) {
      // A year that only the neighbours give stands in the list.
      var entry = loaded.corrected?.issue.summary
      if entry?.date == read.date { entry?.date = shelf[index].date }
      entries[read.id] = entry
    }
    let reads = visits.byIssue
    issueList.correct(by: entries) { reads[$0]?.readCount ?? 0 }
  }

  /// Applies the corrections of the open issue to it as it was read.
  mutating func correctIssue() {
    defer { if !notebook.corrections.isEmpty || !issueList.corrected.isEmpty { correctList() } }
    guard let read = loaded.read else { return }
    let own = notebook.corrections.of(read)
    guard !own.isEmpty else {
      if loaded.corrected != nil { loaded.issue = OpenIssue(read) }
      return loaded.corrected = nil
    }
    loaded.corrected = CorrectedIssue(read, own)
    showVariant()
  }

  /// Puts the corrected issue, or the one without corrections of text, in the place of the open one.
  mutating func showVariant() {
    guard let corrected = loaded.corrected else { return }
    loaded.issue = OpenIssue(text.isUncorrected ? corrected.uncorrected : corrected.issue)
    forgetText()
    if search.query != nil { findAgain() }
  }

  /// Follows a change of corrections.
  mutating func reopenIssue() {
    guard loaded.read != nil, issue != nil else { return correctList() }
    correctIssue()
    forgetText()
    settleVisit()
    findAgain()
  }

  // MARK: What the scan has

  /// The matches in text as it was read that has been corrected since, where the corrected text has none.
  func scannedMatches(of query: Query, besides matches: [Match]) -> [(match: Match, text: String)] {
    guard let corrected = loaded.corrected, !corrected.texts.isEmpty, !text.isUncorrected else { return [] }
    let blocks = corrected.texts.map { corrected.uncorrected.articles[$0.article].blocks[$0.block] }
    let articles = blocks.enumerated().map { Article(number: $0 + 1, kind: .article, blocks: [$1]) }
    let old = Issue(id: "", pages: corrected.issue.pages, articles: articles)
    return IssueSearch(old).matches(query).compactMap { found in
      let (place, before) = (corrected.texts[found.article], blocks[found.article].passage)
      let now = corrected.issue.articles[place.article].blocks[place.block].passage
      let range = now.range(of: found.first.range, in: before)
      let isKnown = matches.contains { match in
        match.article == place.article && match.pieces.contains { $0.block == place.block && $0.range.overlaps(range) }
      }
      guard !isKnown else { return nil }
      let match = Match(article: place.article, first: .init(block: place.block, range: range), kind: found.kind)
      return (match, String(before.text.slice(found.first.range)))
    }
  }

  static func standsBefore(_ one: Match, _ other: Match) -> Bool {
    (one.article, one.first.block, one.first.range.lowerBound)
      < (other.article, other.first.block, other.first.range.lowerBound)
  }

  // MARK: Passages

  /// The selected passages; without a selection the one at the reading place.
  private var passagesHere: [CorrectedIssue.BlockPlace] {
    guard let galley = galley?.galley else { return [] }
    let blocks =
      layers.last(SelectionScreen.self)?.blocks(in: self)
      ?? blockInSight.flatMap { galley.blocks.indices.contains($0) ? [galley.blocks[$0]] : nil } ?? []
    return blocks.filter { $0.content.role != .repeated }.map { .init(article: $0.article, block: $0.index) }
  }

  private func block(_ place: CorrectedIssue.BlockPlace) -> Block? {
    guard let issue, issue.articles.indices.contains(place.article) else { return nil }
    let blocks = issue.articles[place.article].blocks
    return blocks.indices.contains(place.block) ? blocks[place.block] : nil
  }

  /// Opens the prompt with the text of the passages, or the editor.
  mutating func beginCorrection(inEditor: Bool = false) -> [Effect] {
    pane = article == nil ? pane : .article
    setArticle()
    let places = passagesHere
    let texts = places.compactMap { block($0)?.passage.text }
    guard !texts.isEmpty else {
      say(phrases.noArticles)
      return []
    }
    if inEditor {
      notebook.inEditor = .corrected(places)
      return [.edit(texts.joined(separator: "\n") + "\n", of: .correction)]
    }
    layers.append(
      CorrectionPrompt(input: PromptInput(texts.joined(separator: CorrectionPrompt.lineBreak)), places: places))
    return []
  }

  /// Gives passages another text, a line each; what a last line goes on with belongs to the last passage.
  mutating func correct(_ places: [CorrectedIssue.BlockPlace], to text: String) {
    let lines = text.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard let issue, lines.count >= places.count, !places.isEmpty else {
      return say(phrases.say("a line for each of the {} passages", places.count), isError: true)
    }
    var changes: [Change] = []
    for (index, place) in places.enumerated() {
      guard let block = block(place), let anchor = Anchor([block.passage], in: issue) else { continue }
      let new = index == places.count - 1 ? lines[index...].joined(separator: " ") : lines[index]
      guard new != block.passage.text else { continue }
      let old = notebook.corrections.last { $0.kind == .text && $0.anchor?.start == anchor.start }
      var correction = Correction(
        issue: IssueReference(issue), kind: .text, old: block.passage.text, new: new, anchor: anchor)
      if let old {
        // The text as it was read stays the old one, however often it is corrected.
        correction = Correction(id: old.id, issue: old.issue, kind: .text, old: old.old, new: new, anchor: old.anchor)
      }
      changes.append(.correction(before: old, after: correction))
    }
    layers.removeAll(SelectionScreen.self)
    guard !changes.isEmpty else { return say(phrases.say("nothing corrected")) }
    carryOut(Deed(words: Phrase("corrected “{}”", shortened(lines[0])), changes: changes))
  }

  // MARK: Structure

  /// Corrects the structure at the selected passages, or at the one at the reading place.
  mutating func correct(_ kind: Correction.Kind, to new: String = "") {
    guard let issue else { return say(phrases.say("the issue is not open yet")) }
    var anchor: Anchor?
    var old = ""
    switch kind {
    case .date:
      guard CalendarDay(iso: new) != nil else { return say(phrases.say("a day is written 1998-01-05"), isError: true) }
      old = issue.date?.value ?? ""
    case .title: old = issue.title ?? ""
    case .role, .join, .split, .text:
      let places =
        pane == .article
        ? passagesHere
        : visit.article < articles.count
          ? [CorrectedIssue.BlockPlace(article: visit.article, block: 0)] : []
      let blocks = places.compactMap { block($0) }
      anchor = Anchor(kind == .role ? blocks.map(\.passage) : blocks.prefix(1).map(\.passage), in: issue)
      guard anchor != nil else { return say(phrases.noArticles) }
      old = String(blocks.map(\.passage.text).joined(separator: "\n").prefix(200))
      if kind == .role, Block.Role(rawValue: new) == nil {
        return say(phrases.needsValue("role", Self.roles.joined(separator: ", ")), isError: true)
      }
    }
    layers.removeAll(SelectionScreen.self)
    let correction = Correction(
      issue: IssueReference(loaded.read ?? issue), kind: kind, old: old, new: new, anchor: anchor)
    let read = loaded.read ?? issue
    let trial = CorrectedIssue(read, notebook.corrections.of(read) + [correction])
    guard !trial.lost.contains(correction.id) else {
      let words: Phrase =
        switch kind {
        case .split: Phrase("an item begins here already")
        case .join: Phrase("nothing stands before this to join it to")
        default: Phrase("that cannot be done here")
        }
      return say(phrases.say(words), isError: true)
    }
    let words: Phrase =
      switch kind {
      case .split: Phrase("begun anew here")
      case .join: Phrase("joined to what stands before")
      default: Phrase("corrected the {}", phrases.name(of: kind))
      }
    carryOut(Deed(words: words, changes: [.correction(before: nil, after: correction)]))
  }

  /// The names of roles.
  static var roles: [String] { Block.Role.allCases.filter { $0 != .repeated }.map(\.rawValue) }
}

extension Passage {
  /// The stretch of its text that stands where a stretch of the text before a correction stood; all of it where that
  /// cannot be told.
  fileprivate func range(of range: Range<Int>, in before: Passage) -> Range<Int> {
    let all = 0..<text.utf8.count
    guard let start = offset(of: before.sourcePosition(at: range.lowerBound)),
      let last = offset(of: before.sourcePosition(at: range.upperBound - 1))
    else { return all }
    // An end within a character is moved to the end of it.
    let bytes = text.utf8
    var (low, high) = (start, last + 1)
    func isInside(_ place: Int) -> Bool {
      place < bytes.count && bytes[bytes.index(bytes.startIndex, offsetBy: place)] & 0xC0 == 0x80
    }
    while low > 0, isInside(low) { low -= 1 }
    while high < bytes.count, isInside(high) { high += 1 }
    return low < high && high <= bytes.count ? low..<high : all
  }
}

/// The text of passages that is being corrected, a line each.
struct CorrectionPrompt: LinePrompt {
  /// Stands for a line break in the prompt.
  static let lineBreak = "⏎"

  var input: PromptInput
  let places: [CorrectedIssue.BlockPlace]

  func accept(in reader: inout Reader) -> [Effect] {
    reader.layers.removeLast()
    let lines = input.line.text.split(separator: Self.lineBreak, omittingEmptySubsequences: false)
    reader.correct(places, to: lines.joined(separator: "\n"))
    return []
  }

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(environment: reader.environment, sign: "e ", line: input.line)
    line.asides = [reader.phrases.say("{} passages, divided by {}", places.count, Self.lineBreak)]
    if places.count < 2 { line.asides = [] }
    return line
  }
}

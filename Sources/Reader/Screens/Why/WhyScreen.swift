import Newspaper
import Screen

/// The reasons for what a passage of the article is, beside the article.
struct WhyScreen: ReaderScreen {
  /// Lines of a page whose roles are to be explained.
  struct Question: Sendable, Equatable {
    var issue: String
    var page: Int
    var lines: Set<Int>
  }

  /// The passage: index in the galley's blocks.
  var block = 0
  /// The first line shown.
  var top = 0
  /// The question about the passage, once it has been asked.
  var question: Question?
  /// The answer, once it has come.
  var explanations: [Explanation]?

  // MARK: Update

  /// Opens the overlay for the passage at the reading place.
  static func open(in reader: inout Reader) {
    guard reader.article != nil else {
      return reader.say(reader.issue == nil ? reader.noIssuesWords : reader.phrases.noArticles)
    }
    reader.pane = .article
    let screen = WhyScreen()
    reader.layers.append(screen)
    reader.setArticle()
    if reader.text.awaited == nil {
      screen.explainReadingPlace(in: &reader)
    } else {
      reader.text.awaited?.asksWhy = true
    }
  }

  /// Goes to the passage at the reading place.
  func explainReadingPlace(in reader: inout Reader) {
    guard let block = reader.blockInSight else {
      reader.layers.removeAll(WhyScreen.self)
      return reader.say(reader.phrases.nothingToExplain)
    }
    var new = self
    new.block = block
    reader.layers.update(new)
  }

  func context(in reader: Reader) -> Context { .why }

  /// Scrolls the reasons; the ends, and a number, are those of the article's passages.
  func move(_ movement: Movement, in reader: inout Reader) {
    if case .line(let number) = movement { return goToPassage(number, in: &reader) }
    if case .end = movement { return goToPassage(.max, in: &reader) }
    let view = view(of: reader)
    var new = self
    new.top = movement.line(from: top, last: view.lastTop, page: view.layout.rect.rows)
    if max(0, min(new.top, view.lastTop)) == top {
      reader.say(reader.phrases.allSaid(reader.keymap.label(for: .nextPassage, in: .why)))
    }
    reader.layers.update(new)
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .nextPassage: goToPassage(block + (count ?? 1), in: &reader)
    case .previousPassage: goToPassage(block - (count ?? 1), in: &reader)
    default: return nil
    }
    return []
  }

  /// Goes to a passage, from 0, and brings it into sight.
  private func goToPassage(_ number: Int, in reader: inout Reader) {
    guard let galley = reader.galley?.galley else { return }
    let last = galley.blocks.count - 1
    var new = self
    (new.block, new.top) = (max(0, min(number, last)), 0)
    if new.block == block, block == last || block == 0 {
      reader.say(block > 0 || number > 0 ? reader.phrases.lastPassage : reader.phrases.firstPassage)
    }
    reader.layers.update(new)
    let rows = reader.layout.panes.rows
    let first = galley.lines(ofBlock: new.block).first ?? 0
    if !(reader.place.top..<reader.place.top + rows).contains(first) { reader.scroll(to: first - rows / 3) }
  }

  /// Keeps the overlay to a passage that there is, and asks about it once.
  func settle(in reader: inout Reader) -> [Effect] {
    guard let id = reader.selectedID, let blocks = reader.galley?.galley.blocks, !blocks.isEmpty, reader.article != nil
    else {
      if reader.issue != nil, reader.text.awaited == nil { reader.layers.removeAll(WhyScreen.self) }
      return []
    }
    var new = self
    new.block = max(0, min(block, blocks.count - 1))
    let passage = blocks[new.block].content.passage
    let question = Question(issue: id, page: passage.page, lines: Set(WhyText.lines(of: passage)))
    let isNew = question != self.question
    if isNew { (new.question, new.explanations) = (question, nil) }
    new.top = max(0, min(top, new.view(of: reader).lastTop))
    reader.layers.update(new)
    return isNew ? [.explain(issue: id, page: question.page, lines: question.lines)] : []
  }

  // MARK: View

  private func view(of reader: Reader) -> WhyView {
    let layout = WhyLayout(reader.layout)
    var lines: [WhyText.Line] = []
    if let issue = reader.issue, let blocks = reader.galley?.galley.blocks, blocks.indices.contains(block) {
      lines =
        WhyText(
          blocks[block].content, of: issue, explanations, columns: layout.rect.columns - 2 * layout.margin,
          reader.phrases, reader.environment.ambiguous
        ).lines
    }
    return WhyView(environment: reader.environment, layout: layout, lines: lines, top: top)
  }

  func draw(on surface: inout Surface, of reader: Reader) {
    let view = view(of: reader)
    view.draw(on: &surface)
    guard let rect = view.layout.articleRect else { return }
    guard let article = reader.text.view(in: rect, top: articleTop(rows: rect.rows, in: reader), of: reader) else {
      return reader.text.draw(in: rect, on: &surface, of: reader)
    }
    article.draw(on: &surface)
    if article.galley.blocks.indices.contains(block) { article.drawCursor(atBlock: block, on: &surface) }
  }

  /// The first line of the article: that of the reading place, or one that brings the passage into sight.
  private func articleTop(rows: Int, in reader: Reader) -> Int {
    let top = reader.place.top
    guard let galley = reader.galley?.galley, galley.blocks.indices.contains(block),
      let first = galley.lines(ofBlock: block).first, !(top..<top + rows).contains(first)
    else { return top }
    return max(0, min(first - rows / 3, galley.lines.count - rows))
  }

  func frame(in reader: Reader) -> ScreenFrame { ScreenFrame(separators: reader.layout.separators.suffix(1)) }

  func place(in reader: Reader) -> [String] {
    [reader.phrases.whyTitle, "\(block + 1)/\(reader.galley?.galley.blocks.count ?? 0)"]
  }

  func usefulCommands(in reader: Reader) -> [Command] {
    [.nextPassage, .previousPassage, .nextPage, .toggleRaw, .back]
  }
}

import Newspaper

// The text of a block as lines.
extension GalleyMaker {
  func lines(of index: Int, as part: Galley.Part) -> [TypesetLine] {
    let text = texts[index]
    let measure = index < stackCount ? form.stackMeasure : measure
    var setting = setting(of: joined.jumpHeads.contains(index) ? .headline : part, measure: measure)
    if part == .paragraph, joined.continuesSentence(index) { setting.firstIndent = 0 }
    if setting.balanced { setting.cohesion = cohesion(of: text, in: index, measure: measure) }
    // A line of a list or a verse that turns over is seen to do so.
    if kept.contains(index) { setting.indent = paragraphIndent + 2 }
    guard part == .headline else { return form.lines(text, setting) }
    if form.isLead, index < stackCount, let lines = spacedLines(text, setting) { return lines }
    guard measure >= 32, text.contains(where: \.isWhitespace) else { return form.lines(text, setting) }
    // In print the parts of a headline stand one above the other, not in a row as wide as the body.
    setting.measure = max((measure * 3 / 4) & ~1, widestPart(text, atMost: measure))
    let margin = (measure - setting.measure) / 2
    return form.lines(text, setting).map { $0.moved(by: margin) }
  }

  /// The cohesion of a head that is longer than a line and must be broken, by the words of its page.
  private func cohesion(of text: String, in block: Int, measure: Int) -> Cohesion {
    guard 2 * text.utf8.count > measure, width(of: text[...]) > measure * 2 / 3 else { return Cohesion() }
    let page = blocks[block].content.passage.page
    let (own, articles) = (blocks[block].article, issue.articles)
    // The head's own article and those behind it first.
    let near = articles.indices.lazy.map { articles[(own + $0) % articles.count] }.filter { $0.page == page }
    return Cohesion(of: text, in: near.flatMap(\.blocks).map(\.passage.text))
  }

  /// The columns of the widest of a headline's parts that is no wider than the measure; 0 where one is.
  private func widestPart(_ text: String, atMost measure: Int) -> Int {
    let widths = text.split(whereSeparator: \.isWhitespace).map { part in
      form.isVertical ? 2 * part.count : width(of: part)
    }
    return widths.max().map { $0 <= measure ? $0 : 0 } ?? 0
  }

  /// The columns of a text, with those that its readings take.
  private func width(of text: Substring) -> Int {
    displayWidth(text, ambiguous: form.composition.ambiguous) + (form.hasRuby ? Ruby.room(over: text) : 0)
  }

  /// A headline set wide; nil where that would break it elsewhere than at its spaces.
  private func spacedLines(_ text: String, _ setting: LineSetting) -> [TypesetLine]? {
    let measure = setting.measure
    var setting = setting
    setting.measure = max(2, measure * 2 / 3)
    let lines = setLines(text, form.composed(setting))
    let breaksAtSpaces = zip(lines, lines.dropFirst()).allSatisfy { $0.range.upperBound < $1.range.lowerBound }
    guard breaksAtSpaces else { return nil }
    return lines.map { $0.letterspaced(in: text, measure: measure, form.composition.ambiguous) }
  }

  func setting(of part: Galley.Part, measure: Int) -> LineSetting {
    switch part {
    case .kicker, .headline, .deck, .byline, .pointer:
      LineSetting(measure: measure, alignment: .centered, balanced: true)
    case .jump, .signature: LineSetting(measure: measure, alignment: .right)
    case .subhead: LineSetting(measure: measure, firstIndent: paragraphIndent, indent: paragraphIndent, balanced: true)
    case .caption, .mark: LineSetting(measure: measure, firstIndent: paragraphIndent, indent: paragraphIndent)
    default: LineSetting(measure: measure, firstIndent: paragraphIndent)
    }
  }
}

extension GalleyForm {
  /// Sets a text into lines of this shape.
  func lines(_ text: String, _ setting: LineSetting) -> [TypesetLine] {
    let setting = composed(setting)
    return isVertical ? verticalLines(text, setting) : setLines(text, setting)
  }

  /// Words of the reader's own, which have no pinyin.
  func plainLines(_ text: String, _ setting: LineSetting) -> [TypesetLine] {
    var form = self
    form.composition.hasRuby = false
    return form.lines(text, setting)
  }

  /// The lines of a scan, which nobody set: ragged.
  func scanLines(_ text: String, _ setting: LineSetting) -> [TypesetLine] {
    var form = self
    form.composition.justification = .ragged
    form.composition.hasRuby = false
    return form.lines(text, setting)
  }

  /// True if pinyin stands over hanzi: not beside vertical lines, and not in the boxes of a printed page, which have no
  /// room for it.
  var hasRuby: Bool { composition.hasRuby && !isVertical && !isBox }

  /// A setting, composed as the form says.
  fileprivate func composed(_ setting: LineSetting) -> LineSetting {
    var setting = setting
    setting.level = composition.level
    setting.justification = composition.justification
    setting.ambiguous = composition.ambiguous
    setting.hasMargin = hasMargin
    setting.hasRuby = hasRuby
    return setting
  }
}

extension TypesetLine {
  fileprivate func moved(by columns: Int) -> TypesetLine {
    var line = self
    line.indent += columns
    return line
  }
}

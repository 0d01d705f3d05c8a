/// A piece of a query's text.
struct QueryToken: Equatable {
  enum Kind: Equatable {
    /// `|`
    case bar
    /// `near/20`; nil where no number follows.
    case near(Int?)
    case part(Part)
  }

  /// A text, an expression or a field's value, with the signs before it.
  struct Part: Equatable {
    enum Form: Equatable { case word, phrase, expression }

    var isExcluded = false
    var field: QueryField?
    var isTolerant = false
    var form = Form.word
    /// Without its quotation marks or slashes.
    var text = ""
  }

  var kind: Kind
  /// UTF-8 offsets in the query.
  var range: Range<Int>
}

/// Divides a query's text into tokens.
struct QueryLexer {
  private let text: String
  private var index: String.Index
  private(set) var tokens: [QueryToken] = []

  /// - Throws: what is wrong with a quotation, an expression or a field's name.
  static func tokens(of text: String) throws(QueryMistake) -> [QueryToken] {
    var lexer = QueryLexer(text: text, index: text.startIndex)
    while lexer.skipSpaces() { try lexer.takeToken() }
    return lexer.tokens.joiningSpacedHanzi()
  }

  private init(text: String, index: String.Index) {
    self.text = text
    self.index = index
  }

  private mutating func skipSpaces() -> Bool {
    index = text[index...].firstIndex { !$0.isWhitespace } ?? text.endIndex
    return index < text.endIndex
  }

  private mutating func takeToken() throws(QueryMistake) {
    let start = index
    if take(anyOf: "|｜") { return add(.bar, from: start) }
    let word = upcomingWord
    if word.hasPrefix("near/") {
      index = word.endIndex
      return add(.near(wholeNumber(word.dropFirst(5)).map { min($0, Self.farthest) }), from: start)
    }
    var part = QueryToken.Part()
    if let next = word.dropFirst().first, !"-－".contains(next), take(anyOf: "-－") { part.isExcluded = true }
    part.field = try takeField()
    part.isTolerant = take(anyOf: "~～")
    try takeBody(of: &part)
    add(.part(part), from: start)
  }

  /// More characters than any issue has.
  private static let farthest = 1 << 40

  /// Up to the next space or bar.
  private var upcomingWord: Substring { text[index...].prefix { !$0.isWhitespace && !"|｜".contains($0) } }

  private mutating func take(anyOf characters: String) -> Bool {
    guard index < text.endIndex, characters.contains(text[index]) else { return false }
    index = text.index(after: index)
    return true
  }

  private mutating func takeField() throws(QueryMistake) -> QueryField? {
    let word = upcomingWord
    guard let colon = word.firstIndex(where: { ":：".contains($0) }) else { return nil }
    let name = String(word[..<colon])
    let rest = word[word.index(after: colon)...]
    guard let field = QueryField(named: name) else {
      // 10:30 and https://… are text; a name in small letters is meant as a field.
      guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLowercase }), !rest.hasPrefix("//") else { return nil }
      throw QueryMistake(.noSuchField(name), at: offsets(index..<colon))
    }
    guard !rest.isEmpty else {
      throw QueryMistake(.fieldEmpty(name + ":"), at: offsets(word.startIndex..<word.endIndex))
    }
    index = rest.startIndex
    return field
  }

  private mutating func takeBody(of part: inout QueryToken.Part) throws(QueryMistake) {
    let start = index
    if let closing = closingQuote {
      guard let end = text[text.index(after: start)...].firstIndex(where: closing.contains) else {
        throw QueryMistake(.quoteNotClosed, at: offsets(start..<text.endIndex))
      }
      part.form = .phrase
      part.text = String(text[text.index(after: start)..<end])
      index = text.index(after: end)
    } else if text[index...].hasPrefix("/"), part.field?.scope != nil || part.field == nil {
      guard let end = endOfExpression else {
        throw QueryMistake(.expressionNotClosed, at: offsets(start..<text.endIndex))
      }
      part.form = .expression
      part.text = String(text[text.index(after: start)..<end])
      index = text.index(after: end)
    } else {
      part.text = String(upcomingWord)
      index = upcomingWord.endIndex
    }
  }

  /// The marks that can close the quotation that starts here.
  private var closingQuote: String? {
    guard index < text.endIndex else { return nil }
    switch text[index] {
    case "\"", "＂", "“", "”": return "\"＂“”"
    case "「": return "」"
    case "『": return "』"
    default: return nil
    }
  }

  private var endOfExpression: String.Index? {
    var isEscaped = false
    return text[text.index(after: index)...].firstIndex { character in
      defer { isEscaped = character == "\\" && !isEscaped }
      return character == "/" && !isEscaped
    }
  }

  private mutating func add(_ kind: QueryToken.Kind, from start: String.Index) {
    tokens.append(QueryToken(kind: kind, range: offsets(start..<index)))
  }

  private func offsets(_ range: Range<String.Index>) -> Range<Int> {
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return start..<start + text.utf8.distance(from: range.lowerBound, to: range.upperBound)
  }
}

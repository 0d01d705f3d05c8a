/// A lasting link to an issue, an article of it or a line of one: `baolan:ISSUE/ARTICLE#pPAGE.LINE`.
///
/// The line of the scan counts before the number of the article, so that a link leads to the same text when articles
/// have been numbered anew. In the text of a link, letters and figures of an issue's id stand as they are, and other
/// characters by their bytes in UTF-8 (`%20`), as in RFC 3987.
public struct ArticleLink: Sendable, Hashable {
  /// The scheme, with its colon.
  public static let scheme = "baolan:"

  /// The id of the issue.
  public var issue: String
  /// The number of the article, from 1; nil for the whole issue.
  public var article: Int?
  /// The line in the scan; its offset is 0. Nil if only the article is named.
  public var position: SourcePosition?

  /// A link to an issue, an article or a line.
  public init(issue: String, article: Int? = nil, position: SourcePosition? = nil) {
    self.issue = issue
    self.article = article
    self.position = position.map { SourcePosition(page: $0.page, line: $0.line) }
  }

  /// The link of an article: its first line.
  public init(_ article: Article, ofIssue issue: String) {
    self.init(issue: issue, article: article.number, position: article.start)
  }

  /// Reads the form that `text` writes; the part behind `#`, and the article, may be left out.
  /// - Returns: nil if the text is no link.
  public init?(text: some StringProtocol) {
    guard text.hasPrefix(Self.scheme) else { return nil }
    let parts = text.dropFirst(Self.scheme.count).split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let issue = decoded(names[0]), !issue.isEmpty else { return nil }
    self.init(issue: issue)
    if names.count > 1 {
      guard let number = plainNumber(names[1]) else { return nil }
      article = number
    }
    if parts.count > 1 {
      guard let position = Self.position(parts[1]) else { return nil }
      self.position = position
    }
  }

  /// The link as text.
  public var text: String {
    let place = position.map { "#p\($0.page).\($0.line)" } ?? ""
    return Self.scheme + encoded(issue) + (article.map { "/\($0)" } ?? "") + place
  }

  /// The index of the article that is meant: the one with the line, else the one with the number.
  public func articleIndex(in issue: Issue) -> Int? {
    let holder = position.flatMap { position in
      issue.articles.firstIndex { article in
        article.blocks.contains { $0.passage.page == position.page && $0.passage.sourceLines.contains(position.line) }
      }
    }
    return holder ?? article.flatMap { number in issue.articles.firstIndex { $0.number == number } }
  }

  /// `pPAGE.LINE`.
  private static func position(_ text: some StringProtocol) -> SourcePosition? {
    let numbers = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map(plainNumber)
    guard text.first == "p", numbers.count == 2, let page = numbers[0], let line = numbers[1] else { return nil }
    return SourcePosition(page: page, line: line)
  }
}

/// A number from 1 that 32 bits hold, in ASCII figures.
private func plainNumber(_ text: some StringProtocol) -> Int? {
  guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int32(text), number > 0 else { return nil }
  return Int(number)
}

private func encoded(_ name: String) -> String {
  if name.unicodeScalars.allSatisfy(\.mayStandInLink) { return name }
  return name.unicodeScalars.reduce(into: "") { result, scalar in
    if scalar.mayStandInLink {
      result.unicodeScalars.append(scalar)
    } else {
      for byte in String(scalar).utf8 {
        result += byte < 16 ? "%0" : "%"; result += String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

/// Nil if a `%` stands before no two figures, or bytes are no UTF-8.
private func decoded(_ text: some StringProtocol) -> String? {
  var bytes: [UInt8] = []
  var rest = Substring(text).utf8[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    let digits = rest.prefix(2)
    guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
    bytes.append(value)
    rest = rest.dropFirst(2)
  }
  return String(validating: bytes, as: UTF8.self)
}

extension Unicode.Scalar {
  /// True for letters and figures that can be seen, and the unreserved marks of RFC 3986.
  fileprivate var mayStandInLink: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "\u{4E00}"..."\u{9FEF}": return true
    case _ where isASCII: return false
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return !properties.isDefaultIgnorableCodePoint
    default: return false
    }
  }
}

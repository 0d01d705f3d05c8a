import Newspaper

/// A query as far as it has been typed: what can be looked for already, and what is wrong or still missing.
public struct TypedQuery: Sendable, Equatable {
  /// The query so far, in which an open quotation, and an open expression that has some certain text, end where the
  /// text does. Nil for a text of nothing but spaces and for one with a mistake.
  public let query: Query?
  /// The mistake, or the part that is missing.
  public let mistake: QueryMistake?
  /// True if the mistake is none once one types on.
  public let isUnfinished: Bool

  /// Reads what has been typed.
  /// - Parameter pinyin: which readings small letters stand for besides letters.
  public init(_ text: String, pinyin: Query.Pinyin = .common) {
    do throws(QueryMistake) {
      query = try Query.parse(text, pinyin: pinyin)
      mistake = nil
      isUnfinished = false
    } catch {
      query = Self.closed(text, error, pinyin: pinyin)
      mistake = text.allSatisfy(\.isWhitespace) ? nil : error
      isUnfinished = error.isUnfinished(in: text)
    }
  }

  /// True if nothing has been typed but spaces.
  public var isEmpty: Bool { query == nil && mistake == nil }

  /// The query of the text if its last quotation or expression ended with it.
  private static func closed(_ text: String, _ mistake: QueryMistake, pinyin: Query.Pinyin) -> Query? {
    switch mistake.kind {
    case .quoteNotClosed:
      let opening = String(decoding: Array(text.utf8)[mistake.range], as: UTF8.self).first
      return try? Query.parse(text + (opening.map(Self.closing) ?? ""), pinyin: pinyin)
    case .expressionNotClosed:
      // One that begins with a class of characters would find nearly everything until it goes on.
      let pattern = String(decoding: Array(text.utf8)[mistake.range].dropFirst(), as: UTF8.self)
      guard (try? Expression(pattern))?.isNarrow == true else { return nil }
      return try? Query.parse(text + "/", pinyin: pinyin)
    default: return nil
    }
  }

  private static func closing(_ opening: Character) -> String {
    switch opening {
    case "「": "」"
    case "『": "』"
    default: "\""
    }
  }
}

extension QueryMistake {
  /// True if it is none once one types on at the end of the text.
  public func isUnfinished(in text: String) -> Bool {
    let isLast = text.utf8.dropFirst(range.upperBound).allSatisfy { $0 == 0x20 }
    switch kind {
    case .quoteNotClosed, .expressionNotClosed, .onlyExcludes: return true
    case .expressionWrong, .choiceExcludes, .tooLong, .tooManyParts: return false
    case .nothingToLookFor, .fieldEmpty: return range.upperBound == text.utf8.count
    // http: may become http://…
    case .noSuchField:
      return [":", "：", ":/"].contains { text.utf8.dropFirst(range.upperBound).elementsEqual($0.utf8) }
    case .choiceIncomplete: return isLast && hasWordBefore(in: text)
    case .nearWithoutNumber: return isLast && text.hasSuffix("/") && hasWordBefore(in: text)
    case .nearIncomplete: return isLast && hasWordBefore(in: text)
    case .notADate(let value):
      return range.upperBound == text.utf8.count && Self.dateEnds.contains { isDate(value + $0) }
    case .notAPage(let value):
      return range.upperBound == text.utf8.count && Self.pageEnds.contains { isPages(value + $0) }
    case .notAKind(let value):
      return range.upperBound == text.utf8.count
        && Article.Kind.allCases.contains { $0.rawValue.hasPrefix(value.lowercased()) }
    }
  }

  /// True if something stands before it that a choice or a nearness can have on its left.
  private func hasWordBefore(in text: String) -> Bool {
    let before = String(decoding: Array(text.utf8)[..<range.lowerBound], as: UTF8.self)
    return before.last { !$0.isWhitespace }.map { !"|｜".contains($0) } ?? false
  }

  /// Endings that complete the beginning of a date, one for each part of a date that can be there.
  private static let dateEnds = [
    "0", "1", "9", "00", "01", "12", "99", "000", "999", "2000", "9999", "-01", ".9999", ".",
  ]
  private static let pageEnds = [".9999", ".", "9", "9999"]

  private func isDate(_ text: String) -> Bool {
    DateSpan(String(decoding: FoldedText(text).bytes, as: UTF8.self)) ?? DateSpan(text) != nil
  }

  private func isPages(_ text: String) -> Bool { pageSpan(text) != nil }
}

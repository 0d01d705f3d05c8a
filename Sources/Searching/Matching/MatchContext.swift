import Newspaper

/// A match as one can read it, with what stands around it and where it comes from.
public struct MatchContext: Sendable, Equatable {
  /// Repaired text before the match, from its block.
  public var before: String
  /// The source's own characters, unless a person corrected them; what stood on several lines of the scan is divided by
  /// `\n`.
  public var match: String
  /// The match in repaired text; that of several blocks on end.
  public var repaired: String
  /// Repaired text after the match, from its block.
  public var after: String
  /// The page that it stands on.
  public var page: Int
  /// The source lines that it touches, from 1, in reading order.
  public var lines: [Int]
  /// The part that its text plays in the article.
  public var role: Block.Role
  /// The page's file.
  public var path = ""
  /// The number of lines of that file.
  public var lineCount = 0
}

/// The text of a match and around it.
/// - Parameters:
///   - match: a match in this issue.
///   - issue: the issue that was searched.
///   - characters: how many to show on either side, at most.
public func context(of match: Match, in issue: Issue, characters: Int = 20) -> MatchContext {
  let blocks = issue.articles[match.article].blocks
  let pieces = match.pieces.map { (passage: blocks[$0.block].passage, range: $0.range) }
  let source = pieces.flatMap { issue.source(of: $0.range, in: $0.passage) }
  let text = source.map(\.text).joined(separator: "\n")
  let (first, last) = (pieces[0], pieces[pieces.count - 1])
  return MatchContext(
    before: String(first.passage.text.utf8Slice(0..<first.range.lowerBound).suffix(characters)),
    match: text,
    repaired: pieces.map { $0.passage.text.utf8Slice($0.range) }.joined(),
    after: String(
      last.passage.text.utf8Slice(last.range.upperBound..<last.passage.text.utf8.count).prefix(characters)),
    page: first.passage.page,
    lines: source.reduce(into: []) { if $0.last != $1.line { $0.append($1.line) } },
    role: blocks[match.first.block].role,
    path: issue.page(first.passage.page)?.path ?? "",
    lineCount: issue.page(first.passage.page)?.text.lineCount ?? 0)
}

extension Issue {
  /// The scan's text for a range of a passage's repaired text, line by line; the repaired text itself where
  /// the scan has nothing, its page is not there, or a person says that the scan has something else.
  fileprivate func source(of range: Range<Int>, in passage: Passage) -> [(line: Int, text: String)] {
    let page = page(passage.page)
    let source: [(line: Int, text: String)] = passage.sourceRanges(of: range).compactMap { line, range in
      guard let page, !range.isEmpty, page.text.lines.contains(line) else { return nil }
      let bytes = page.text.bytes[page.text.range(ofLine: line)]
      let start = bytes.startIndex + range.lowerBound
      return (line, String(decoding: bytes[start..<start + range.count], as: UTF8.self))
    }
    let repaired = (passage.sourcePosition(at: range.lowerBound).line, String(passage.text.utf8Slice(range)))
    let isCorrected = passage.repairs.contains { $0.kind == .corrected }
    return source.isEmpty || isCorrected ? [repaired] : source
  }
}

extension String {
  /// The part between two UTF-8 offsets.
  fileprivate func utf8Slice(_ range: Range<Int>) -> Substring {
    self[utf8.index(startIndex, offsetBy: range.lowerBound)..<utf8.index(startIndex, offsetBy: range.upperBound)]
  }
}

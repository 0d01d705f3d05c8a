import Newspaper
import Text

/// 转版 and 导读: the words that send a reader to another page.
extension Wording {
  /// The page that a pointer names, where the line is nothing else: `详见第七版`, `（报道见3版）`, `►详见A2版`.
  func pointer() -> Int? {
    guard end - position <= 16, let see = place(of: .see, within: 8) else { return nil }
    var rest = self
    rest.position = see + 1
    guard let page = rest.takePage() else { return nil }
    return rest.end - rest.position <= 2 ? page : nil
  }

  /// The turn that stands at the end of a text, `（下转第二版）`, or at its start, `（上接第一版）`.
  func jump() -> (range: Range<Int>, direction: Jump.Direction, page: Int)? {
    var tail = self
    tail.position = max(position, end - 16)
    if let start = tail.place(of: .turnTo, within: 16), let found = turn(at: start, .to), found.range.upperBound == end
    {
      return found
    }
    if let start = place(of: .turnFrom, within: 2), let found = turn(at: start, .from) { return found }
    return englishJump()
  }

  private func turn(
    at start: Int, _ direction: Jump.Direction
  ) -> (range: Range<Int>, direction: Jump.Direction, page: Int)? {
    var rest = self
    rest.position = start + 2
    guard let page = rest.takePage() else { return nil }
    while rest.nextLettering == .stop { rest.position += 1 }
    _ = rest.take(.closeBracket)
    let opened = start > position && lettering[start - 1] == .openBracket
    return ((opened ? start - 1 : start)..<rest.position, direction, page)
  }

  /// Takes a page: `第七版`, `3版`, `Ａ12版`.
  private mutating func takePage() -> Int? {
    skipSpaces()
    _ = take(.ordinal)
    if nextLettering == .latin { position += 1 }
    guard let number = takeNumber(), (1...999).contains(number) else { return nil }
    skipSpaces()
    return take(.page) ? number : nil
  }
}

extension Word {
  fileprivate static let see = Word("见")
  fileprivate static let turnTo = Word("下转")
  fileprivate static let turnFrom = Word("上接")
}

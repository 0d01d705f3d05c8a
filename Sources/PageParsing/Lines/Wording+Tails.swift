import Text

// The words with which a line ends and says its kind: a notice, a part of something, the credit of a picture.
extension Wording {
  /// 启事, 遗失声明, 招聘广告: the kinds of notices, which their heads end with, letters set apart or not.
  var endsWithNotice: Bool {
    guard let last = (position..<end).last(where: { lettering[$0] == .hanzi }),
      Word.lastOfNotices.mayContain(HanziForms.simplified(scalars[last]))
    else { return false }
    let letters = (position..<end).filter { lettering[$0] == .hanzi }.map { HanziForms.simplified(scalars[$0]) }
    return Word.notices.contains { letters.suffix($0.scalars.count).elementsEqual($0.scalars) }
  }

  /// `（外一首）`, `（之二）`, `（节选）`, `（完）`: which part of something this is, in brackets.
  var isPartInBrackets: Bool {
    let inside = (position + 1)..<max(position + 1, end - 1)
    guard let last = inside.last else { return false }
    if Word.parts.contains(where: { $0.scalars.count == inside.count && has($0, at: inside.lowerBound) }) {
      return true
    }
    let counted = inside.contains { chineseNumeral(scalars[$0]) != nil || lettering[$0] == .digit }
    return counted
      && (inside.count < 3 || Word.counters.scalars.contains(HanziForms.simplified(scalars[last]))
        || Word.ordinals.scalars.contains(scalars[inside.lowerBound]))
  }

  /// True if there are hanzi and spaces only.
  var isOnlyHanzi: Bool {
    (position..<end).allSatisfy { lettering[$0] == .hanzi || lettering[$0] == .space }
  }

  /// Who took the picture: `…■唐兰荣 摄`, `（新华社记者李开远摄）`. The word stands at the very end.
  func credit() -> Credit? {
    var last = end
    while last > position, lettering[last - 1] == .closeBracket || lettering[last - 1] == .space { last -= 1 }
    guard
      let word = Word.credits.first(where: {
        last - $0.scalars.count >= position && has($0, at: last - $0.scalars.count)
      })
    else { return last > position && lettering[last - 1] != .hanzi ? englishCredit() : nil }
    var stop = last - word.scalars.count
    while stop > position, lettering[stop - 1] == .space { stop -= 1 }
    var start = stop
    while start > position, stop - start < 14, lettering[start - 1] == .hanzi { start -= 1 }
    let isSetOff = start == position || lettering[start - 1] != .hanzi
    guard isSetOff, stop - start >= 2 || stop == start else { return nil }
    let people = part(start..<stop).people(isMarked: true)
    return Credit(name: people?.map(\.name).joined(separator: "、") ?? string(start..<stop))
  }
}

extension Word {
  fileprivate static let notices = [
    "启事", "啓事", "啟事", "声明", "聲明", "公告", "通告", "广告", "广吿", "讣告", "更正", "布告", "招租", "鸣谢", "鳴謝",
  ]
  .map { Word($0) }
  fileprivate static let lastOfNotices = notices.reduce(into: CharacterFilter()) { filter, word in
    filter.insert(word.scalars[word.scalars.count - 1])
  }
  fileprivate static let parts = ["完", "续", "待续", "续完", "全文完", "节选", "摘要", "上", "中", "下", "组诗"].map { Word($0) }
  fileprivate static let counters = Word("首则篇章题幕集回节期幅")
  fileprivate static let ordinals = Word("之第其")
  fileprivate static let credits = ["供图", "资料图片", "摄影报道", "摄"].map { Word($0) }
}

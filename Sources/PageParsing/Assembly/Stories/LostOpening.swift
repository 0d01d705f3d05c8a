import Text

/// Finds paragraphs of which the scan lost the beginning.
///
/// Such a paragraph opens in the middle: with a short clause that names nobody and nothing that speaks, and with a word
/// that the page has elsewhere only inside clauses.
struct LostOpening {
  /// The longest first clause that can be the rest of a broken one, in characters.
  private static let longest = 8
  private static let leastInside = 2

  let scan: PageScan
  let words: PageWords

  /// True if a paragraph that starts with a line lost what stood before.
  func precedes(_ line: LineFacts) -> Bool {
    let first = line.line.range.lowerBound
    guard line.dateline == nil, line.evidence.contains(.manyPauses), scan.pairs[first] != 0 else { return false }
    let clause = line.line.range.prefix(while: { scan.lettering[$0] == .hanzi || scan.lettering[$0] == .space })
    guard (3...Self.longest).contains(clause.count), clause.upperBound < line.line.range.upperBound,
      Word.commas.scalars.contains(scan.scalars[clause.upperBound]), !opensStatement(clause)
    else { return false }
    let found = words.occurrences(scan.scalars[first], scan.scalars[first + 1], apartFrom: first)
    return found.opening == 0 && found.inside >= Self.leastInside
  }

  /// 会上, 他指出, 随后来到: clauses that paragraphs do open with.
  private func opensStatement(_ clause: Range<Int>) -> Bool {
    let wording = Wording(scan, clause)
    let last = HanziForms.simplified(scan.scalars[clause.upperBound - 1])
    if Word.settings.scalars.contains(last)
      || Word.pointers.scalars.contains(HanziForms.simplified(scan.scalars[clause.lowerBound]))
    {
      return true
    }
    return clause.contains { place in wording.has(Word.speaking, at: place) }
  }
}

extension Word {
  fileprivate static let commas = Word("，,")
  /// 会上, 会后, 同时 …: what sets a scene.
  fileprivate static let settings = Word("上后时前中下里间年月日初末来者")
  /// 这, 该, 他 …: what points back.
  fileprivate static let pointers = Word("这那该本此他她它其为要在据从由对把将以就")
  /// Who speaks or moves, and what joins a clause to the text before: a clause with one of these is whole, however
  /// short.
  fileprivate static let speaking: WordList = [
    "说", "指出", "强调", "表示", "要求", "认为", "介绍", "透露", "指", "称", "谈", "问", "来到", "走进", "前往", "首先", "随后", "同时", "目前",
    "但", "而", "因此", "所以", "据悉", "今年", "去年", "如今",
  ]
}

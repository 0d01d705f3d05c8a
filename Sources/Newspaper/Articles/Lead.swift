extension Collection where Element == Article {
  /// The lead, 头条: the first report, unless another is larger by a fifth. A commentary leads only where nothing is
  /// reported.
  /// - Returns: nil where there is no article.
  public var lead: Index? {
    let ranks: [(Article) -> Bool] = [
      { $0.kind == .article && !$0.isCommentary }, { $0.kind == .article }, { _ in true },
    ]
    let candidates = ranks.lazy.map { rank in indices.filter { rank(self[$0]) } }.first { !$0.isEmpty }
    guard let first = candidates?.first,
      let largest = candidates?.max(by: { self[$0].extent < self[$1].extent })
    else { return nil }
    return self[largest].extent * 5 > self[first].extent * 6 ? largest : first
  }
}

extension Article {
  /// True if it is an opinion on the news: a rubric in its head calls it so, or a commentator signs it.
  var isCommentary: Bool {
    blocks.contains { block in
      let text = block.passage.text
      return switch block.role {
      case .kicker, .headline, .deck: text.rubric.isCommentary
      // Nearly all bylines are without the character, which is found faster than the word.
      case .byline: text.unicodeScalars.contains("评") && text.contains("评论员")
      default: false
      }
    }
  }

  /// Its share of a page, in bytes of text; a kicker and a deck, which a paper gives to important news, count as
  /// much as seven lines of a column do.
  fileprivate var extent: Int {
    blocks.reduce(0) { sum, block in
      switch block.role {
      case .kicker, .deck: sum + 450 + block.passage.text.utf8.count
      case .repeated: sum
      default: sum + block.passage.text.utf8.count
      }
    }
  }
}

private let commentaries = ["评论", "社论", "短评", "时评", "快评", "来论", "本报评论员", "本报评论员文章"]

extension String {
  /// True if it is a rubric of commentaries. Most heads are of other lengths, which is found out soonest.
  fileprivate var isCommentary: Bool {
    let length = utf8.count
    return commentaries.contains { $0.utf8.count == length && $0 == self }
  }

  /// The text in brackets or behind a sign at its start; all of it where there is neither.
  fileprivate var rubric: String {
    guard let first = unicodeScalars.first else { return "" }
    switch first {
    case "【", "[", "［", "〔": return String(dropFirst().prefix { !"】]］〕".contains($0) })
    case "■", "●", "◆", "▲": return String(dropFirst())
    default: return self
    }
  }
}

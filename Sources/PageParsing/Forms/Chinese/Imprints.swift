import Text

/// 版权 and 责编: a line that says where a paper is made, and by whom.
extension Wording {
  /// True if the line names two things that imprints name, one of which advertisements do not.
  var isImprint: Bool {
    var (own, all) = (0, 0)
    let (imprints, addresses) = (Word.ofImprints, Word.ofAddresses)
    for place in position..<end where lettering[place] == .hanzi {
      // Hardly a character may begin one of the words.
      guard may(imprints, startAt: place) || may(addresses, startAt: place),
        place == position || lettering[place - 1] != .hanzi || isBehindNumber(place)
      else { continue }
      if has(imprints, at: place) {
        own += 1
        all += 1
      } else if has(addresses, at: place) {
        all += 1
      }
    }
    return own > 0 && all > 1
  }

  private func isBehindNumber(_ place: Int) -> Bool {
    chineseNumeral(scalars[place - 1]) != nil || lettering[place - 1] == .digit
  }
}

extension Word {
  fileprivate static let ofImprints: WordList = [
    "社址", "社长", "总编辑", "邮政编码", "邮编", "印刷", "承印", "责任编辑", "责编", "本版编辑", "编辑", "值班", "美编", "美术编辑", "校对", "版式", "组版",
    "审读", "发行", "定价", "月价", "年价", "零售", "每份", "广告许可证", "广告经营许可证", "投稿",
  ]
  fileprivate static let ofAddresses: WordList = ["地址", "电话", "電話", "传真", "邮箱", "网址", "热线", "电邮"]
}

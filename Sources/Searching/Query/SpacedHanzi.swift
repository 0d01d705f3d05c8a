extension [QueryToken] {
  /// Joins hanzi that spaces set apart, as a scan and 陈 润 do: hanzi that stand alone belong together, and one that is
  /// left goes to the next word of hanzi, or else to the one before.
  func joiningSpacedHanzi() -> [QueryToken] {
    var result: [QueryToken] = []
    var group: [QueryToken] = []
    for token in self {
      if !token.isHanzi || !group.isEmpty && !token.isBare {
        result += group.joinedHanzi()
        group = []
      }
      if token.isHanzi { group.append(token) } else { result.append(token) }
    }
    return result + group.joinedHanzi()
  }

  private func joinedHanzi() -> [QueryToken] {
    var words: [[QueryToken]] = []
    for token in self {
      let previous = words.last?.last
      if token.isSingle, previous?.isSingle == true {
        words[words.count - 1].append(token)
      } else {
        words.append([token])
      }
    }
    var index = words.count - 1
    while index >= 0, words.count > 1 {
      if words[index].count == 1, words[index][0].isSingle {
        let neighbour = index + 1 < words.count ? index + 1 : index - 1
        let both = Swift.min(index, neighbour)
        words.replaceSubrange(both...both + 1, with: [words[both] + words[both + 1]])
      }
      index -= 1
    }
    return words.map { $0.joined() }
  }

  private func joined() -> QueryToken {
    var token = self[0]
    guard case .part(var part) = token.kind, count > 1 else { return token }
    part.text = map(\.word).joined()
    token.kind = .part(part)
    token.range = token.range.lowerBound..<self[count - 1].range.upperBound
    return token
  }
}

extension QueryToken {
  /// The word, where it is one.
  fileprivate var word: String {
    if case .part(let part) = kind, part.form == .word { part.text } else { "" }
  }

  /// A word of nothing but hanzi, that is looked for.
  fileprivate var isHanzi: Bool {
    guard case .part(let part) = kind, !part.isExcluded, part.field == nil || part.field?.scope != nil else {
      return false
    }
    return !word.isEmpty && word.unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }

  fileprivate var isSingle: Bool { word.unicodeScalars.count == 1 }

  /// Without a sign or a field before it.
  fileprivate var isBare: Bool {
    if case .part(let part) = kind { part == Part(text: part.text) } else { false }
  }
}

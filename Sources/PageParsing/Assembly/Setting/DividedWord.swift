import Text

/// The joint of two lines of which the first may end within a word.
///
/// Evidence decides if a hyphen belongs to its word: the whole word, or the word with its hyphen, stands
/// elsewhere in the issue; a capital follows; a part is one that the language writes with a hyphen.
struct DividedWord {
  /// The treatment of the line's end.
  enum Joint: Equatable {
    /// No word is divided here.
    case none
    /// Some characters at the end divide a word and are no part of it.
    case removing(Int)
    /// ck, which German divides as k-k: the hyphen goes, and the k before it is a c.
    case restoringCK
    /// The hyphen belongs to the word.
    case keeping
    /// The hyphen stands for a part that comes later: `Haus- und Hoftiere`.
    case suspended
    /// The word is divided without a sign.
    case bare
  }

  let scan: PageScan
  let words: LatinWords

  /// The longest half of a word that is looked up, in letters.
  private static let longest = 32
  /// Signs that stand in no word: they only divide.
  private static let dividers: Set<UInt32> = [0xAC, 0xAD, 0x2E17, 0x2E40]
  /// All signs that divide a word where a line ends with one: these, and hyphens, which may belong to it.
  static let signs = dividers.union([0x2D, 0x2010, 0x2011, 0x3D])
  /// Dashes, which some engines write for hyphens: they divide a word that stands elsewhere.
  private static let dashes: Set<UInt32> = [0x2013, 0x2212]

  /// The joint of a line and the one that follows it.
  func joint(_ before: PageScan.Line, _ after: PageScan.Line) -> Joint {
    let (last, first) = (before.range.upperBound - 1, after.range.lowerBound)
    guard last > before.range.lowerBound else { return .none }
    let sign = scan.scalars[last]
    if scan.lettering[last] == .latin {
      return isDividedBare(before, after) ? .bare : .none
    }
    let divides = Self.dividers.contains(sign)
    let isDash = Self.dashes.contains(sign)
    guard isDash || Self.signs.contains(sign) else { return .none }
    let right = letters(from: first, to: after.range.upperBound)
    let isApart = scan.lettering[last - 1] == .space
    let left = letters(before: isApart ? last - 1 : last, from: before.range.lowerBound)
    if isApart || isDash {
      let isWord = !left.isEmpty && !right.isEmpty && words.count(hash(left, right)) > 0
      return isWord || divides && !left.isEmpty ? .removing(isApart ? 2 : 1) : .none
    }
    guard !left.isEmpty, !right.isEmpty else {
      return divides && scan.lettering[last - 1].isLetter ? .removing(1) : .none
    }
    return joint(left, right, sign: sign, lineStart: before.range.lowerBound)
  }

  private func joint(_ left: Range<Int>, _ right: Range<Int>, sign: UInt32, lineStart: Int) -> Joint {
    let (joined, hyphened) = (words.count(hash(left, right)), words.count(hash(left, right, hyphen: true)))
    let only = sign == 0xAC || sign == 0xAD
    if !isLowercaseLetter(scan.scalars[right.lowerBound]) {
      let isCapital = right.count > 1 ? isRaised(right) : true
      if only || joined > hyphened || isRaised(left) && isCapital && left.count > 1 && hyphened == 0 {
        return .removing(1)
      }
      return .keeping
    }
    if only || joined > hyphened { return .removing(1) }
    if hyphened > 0 { return .keeping }
    let (opening, ending) = (text(left), text(right))
    if isSuspended(opening, ending, right) { return .suspended }
    if sign == 0x2D || sign == 0x2010, belongs(opening, ending, left, right, lineStart) { return .keeping }
    if dividesCK(left, right) { return .restoringCK }
    return .removing(1)
  }

  // MARK: Evidence

  /// True if the next word joins the part to one that comes later.
  private func isSuspended(_ opening: String, _ ending: String, _ right: Range<Int>) -> Bool {
    if ["und", "oder", "sowie", "bzw", "och", "og", "eller"].contains(ending) { return true }
    if words.language == .dutch, ["en", "of"].contains(ending) { return true }
    guard ["and", "or", "to", "et", "ou"].contains(ending) else { return false }
    if HyphenedParts.of(words.language).contains(where: { $0.numbers.contains(opening) }) { return true }
    // two- and three-story
    let behind = right.upperBound..<min(scan.scalars.count, right.upperBound + 24)
    let next = behind.dropFirst().prefix { scan.lettering[$0] == .latin || isHyphen(scan.scalars[$0]) }
    return next.dropFirst().dropLast().contains { isHyphen(scan.scalars[$0]) }
  }

  /// True if the language writes the parts with a hyphen.
  private func belongs(
    _ opening: String, _ ending: String, _ left: Range<Int>, _ right: Range<Int>, _ lineStart: Int
  ) -> Bool {
    // mother-in-law, up-to-date, c'est-à-dire
    if left.lowerBound - 1 > lineStart, isHyphen(scan.scalars[left.lowerBound - 1]) {
      return scan.lettering[left.lowerBound - 2] == .latin
    }
    let behind = right.upperBound < scan.scalars.count ? scan.scalars[right.upperBound] : 0
    // chef-d'œuvre, but aujour-d'hui
    if ending == "d", [0x27, 0x2019].contains(behind) { return opening != "aujour" }
    return words.language == .french && isInverted(opening, ending)
      || HyphenedParts.of(words.language).contains { parts in
        parts.join(opening, ending) || parts.links.contains(ending) && isHyphen(behind)
          || parts.openings.contains(opening) && words.count(WordHash(ending).value) > 0
      }
  }

  /// True for a French verb before its pronoun, `voulez-vous`, `dit-il`: a word that is divided between these letters
  /// takes the last of them to the next line.
  private func isInverted(_ opening: String, _ ending: String) -> Bool {
    switch ending {
    case "vous": opening.hasSuffix("ez") || opening.hasSuffix("tes")
    case "nous": opening.hasSuffix("ons")
    case "il", "ils", "elle", "elles", "on": opening.count > 2 && (opening.hasSuffix("t") || opening.hasSuffix("d"))
    case "à": true
    default: false
    }
  }

  /// `Bäk-kerei`, `Zuk-ker`: a short beginning whose only vowel stands before the k.
  private func dividesCK(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard words.language == .german, (3...4).contains(left.count), right.count > 1,
      lowercaseLetter(scan.scalars[left.upperBound - 1]) == 0x6B, scan.scalars[right.lowerBound] == 0x6B
    else { return false }
    func isVowel(_ index: Int) -> Bool {
      [0x61, 0x65, 0x69, 0x6F, 0x75, 0xE4, 0xF6, 0xFC].contains(lowercaseLetter(scan.scalars[index]))
    }
    return isVowel(left.upperBound - 2) && !isVowel(left.upperBound - 3)
  }

  /// True if the two words that meet are one that stands elsewhere, and one of them is none by itself.
  private func isDividedBare(_ before: PageScan.Line, _ after: PageScan.Line) -> Bool {
    let left = letters(before: before.range.upperBound, from: before.range.lowerBound)
    let right = letters(from: after.range.lowerBound, to: after.range.upperBound)
    guard left.count > 1, right.count > 1, left.count + right.count > 4, left.lowerBound > before.range.lowerBound,
      isLowercaseLetter(scan.scalars[right.lowerBound]), words.count(hash(left, right)) > 0
    else { return false }
    let (opening, ending) = (text(left), text(right))
    let languages = HyphenedParts.of(words.language)
    guard !languages.contains(where: { $0.common.contains(opening) || $0.common.contains(ending) }) else {
      return false
    }
    return words.count(WordHash(opening).value) == 0 || words.count(WordHash(ending).value) == 0
  }

  // MARK: Letters

  private func letters(before end: Int, from start: Int) -> Range<Int> {
    var first = end
    while first > start, end - first < Self.longest, scan.lettering[first - 1] == .latin { first -= 1 }
    return first..<end
  }

  private func letters(from start: Int, to end: Int) -> Range<Int> {
    var last = start
    while last < end, last - start < Self.longest, scan.lettering[last] == .latin { last += 1 }
    return start..<last
  }

  private func hash(_ left: Range<Int>, _ right: Range<Int>, hyphen: Bool = false) -> UInt64 {
    var hash = WordHash()
    for index in left { hash.add(scan.scalars[index]) }
    if hyphen { hash.add(0x2D) }
    for index in right { hash.add(scan.scalars[index]) }
    return hash.value
  }

  /// True if all letters are capitals.
  private func isRaised(_ range: Range<Int>) -> Bool { range.allSatisfy { !isLowercaseLetter(scan.scalars[$0]) } }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(range.compactMap { Unicode.Scalar(lowercaseLetter(scan.scalars[$0])) }))
  }
}

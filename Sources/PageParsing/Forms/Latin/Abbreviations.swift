import Text

/// Words before a full stop that ends no sentence, by language.
enum Abbreviations {
  /// Those that stand before a name, a number or a day: what follows goes on with the sentence in any case.
  private static let leading: [[String]] = [
    // English
    [
      "mr", "mrs", "ms", "dr", "drs", "messrs", "gov", "sen", "rep", "gen", "col", "maj", "capt", "lt", "lieut", "sgt",
      "sergt", "corp", "adj", "rev", "prof", "hon", "supt", "pres", "sec", "secy", "treas", "atty", "mt", "ft", "st",
      "vs", "no", "nos", "vol", "vols", "chap", "fig", "figs", "pp", "art", "cf", "viz", "jan", "feb", "aug", "sept",
      "oct", "nov", "dec", "wm", "chas", "geo", "jas", "jos", "thos", "robt", "saml", "benj", "edw", "alex", "fr",
      "bro", "esq", "mon", "tues", "weds", "thurs", "fri", "sat", "ven", "archbp", "serg", "brig", "adm", "comdr",
      "ald", "jno", "danl", "fredk", "richd", "dept",
    ],
    // French
    [
      "mm", "mme", "mmes", "mlle", "mlles", "mgr", "me", "ste", "sts", "art", "chap", "vol", "fig", "cap", "cie",
      "gén", "gal", "vve", "arr", "dép", "faub", "janv", "févr", "juill", "déc", "bd", "boul", "av",
    ],
    // German
    [
      "nr", "nrn", "hr", "hrn", "frl", "fr", "dr", "prof", "ing", "hl", "kgl", "kgl", "kais", "frhr", "grf", "gen",
      "obst", "hptm", "ltn", "bez", "bzw", "ca", "ev", "evtl", "gegr", "geb", "gest", "verh", "vgl", "str", "sog",
      "abs", "ziff", "kaufm", "staatsanw", "rechtsanw", "wwe", "geh", "großh", "fürstl", "königl", "kaiserl", "städt",
      "oberl", "insp", "exz", "inkl", "exkl", "allg", "betr", "abg", "jan", "febr", "aug", "sept", "okt", "nov", "dez",
      "art", "bd", "abt",
    ],
    // Dutch
    [
      "dhr", "mej", "mevr", "jhr", "mr", "ir", "drs", "ds", "nr", "nrs", "blz", "bijv", "enz", "resp", "luit", "kapt",
      "wed", "weled", "geb", "gebr", "fa", "nl", "okt", "mrt", "febr",
    ],
  ]

  private static let all = Set(leading.flatMap { $0.map { WordHash($0).value } })

  /// Words before a number that may be a sentence's last word as well.
  private static let ambiguous = Set(
    ["no", "fr", "me", "mon", "sat", "art", "corp", "gal", "av", "fig", "cap"].map { WordHash($0).value })

  /// Words behind a name or a number, which may end a sentence: what follows in small letters goes on with it.
  private static let trailing = Set(
    ["co", "cos", "inc", "ltd", "bros", "jr", "sr", "etc", "ave", "rd", "ct", "cts", "lb", "lbs", "usw", "jh", "enz"]
      .map { WordHash($0).value })

  /// Small letters that stand for a word before another one: und, oder, von, versus.
  private static let leadingLetters = Set("ouv".unicodeScalars.map(\.value))

  /// True if a line ends with such a word and its full stop, or with an initial: `Mr.`, `No.`, `J.`.
  /// - Parameter next: the first character of the next line.
  static func ends(_ line: Range<Int>, _ scan: PageScan, next: UInt32?) -> Bool {
    let last = line.upperBound - 1
    guard last > line.lowerBound, scan.lettering[last] == .period else { return false }
    var (first, hash) = (last, WordHash())
    while first > line.lowerBound, scan.lettering[first - 1] == .latin { first -= 1 }
    guard first < last else { return endsWithOrdinal(line, scan, next: next) }
    for index in first..<last { hash.add(scan.scalars[index]) }
    let isTall = !isLowercaseLetter(scan.scalars[first])
    let isDigit = next.map { CharacterClass($0) == .digit } ?? false
    // z. B., d. h., J. P.: letters by themselves; Ward v. Hale, Braun u. Co.; 10s. 6d.
    if last - first == 1 {
      if isTall || first > line.lowerBound + 1 && scan.lettering[first - 2] == .period { return true }
      guard first > line.lowerBound else { return false }
      return scan.lettering[first - 1] == .digit
        ? isDigit : scan.lettering[first - 1] == .space && leadingLetters.contains(scan.scalars[first])
    }
    if trailing.contains(hash.value) { return next.map(isLowercaseLetter) ?? false }
    guard all.contains(hash.value) else { return false }
    guard ambiguous.contains(hash.value) else { return true }
    return isDigit || isTall && last - first > 2
  }

  /// True if a line ends with an ordinal, as German and Dutch write it: `am 3.` before a month or a noun.
  private static func endsWithOrdinal(_ line: Range<Int>, _ scan: PageScan, next: UInt32?) -> Bool {
    let last = line.upperBound - 1
    var first = last
    while first > line.lowerBound, scan.lettering[first - 1] == .digit { first -= 1 }
    guard (1...2).contains(last - first), first > line.lowerBound + 2, scan.lettering[first - 1] == .space,
      next.map({ CharacterClass($0) == .latin }) ?? false
    else { return false }
    var (start, hash) = (first - 1, WordHash())
    while start > line.lowerBound, scan.lettering[start - 1] == .latin { start -= 1 }
    for index in start..<first - 1 { hash.add(scan.scalars[index]) }
    return beforeOrdinals.contains(hash.value)
  }

  private static let beforeOrdinals = Set(
    ["am", "vom", "zum", "beim", "im", "der", "den", "des", "dem", "die", "das", "ab", "bis", "und", "seit"]
      .map { WordHash($0).value })
}

import Chance

/// A way to spoil a page, as scanners, editors and enemies do.
enum Damage: CaseIterable {
  case cut, doubled, shuffled, spaced, broken, joined, unspaced, randomBytes, oddCharacters, longLine, truncated
  case otherLineBreaks, blankLinesGone

  /// Characters and words that programs fall over.
  private static let odd: [String] = [
    "\u{0}", "\u{7}", "\u{1B}", "\u{9B}", "\u{AD}", "\u{A0}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{FFFD}",
    "\u{3000}",
    "e\u{301}", "葛\u{E0100}", "👨‍👩‍👧", "𠮷", "“", "”", "\"", "'", "(", "）", "《", "。", "…", "—", "■", "\t", "\u{2028}",
    "\u{85}", "١", "Ⅷ", "㈠", "(下转第九版)", "(上接第", "详见第", "讯 ", "记者", "摄", "图为",
  ]

  /// The lines of a page, spoilt.
  func apply(to lines: [String], _ random: inout RandomSource) -> [String] {
    var lines = lines
    guard !lines.isEmpty else { return [""] }
    let start = random.below(lines.count)
    let end = min(lines.count, start + 1 + random.below(12))
    switch self {
    case .cut: lines.removeSubrange(start..<end)
    case .doubled: lines.insert(contentsOf: lines[start..<end], at: random.below(lines.count + 1))
    case .shuffled: lines[start..<end].shuffle(using: &random)
    case .joined: lines.replaceSubrange(start..<end, with: [lines[start..<end].joined()])
    case .truncated: lines = Array(lines[..<start]) + [String(lines[start].prefix(random.below(lines[start].count)))]
    case .blankLinesGone: lines.removeAll { $0.allSatisfy(\.isWhitespace) }
    case .longLine: lines[start] = String(repeating: lines[start], count: 1 + random.below(40))
    default: lines.replaceSubrange(start..<end, with: lines[start..<end].flatMap { spoil($0, &random) })
    }
    return lines
  }

  /// One line, spoilt; more than one where it breaks.
  private func spoil(_ line: String, _ random: inout RandomSource) -> [String] {
    switch self {
    case .spaced: return [line.map { random.oneIn(3) ? "\($0) " : "\($0)" }.joined()]
    case .unspaced: return [line.filter { !$0.isWhitespace }]
    case .broken: return broken(line, &random)
    case .otherLineBreaks: return [line + (random.oneIn(2) ? "\r" : "\u{C}")]
    case .oddCharacters:
      return [line.map { random.oneIn(9) ? "\($0)\(Self.odd[random.below(Self.odd.count)])" : "\($0)" }.joined()]
    case .randomBytes: return [withRandomBytes(line, &random)]
    default: return [line]
    }
  }

  private func broken(_ line: String, _ random: inout RandomSource) -> [String] {
    let place = line.index(line.startIndex, offsetBy: random.below(line.count + 1))
    let blank = random.oneIn(2) ? [""] : []
    return [String(line[..<place])] + blank + [String(line[place...])]
  }

  private func withRandomBytes(_ line: String, _ random: inout RandomSource) -> String {
    String(decoding: line.utf8.map { random.oneIn(12) ? UInt8(random.below(256)) : $0 }, as: UTF8.self)
  }
}

/// A page made from some lines and from others, spoilt some times over.
func damagedPage(from pages: [[String]], seed: UInt64) -> (lines: [String], damage: [Damage]) {
  var random = RandomSource(seed: seed)
  var lines = pages[random.below(pages.count)]
  if random.oneIn(4) { lines += pages[random.below(pages.count)] }
  var done: [Damage] = []
  for _ in 0...random.below(6) {
    let damage = Damage.allCases[random.below(Damage.allCases.count)]
    lines = damage.apply(to: lines, &random)
    done.append(damage)
  }
  return (lines, done)
}

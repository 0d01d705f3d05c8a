/// The first stage of typesetting: a character of a text, and its properties for the later stages.
struct Cluster: Sendable, Equatable {
  /// UTF-8 offset of its first byte.
  var start: Int32
  /// UTF-8 offset behind its last byte.
  var end: Int32
  /// Columns, as `Glyph` shows it; 0 only where the whole text is invisible.
  var width: UInt8
  /// Its effect on its line.
  var kind: LineBreakClass
  /// The quality of a break before it. Before white space it never does; that hangs over the line's end instead.
  var breakBefore: BreakQuality
  /// One of 、，。 in full width, whose right half is empty and may hang in a margin.
  var mayHang = false
}

/// Cuts a text into characters and finds how well lines may break before each. A character that is not shown goes with
/// the one before it.
/// - Complexity: O(n); text of plain scalars is decoded without grapheme breaking, four times as fast.
func clusters(
  of text: String, level: LineBreakLevel = .basic, ambiguous: AmbiguousWidth = .narrow
) -> [Cluster] {
  var cutter = ClusterCutter(level: level, capacity: text.utf8.count / 2)
  let plain = PlainScalars.forEach(in: text, ambiguous: ambiguous) { scalar, width, range in
    cutter.append(scalar, width: width, range)
  }
  if plain { return cutter.clusters }
  cutter = ClusterCutter(level: level, capacity: text.utf8.count / 2)
  var offset = 0
  for character in text {
    let end = offset + character.utf8.count
    cutter.append(character, Glyph(character, ambiguous: ambiguous), offset..<end)
    offset = end
  }
  return cutter.clusters
}

private struct ClusterCutter {
  private(set) var clusters: [Cluster] = []
  private var breaker: ChineseBreaker

  init(level: LineBreakLevel, capacity: Int) {
    breaker = ChineseBreaker(level: level)
    clusters.reserveCapacity(capacity)
  }

  /// A plain scalar, which is a character by itself.
  mutating func append(_ scalar: UInt32, width: Int, _ range: Range<Int>) {
    let (kind, quality) = breaker.next(scalar, at: clusters.count)
    correct()
    clusters.append(
      Cluster(
        start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
        width: UInt8(truncatingIfNeeded: width), kind: kind, breakBefore: quality,
        mayHang: mayHang(kind, scalar)))
    if quality == .space, kind == .id { loosenSetOffWord() }
  }

  mutating func append(_ character: Character, _ glyph: Glyph, _ range: Range<Int>) {
    let known = character.unicodeScalars.first.map { classify($0, glyph) } ?? (.id, .good)
    for scalar in character.unicodeScalars.dropFirst() { pass(scalar) }
    let cluster = Cluster(
      start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
      width: UInt8(truncatingIfNeeded: glyph.width), kind: known.0, breakBefore: known.1,
      mayHang: mayHang(known.0, character.unicodeScalars.first?.value ?? 0))
    append(cluster)
    if known.1 == .space, known.0 == .id, clusters.last == cluster { loosenSetOffWord() }
  }

  private mutating func classify(_ scalar: Unicode.Scalar, _ glyph: Glyph) -> (LineBreakClass, BreakQuality) {
    defer { correct() }
    let visible = glyph.width > 0 && glyph.text != " " && glyph.text != "　"
    // A space that carries a mark can be seen, so no line may drop it.
    let isSpace = ChineseClass(scalar.value, level: .basic).kind == .sp
    return breaker.next(scalar.value, at: clusters.count, as: isSpace && visible ? .al : nil)
  }

  private mutating func pass(_ scalar: Unicode.Scalar) {
    _ = breaker.next(scalar.value, at: clusters.count)
    correct()
  }

  private mutating func correct() {
    guard let correction = breaker.correction, clusters.indices.contains(correction.index) else { return }
    clusters[correction.index].breakBefore = correction.quality
  }

  private mutating func append(_ cluster: Cluster) {
    guard let last = clusters.last, last.width == 0 || cluster.width == 0 else { return clusters.append(cluster) }
    clusters[clusters.count - 1].end = cluster.end
    guard last.width == 0 else { return }
    clusters[clusters.count - 1].width = cluster.width
    clusters[clusters.count - 1].kind = cluster.kind
  }

  /// A number or word that has white space on both sides between hanzi (近 3 万吨) is set off by it as print sets it off
  /// by a hair: such space divides no parts of a headline, and a number keeps its unit.
  private mutating func loosenSetOffWord() {
    let index = clusters.count - 1
    var start = index
    while start > 0, clusters[start - 1].kind == .sp { start -= 1 }
    guard start > 0, clusters[start - 1].kind.isWordlike else { return }
    let number = clusters[start - 1].kind == .nu
    while start > 0, clusters[start - 1].kind.standsInWord { start -= 1 }
    guard clusters[start].breakBefore == .space else { return }
    clusters[start].breakBefore = .good
    clusters[index].breakBefore = number ? .poor : .good
  }
}

private func mayHang(_ kind: LineBreakClass, _ scalar: UInt32) -> Bool {
  guard kind == .pause || kind == .looseMark else { return false }
  return scalar == 0x3001 || scalar == 0x3002 || scalar == 0xFF0C
}

extension LineBreakClass {
  fileprivate var standsInWord: Bool {
    switch self {
    case .al, .hl, .nu, .is, .sy, .hy, .cp, .ex, .po, .closingSingle: true
    default: false
    }
  }
}

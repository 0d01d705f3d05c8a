/// The first stage of line setting: a character of a text, and what the later stages need to know of it.
struct Cluster: Sendable, Equatable {
  /// UTF-8 offset of its first byte.
  var start: Int32
  /// UTF-8 offset behind its last byte.
  var end: Int32
  /// Columns, as `Glyph` shows it; 0 only where the whole text is invisible.
  var width: UInt8
  /// What it does to its line.
  var kind: LineClass
}

/// Cuts a text into characters. One that is not shown goes with the one before it.
/// - Complexity: O(n); text of plain scalars is decoded without grapheme breaking, four times as fast.
func clusters(of text: String) -> [Cluster] {
  var clusters: [Cluster] = []
  clusters.reserveCapacity(text.utf8.count / 2)
  let plain = PlainScalars.forEach(in: text) { scalar, width, range in
    clusters.append(
      Cluster(
        start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
        width: UInt8(truncatingIfNeeded: width), kind: LineClass(plain: scalar)))
  }
  return plain ? clusters : characterClusters(of: text)
}

private func characterClusters(of text: String) -> [Cluster] {
  var clusters: [Cluster] = []
  var offset: Int32 = 0
  for character in text {
    let end = offset + Int32(character.utf8.count)
    let glyph = Glyph(character)
    append(Cluster(start: offset, end: end, width: UInt8(glyph.width), kind: kind(of: character, glyph)), to: &clusters)
    offset = end
  }
  return clusters
}

private func kind(of character: Character, _ glyph: Glyph) -> LineClass {
  let kind = character.unicodeScalars.first.map(LineClass.init) ?? .ideograph
  // A space that carries a mark can be seen, so no line may drop it.
  let visible = glyph.text != " " && glyph.text != "　"
  return kind == .space && visible ? .ideograph : kind
}

private func append(_ cluster: Cluster, to clusters: inout [Cluster]) {
  guard let last = clusters.last, last.width == 0 || cluster.width == 0 else { return clusters.append(cluster) }
  clusters[clusters.count - 1].end = cluster.end
  guard last.width == 0 else { return }
  clusters[clusters.count - 1].width = cluster.width
  clusters[clusters.count - 1].kind = cluster.kind
}

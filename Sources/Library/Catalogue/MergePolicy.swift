/// The segments that are written anew together with new issues, so that there are few and that all writing grows with
/// the logarithm of the archive: once eight are of one size, they become one of the next.
struct MergePolicy {
  /// The number of segments of one size that are merged.
  private static let fanOut = 8
  /// The number of segments of one size that are merged at once, however large they are.
  private static let most = 24
  /// Bytes of the smallest size.
  private static let unit = 64 << 10
  /// Segments are not merged into larger ones than this many bytes.
  private static let largest = 64 << 20

  /// Bytes that may be merged before the next answer.
  static let atOnce = 1 << 20

  /// The segments to merge.
  /// - Parameters:
  ///   - segments: their bytes, and whether more than half of each is outdated.
  ///   - adding: bytes of a new segment; 0 for none.
  ///   - limit: bytes that may be merged.
  static func merged(_ segments: [(bytes: Int, isOutdated: Bool)], adding: Int, limit: Int) -> Set<Int> {
    var merged = Set(segments.indices.filter { segments[$0].isOutdated && segments[$0].bytes <= limit })
    var (size, own) = (adding, adding > 0 ? 1 : 0)
    var tier = adding > 0 ? Self.tier(adding) : 0
    while true {
      let some = segments.indices.filter { !merged.contains($0) && Self.tier(segments[$0].bytes) == tier }
      let bytes = some.reduce(0) { $0 + segments[$1].bytes }
      if some.count + own >= fanOut, size + bytes <= largest, bytes <= limit || some.count >= most {
        merged.formUnion(some)
        (size, own, tier) = (size + bytes, 1, max(tier + 1, Self.tier(size + bytes)))
      } else if adding == 0, unit << (3 * tier) < largest {
        tier += 1
      } else {
        return merged
      }
    }
  }

  private static func tier(_ bytes: Int) -> Int {
    var (tier, size) = (0, unit)
    while bytes > size { (tier, size) = (tier + 1, size * fanOut) }
    return tier
  }
}

import CSystem

/// Up to four properties of lines, as templates and groups of them have.
struct TemplateParts: Sendable {
  /// The most that there are.
  static let most = Int(BL_TEMPLATE_PARTS)

  /// For each property its offset from the line's own (`LineCodes.place`) and the number of its values; zeros and ones
  /// behind the last.
  private var places = SIMD4<UInt16>.zero
  private var counts = SIMD4<UInt16>.one
  private var partCount = 0

  init(_ parts: [(place: UInt16, count: UInt16)]) {
    precondition(parts.count <= Self.most)
    for part in parts { add(part.place, part.count) }
  }

  /// The number of features.
  var count: Int { Int(counts[0]) * Int(counts[1]) * Int(counts[2]) * Int(counts[3]) }

  private mutating func add(_ place: UInt16, _ count: UInt16) {
    (places[partCount], counts[partCount]) = (place, count)
    partCount += 1
  }

  private func contains(_ place: UInt16) -> Bool { (0..<partCount).contains { places[$0] == place } }

  /// The properties of both; nil if these are too many.
  func union(_ other: TemplateParts) -> TemplateParts? {
    var union = self
    for part in 0..<other.partCount where !contains(other.places[part]) {
      guard union.partCount < Self.most else { return nil }
      union.add(other.places[part], other.counts[part])
    }
    return union
  }

  /// A template of these properties, whose last changes the feature by one.
  func template(first: Int) -> bl_template {
    var factors = SIMD4<UInt16>.zero
    var factor: UInt16 = 1
    for part in (0..<partCount).reversed() {
      factors[part] = factor
      factor *= counts[part]
    }
    return bl_template(
      first: UInt32(first), parts: (places[0], places[1], places[2], places[3]),
      factors: (factors[0], factors[1], factors[2], factors[3]))
  }
}

/// Templates whose properties are among a few. The sum of their weights depends on the values of these only, of which
/// few combinations occur again and again.
struct TemplateGroup: Sendable {
  private(set) var parts: TemplateParts
  /// The places of the templates among all.
  private(set) var templates: [Int]

  /// The most combinations of values of a group that has several templates.
  private static let mostFeatures = 2048

  /// Puts some templates into groups: the largest first, and each where it makes a group larger by the least.
  static func groups(of templates: [Int], _ parts: [TemplateParts]) -> [TemplateGroup] {
    var groups: [TemplateGroup] = []
    let sizes = parts.map(\.count)
    for template in templates.sorted(by: { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }) {
      var best: (group: Int, parts: TemplateParts, growth: Int)?
      for (index, group) in groups.enumerated() {
        guard let union = group.parts.union(parts[template]) else { continue }
        let growth = union.count - group.parts.count
        if growth == 0 || union.count <= mostFeatures, growth < best?.growth ?? .max { best = (index, union, growth) }
      }
      if let best {
        groups[best.group].parts = best.parts
        groups[best.group].templates.append(template)
      } else {
        groups.append(TemplateGroup(parts: parts[template], templates: [template]))
      }
    }
    return groups
  }
}
